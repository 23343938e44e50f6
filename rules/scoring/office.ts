/** What the engine works with beside the records: the scheme, how things are called, and what a number of each kind can be. */
import type { Indicator, Lexicon } from '../../extractors/lexicon.ts'
import type { CountyFeed } from './county-feed.ts'
import { hundred, infinity, one, zero } from './decimal.ts'
import type { Decision } from './decisions.ts'
import { anything, closed, type Interval } from './interval.ts'
import type { NumberOperand, Operand } from './operand.ts'
import { peersOf } from './peers.ts'
import { enteredInterval, entryFor, type ItemEntries } from './read/entered.ts'
import { take } from './read/take.ts'
import type { Scheme } from './scheme.ts'
import type { Item } from './scheme-items.ts'
import type { Peers } from './scope.ts'

export interface Office {
  readonly scheme: Scheme
  readonly counties: ReadonlyMap<string, CountyFeed>
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly factNames: ReadonlyMap<string, string>
  /** Reviewers' entries for an item of a county in a period. */
  readonly entriesOf: (county: string, period: string, item: string) => ItemEntries
  readonly peers: (operand: NumberOperand, period: string, item: Item) => Peers
}

export function createOffice(
  scheme: Scheme,
  { indicators, facts }: Lexicon,
  counties: ReadonlyMap<string, CountyFeed>,
  decisions: readonly Decision[],
): Office {
  const entries = new Map<string, Extract<Decision, { about: 'item' }>[]>()
  for (const decision of decisions) {
    if (decision.about !== 'item') continue
    const key = `${decision.county}/${decision.period}/${decision.item}`
    const known = entries.get(key)
    if (known === undefined) entries.set(key, [decision])
    else known.push(decision)
  }
  const peers = new Map<string, Peers>()
  const office: Office = {
    scheme,
    counties,
    indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    factNames: new Map(facts.map(({ id, name }) => [id, name])),
    entriesOf: (county, period, item) => entries.get(`${county}/${period}/${item}`) ?? [],
    peers(operand, period, item) {
      const key = `${period}\u0000${item.id}\u0000${JSON.stringify(operand)}`
      const known = peers.get(key) ?? peersOf(numbersOf(office, operand, period, item))
      peers.set(key, known)
      return known
    },
  }
  return office
}

/** What an indicator's numbers can be: a rate of parts of a whole lies between nought and a hundred, a count is not negative. */
export function domainOf({ indicators }: Office, operand: Operand): Interval {
  if ('copying' in operand) return closed(zero, hundred)
  if ('achievements' in operand || 'checks' in operand) return closed(zero, infinity)
  if (!('indicator' in operand)) return anything
  if (operand.role === 'change') return anything
  if (operand.role === 'rank') return closed(one, infinity)
  const indicator = indicators.get(operand.indicator)
  if (indicator === undefined || indicator.kind === 'change') return anything
  return closed(zero, indicator.kind === 'ratio' && indicator.unit === '%' ? hundred : infinity)
}

/** All counties' numbers, as for a rank; an item that a reviewer says does not apply to a county takes it out. */
function numbersOf(office: Office, operand: NumberOperand, period: string, item: Item): Interval[] {
  return [...office.counties.values()].flatMap((county) => {
    const entries = office.entriesOf(county.id, period, item.id)
    if (entries.some(({ applies }) => applies === false)) return []
    const entry =
      'indicator' in operand || 'entry' in operand ? entryFor(entries, 'indicator' in operand ? operand.indicator : operand.entry) : null
    const entered = entry === null ? null : enteredInterval(entry, office.scheme.settings.approximate)
    if (entered !== null) return [entered]
    const read = 'indicator' in operand ? take(county, operand, period, office.scheme.settings).allowed : null
    return [read ?? domainOf(office, operand)]
  })
}
