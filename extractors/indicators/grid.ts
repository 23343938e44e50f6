/** A document's tables as grids: each cell reachable by row and column, merged cells from every place they cover. */
import { type Document, type FoldedSpan, type TableCell, toFolded } from '../document.ts'

export interface GridCell {
  readonly block: number
  readonly span: FoldedSpan
  readonly text: string
  readonly cell: TableCell
}

export interface Grid {
  readonly rows: number
  readonly columns: number
  readonly cells: readonly GridCell[]
  at(row: number, column: number): GridCell | undefined
  /** Index of the block before the table's first cell: its caption or the sentence above it. */
  readonly above: number
}

export function grids(document: Document): Grid[] {
  const tables = new Map<number, GridCell[]>()
  document.blocks.forEach((block, index) => {
    if (!block.cell) return
    const span = toFolded(document.folded, block.span)
    const cells = tables.get(block.cell.table) ?? []
    cells.push({ block: index, span, text: document.folded.text.slice(span.start, span.end), cell: block.cell })
    tables.set(block.cell.table, cells)
  })
  return [...tables.values()].map(toGrid)
}

function toGrid(cells: readonly GridCell[]): Grid {
  const places = new Map<number, GridCell>()
  let rows = 0
  let columns = 0
  for (const { cell } of cells) {
    rows = Math.max(rows, cell.row + cell.rowSpan)
    columns = Math.max(columns, cell.column + cell.columnSpan)
  }
  for (const entry of cells) {
    const { row, column, rowSpan, columnSpan } = entry.cell
    for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + columnSpan; c++) places.set(r * columns + c, entry)
  }
  return { rows, columns, cells, at: (row, column) => places.get(row * columns + column), above: (cells[0]?.block ?? 0) - 1 }
}
