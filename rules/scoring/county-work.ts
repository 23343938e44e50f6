/** All items of one county, its quarters and its year, before the counties are set against each other. */
import { periodWords } from '../../extractors/quantities/period-words.ts'
import type { CountyFeed } from './county-feed.ts'
import { type Decimal, decimal, hundred, least, zero } from './decimal.ts'
import type { Decision } from './decisions.ts'
import type { Gate } from './grade.ts'
import type { Truth } from './interval.ts'
import { type ItemScore, scoreItem } from './item-score.ts'
import type { Office } from './office.ts'
import { serviceOf } from './period.ts'
import { pointsIn, pointsOfYear } from './scheme-items.ts'
import { type Choice, highest, lowest, provisional, type QuarterItems, quarterOrMissing, yearScore } from './tally.ts'
import { examineVeto, type VetoResult } from './veto.ts'

export interface QuarterWork extends QuarterItems {
  readonly period: string
  readonly decision: number | null
}

export interface CountyWork {
  readonly county: CountyFeed
  readonly quarters: readonly QuarterWork[]
  readonly yearly: readonly ItemScore[]
  readonly vetoes: readonly VetoResult[]
  readonly gates: readonly Gate[]
  /** Every item's points in the provisional score. */
  readonly provisionalOf: ReadonlyMap<ItemScore, Decimal>
  readonly low: Decimal
  readonly high: Decimal
  readonly provisional: Decimal
}

export function workOf(office: Office, county: CountyFeed, decisions: readonly Decision[]): CountyWork {
  const { scheme } = office
  const { settings, year } = scheme
  const quarters = scheme.quarters.map(({ quarter, weight }): QuarterWork => {
    const period = `${year}-${quarter}`
    const decided = decisions.findLast(
      (each): each is Extract<Decision, { about: 'quarter' }> => each.about === 'quarter' && each.period === period,
    )
    const asked = scheme.items.flatMap((item) => {
      const points = item.kind === 'bonus' && settings.bonus === 'after' ? null : pointsOf(office, item, quarter)
      return points === null ? [] : [{ item, points }]
    })
    const present = isPresent(county, period) || decisions.some((each) => each.about === 'item' && each.period === period)
    const items = present ? asked.map(({ item, points }) => scoreItem(office, county, item, period, points)) : []
    const state = decided !== undefined ? 'decided' : present ? 'scored' : 'missing'
    return {
      period,
      weight,
      items,
      state,
      decided: decided === undefined ? null : decimal(decided.score),
      decision: decided?.number ?? null,
    }
  })
  const yearly = scheme.items
    .filter((item) => (item.kind === 'bonus' ? settings.bonus === 'after' : item.kind === 'penalty' && item.in === 'year'))
    .map((item) => scoreItem(office, county, item, String(year), pointsOfYear(item)))
  const provisionalOf = new Map<ItemScore, Decimal>()
  for (const items of [...quarters.map((each) => each.items), yearly]) {
    const choice = provisional(settings, items)
    for (const item of items) provisionalOf.set(item, choice(item))
  }
  const vetoes = scheme.vetoes.map((veto) => examineVeto(veto, county, year, settings, decisions))
  const gates = (scheme.grades?.gates ?? []).map((gate) => gateOf(gate, quarters))
  const part = { county, quarters, yearly, vetoes, gates, provisionalOf }
  return {
    ...part,
    low: annual(office, part, lowest, zero, (answer) => answer !== 'no'),
    high: annual(office, part, highest, hundred, (answer) => answer === 'yes'),
    provisional: annual(
      office,
      part,
      (item) => provisionalOf.get(item) ?? item.outcome.low,
      zero,
      (answer) => answer === 'yes',
    ),
  }
}

/** A bonus that counts before the weighting is looked at in every quarter that its item does not leave out. */
function pointsOf({ scheme }: Office, item: Office['scheme']['items'][number], quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4'): number | null {
  if (item.kind === 'bonus' && item.in === 'year') return scheme.settings.bonus === 'before' ? pointsOfYear(item) : null
  return pointsIn(item, quarter)
}

/** The year's score for one choice of the open items; vetoes that cap the score act where `acts` says so. */
export function annual(
  { scheme }: Office,
  { quarters, yearly, vetoes }: Pick<CountyWork, 'quarters' | 'yearly' | 'vetoes'>,
  choice: Choice,
  missing: Decimal,
  acts: (answer: Truth) => boolean,
): Decimal {
  const score = yearScore({ quarters, yearly }, () => choice, missing, scheme.settings)
  return vetoes.reduce(
    (capped, { veto, answer }) => (veto.most !== undefined && acts(answer) ? least(capped, decimal(veto.most)) : capped),
    score,
  )
}

export const quarterFigure = (office: Office, quarter: QuarterWork, choice: Choice, missing: Decimal): Decimal =>
  quarterOrMissing(quarter, () => choice, missing, office.scheme.settings)

/** A quarter is there when anything was sent for it, read or not; a copy alone is its original's. */
const isPresent = (county: CountyFeed, period: string): boolean =>
  county.documents.some((document) => document.status !== 'duplicate' && serviceOf(document.period, period) === 'own')

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
