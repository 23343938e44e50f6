/**
 * From items to quarters to the year, for one choice of every open item's points (lowest, highest, provisional): every step keeps its order, so that
 * the lowest choices give the lowest score and the highest the highest.
 */
import { type Decimal, decimal, hundred, infinity, least, most, sum, within, zero } from './decimal.ts'
import type { ItemScore } from './item-score.ts'
import type { Settings } from './settings.ts'

export type Choice = (item: ItemScore) => Decimal

export interface QuarterItems {
  readonly weight: number
  readonly items: readonly ItemScore[]
  /** A missing quarter has no items; a decided one has its score. */
  readonly state: 'scored' | 'missing' | 'decided'
  readonly decided: Decimal | null
}

export const lowest: Choice = ({ outcome }) => outcome.low
export const highest: Choice = ({ outcome }) => outcome.high

/** What an open item counts for in the provisional score, by the scheme's setting. */
export function provisional({ provisional: setting }: Settings, items: readonly ItemScore[]): Choice {
  const rate = settledRate(items)
  return ({ outcome: { low, high }, likely, item }) => {
    if (low.eq(high)) return low
    if (likely !== null) return within(likely, low, high)
    const share =
      setting === 'lowest'
        ? zero
        : setting === 'highest'
          ? decimal(1)
          : setting === 'middle' || item.kind !== 'scored'
            ? decimal(0.5)
            : rate
    return low.plus(
      high
        .minus(low)
        .times(
          item.kind === 'bonus' && setting === 'settled' ? zero : item.kind === 'penalty' && setting === 'settled' ? decimal(1) : share,
        ),
    )
  }
}

/** The share of their points that the settled items of a quarter earned; half where none is settled. */
function settledRate(items: readonly ItemScore[]): Decimal {
  const counted = items.filter(({ item, outcome, excluded }) => item.kind === 'scored' && !excluded && outcome.low.eq(outcome.high))
  const full = sum(counted.map(({ points }) => decimal(points)))
  return full.isZero() ? decimal(0.5) : sum(counted.map(({ outcome }) => outcome.low)).div(full)
}

/** A quarter out of a hundred: what does not apply is left out and the rest stands for the whole; then bonus and penalties, then the cap. */
export function quarterScore({ items }: Pick<QuarterItems, 'items'>, choice: Choice, { caps, bonus }: Settings): Decimal {
  const scored = items.filter(({ item }) => item.kind === 'scored')
  const counted = scored.filter(({ excluded }) => !excluded)
  const reached = sum(counted.map(choice))
  const whole = counted.length === scored.length ? reached : rescaled(reached, scored, counted)
  const extra = bonus === 'before' ? bonusPoints(items, choice, caps.bonus) : zero
  const penalties = sum(items.filter(({ item }) => item.kind === 'penalty').map(choice))
  return within(whole.plus(extra).plus(penalties), zero, caps.quarter === null ? infinity : decimal(caps.quarter))
}

function rescaled(reached: Decimal, scored: readonly ItemScore[], counted: readonly ItemScore[]): Decimal {
  const points = (items: readonly ItemScore[]): Decimal => sum(items.map((each) => decimal(each.points)))
  const asked = points(counted)
  return asked.isZero() ? reached : reached.times(points(scored)).div(asked)
}

export function bonusPoints(items: readonly ItemScore[], choice: Choice, cap: number | null): Decimal {
  const points = sum(items.filter(({ item }) => item.kind === 'bonus').map(choice))
  return cap === null ? points : least(points, decimal(cap))
}

export interface YearItems {
  readonly quarters: readonly QuarterItems[]
  /** Items that are scored once a year, after the weighting. */
  readonly yearly: readonly ItemScore[]
}

/** `missing`: what a missing quarter counts for, out of a hundred. */
export function yearScore(
  { quarters, yearly }: YearItems,
  choice: (quarter: readonly ItemScore[]) => Choice,
  missing: Decimal,
  settings: Settings,
): Decimal {
  const { missingQuarter, caps } = settings
  const weighted = quarters.map((quarter) => quarterOrMissing(quarter, choice, missing, settings).times(quarter.weight).div(hundred))
  const counted = sum(quarters.filter(({ state }) => state !== 'missing').map(({ weight }) => decimal(weight)))
  const quartersSum =
    missingQuarter === 'reweight' && !counted.isZero()
      ? sum(weighted.filter((_, index) => quarters[index]?.state !== 'missing'))
          .times(hundred)
          .div(counted)
      : sum(weighted)
  const extra = settings.bonus === 'after' ? bonusPoints(yearly, choice(yearly), caps.bonus) : zero
  const penalties = sum(yearly.filter(({ item }) => item.kind === 'penalty').map(choice(yearly)))
  const score = quartersSum.plus(extra).plus(penalties)
  return caps.annual === null ? most(zero, score) : within(score, zero, decimal(caps.annual))
}

export function quarterOrMissing(
  quarter: QuarterItems,
  choice: (quarter: readonly ItemScore[]) => Choice,
  missing: Decimal,
  settings: Settings,
): Decimal {
  if (quarter.decided !== null) return quarter.decided
  if (quarter.state === 'missing') return settings.missingQuarter === 'provisional' ? missing : zero
  return quarterScore(quarter, choice(quarter.items), settings)
}
