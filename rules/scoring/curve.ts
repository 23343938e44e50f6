/** Points as a function of one number, monotone between its knots: what all the numbers that a value allows can earn. */
import { type Decimal, least, most } from './decimal.ts'
import { type Interval, isExact } from './interval.ts'

export interface Curve {
  readonly at: (x: Decimal) => Decimal
  /** Where the function turns or jumps. */
  readonly knots: readonly Decimal[]
}

export function range({ at, knots }: Curve, allowed: Interval): { readonly low: Decimal; readonly high: Decimal } {
  if (isExact(allowed)) {
    const points = at(allowed.from)
    return { low: points, high: points }
  }
  const inside = knots.filter((knot) => knot.gt(allowed.from) && knot.lt(allowed.to))
  let low = at(allowed.from)
  let high = low
  for (const x of [allowed.to, ...inside]) {
    const points = at(x)
    low = least(low, points)
    high = most(high, points)
  }
  return { low, high }
}
