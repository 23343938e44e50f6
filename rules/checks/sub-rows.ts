/**
 * The rows of a table's column that add up to its total: rows from 其中 on are parts of the row before them and are left out, as many as make it up.
 *
 *   工业产品 84｜其中：建材 33｜农资 38｜食品相关产品 13｜食品 305｜合计 389     84 and 305
 */
import type { CheckedValue } from './check.ts'

export interface RowValue {
  readonly value: CheckedValue
  readonly startsParts: boolean
}

/** null where the rows from 其中 on do not make up the row before: what they are parts of cannot be told. */
export function withoutParts(rows: readonly RowValue[]): CheckedValue[] | null {
  const kept: CheckedValue[] = []
  for (let row = 0; row < rows.length; row++) {
    const { value, startsParts } = rows[row] as RowValue
    if (!startsParts) {
      kept.push(value)
      continue
    }
    const whole = kept.at(-1)?.value
    let added = value.value
    while (whole !== undefined && added < whole - 1e-6 && row + 1 < rows.length) added += rows[++row]?.value.value ?? 0
    if (whole === undefined || Math.abs(added - whole) > 1e-6) return null
  }
  return kept
}
