/** Cell names as worksheets write them: "C5" is row 4, column 2; "A1:C1" an area. */
import type { Merge } from './sheet.ts'

/** Excel's own bounds. */
export const MOST_ROWS = 1_048_576
export const MOST_COLUMNS = 16_384

export interface CellPlace {
  readonly row: number
  readonly column: number
}

export function parseReference(reference: string): CellPlace | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/u.exec(reference.trim())
  if (!match) return null
  let column = 0
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(match[2])
  return row >= 1 && row <= MOST_ROWS && column <= MOST_COLUMNS ? { row: row - 1, column: column - 1 } : null
}

export function parseArea(area: string): Merge | null {
  const [from, to] = area.split(':').map(parseReference)
  if (!from || !to || to.row < from.row || to.column < from.column) return null
  return { ...from, lastRow: to.row, lastColumn: to.column }
}

/** 0 is A, 26 is AA. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}
