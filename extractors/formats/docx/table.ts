/**
 * The grid of one table while it is read: where the next cell stands, and which cells above reach down into this row.
 *
 * Covered parts of merged cells have no block of their own; text that a file keeps in them goes to the cell that covers them. A table of one
 * cell is a frame around paragraphs and leaves them as they are. A table inside a cell is read where it stands, as a table of its own.
 */
import type { BlockKind, Origin, TableCell } from '../../document.ts'

/** A block that can still change: a merged cell grows downwards, and its table gets its number at the end. */
export interface Draft {
  readonly kind: BlockKind
  text: string
  /** A Word file does not say on which page a block will stand. */
  readonly origin: Origin
  readonly level?: number
  readonly label?: string
  readonly cell?: DraftCell
}

type DraftCell = { -readonly [Key in keyof Omit<TableCell, 'name'>]: TableCell[Key] }

export interface OpenCell {
  columnSpan: number
  verticalMerge: 'none' | 'begins' | 'continues'
  /** Continues the cell to its left (the older way to merge). */
  joinsLeft: boolean
  removed: boolean
}

interface PlacedCell {
  readonly cell: DraftCell
  readonly content: Draft[]
}

export interface OpenRow {
  column: number
  header: boolean
  removed: boolean
}

export interface OpenTable {
  readonly number: number
  rows: number
  row: OpenRow | null
  /** How many rows from the first are marked as header rows; a mark further down means nothing. */
  headerRows: number
  cellCount: number
  readonly cells: PlacedCell[]
  /** By column: the cell that the next row may continue downwards. */
  readonly reachingDown: Map<number, PlacedCell>
}

export const MOST_COLUMNS = 200

export function openTable(number: number): OpenTable {
  return { number, rows: 0, row: null, headerRows: 0, cellCount: 0, cells: [], reachingDown: new Map() }
}

export const openRow = (): OpenRow => ({ column: 0, header: false, removed: false })

export const openCell = (): OpenCell => ({ columnSpan: 1, verticalMerge: 'none', joinsLeft: false, removed: false })

export function closeCell(table: OpenTable, row: OpenRow, open: OpenCell, content: readonly Draft[]): void {
  if (row.removed || open.removed) return
  const column = row.column
  row.column += open.columnSpan
  const left = table.cells.at(-1)
  if (open.joinsLeft && left?.cell.row === table.rows && left.cell.column + left.cell.columnSpan === column) {
    left.cell.columnSpan += open.columnSpan
    left.content.push(...content)
    return
  }
  const above = open.verticalMerge === 'continues' ? table.reachingDown.get(column) : undefined
  if (above !== undefined) {
    above.cell.rowSpan = table.rows - above.cell.row + 1
    above.content.push(...content)
    return
  }
  const cell = { table: table.number, row: table.rows, column, rowSpan: 1, columnSpan: open.columnSpan, header: isHeader(table, row) }
  const placed = { cell, content: [...content] }
  table.cellCount++
  table.cells.push(placed)
  for (let at = column; at < column + open.columnSpan; at++) table.reachingDown.delete(at)
  if (open.verticalMerge === 'begins') table.reachingDown.set(column, placed)
}

function isHeader(table: OpenTable, row: OpenRow): boolean {
  return row.header && table.headerRows === table.rows
}

export function closeRow(table: OpenTable): void {
  const row = table.row
  table.row = null
  if (row === null || row.removed) return
  if (isHeader(table, row)) table.headerRows++
  table.rows++
}

export function closeTable(table: OpenTable): Draft[] {
  const [only] = table.cells
  if (table.cellCount === 1 && only !== undefined) return only.content
  return table.cells.flatMap(({ cell, content }) => cellBlocks(cell, content))
}

/** One block for a cell's paragraphs; a table within it stands between what comes before and after it. */
function cellBlocks(cell: DraftCell, content: readonly Draft[]): Draft[] {
  const blocks: Draft[] = []
  let open: Draft | null = null
  for (const draft of content) {
    if (draft.cell !== undefined) {
      blocks.push(draft)
      open = null
    } else if (open === null) {
      open = cellBlock(cell, draft)
      blocks.push(open)
    } else {
      open.text += `\n${labelled(draft)}`
    }
  }
  return blocks
}

/** A cell may hold nothing but its automatic number (序号): then the number is its text. */
function cellBlock(cell: DraftCell, { text, label }: Draft): Draft {
  if (text === '') return { kind: 'table-cell', text: label ?? '', origin: {}, cell }
  return label === undefined ? { kind: 'table-cell', text, origin: {}, cell } : { kind: 'table-cell', text, origin: {}, cell, label }
}

/** "1." and "5月" must not become "1.5月". */
function labelled({ label = '', text }: Draft): string {
  return /[\w.]$/u.test(label) && /^\w/u.test(text) ? `${label} ${text}` : label + text
}
