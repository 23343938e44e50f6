/** One item of one county in one period: its points, or what they can be, and all that they rest on. */
import { holdsTrue } from './condition.ts'
import type { CountyFeed } from './county-feed.ts'
import { createScope } from './county-scope.ts'
import { type Decimal, decimal, within, zero } from './decimal.ts'
import type { Office } from './office.ts'
import { clamp, isSettled, type Outcome, oneOf, settled } from './outcome.ts'
import { evaluate } from './rule.ts'
import type { Item } from './scheme-items.ts'
import type { ItemState } from './score.ts'
import { newTrace, type Trace } from './trace.ts'

export interface ItemScore {
  readonly item: Item
  readonly period: string
  readonly points: number
  readonly state: ItemState
  readonly outcome: Outcome
  /** The points of a reading that was taken and is in doubt; null where nothing was read. */
  readonly likely: Decimal | null
  /** What the machine found, where a person decided the points. */
  readonly found: Outcome | null
  /** True where the item does not count and the others stand for it. */
  readonly excluded: boolean
  readonly trace: Trace
}

export function scoreItem(office: Office, county: CountyFeed, item: Item, period: string, points: number): ItemScore {
  const trace = newTrace()
  const entries = office.entriesOf(county.id, period, item.id)
  const [from, to] = limits(item, points)
  const common = { item, period, points, trace }
  const decided = entries.findLast((entry) => entry.points !== undefined || entry.applies !== undefined)
  const of = { office, county, period, item, points, trace }
  const read = (trusting: boolean): Outcome => clamp(evaluate(item.rule, createScope({ ...of, trusting })), from, to)
  if (decided?.applies === false) {
    trace.decisions.add(decided.number)
    return notApplicable(common, decided.reason)
  }
  const trusted = read(true)
  const doubtful = trace.doubts.length > 0
  const outcome = doubtful ? read(false) : trusted
  if (decided?.points !== undefined) {
    trace.decisions.add(decided.number)
    const given = settled(within(decimal(decided.points), from, to), `人工评定：${decided.reason}`)
    return { ...common, state: 'decided', outcome: given, likely: null, found: outcome, excluded: false }
  }
  const applies = item.notApplicable?.if === undefined ? 'no' : holdsTrue(item.notApplicable.if, createScope({ ...of, trusting: true }))
  if (applies === 'yes') return notApplicable(common, '')
  if (applies === 'unknown' && !isSettled(outcome))
    return openItem(common, oneOf([outcome, naOutcome(item, points)], ...outcome.open), null)
  if (!isSettled(outcome)) return openItem(common, outcome, isSettled(trusted) ? trusted.low : null)
  const state = trace.decisions.size > 0 || trace.uses.some(({ decision }) => decision !== undefined) ? 'decided' : 'settled'
  for (const { decision } of trace.uses) if (decision !== undefined) trace.decisions.add(decision)
  return { ...common, state, outcome, likely: null, found: null, excluded: false }
}

type Common = Pick<ItemScore, 'item' | 'period' | 'points' | 'trace'>

const openItem = (common: Common, outcome: Outcome, likely: Decimal | null): ItemScore => ({
  ...common,
  state: 'open',
  outcome,
  likely,
  found: null,
  excluded: false,
})

function notApplicable(common: Common, reason: string): ItemScore {
  const { item, points } = common
  const outcome = naOutcome(item, points)
  const words = reason === '' ? '不涉及' : `不涉及：${reason}`
  return {
    ...common,
    state: 'not-applicable',
    outcome: { ...outcome, why: [words] },
    likely: null,
    found: null,
    excluded: (item.notApplicable?.counts ?? 'exclude') === 'exclude',
  }
}

/** An item that does not apply counts in full, for nothing, or not at all; left out, where the scheme says nothing. */
const naOutcome = ({ notApplicable: policy, kind }: Item, points: number): Outcome =>
  settled(policy?.counts === 'full' && kind === 'scored' ? decimal(points) : zero, '不涉及')

/** Points lie between nought and the item's own; a penalty's below nought. */
function limits({ kind }: Item, points: number): readonly [Decimal, Decimal] {
  return kind === 'penalty' ? [decimal(-points), zero] : [zero, decimal(points)]
}
