/** What the engine works with beside the records: the scheme, how things are called, and what a number of each kind can be. */
import type { Indicator, Lexicon } from '../../extractors/lexicon.ts'
import { countyName } from '../../extractors/quantities/region.ts'
import type { CountyFeed } from './county-feed.ts'
import { infinity, one } from './decimal.ts'
import type { Decision } from './decisions.ts'
import { COUNT, indicatorDomain, SHARE } from './indicator-domain.ts'
import { anything, closed, type Interval } from './interval.ts'
import type { NumberOperand, Operand } from './operand.ts'
import { nameOfOperand } from './operand-name.ts'
import { type PeerNumber, type PeerNumbers, peerNumbersOf } from './peers.ts'
import type { ItemEntries } from './read/entered.ts'
import type { Scheme } from './scheme.ts'
import { type Item, pointsIn, pointsOfYear, type Quarter, quartersNamed } from './scheme-items.ts'

export interface Office {
  readonly scheme: Scheme
  readonly counties: ReadonlyMap<string, CountyFeed>
  readonly indicators: ReadonlyMap<string, Indicator>
  /** Reviewers' entries for an item of a county in a period. */
  readonly entriesOf: (county: string, period: string, item: string) => ItemEntries
  /** `operand`: one of the item's own rule. */
  readonly peers: (operand: NumberOperand, period: string, item: Item) => PeerNumbers
  /** What a county is called in the scheme's year, by its id. */
  readonly countyName: (id: string) => string
  /** How the reasons call what a rule of the scheme reads. */
  readonly nameOf: (operand: Operand) => string
  /** The quarters of the scheme with the items that each asks for, and the items that count after the weighting, each with the period that it reads. */
  readonly quarters: readonly AskedQuarter[]
  readonly yearly: readonly (AskedItem & { readonly period: string })[]
}

export interface AskedQuarter {
  readonly quarter: Quarter
  readonly period: string
  readonly weight: number
  readonly items: readonly AskedItem[]
}

export interface AskedItem {
  readonly item: Item
  readonly points: number
}

/** All counties' numbers of what one of the item's operands reads. */
export type PeerReader = (office: Office, operand: NumberOperand, period: string, item: Item) => readonly PeerNumber[]

/** `readPeers` is asked only where rules are evaluated. */
export function createOffice(
  scheme: Scheme,
  { indicators, facts, regions }: Lexicon,
  counties: ReadonlyMap<string, CountyFeed>,
  decisions: readonly Decision[],
  readPeers: PeerReader = () => [],
): Office {
  const entries = entriesByCounty(decisions)
  const peers = new Map<Item, WeakMap<NumberOperand, Map<string, PeerNumbers>>>()
  const names = new WeakMap<Operand, string>()
  const factNames = new Map(facts.map(({ id, name }) => [id, name]))
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  const countyNames = new Map(regions.counties.map((county) => [county.id, countyName(county, String(scheme.year))]))
  const office: Office = {
    scheme,
    counties,
    indicators: byId,
    entriesOf: (county, period, item) => entries.get(county)?.get(`${period}/${item}`) ?? NONE,
    peers: (operand, period, item) =>
      kept(kept(kept(peers, item, newWeakMap), operand, newMap), period, () => peerNumbersOf(readPeers(office, operand, period, item))),
    countyName: (id) => countyNames.get(id) ?? id,
    nameOf: (operand) => kept(names, operand, () => nameOfOperand(byId, factNames, operand)),
    quarters: scheme.quarters.map(({ quarter, weight }) => ({
      quarter,
      period: `${scheme.year}-${quarter}`,
      weight,
      items: itemsOf(scheme, quarter),
    })),
    yearly: scheme.items.flatMap((item) => yearlyOf(scheme, item)),
  }
  return office
}

const NONE: ItemEntries = []

const newMap = <Key, Value>(): Map<Key, Value> => new Map()
const newWeakMap = <Key extends WeakKey, Value>(): WeakMap<Key, Value> => new WeakMap()

interface Known<Key, Value> {
  readonly get: (key: Key) => Value | undefined
  readonly set: (key: Key, value: Value) => unknown
}

/** What is known of a key, made where it is asked for the first time. */
function kept<Key, Value>(known: Known<Key, Value>, key: Key, make: () => Value): Value {
  const before = known.get(key)
  if (before !== undefined) return before
  const made = make()
  known.set(key, made)
  return made
}

type Entry = Extract<Decision, { about: 'item' }>

/** Of each county, by period and item. */
function entriesByCounty(decisions: readonly Decision[]): ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>> {
  const entries = new Map<string, Map<string, Entry[]>>()
  for (const decision of decisions) {
    if (decision.about !== 'item') continue
    const own = kept(entries, decision.county, newMap<string, Entry[]>)
    kept(own, `${decision.period}/${decision.item}`, (): Entry[] => []).push(decision)
  }
  return entries
}

/** A bonus that counts before the weighting is looked at in every quarter that its item does not leave out. */
function itemsOf({ items, settings }: Scheme, quarter: Quarter): AskedItem[] {
  return items.flatMap((item) => {
    const isOfYear = item.kind === 'bonus' && item.in === 'year'
    const points = item.kind === 'bonus' && settings.bonus === 'after' ? null : isOfYear ? pointsOfYear(item) : pointsIn(item, quarter)
    return points === null ? [] : [{ item, points }]
  })
}

/** A bonus that counts after the weighting and names its quarters is looked at in each of them; its points are the year's all the same. */
function yearlyOf({ quarters, settings, year }: Scheme, item: Item): Office['yearly'] {
  const isYearly = item.kind === 'bonus' ? settings.bonus === 'after' : item.kind === 'penalty' && item.in === 'year'
  if (!isYearly) return []
  const named = quartersNamed(item)
  if (item.kind !== 'bonus' || named.length === 0) return [{ item, points: pointsOfYear(item), period: String(year) }]
  return quarters.flatMap(({ quarter }) => {
    const points = named.includes(quarter) ? pointsIn(item, quarter) : null
    return points === null ? [] : [{ item, points, period: `${year}-${quarter}` }]
  })
}

/** The points of an item by the periods in which it is looked at. */
export function pointsByPeriod(item: Item, scheme: Scheme): Readonly<Record<string, number>> {
  const { quarters, year } = scheme
  return Object.fromEntries([
    ...quarters.flatMap(({ quarter }) =>
      itemsOf({ ...scheme, items: [item] }, quarter).map(({ points }) => [`${year}-${quarter}`, points] as const),
    ),
    ...yearlyOf(scheme, item).map(({ points, period }) => [period, points] as const),
  ])
}

/** What the numbers that a rule reads can be. */
export function domainOf({ indicators }: Pick<Office, 'indicators'>, operand: Operand): Interval {
  if ('copying' in operand) return SHARE
  if ('achievements' in operand || 'checks' in operand) return COUNT
  if (!('indicator' in operand)) return anything
  if (operand.role === 'change') return anything
  if (operand.role === 'rank') return PLACE
  const indicator = indicators.get(operand.indicator)
  return indicator === undefined ? anything : indicatorDomain(indicator)
}

const PLACE = closed(one, infinity)
