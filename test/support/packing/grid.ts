/** The merge marks of a source table as spans. */
import type { SourceRow } from './sample.ts'

export interface GridCell {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly header: boolean
  rowSpan: number
  columnSpan: number
}

/** The cells that have a place of their own, row by row. Short rows are filled up with empty cells. */
export function gridOf(rows: readonly SourceRow[]): GridCell[][] {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const owners: GridCell[][] = []
  return rows.map(({ cells, header }, row) => {
    const own: GridCell[] = []
    owners[row] = []
    for (let column = 0; column < width; column++) {
      const text = cells[column] ?? ''
      const covering = text === '<' ? owners[row]?.[column - 1] : text === '^' ? owners[row - 1]?.[column] : undefined
      const cell = covering ?? { text: text === '<' || text === '^' ? '' : text, row, column, header, rowSpan: 1, columnSpan: 1 }
      if (covering === undefined) own.push(cell)
      cell.rowSpan = Math.max(cell.rowSpan, row - cell.row + 1)
      cell.columnSpan = Math.max(cell.columnSpan, column - cell.column + 1)
      owners[row]?.push(cell)
    }
    return own
  })
}
