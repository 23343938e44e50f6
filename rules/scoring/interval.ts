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
export const anything: Interval = closed(infinity.neg(), infinity)

/** What a comparator leaves open; `approximate` is the share in percent that 约 may be off. */
export function allowed(comparator: Comparator, value: Decimal, upper: Decimal, approximate: number): Interval {
  if (comparator === '>=' || comparator === '>') return { ...closed(value, infinity), openFrom: comparator === '>' }
  if (comparator === '<=' || comparator === '<') return { ...closed(infinity.neg(), upper), openTo: comparator === '<' }
  if (comparator === '=') return closed(value, upper)
  const off = (each: Decimal): Decimal => each.abs().times(approximate).div(100)
  return closed(value.minus(off(value)), upper.plus(off(upper)))
}

export const isExact = ({ from, to }: Interval): boolean => from.eq(to)

export function meet(a: Interval, b: Interval): Interval | null {
  const from = most(a.from, b.from)
  const to = least(a.to, b.to)
  const openAt = (end: Decimal, key: 'from' | 'to', open: 'openFrom' | 'openTo'): boolean =>
    (a[key].eq(end) && a[open]) || (b[key].eq(end) && b[open])
  const both = { from, to, openFrom: openAt(from, 'from', 'openFrom'), openTo: openAt(to, 'to', 'openTo') }
  return from.gt(to) || (from.eq(to) && (both.openFrom || both.openTo)) ? null : both
}

export const hull = (a: Interval, b: Interval): Interval => ({
  from: least(a.from, b.from),
  to: most(a.to, b.to),
  openFrom: a.from.eq(b.from) ? a.openFrom && b.openFrom : a.from.lt(b.from) ? a.openFrom : b.openFrom,
  openTo: a.to.eq(b.to) ? a.openTo && b.openTo : a.to.gt(b.to) ? a.openTo : b.openTo,
})

/** Whether one holds all of the other. */
export function holds(outer: Interval, inner: Interval): boolean {
  const both = meet(outer, inner)
  if (both === null) return false
  return both.from.eq(inner.from) && both.to.eq(inner.to) && both.openFrom === inner.openFrom && both.openTo === inner.openTo
}

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
export const satisfies = (value: Interval, asked: Interval): Truth =>
  holds(asked, value) ? 'yes' : meet(asked, value) === null ? 'no' : 'unknown'

/** 91、≥91、91—95, as the reasons quote it. */
export function intervalWords({ from, to, openFrom, openTo }: Interval): string {
  if (from.eq(to)) return from.toFixed()
  if (!from.isFinite() && !to.isFinite()) return '任意值'
  if (!to.isFinite()) return `${openFrom ? '＞' : '≥'}${from.toFixed()}`
  if (!from.isFinite()) return `${openTo ? '＜' : '≤'}${to.toFixed()}`
  return `${from.toFixed()}—${to.toFixed()}`
}
