/**
 * A reading becomes a Document: one block a line, the cells of a row separated by tabs, headers, footers and notes at the end; each block with its place,
 * kind, zone and, in tables, the cell's name. What the blocks are is told in `layout.ts`.
 */
import type { Block, Document, Span, TableCell } from '../document.ts'
import { fold } from '../language/fold.ts'
import { rejection } from './codes.ts'
import { type LaidOut, layOut } from './layout.ts'
import type { BlockDraft, Reading } from './reading.ts'
import { columnName } from './sheets/cell-reference.ts'

interface TextBlock {
  readonly draft: BlockDraft
  readonly text: string
}

/** Throws Rejection E_EMPTY where the reading holds no text. `titleWords`: what titles end with (报告, 总结, 通报 …). */
export function assemble(file: string, sha256: string, reading: Reading, titleWords: readonly string[]): Document {
  const laid = layOut(inReadingOrder(reading.blocks.flatMap(toText)), titleWords)
  if (laid.length === 0) throw rejection('E_EMPTY')
  const { text, spans } = join(laid)
  const corners = tableCorners(laid)
  const blocks = laid.map((block, index): Block => toBlock(block, spans[index] ?? { start: 0, end: 0 }, corners))
  const { format, pages, notices, incomplete } = reading
  return { file, sha256, format, pages, text, folded: fold(text, spans), blocks, notices, incomplete }
}

function toText(draft: BlockDraft): TextBlock[] {
  const own = clean(draft.text)
  const label = clean(draft.label ?? '')
  if (own === '') return []
  const blank = /[0-9A-Za-z.]$/u.test(label) && /^[0-9A-Za-z]/u.test(own) ? ' ' : ''
  return [{ draft, text: label + blank + own }]
}

/** Without control characters, lone surrogates, and the blanks at both ends of each line. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Headers, footers and notes go to the end; the rows of a table are put in order. Headers and footers that repeat are given once. */
function inReadingOrder(blocks: readonly TextBlock[]): TextBlock[] {
  const isAside = ({ draft: { kind } }: TextBlock): boolean => kind === 'header' || kind === 'footer'
  const isNote = ({ draft: { kind } }: TextBlock): boolean => kind === 'note'
  const asides = new Map(blocks.filter(isAside).map((block) => [`${block.draft.kind}:${block.text}`, block]))
  const body = blocks.filter((block) => !isAside(block) && !isNote(block))
  return [...sortRows(body), ...asides.values(), ...blocks.filter(isNote)]
}

/** Cells of one table that stand together come row by row, each row from the left. */
function sortRows(blocks: readonly TextBlock[]): TextBlock[] {
  const sorted: TextBlock[] = []
  for (let at = 0; at < blocks.length; ) {
    const table = blocks[at]?.draft.cell?.table
    let end = at + 1
    while (table !== undefined && blocks[end]?.draft.cell?.table === table) end++
    const group = blocks.slice(at, end)
    for (const block of table === undefined ? group : group.sort(byPlace)) sorted.push(block)
    at = end
  }
  return sorted
}

const byPlace = (a: TextBlock, b: TextBlock): number =>
  (a.draft.cell?.row ?? 0) - (b.draft.cell?.row ?? 0) || (a.draft.cell?.column ?? 0) - (b.draft.cell?.column ?? 0)

function join(blocks: readonly LaidOut[]): { readonly text: string; readonly spans: readonly Span[] } {
  const parts: string[] = []
  const spans: Span[] = []
  let length = 0
  for (const [index, { text, draft }] of blocks.entries()) {
    if (index > 0) {
      parts.push(isSameRow(blocks[index - 1]?.draft, draft) ? '\t' : '\n')
      length++
    }
    parts.push(text)
    spans.push({ start: length, end: length + text.length })
    length += text.length
  }
  return { text: parts.join(''), spans }
}

const isSameRow = (left: BlockDraft | undefined, right: BlockDraft): boolean =>
  left?.cell !== undefined && left.cell.table === right.cell?.table && left.cell.row === right.cell.row

interface Corner {
  readonly row: number
  readonly column: number
}

/** A worksheet's tables keep the sheet's rows and columns until here; inside the document every table begins at 0, 0. */
function tableCorners(blocks: readonly LaidOut[]): ReadonlyMap<number, Corner> {
  const corners = new Map<number, Corner>()
  for (const { draft } of blocks) {
    if (!draft.cell || draft.origin.sheet === undefined) continue
    const { table, row, column } = draft.cell
    const corner = corners.get(table) ?? { row, column }
    corners.set(table, { row: Math.min(corner.row, row), column: Math.min(corner.column, column) })
  }
  return corners
}

function toBlock({ draft, kind, level, zone }: LaidOut, span: Span, corners: ReadonlyMap<number, Corner>): Block {
  const { origin, cell } = draft
  return {
    kind,
    span,
    zone,
    origin,
    ...(level === undefined ? {} : { level }),
    ...(cell === undefined ? {} : { cell: named(cell, origin.sheet, corners.get(cell.table)) }),
  }
}

function named(cell: Omit<TableCell, 'name'>, sheet: string | undefined, corner: Corner = { row: 0, column: 0 }): TableCell {
  const name = `${sheet ?? `表${cell.table}`}!${columnName(cell.column)}${cell.row + 1}`
  return { ...cell, row: cell.row - corner.row, column: cell.column - corner.column, name }
}
