/** Rows of tables (任务表: 事项, 责任单位, 时限), each seen as one sentence; the rows of the header are none. */
import { type Document, foldedSpan, toFolded } from '../../extractors/document.ts'
import { headingsAbove, type Structure } from '../../extractors/language/structure.ts'
import { type JudgedValue, noParts, type SentenceView, viewPart } from './sentence-view.ts'

/** `isMeasures`: whether the header of a table says that its rows are measures. */
export function viewRows(
  document: Document,
  structure: Structure,
  values: readonly JudgedValue[],
  isMeasures: (header: string) => boolean,
): SentenceView[] {
  const headers = headersOf(document)
  const rows = new Map<string, { first: number; last: number }>()
  document.blocks.forEach(({ cell }, index) => {
    if (cell === undefined || cell.row === 0 || cell.header) return
    const key = `${cell.table} ${cell.row}`
    const row = rows.get(key)
    if (row) row.last = index
    else rows.set(key, { first: index, last: index })
  })
  return [...rows.values()].flatMap(({ first, last }) => {
    const [from, to] = [document.blocks[first], document.blocks[last]]
    if (!from || !to) return []
    const span = foldedSpan(toFolded(document.folded, from.span).start, toFolded(document.folded, to.span).end)
    const headings = headingsAbove(structure, structure.sectionOfBlock[first] ?? 0).map(({ title }) => title)
    const header = headers.get(from.cell?.table ?? 0) ?? ''
    const parts = isMeasures(header) ? { ...noParts, measures: header } : noParts
    return [viewPart(document, span, { block: first, headings, parts }, values)]
  })
}

function headersOf({ blocks, text }: Document): ReadonlyMap<number, string> {
  const headers = new Map<number, string>()
  for (const { cell, span } of blocks)
    if (cell !== undefined && (cell.row === 0 || cell.header))
      headers.set(cell.table, [headers.get(cell.table), text.slice(span.start, span.end)].filter(Boolean).join('、'))
  return headers
}
