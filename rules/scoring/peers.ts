/** All counties' numbers of one thing in one period, as one of them stands among the others: who is surely and possibly better, their mean and their ends. */
import { type Decimal, infinity, least, most, sum, zero } from './decimal.ts'
import { type Interval, isExact } from './interval.ts'
import { type End, type Ends, endsOf, firstAfter, outermost } from './peer-ends.ts'
import type { Peers } from './scope.ts'

export interface PeerNumber {
  readonly county: string
  /** What a county's value allows. */
  readonly read: Interval
  /** All that the doubts about it leave open; null where there are none. */
  readonly doubted: Interval | null
  /** Where it is not known whether the item applies to the county at all. */
  readonly mayBeOut: boolean
}

/** How the counties' numbers look from one of them. */
export type PeersOf = (county: string) => Peers

/** The same counties as they were read, and with all that doubts leave open; the second only where some are in doubt. */
export interface PeerNumbers {
  readonly asRead: PeersOf
  readonly doubted: PeersOf | null
}

export function peerNumbersOf(numbers: readonly PeerNumber[]): PeerNumbers {
  const inDoubt = numbers.some(({ doubted }) => doubted !== null)
  const among = (numberOf: (number: PeerNumber) => Interval): PeersOf => {
    const field = new Field(numbers.map((each) => ({ county: each.county, number: numberOf(each), mayBeOut: each.mayBeOut })))
    return (county) => new Standing(field, county)
  }
  return { asRead: among(({ read }) => read), doubted: inDoubt ? among(({ read, doubted }) => doubted ?? read) : null }
}

interface Entry {
  readonly county: string
  readonly number: Interval
  readonly mayBeOut: boolean
}

/** What is the same for all counties, made once: ends sorted, and summed as far as they are finite. */
class Field {
  readonly entries: ReadonlyMap<string, Entry>
  /** Those that count surely, and those to which the item may not apply. */
  readonly sure: Ends
  readonly perhaps: Ends
  readonly totals: Readonly<Record<End, { readonly finite: Decimal; readonly endless: number }>>
  /** The mean of all, as long as all have a place: what it is for each whose own number is as it was read. */
  readonly means: Readonly<Record<End, Decimal>> | null
  /** What is not known of them leaves the others' points open. */
  readonly unsettled: readonly Entry[]

  constructor(entries: readonly Entry[]) {
    this.entries = new Map(entries.map((entry) => [entry.county, entry]))
    const sure = entries.filter(({ mayBeOut }) => !mayBeOut).map(({ number }) => number)
    this.sure = endsOf(sure)
    this.perhaps = endsOf(entries.filter(({ mayBeOut }) => mayBeOut).map(({ number }) => number))
    this.totals = { from: totalOf(sure.map(({ from }) => from)), to: totalOf(sure.map(({ to }) => to)) }
    const isWhole = this.perhaps.froms.length === 0 && sure.length > 0 && this.totals.from.endless === 0 && this.totals.to.endless === 0
    this.means = isWhole ? { from: this.totals.from.finite.div(sure.length), to: this.totals.to.finite.div(sure.length) } : null
    this.unsettled = entries.filter(({ number, mayBeOut }) => mayBeOut || !isExact(number))
  }
}

function totalOf(ends: readonly Decimal[]): { readonly finite: Decimal; readonly endless: number } {
  const finite = ends.filter((each) => each.isFinite())
  return { finite: sum(finite), endless: ends.length - finite.length }
}

/** A prefecture's counties; a province's would be tried for each of them. */
const MOST_ENDS = 120

/** How many of those that are not settled are named. */
const NAMED = 8

/** A class, because one is made for every item of every county. */
class Standing implements Peers {
  private readonly field: Field
  private readonly county: string
  private readonly itself: Entry | undefined

  constructor(field: Field, county: string) {
    this.field = field
    this.county = county
    this.itself = field.entries.get(county)
  }

  get count(): Peers['count'] {
    const { sure, perhaps } = this.field
    const isPerhaps = this.itself?.mayBeOut === true ? 1 : 0
    return { least: sure.froms.length + isPerhaps, most: sure.froms.length + perhaps.froms.length }
  }

  better(own: Interval, direction: 'higher' | 'lower'): ReturnType<Peers['better']> {
    const { sure, perhaps } = this.field
    const surely = direction === 'higher' ? aboveSurely(sure, own) : belowSurely(sure, own)
    // A number that is not exact may be above its own lower end, and above any within it.
    const [stored, isHigher] = [this.itself?.number ?? own, direction === 'higher']
    const itself = (isHigher ? stored.to.gt(own.from) : stored.from.lt(own.to)) ? 1 : 0
    const isPerhaps = this.itself?.mayBeOut === true
    const possibly = (ends: Ends): number => (direction === 'higher' ? above(ends.tos, own.from) : below(ends.froms, own.to))
    const [among, more] = [possibly(sure) - (isPerhaps ? 0 : itself), possibly(perhaps) - (isPerhaps ? itself : 0)]
    const others = sure.froms.length - (isPerhaps ? 0 : 1)
    const most = sure.froms.length + perhaps.froms.length - 1
    return {
      least: surely,
      most: Math.max(surely, Math.min(among + more, most)),
      behind: { least: Math.max(0, others - among), most: most - surely },
    }
  }

