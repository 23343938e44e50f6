/** One item of one county in one period: its points, or what they can be, and all that they rest on. */
import { holdsTrue } from './condition.ts'
import type { CountyFeed } from './county-feed.ts'
import { createScope, type ScopeOf } from './county-scope.ts'
import { type Decimal, decimal, within, zero } from './decimal.ts'
import type { Office } from './office.ts'
import { clamp, isSettled, type Outcome, oneOf, settled } from './outcome.ts'
import { evaluate, isOfParts } from './rule.ts'
import { saidWithin } from './said.ts'
import type { Item } from './scheme-items.ts'
import type { ItemState } from './score.ts'
import { sharpened } from './shared-unknown.ts'
import { newTrace, noteDecision, type Trace } from './trace.ts'
import { createTrial } from './trial-scope.ts'

/** An item as its rule gives it. */
export interface Evaluated {
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

export interface ItemScore extends Evaluated {
  /** Its points in the provisional score, which depend on the items beside it. */
  readonly provisional: Decimal
}

export function scoreItem(office: Office, county: CountyFeed, item: Item, period: string, points: number): Evaluated {
  const trace = newTrace()
  const entries = office.entriesOf(county.id, period, item.id)
  const common = { item, period, points, trace }
  const decided = entries.findLast((entry) => entry.points !== undefined || entry.applies !== undefined)
  if (decided?.applies === false) {
    noteDecision(trace, decided.number)
    return notApplicable(common, decided.reason)
  }
  const of = { office, county, period, item, points, trace, entries }
  const trusted = read(of, true)
  const outcome = trace.doubts.length > 0 ? allTheSame(read(of, false), trusted, trace) : trusted
  if (decided?.points !== undefined) {
    noteDecision(trace, decided.number)
    const [from, to] = limits(item, points)
    const given = settled(within(decimal(decided.points), from, to), `人工评定：${decided.reason}`)
    return evaluated(common, 'decided', given, null, outcome)
  }
  const applies = item.notApplicable?.if === undefined ? 'no' : holdsTrue(item.notApplicable.if, createScope(of, true))
  const likely = isSettled(trusted) ? trusted.low : null
  const isStated = trace.uses.some(({ record }) => record === 'value')
  if (applies === 'yes' && !isStated) return notApplicable(common, '')
  if (applies === 'yes') return evaluated(common, 'open', oneOf([outcome, naOutcome(item, points)], STATED), likely)
  if (applies === 'unknown' && !isStated && !isSettled(outcome))
    return evaluated(common, 'open', oneOf([outcome, naOutcome(item, points)], ...outcome.open), likely)
  if (!isSettled(outcome)) return evaluated(common, 'open', outcome, likely)
  const state = trace.decisions.length > 0 || trace.uses.some(({ decision }) => decision !== undefined) ? 'decided' : 'settled'
  for (const { decision } of trace.uses) if (decision !== undefined) noteDecision(trace, decision)
  return evaluated(common, state, outcome)
}

const STATED = '材料写明不涉及，又报有数值，须核实'

function read(of: ScopeOf, trusting: boolean): Outcome {
  const { rule, kind } = of.item
  const [from, to] = limits(of.item, of.points)
  const given = sharpened(rule, evaluate(rule, createScope(of, trusting)), (fixed) => createTrial(of, trusting, fixed))
  return saidWithin(given, clamp(given, from, to), kind === 'penalty', isOfParts(rule))
}

/** Where every reading that a doubt leaves earns the same points, the item is settled, and says what is to be looked at. */
const allTheSame = (doubted: Outcome, trusted: Outcome, { doubts }: Trace): Outcome =>
  isSettled(doubted)
    ? { ...trusted, ...pointsOf(doubted), why: [...trusted.why, `${[...new Set(doubts)].join('；')}：各种读法得分相同`] }
    : doubted

const pointsOf = ({ low, high }: Outcome): Pick<Outcome, 'low' | 'high'> => ({ low, high })

type Common = Pick<Evaluated, 'item' | 'period' | 'points' | 'trace'>

const evaluated = (
  { item, period, points, trace }: Common,
  state: ItemState,
  outcome: Outcome,
  likely: Decimal | null = null,
  found: Outcome | null = null,
  excluded = false,
): Evaluated => ({ item, period, points, state, outcome, likely, found, excluded, trace })

function notApplicable(common: Common, reason: string): Evaluated {
  const { item, points } = common
  const outcome = naOutcome(item, points)
  const counts = item.notApplicable?.counts ?? 'exclude'
  const words = `不涉及${reason === '' ? '' : `：${reason}`}（${item.kind === 'scored' ? NOT_APPLICABLE[counts] : '不计分'}）`
  return evaluated(common, 'not-applicable', { ...outcome, why: [words] }, null, null, counts === 'exclude')
}

const NOT_APPLICABLE = { full: '按满分计', exclude: '本项不计，其余各项按比例折算为满分', zero: '按0分计' } as const

/** An item that does not apply counts in full, for nothing, or not at all; left out, where the scheme says nothing. */
const naOutcome = ({ notApplicable: policy, kind }: Item, points: number): Outcome =>
  settled(policy?.counts === 'full' && kind === 'scored' ? decimal(points) : zero, '不涉及')

/** Points lie between nought and the item's own; a penalty's below nought. */
function limits({ kind }: Item, points: number): readonly [Decimal, Decimal] {
  return kind === 'penalty' ? [decimal(-points), zero] : [zero, decimal(points)]
}
