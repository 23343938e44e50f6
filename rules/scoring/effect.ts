/**
 * How much an open item can change the year's score: what is left of its points once the bonus cap, the quarter's and the year's limits, and the weight are
 * counted in. Limits leave the most where everything else comes out at its lowest, or at nought where that lies beneath nought.
 */
import type { CountyWork, QuarterWork } from './county-work.ts'
import { type Decimal, decimal, hundred, infinity, least, one, sumOf, within, zero } from './decimal.ts'
import type { ItemScore } from './item-score.ts'
import type { Settings } from './settings.ts'
import type { OpenItem } from './stability.ts'
import { lowest, quarterOrMissing, quarterReckoned, yearReckoned } from './tally.ts'

/** Open items, that of most effect on the year first. */
export function openItems(work: CountyWork, settings: Settings): OpenItem[] {
  const year = yearOf(work, settings)
  const all = [
    ...work.quarters.filter(({ decided }) => decided === null).flatMap((quarter) => openInQuarter(quarter, work, settings, year)),
    ...open(work.yearly).map((item) => ({ item, effect: year(bonusLeft(item, work.yearly, spread(item), settings)) })),
  ]
  return all.sort((a, b) => b.effect.cmp(a.effect))
}

const open = (items: readonly ItemScore[]): ItemScore[] => items.filter(({ outcome }) => !outcome.low.eq(outcome.high))
const spread = ({ outcome }: ItemScore): Decimal => outcome.high.minus(outcome.low)

/** What is left of a change once the sum that it is part of, `at` without it, is held between nought and `cap`. */
function left(change: Decimal, at: Decimal, cap: Decimal): Decimal {
  const from = within(zero, at, infinity)
  return within(from.plus(change), zero, cap).minus(within(from, zero, cap))
}

function openInQuarter(quarter: QuarterWork, work: CountyWork, settings: Settings, year: (change: Decimal) => Decimal): OpenItem[] {
  const { parts, items, weight } = quarter
  const asked = open(items)
  if (asked.length === 0) return []
  const { rescaled } = parts
  const rate = rescaled === null || rescaled.asked.isZero() ? one : rescaled.all.div(rescaled.asked)
  const share = decimal(weight).div(counted(work, settings))
  const { whole } = quarterReckoned(parts, lowest, settings)
  const cap = limit(settings.caps.quarter)
  return asked.map((item) => {
    const { kind } = item.item
    const change = kind === 'scored' ? spread(item).times(rate) : bonusLeft(item, items, spread(item), settings)
    return { item, effect: year(left(change, whole, cap).times(share)) }
  })
}

/** What the quarters that count weigh together, where they stand for the year. */
function counted({ quarters }: CountyWork, { missingQuarter }: Settings): Decimal {
  if (missingQuarter !== 'reweight') return hundred
  const present = sumOf(quarters, ({ state, weight }) => (state === 'missing' ? zero : decimal(weight)))
  return present.isZero() ? hundred : present
}

/** What the cap of all bonus items together leaves of one's points. */
function bonusLeft({ item }: ItemScore, items: readonly ItemScore[], change: Decimal, { caps }: Settings): Decimal {
  if (item.kind !== 'bonus' || caps.bonus === null) return change
  const gained = sumOf(
    items.filter((each) => each.item.kind === 'bonus'),
    lowest,
  )
  const most = decimal(caps.bonus)
  return least(gained.plus(change), most).minus(least(gained, most))
}

/** What the year's limits, those of vetoes that happened among them, leave of a change. */
function yearOf({ quarters, yearly, vetoes }: CountyWork, settings: Settings): (change: Decimal) => Decimal {
  const scores = quarters.map((quarter) => quarterOrMissing(quarter, lowest, zero, settings))
  const { whole } = yearReckoned({ quarters, yearly }, scores, lowest, settings)
  const cap = vetoes.reduce(
    (held, { veto, answer }) => (answer === 'yes' && veto.most !== undefined ? least(held, decimal(veto.most)) : held),
    limit(settings.caps.annual),
  )
  return (change) => left(change, whole, cap)
}

const limit = (cap: number | null): Decimal => (cap === null ? infinity : decimal(cap))
