/** Where a table's headers stand: the rows above its body, and the cells of words left of a number. */
import type { CellQuantity } from './cell-quantity.ts'
import type { Grid, GridCell } from './grid.ts'

/** Rows at the top before the first that holds numbers in its body; rows the file marks as headers count in any case, and so do rows of years. */
export function countHeaderRows(grid: Grid, numbers: ReadonlyMap<GridCell, CellQuantity>): number {
  let rows = 0
  while (rows < grid.rows) {
    const cells = Array.from({ length: grid.columns }, (_, column) => grid.at(rows, column)).filter((cell) => cell !== undefined)
    const marked = cells.length > 0 && cells.every(({ cell }) => cell.header)
    const counted = cells.filter((cell) => numbers.has(cell))
    if (!marked && counted.length > 0 && !areYears(counted, cells)) break
    rows++
  }
  return rows === grid.rows ? Math.min(1, grid.rows) : rows
}

/** 指标 | 2019 | 2020 | 2021: numbers that are years, one after the other, beside words. */
function areYears(counted: readonly GridCell[], cells: readonly GridCell[]): boolean {
  const years = counted.map(({ text }) => (YEAR.test(text.trim()) ? Number(text) : Number.NaN))
  return (
    counted.length > 1 &&
    counted.length < cells.length &&
    years.every((year, at) => at === 0 || Math.abs(year - (years[at - 1] ?? 0)) === 1)
  )
}

const YEAR = /^20[0-9]{2}$/u

/** The headers of a cell's column, outermost first. */
export function headersAbove(grid: Grid, { cell }: GridCell, headerRows: number): string[] {
  const path: string[] = []
  for (let row = 0; row < headerRows; row++) {
    const text = grid.at(row, cell.column)?.text
    const said = text !== undefined && YEAR.test(text.trim()) ? `${text.trim()}年` : text
    if (said && said !== path.at(-1)) path.push(said)
  }
  return path
}

/**
 * Cells of words left of a number in its row, from the left. What stands behind a number tells about the row and names nothing (检定员, 主要不合格项目), unless the
 * columns begin again (项目 | 数量 | 项目 | 数量) or it is what `counts` as a unit.
 */
export function headersLeft(
  grid: Grid,
  { cell }: GridCell,
  numbers: ReadonlyMap<GridCell, CellQuantity>,
  isUnit: (text: string) => boolean = () => false,
): GridCell[] {
  let path: GridCell[] = []
  let behind = false
  const first = grid.at(0, 0)?.text
  for (let column = 0; column < cell.column; column++) {
    const left = grid.at(cell.row, column)
    if (!left || left.text === '' || path.includes(left)) continue
    if (numbers.has(left)) behind = path.length > 0
    else if (!behind || isUnit(left.text)) path.push(left)
    else if (grid.at(0, column)?.text === first) [path, behind] = [[left], false]
  }
  return path
}

/** The words that stand alone in the row above a cell's: the first line of a label that was wrapped, or a heading over rows; '' where there are none. */
export function aloneAbove(grid: Grid, { cell }: GridCell): string {
  const row = cell.row - 1
  if (row < 1) return ''
  const others = Array.from({ length: grid.columns - 1 }, (_, at) => grid.at(row, at + 1))
  return others.every((other) => other === undefined || other.text === '') ? (grid.at(row, 0)?.text ?? '') : ''
}

/** The headers of the columns to the left of a cell's, nearest first, without that of the rows' labels. */
export function headersOfLefts(grid: Grid, cell: GridCell, headerRows: number): string[] {
  const headers: string[] = []
  for (let column = cell.cell.column - 1; column > 0; column--) {
    const above = grid.at(headerRows - 1, column)
    if (above) headers.push(headersAbove(grid, { ...above, cell: { ...above.cell, column } }, headerRows).join(''))
  }
  return headers
}

/** A header that the file repeats on a further page: 2019 | 2020 between the rows is no number. */
export const repeatsHeader = ({ cells }: Grid, { cell, text }: GridCell, headerRows: number): boolean =>
  cell.header && cells.some((other) => other.cell.row < headerRows && other.cell.column === cell.column && other.text === text)
