/** Texts as a reader of a file gives them, built from lines and tables, with places found by marked words: `合格率‹97.5%›` is the place of 97.5%. */
import type { Block, BlockKind, Evidence, Span } from '../../extractors/document.ts'
import type { DocumentText } from '../../reports/contract/records.ts'

export type Part =
  | { readonly kind: Exclude<BlockKind, 'table-cell'>; readonly text: string; readonly level?: number; readonly page?: number }
  | { readonly kind: 'table'; readonly rows: readonly (readonly CellPart[])[]; readonly page?: number }

export type CellPart = string | { readonly text: string; readonly rows?: number; readonly columns?: number; readonly header?: boolean }

export function documentText(file: string, parts: readonly Part[]): DocumentText {
  const blocks: Block[] = []
  const lines: string[] = []
  let length = 0
  let table = 0
  const put = (text: string, separator: string, block: Omit<Block, 'span'>): void => {
    blocks.push({ ...block, span: { start: length, end: length + text.length } })
    lines.push(text + separator)
    length += text.length + separator.length
  }
  for (const part of parts) {
    const origin = { page: part.page ?? 1 }
    if (part.kind === 'table') {
      table += 1
      for (const placed of placeCells(part.rows))
        put(placed.text, placed.last ? '\n' : '\t', {
          kind: 'table-cell',
          zone: 'table',
          origin,
          cell: { ...placed.cell, table, name: `表${table}!${String.fromCharCode(65 + placed.cell.column)}${placed.cell.row + 1}` },
        })
    } else {
      const level = part.level === undefined ? {} : { level: part.level }
      put(part.text, '\n', { kind: part.kind, zone: 'body', origin, ...level })
    }
  }
  return { file, text: lines.join(''), blocks, structural: [], unexplained: [] }
}

/** Cells in reading order, with the columns that merged cells above leave free. */
function placeCells(rows: readonly (readonly CellPart[])[]) {
  const taken = new Set<string>()
  return rows.flatMap((cells, row) => {
    let column = 0
    return cells.map((given, index) => {
      const { text, rows: rowSpan = 1, columns: columnSpan = 1, header = false } = typeof given === 'string' ? { text: given } : given
      while (taken.has(`${row}:${column}`)) column += 1
      const at = column
      for (let down = 0; down < rowSpan; down += 1)
        for (let right = 0; right < columnSpan; right += 1) taken.add(`${row + down}:${at + right}`)
      return { text, last: index === cells.length - 1, cell: { row, column: at, rowSpan, columnSpan, header } }
    })
  })
}

/** The place of the words between ‹ and › where the marked words stand in the text. */
export function place({ file, text }: DocumentText, marked: string): Span {
  const words = marked.replace(/[‹›]/gu, '')
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`${file} does not hold ${words}`)
  return { start: at + marked.indexOf('‹'), end: at + marked.indexOf('›') - 1 }
}

export function evidence(document: DocumentText, marked: string): Evidence {
  const span = place(document, marked)
  const index = document.blocks.findIndex((block) => block.span.start <= span.start && span.start < block.span.end)
  const block = document.blocks[index]
  return {
    quote: document.text.slice(span.start, span.end),
    ...span,
    block: index,
    ...(block?.origin.page === undefined ? {} : { page: block.origin.page }),
    ...(block?.cell === undefined ? {} : { cell: block.cell.name }),
  }
}
