/** The grid of one HTML table while it is read: where the next cell stands, given the row and column spans of those before it. */
import type { BlockDraft } from './reading.ts'

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
