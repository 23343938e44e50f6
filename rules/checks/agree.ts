/**
 * Whether two statements of one thing can both be true: equal figures, figures equal once rounded, a figure within the other's bound or range.
 *
 *   97.69% and 97.7%      rounded        97.5% and 97%以上     within
 *   97.69% and 97.6%      cut off: close 97.5% and 98%以上     apart
 */
import type { Value } from '../../extractors/indicators/value.ts'
import { writtenStep } from '../../extractors/quantities/rounding.ts'

export type Statement = Pick<Value, 'value' | 'upper' | 'comparator' | 'unit' | 'evidence'>

/** `same` also once rounded; `within` a bound, a range or an estimate; `close`, off by less than the last digit written; `apart`. */
export type Agreement = 'same' | 'within' | 'close' | 'apart'

/** How far an estimate (约) may be from the figure, as a share of it. */
const ESTIMATE = 0.05

export function agreement(one: Statement, other: Statement): Agreement {
  if (isExact(one) && isExact(other)) return ofExact(one, other)
  const [low, high] = bounds(one)
  const [otherLow, otherHigh] = bounds(other)
  return low <= otherHigh + 1e-9 && otherLow <= high + 1e-9 ? 'within' : 'apart'
}

/** So many of something, as it is: no rate, no points, none that is only bounded. */
export const isStatedCount = (value: Statement & Pick<Value, 'role'>): boolean =>
  value.role === 'actual' && !/^[%‰]|个百分点|分$|倍/u.test(value.unit) && isExact(value) && value.value > 0

export const isExact = ({ comparator, upper }: Statement): boolean => comparator === '=' && upper === undefined

function ofExact(one: Statement, other: Statement): Agreement {
  const off = Math.abs(one.value - other.value)
  if (off <= 1e-9) return 'same'
  // All is not rounded from nearly all.
  if (one.unit === '%' && Math.max(one.value, other.value) === 100) return 'apart'
  const step = Math.max(stepOf(one), stepOf(other))
  if (Math.min(stepOf(one), stepOf(other)) >= step) return isWhole(one) ? 'apart' : off <= step + 1e-9 ? 'close' : 'apart'
  return off <= step / 2 + 1e-9 ? 'same' : off < step ? 'close' : 'apart'
}

/** Counts of things are not rounded, sums of money in 万元 are. */
const isWhole = (statement: Statement): boolean => statement.unit !== '%' && stepOf(statement) <= 1

export const stepOf = ({ evidence, value }: Statement): number => writtenStep(evidence.quote, value)

function bounds({ value, upper, comparator }: Statement): readonly [number, number] {
  if (upper !== undefined) return [value, upper]
  if (comparator === '>=' || comparator === '>') return [value, Number.POSITIVE_INFINITY]
  if (comparator === '<=' || comparator === '<') return [Number.NEGATIVE_INFINITY, value]
  const reach = comparator === '~' ? Math.abs(value) * ESTIMATE : 0
  return [value - reach, value + reach]
}