  mean(own: Decimal, end: End): Decimal {
    const { perhaps, means } = this.field
    if (means !== null && this.itself?.number[end].eq(own)) return means[end]
    const { finite, endless } = this.field.totals[end]
    const counted = this.itself !== undefined && !this.itself.mayBeOut ? this.itself.number[end] : null
    if (endless > (counted !== null && !counted.isFinite() ? 1 : 0)) return end === 'to' ? infinity : infinity.neg()
    let count = this.field.sure.froms.length - (counted === null ? 0 : 1) + 1
    let all = finite.minus(counted?.isFinite() ? counted : zero).plus(own)
    const ordered = end === 'to' ? [...perhaps.tos].reverse() : perhaps.froms
    let isPassed = this.itself?.mayBeOut !== true
    for (const each of ordered) {
      if (!isPassed && each.eq(this.itself?.number[end] ?? each)) {
        isPassed = true
        continue
      }
      const mean = all.div(count)
      if (end === 'to' ? !each.gt(mean) : !each.lt(mean)) break
      all = all.plus(each)
      count += 1
    }
    return all.div(count)
  }

  endsWithin({ from, to }: Interval): readonly Decimal[] | null {
    const { sure, perhaps } = this.field
    const inside = [sure.froms, sure.tos, perhaps.froms, perhaps.tos].flatMap((ends) => ends.filter((end) => end.gte(from) && end.lte(to)))
    return inside.length > MOST_ENDS ? null : inside
  }

  get alone(): boolean {
    return this.field.entries.size <= 1
  }

  /** Where its share is least, the others lie as high as they can, the sure ones no lower, the perhaps ones only where they are higher; so the other way round. */
  ends(): ReturnType<Peers['ends']> {
    const own = this.itself?.number ?? null
    const isPerhaps = this.itself?.mayBeOut === true
    const sure = (end: End, side: 'lowest' | 'highest') => outermost(this.field.sure, end, side, isPerhaps ? null : own)
    const perhaps = (end: End, side: 'lowest' | 'highest') => outermost(this.field.perhaps, end, side, isPerhaps ? own : null)
    const [low, high] = [sure('to', 'lowest'), sure('from', 'highest')]
    return {
      top: { lowest: low.at ?? infinity, highest: furthest(most, sure('to', 'highest').at, perhaps('to', 'highest').at) ?? infinity.neg() },
      bottom: {
        lowest: furthest(least, sure('from', 'lowest').at, perhaps('from', 'lowest').at) ?? infinity,
        highest: high.at ?? infinity.neg(),
      },
      openTop: low.open,
      openBottom: high.open,
    }
  }

  unsettled(matters: (number: Interval) => boolean): ReturnType<Peers['unsettled']> {
    const counties: string[] = []
    for (const { county, number } of this.field.unsettled) {
      if (county === this.county || !matters(number)) continue
      if (counties.length === NAMED) return { counties, more: true }
      counties.push(county)
    }
    return { counties, more: false }
  }
}

const furthest = (choose: typeof least, one: Decimal | undefined, other: Decimal | undefined): Decimal | undefined =>
  one === undefined ? other : other === undefined ? one : choose(one, other)

const above = (sorted: readonly Decimal[], value: Decimal): number => sorted.length - firstAfter(sorted, value, true)
const below = (sorted: readonly Decimal[], value: Decimal): number => firstAfter(sorted, value, false)

/** Numbers that lie above another's upper end whatever both are: an open end that meets it is above it. */
function aboveSurely({ froms, openFroms }: Ends, { to, openTo }: Interval): number {
  const beyond = above(froms, to)
  const equal = froms.length - beyond - firstAfter(froms, to, false)
  return beyond + meeting(openFroms, froms.length - beyond - equal, equal, openTo)
}

function belowSurely({ tos, openTos }: Ends, { from, openFrom }: Interval): number {
  const beyond = below(tos, from)
  const equal = firstAfter(tos, from, true) - beyond
  return beyond + meeting(openTos, beyond, equal, openFrom)
}

/** Of ends that meet another's, those that cannot be equal to it. */
function meeting(open: readonly boolean[], start: number, equal: number, isOpen: boolean): number {
  if (equal === 0 || isOpen) return equal
  let count = 0
  for (let at = start; at < start + equal; at++) if (open[at] === true) count++
  return count
}
