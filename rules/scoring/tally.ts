/**
 * From items to quarters to the year, for one choice of every open item's points (lowest, highest, provisional): every step keeps its order, so that
 * the lowest choices give the lowest score and the highest the highest.
 */
import { type Decimal, decimal, hundred, infinity, least, one, sum, sumOf, within, zero } from './decimal.ts'
import type { Evaluated, ItemScore } from './item-score.ts'
import type { Settings } from './settings.ts'

export type Choice = (item: ItemScore) => Decimal

export interface QuarterItems {
  readonly weight: number
  readonly items: readonly ItemScore[]
  /** The items by what they count for. */
  readonly parts: QuarterParts
  /** A missing quarter has no items; a decided one has its score. */
  readonly state: 'scored' | 'missing' | 'decided'
  readonly decided: Decimal | null
}

/** Told apart once, because a quarter is summed for many choices. */
export interface QuarterParts {
  /** The scored items that count. */
  readonly counted: readonly ItemScore[]
  /** The points of all scored items, and of those that count, where these are fewer and stand for the whole. */
  readonly rescaled: { readonly all: Decimal; readonly asked: Decimal } | null
  readonly bonus: readonly ItemScore[]
  readonly penalties: readonly ItemScore[]
}

export function partsOf(items: readonly ItemScore[]): QuarterParts {
  const scored = items.filter(({ item }) => item.kind === 'scored')
  const counted = scored.filter(({ excluded }) => !excluded)
  return {
    counted,
    rescaled: counted.length === scored.length ? null : { all: pointsOf(scored), asked: pointsOf(counted) },
    bonus: items.filter(({ item }) => item.kind === 'bonus'),
    penalties: items.filter(({ item }) => item.kind === 'penalty'),
  }
}

const pointsOf = (items: readonly Evaluated[]): Decimal => sumOf(items, ({ points }) => decimal(points))

/** The points of a quarter's scored items that count, and of those that are settled. */
export const settledPoints = ({ parts: { counted } }: QuarterItems): { readonly asked: Decimal; readonly settled: Decimal } => ({
  asked: pointsOf(counted),
  settled: pointsOf(counted.filter(({ outcome }) => outcome.low.eq(outcome.high))),
})

export const lowest: Choice = ({ outcome }) => outcome.low
export const highest: Choice = ({ outcome }) => outcome.high
export const provisional: Choice = (item) => item.provisional

/** The items of a quarter, or of a year, with what each counts for in the provisional score. */
export function withProvisional(settings: Settings, items: readonly Evaluated[]): ItemScore[] {
  const rate = settledRate(items)
  return items.map((each) => {
    const { item, period, points, state, outcome, likely, found, excluded, trace } = each
    return { item, period, points, state, outcome, likely, found, excluded, trace, provisional: provisionalOf(settings, rate, each) }
  })
}

/** What an open item counts for in the provisional score, by the scheme's setting. */
function provisionalOf({ provisional: setting }: Settings, rate: Decimal, { outcome: { low, high }, likely, item }: Evaluated): Decimal {
  if (low.eq(high)) return low
  if (likely !== null) return within(likely, low, high)
  return low.plus(high.minus(low).times(shareOf(setting, rate, item.kind)))
}

/** The share of what is open that counts. */
function shareOf(setting: Settings['provisional'], rate: Decimal, kind: Evaluated['item']['kind']): Decimal {
  if (setting === 'lowest') return zero
  if (setting === 'highest') return one
  if (setting === 'middle') return half
  return kind === 'bonus' ? zero : kind === 'penalty' ? one : rate
}

const half = decimal(0.5)

/** The share of their points that the settled items of a quarter earned; half where none is settled. */
function settledRate(items: readonly Evaluated[]): Decimal {
  const counted = items.filter(({ item, outcome, excluded }) => item.kind === 'scored' && !excluded && outcome.low.eq(outcome.high))
  const full = pointsOf(counted)
  return full.isZero() ? half : sumOf(counted, ({ outcome }) => outcome.low).div(full)
}

/** What bonus and penalties make of the sum of a quarter's items, or of the year's quarters. */
export interface Reckoned {
  readonly base: Decimal
  /** What the bonus items earned, and what counts of it within the scheme's cap. */
  readonly gained: Decimal
  readonly counted: Decimal
  /** Nought or less. */
  readonly deducted: Decimal
  /** All of it, before the cap of the quarter or of the year. */
  readonly whole: Decimal
}

function reckoned(
  base: Decimal,
  bonus: readonly ItemScore[],
  penalties: readonly ItemScore[],
  choice: Choice,
  cap: number | null,
): Reckoned {
  const gained = sumOf(bonus, choice)
  const counted = cap === null ? gained : least(gained, decimal(cap))
  const deducted = sumOf(penalties, choice)
  return { base, gained, counted, deducted, whole: base.plus(counted).plus(deducted) }
}

/** A quarter out of a hundred: what does not apply is left out and the rest stands for the whole; then bonus and penalties. */
export function quarterReckoned({ counted, rescaled, bonus, penalties }: QuarterParts, choice: Choice, settings: Settings): Reckoned {
  const reached = sumOf(counted, choice)
  const base = rescaled === null || rescaled.asked.isZero() ? reached : reached.times(rescaled.all).div(rescaled.asked)
  return reckoned(base, settings.bonus === 'before' ? bonus : NONE, penalties, choice, settings.caps.bonus)
}

const NONE: readonly ItemScore[] = []

const held = (score: Decimal, cap: number | null): Decimal => within(score, zero, cap === null ? infinity : decimal(cap))

export interface YearItems {
  readonly quarters: readonly QuarterItems[]
  /** Items that are scored once a year, after the weighting. */
  readonly yearly: readonly ItemScore[]
}

/** `scores`: each quarter's score for this choice. */
export function yearReckoned({ quarters, yearly }: YearItems, scores: readonly Decimal[], choice: Choice, settings: Settings): Reckoned {
  const weighted = quarters.map(({ weight }, index) => (scores[index] ?? zero).times(weight).div(hundred))
  const counted = sum(quarters.filter(({ state }) => state !== 'missing').map(({ weight }) => decimal(weight)))
  const base =
    settings.missingQuarter === 'reweight' && !counted.isZero()
      ? sum(weighted.filter((_, index) => quarters[index]?.state !== 'missing'))
          .times(hundred)
          .div(counted)
      : sum(weighted)
  const bonus = settings.bonus === 'after' ? yearly.filter(({ item }) => item.kind === 'bonus') : NONE
  const penalties = yearly.filter(({ item }) => item.kind === 'penalty')
  return reckoned(base, bonus, penalties, choice, settings.caps.bonus)
}

export const yearScore = (year: YearItems, scores: readonly Decimal[], choice: Choice, settings: Settings): Decimal =>
  held(yearReckoned(year, scores, choice, settings).whole, settings.caps.annual)

/** `missing`: what a missing quarter counts for, out of a hundred. */
export function quarterOrMissing(quarter: QuarterItems, choice: Choice, missing: Decimal, settings: Settings): Decimal {
  if (quarter.decided !== null) return quarter.decided
  if (quarter.state === 'missing') return settings.missingQuarter === 'provisional' ? missing : zero
  return held(quarterReckoned(quarter.parts, choice, settings).whole, settings.caps.quarter)
}
