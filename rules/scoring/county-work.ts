/** All items of one county, its quarters and its year, before the counties are set against each other. */
import { periodWords } from '../../extractors/quantities/period-words.ts'
import type { CountyFeed } from './county-feed.ts'
import { type Decimal, decimal, hundred, least, zero } from './decimal.ts'
import type { Decision } from './decisions.ts'
import type { Gate } from './grade.ts'
import type { Truth } from './interval.ts'
import { type Evaluated, type ItemScore, scoreItem } from './item-score.ts'
import type { AskedQuarter, Office } from './office.ts'
import { between } from './outcome.ts'
import { isPresent } from './present.ts'
import {
  type Choice,
  highest,
  lowest,
  partsOf,
  provisional,
  type QuarterItems,
  quarterOrMissing,
  withProvisional,
  yearScore,
} from './tally.ts'
import { newTrace } from './trace.ts'
import { examineVeto, type VetoResult } from './veto.ts'

export interface QuarterWork extends QuarterItems {
  readonly period: string
  readonly decision: number | null
  readonly low: Decimal
  readonly high: Decimal
  readonly provisional: Decimal
}

export interface CountyWork {
  readonly county: CountyFeed
  readonly quarters: readonly QuarterWork[]
  readonly yearly: readonly ItemScore[]
  readonly vetoes: readonly VetoResult[]
  readonly gates: readonly Gate[]
  readonly low: Decimal
  readonly high: Decimal
  readonly provisional: Decimal
}

export function workOf(office: Office, county: CountyFeed, decisions: readonly Decision[]): CountyWork {
  const { scheme } = office
  const { settings, year } = scheme
  const quarters = office.quarters.map((asked) => quarterOf(office, county, asked, decisions))
  const yearly = withProvisional(
    settings,
    office.yearly.map((asked) => yearlyItem(office, county, asked, quarters)),
  )
  const vetoes = scheme.vetoes.map((veto) => examineVeto(veto, county, year, settings, decisions))
  const gates = (scheme.grades?.gates ?? []).map((gate) => gateOf(gate, quarters))
  const part = { county, quarters, yearly, vetoes, gates }
  const scores = (end: 'low' | 'high' | 'provisional'): Decimal[] => quarters.map((quarter) => quarter[end])
  return {
    ...part,
    low: capped(office, part, scores('low'), lowest, (answer) => answer !== 'no'),
    high: capped(office, part, scores('high'), highest, (answer) => answer === 'yes'),
    provisional: capped(office, part, scores('provisional'), provisional, (answer) => answer === 'yes'),
  }
}

/** What a quarter that is missing would have earned beside its score is open as the quarter is. */
function yearlyItem(office: Office, county: CountyFeed, asked: Office['yearly'][number], quarters: readonly QuarterWork[]): Evaluated {
  const { item, points, period } = asked
  const isMissing = quarters.some((quarter) => quarter.period === period && quarter.state === 'missing')
  if (!isMissing || office.scheme.settings.missingQuarter !== 'provisional') return scoreItem(office, county, item, period, points)
  const outcome = between(zero, decimal(points), `${periodWords(period)}缺报`)
  return { item, period, points, state: 'open', outcome, likely: null, found: null, excluded: false, trace: newTrace() }
}

function quarterOf(office: Office, county: CountyFeed, asked: AskedQuarter, decisions: readonly Decision[]): QuarterWork {
  const { settings } = office.scheme
  const { period, weight } = asked
  const decided = decisions.findLast(
    (each): each is Extract<Decision, { about: 'quarter' }> => each.about === 'quarter' && each.period === period,
  )
  const present = isPresent(office.scheme, county, period, decisions)
  const evaluated = present ? asked.items.map(({ item, points }) => scoreItem(office, county, item, period, points)) : []
  const items = withProvisional(settings, evaluated)
  const state = decided !== undefined ? 'decided' : present ? 'scored' : 'missing'
  const quarter: QuarterItems = {
    weight,
    items,
    parts: partsOf(items),
    state,
    decided: decided === undefined ? null : decimal(decided.score),
  }
  return {
    ...quarter,
    period,
    decision: decided?.number ?? null,
    low: quarterOrMissing(quarter, lowest, zero, settings),
    high: quarterOrMissing(quarter, highest, hundred, settings),
    provisional: quarterOrMissing(quarter, provisional, zero, settings),
  }
}

type Year = Pick<CountyWork, 'quarters' | 'yearly' | 'vetoes'>

/** The year's score for one choice of the open items; `missing` is what a missing quarter comes to. */
export function annual(office: Pick<Office, 'scheme'>, work: Year, choice: Choice, missing: Decimal): Decimal {
  const scores = work.quarters.map((quarter) => quarterOrMissing(quarter, choice, missing, office.scheme.settings))
  return capped(office, work, scores, choice, (answer) => answer === 'yes')
}

/** The same where all items but those that move are at their provisional points: a quarter in which none moves keeps its score. */
export function annualMoving(
  office: Pick<Office, 'scheme'>,
  work: CountyWork,
  moving: ReadonlySet<ItemScore>,
  end: 'low' | 'high',
  missing: Decimal,
): Decimal {
  const { settings } = office.scheme
  const periods = new Set<string>()
  for (const { period } of moving) periods.add(period)
  const choice: Choice = (item) => (moving.has(item) ? item.outcome[end] : item.provisional)
  const scores = work.quarters.map((quarter) => {
    const isStill = quarter.state === 'scored' && !periods.has(quarter.period)
    return isStill ? quarter.provisional : quarterOrMissing(quarter, choice, missing, settings)
  })
  return capped(office, work, scores, choice, (answer) => answer === 'yes')
}

/** Vetoes that cap the score act where `acts` says so. */
function capped(
  { scheme }: Pick<Office, 'scheme'>,
  { quarters, yearly, vetoes }: Year,
  scores: readonly Decimal[],
  choice: Choice,
  acts: (answer: Truth) => boolean,
): Decimal {
  const score = yearScore({ quarters, yearly }, scores, choice, scheme.settings)
  return vetoes.reduce(
    (held, { veto, answer }) => (veto.most !== undefined && acts(answer) ? least(held, decimal(veto.most)) : held),
    score,
  )
}

function gateOf(
  { grade, items, text }: { readonly grade: string; readonly items: readonly string[]; readonly text: string },
  quarters: readonly QuarterWork[],
): Gate {
  const asked = quarters.flatMap((quarter) => quarter.items).filter(({ item, excluded }) => items.includes(item.id) && !excluded)
  const failing = asked.filter(({ outcome, points }) => outcome.high.lt(points))
  const open = asked.filter(({ outcome, points }) => outcome.low.lt(points) && !outcome.high.lt(points))
  const missing = quarters.some(({ state }) => state === 'missing')
  const met = failing.length > 0 ? 'no' : open.length > 0 || missing ? 'unknown' : 'yes'
  return { grade, text, met, items: [...failing, ...open].map(({ item, period }) => `${periodWords(period)} ${item.name}`) }
}
