/**
 * The numbers that a stated value allows: 91%以上 is everything from 91 on, 约85 what lies near it, a value not found everything that the indicator can
 * be. A rule is settled only where all of them earn the same points.
 */
import type { Comparator } from '../../extractors/quantities/comparator.ts'
import { type Decimal, decimal, infinity, least, most } from './decimal.ts'

export interface Interval {
  readonly from: Decimal
  readonly to: Decimal
  /** An open end leaves its number out. */
  readonly openFrom: boolean
  readonly openTo: boolean
}

export const closed = (from: Decimal, to: Decimal): Interval => ({ from, to, openFrom: false, openTo: false })
export const exactly = (value: Decimal): Interval => closed(value, value)
const endless = infinity.neg()
export const anything: Interval = closed(endless, infinity)

/** What a comparator leaves open; `approximate` is the share in percent that 约 may be off. */
export function allowed(comparator: Comparator, value: Decimal, upper: Decimal, approximate: number): Interval {
  if (comparator === '>=' || comparator === '>') return { from: value, to: infinity, openFrom: comparator === '>', openTo: false }
  if (comparator === '<=' || comparator === '<') return { from: endless, to: upper, openFrom: false, openTo: comparator === '<' }
  if (comparator === '=') return closed(value, upper)
  const off = (each: Decimal): Decimal => each.abs().times(approximate).div(100)
  return closed(value.minus(off(value)), upper.plus(off(upper)))
}

export const isExact = ({ from, to }: Interval): boolean => from.eq(to)

export function meet(a: Interval, b: Interval): Interval | null {
  const [lower, upper] = [a.from.cmp(b.from), a.to.cmp(b.to)]
  const from = lower >= 0 ? a.from : b.from
  const to = upper <= 0 ? a.to : b.to
  const openFrom = (lower >= 0 && a.openFrom) || (lower <= 0 && b.openFrom)
  const openTo = (upper <= 0 && a.openTo) || (upper >= 0 && b.openTo)
  const width = from.cmp(to)
  if (width > 0 || (width === 0 && (openFrom || openTo))) return null
  // Almost every reading lies within what it can be.
  return from === a.from && to === a.to && openFrom === a.openFrom && openTo === a.openTo ? a : { from, to, openFrom, openTo }
}

export const hull = (a: Interval, b: Interval): Interval => ({
  from: least(a.from, b.from),
  to: most(a.to, b.to),
  openFrom: a.from.eq(b.from) ? a.openFrom && b.openFrom : a.from.lt(b.from) ? a.openFrom : b.openFrom,
  openTo: a.to.eq(b.to) ? a.openTo && b.openTo : a.to.gt(b.to) ? a.openTo : b.openTo,
})

const isSame = (a: Interval, b: Interval): boolean =>
  a === b || (a.from.eq(b.from) && a.to.eq(b.to) && a.openFrom === b.openFrom && a.openTo === b.openTo)

export const plus = (a: Interval, b: Interval): Interval => ({
  from: a.from.plus(b.from),
  to: a.to.plus(b.to),
  openFrom: a.openFrom || b.openFrom,
  openTo: a.openTo || b.openTo,
})

export const minus = (a: Interval, b: Interval): Interval => ({
  from: difference(a.from, b.to),
  to: difference(a.to, b.from),
  openFrom: a.openFrom || b.openTo,
  openTo: a.openTo || b.openFrom,
})

/** Nothing is known of ∞ − ∞: the lower end stays low and the upper high, because ends of the same sign never meet in `minus`. */
const difference = (a: Decimal, b: Decimal): Decimal => (a.isFinite() ? (b.isFinite() ? a.minus(b) : b.neg()) : a)

/** The threshold that an operator and a number set: `>=` 91 is everything from 91 on. */
export const threshold = (op: Exclude<Comparator, '~'>, value: number): Interval => allowed(op, decimal(value), decimal(value), 0)

export type Truth = 'yes' | 'no' | 'unknown'

/** Whether a value satisfies a threshold: only if every number that it allows does. */
export function satisfies(value: Interval, asked: Interval): Truth {
  const both = meet(value, asked)
  return both === null ? 'no' : isSame(both, value) ? 'yes' : 'unknown'
}

/** 91、≥91、91—95, as the reasons quote it. */
export function intervalWords({ from, to, openFrom, openTo }: Interval): string {
  if (from.eq(to)) return from.toFixed()
  if (!from.isFinite() && !to.isFinite()) return '任意值'
  if (!to.isFinite()) return `${openFrom ? '＞' : '≥'}${from.toFixed()}`
  if (!from.isFinite()) return `${openTo ? '＜' : '≤'}${to.toFixed()}`
  return `${from.toFixed()}—${to.toFixed()}`
}
