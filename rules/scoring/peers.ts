/** All counties' numbers of one thing in one period: who is surely and possibly better than a value, and the mean, lowest and highest that they allow. */
import { type Decimal, infinity, least, most, sum } from './decimal.ts'
import { closed, type Interval } from './interval.ts'
import type { Peers } from './scope.ts'

export interface PeerNumber {
  /** What a county's value allows. */
  readonly read: Interval
  /** All that the doubts about it leave open; null where there are none. */
  readonly doubted: Interval | null
  /** Where it is not known whether the item applies to the county at all. */
  readonly mayBeOut: boolean
}

/** The same counties as they were read, and with all that doubts leave open; the second only where some are in doubt. */
export interface PeerNumbers {
  readonly asRead: Peers
  readonly doubted: Peers | null
}

export function peerNumbersOf(numbers: readonly PeerNumber[]): PeerNumbers {
  const inDoubt = numbers.some(({ doubted }) => doubted !== null)
  const among = (numberOf: (number: PeerNumber) => Interval): Peers =>
    peersOf(numbers.filter(({ mayBeOut }) => !mayBeOut).map(numberOf), numbers.filter(({ mayBeOut }) => mayBeOut).map(numberOf))
  return { asRead: among(({ read }) => read), doubted: inDoubt ? among(({ read, doubted }) => doubted ?? read) : null }
}

/** `sure`: of each county what its value allows; `perhaps`: of those to which the item may not apply. */
function peersOf(sure: readonly Interval[], perhaps: readonly Interval[]): Peers {
  const all = [...sure, ...perhaps]
  const [sureEnds, allEnds] = [endsOf(sure), perhaps.length === 0 ? endsOf(sure) : endsOf(all)]
  return {
    count: { least: sure.length, most: all.length },
    better: (own, direction) => {
      const itself = own.from.eq(own.to) ? 0 : 1
      const surely = direction === 'higher' ? above(sureEnds.froms, own.to) : below(sureEnds.tos, own.from)
      const possiblyOf = ({ froms, tos }: Ends): number => (direction === 'higher' ? above(tos, own.from) : below(froms, own.to)) - itself
      const others = all.length - 1
      const behind = { least: Math.max(0, sure.length - 1 - possiblyOf(sureEnds)), most: others - surely }
      return { least: surely, most: Math.max(surely, Math.min(possiblyOf(allEnds), others)), behind }
    },
    mean: closed(
      meanOf(sureEnds.froms, endsOf(perhaps).froms, (each, mean) => each.lt(mean)),
      meanOf(sureEnds.tos, endsOf(perhaps).tos.reverse(), (each, mean) => each.gt(mean)),
    ),
    lowest: extreme(allEnds.froms[0] ?? infinity.neg(), sure.length > 0 ? sureEnds.tos : allEnds.tos, sure.length > 0 ? least : most),
    highest: extreme(allEnds.tos.at(-1) ?? infinity, sure.length > 0 ? sureEnds.froms : allEnds.froms, sure.length > 0 ? most : least),
  }
}

interface Ends {
  readonly froms: Decimal[]
  readonly tos: Decimal[]
}

/** Both ends, each sorted. */
const endsOf = (numbers: readonly Interval[]): Ends => ({
  froms: numbers.map(({ from }) => from).sort((a, b) => a.cmp(b)),
  tos: numbers.map(({ to }) => to).sort((a, b) => a.cmp(b)),
})

const above = (sorted: readonly Decimal[], value: Decimal): number => sorted.length - firstAfter(sorted, value, true)
const below = (sorted: readonly Decimal[], value: Decimal): number => firstAfter(sorted, value, false)

/** The mean of those that count surely, with as many of the others, the most telling first, as draw it further. */
function meanOf(sure: readonly Decimal[], perhaps: readonly Decimal[], draws: (each: Decimal, mean: Decimal) => boolean): Decimal {
  let [all, count] = [sum(sure), sure.length]
  for (const each of perhaps) {
    if (count > 0 && !draws(each, all.div(count))) break
    all = all.plus(each)
    count += 1
  }
  return all.div(Math.max(1, count))
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
