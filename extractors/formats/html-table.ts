/** The grid of one HTML table while it is read: where the next cell stands, given the row and column spans of those before it; and what in it is no part of the table. */
import type { BlockDraft } from './reading.ts'
import { type PlacedCell, splitRegion } from './sheets/sheet.ts'

export interface OpenTable {
  readonly number: number
  /** Index of the first block that came after the table's start. */
  readonly firstBlock: number
  row: number
  column: number
  /** True once a table within was found: the cells then are no cells. */
  layout: boolean
  cell: { text: string; readonly draft: NonNullable<BlockDraft['cell']> } | null
  /** For each column, the first row that no cell above reaches into. */
  readonly freeFrom: number[]
}

const MOST_COLUMNS = 1000
const LEAST_ROWS = 2
const LONGEST_CELL = 40
const MOST_ROWS_SPANNED = 2000

export const newTable = (number: number, firstBlock: number): OpenTable => ({
  number,
  firstBlock,
  row: -1,
  column: 0,
  layout: false,
  cell: null,
  freeFrom: [],
})

/** Opens the next cell of the row; a cell before any row opens the first row. */
export function placeCell(table: OpenTable, rowSpanText: string | undefined, columnSpanText: string | undefined, header: boolean): void {
  table.row = Math.max(0, table.row)
  while ((table.freeFrom[table.column] ?? 0) > table.row) table.column++
  const { row, column } = table
  const columnSpan = spanOf(columnSpanText, Math.max(1, MOST_COLUMNS - column))
  const rowSpan = spanOf(rowSpanText, MOST_ROWS_SPANNED)
  for (let at = column; at < column + columnSpan; at++) table.freeFrom[at] = row + rowSpan
  table.column = column + columnSpan
  table.cell = { text: '', draft: { table: table.number, row, column, rowSpan, columnSpan, header } }
}

function spanOf(text: string | undefined, most: number): number {
  const span = Number.parseInt(text ?? '1', 10)
  return Number.isFinite(span) ? Math.min(most, Math.max(1, span)) : 1
}

/** Rows of such short cells, or a row of header cells, are data: a table in one of the cells behind them is told in its place, and no sign of layout. */
export function isDataTable({ layout, number, firstBlock, row }: OpenTable, blocks: readonly BlockDraft[]): boolean {
  if (layout) return false
  const cells = blocks.slice(firstBlock).filter(({ cell }) => cell?.table === number)
  if (cells.some(({ cell }) => cell?.header)) return true
  const counts = new Map<number, number>()
  for (const { cell } of cells) if (cell !== undefined && cell.row < row) counts.set(cell.row, (counts.get(cell.row) ?? 0) + 1)
  return (
    counts.size >= LEAST_ROWS && [...counts.values()].every((count) => count > 1) && cells.every(({ text }) => text.length <= LONGEST_CELL)
  )
}

/** Worksheets saved as web pages are one table, with its title, its unit and its remarks in rows of their own: these become paragraphs. */
export function partTable(blocks: BlockDraft[], { firstBlock: from, number }: OpenTable): void {
  const rows = new Map<number, (PlacedCell & { readonly at: number })[]>()
  for (let at = from; at < blocks.length; at++) {
    const { cell, text } = blocks[at] as BlockDraft
    if (cell === undefined) return
    if (cell.table !== number) continue
    const row = rows.get(cell.row) ?? []
    rows.set(cell.row, row)
    row.push({ ...cell, text, at })
  }
  const { above, table, below } = splitRegion([...rows.values()])
  // A header over the second column alone is none of these.
  if (table.length === 0 || above.some(([first]) => first !== undefined && first.column > 0)) return
  for (const { at } of [...above, ...below].flat()) {
    const { text, origin } = blocks[at] as BlockDraft
    blocks[at] = { kind: 'paragraph', text, origin }
  }
}
