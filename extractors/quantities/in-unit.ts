/** Amounts in a unit that is a multiple of another (万元 of 元): documents' are multiplied out, an indicator may be reckoned in the larger. */
import { multipliers } from './measure.ts'

interface Amount {
  readonly value: number
  readonly upper?: number
  readonly unit: string
}

/** How many of the smaller unit make one of the larger: 万元 and 元 10000, the same unit 1; null where neither holds. */
export function multipleOf(larger: string, smaller: string): number | null {
  if (larger === smaller) return 1
  return larger.endsWith(smaller) && smaller !== '' ? (multipliers[larger.slice(0, -smaller.length)] ?? null) : null
}

/** The amount in the larger unit, where its own is what that is a multiple of; else as it is. */
export function inUnit<Of extends Amount>(amount: Of, unit: string): Of {
  const factor = multipleOf(unit, amount.unit)
  if (factor === null || factor === 1) return amount
  const divided = (value: number): number => Number((value / factor).toPrecision(15))
  return { ...amount, unit, value: divided(amount.value), ...(amount.upper === undefined ? {} : { upper: divided(amount.upper) }) }
}
