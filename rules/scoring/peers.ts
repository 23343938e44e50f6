/** All counties' numbers of one thing in one period: who is surely and possibly better than a value, and the mean, lowest and highest that they allow. */
import { type Decimal, decimal, infinity, least, most, sum } from './decimal.ts'
import { closed, type Interval } from './interval.ts'
import type { Peers } from './scope.ts'

export interface PeerNumber {
  /** What a county's value allows. */
  readonly read: Interval
  /** All that the doubts about it leave open; null where there are none. */
  readonly doubted: Interval | null
}

/** The same counties as they were read, and with all that doubts leave open; the second only where some are in doubt. */
export interface PeerNumbers {
  readonly asRead: Peers
  readonly doubted: Peers | null
}

export function peerNumbersOf(numbers: readonly PeerNumber[]): PeerNumbers {
  const inDoubt = numbers.some(({ doubted }) => doubted !== null)
  return {
    asRead: peersOf(numbers.map(({ read }) => read)),
    doubted: inDoubt ? peersOf(numbers.map(({ read, doubted }) => doubted ?? read)) : null,
  }
}

/** `numbers`: of each county what its value allows; counties to which it does not apply are left out. */
export function peersOf(numbers: readonly Interval[]): Peers {
  const froms = numbers.map(({ from }) => from).sort((a, b) => a.cmp(b))
  const tos = numbers.map(({ to }) => to).sort((a, b) => a.cmp(b))
  const above = (sorted: readonly Decimal[], value: Decimal): number => sorted.length - firstAfter(sorted, value, true)
  const below = (sorted: readonly Decimal[], value: Decimal): number => firstAfter(sorted, value, false)
  const count = decimal(Math.max(1, numbers.length))
  return {
    count: numbers.length,
    better: (own, direction) => {
      const itself = own.from.eq(own.to) ? 0 : 1
      const [surely, possibly] =
        direction === 'higher' ? [above(froms, own.to), above(tos, own.from)] : [below(tos, own.from), below(froms, own.to)]
      return { least: surely, most: Math.max(surely, Math.min(possibly - itself, numbers.length - 1)) }
    },
    mean: closed(sum(froms).div(count), sum(tos).div(count)),
    lowest: extreme(froms[0] ?? infinity.neg(), tos, least),
    highest: extreme(tos.at(-1) ?? infinity, froms, most),
  }
}

/** The lowest is at least the lowest lower end and at most the lowest upper end; so with the highest. */
function extreme(end: Decimal, others: readonly Decimal[], choose: typeof least): Interval {
  const other = others.reduce<Decimal>((chosen, each) => choose(chosen, each), others[0] ?? end)
  return closed(least(end, other), most(end, other))
}

/** How many of the sorted numbers are smaller than a value, or with `equal` not larger. */
function firstAfter(sorted: readonly Decimal[], value: Decimal, equal: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const order = sorted[middle]?.cmp(value) ?? 0
    if (order < 0 || (equal && order === 0)) low = middle + 1
    else high = middle
  }
  return low
}
