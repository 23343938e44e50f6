/** What follows from another figure: where no accident of a kind happened in a period, nobody died of one in it. */
import type { Indicator } from '../../../extractors/lexicon.ts'
import type { CountyFeed } from '../county-feed.ts'
import { zero } from '../decimal.ts'
import { exactly, type Interval, isExact } from '../interval.ts'
import type { IndicatorOperand } from '../operand.ts'
import type { Settings } from '../settings.ts'
import { isReference, standingReference, takeReference } from './reference.ts'
import { type Standing, standingIn, type Taken, take } from './take.ts'

/** As `take`; where nothing serves, nought if the count without which there is none is surely nought. */
export function takeOrNone(
  indicators: ReadonlyMap<string, Indicator>,
  county: CountyFeed,
  operand: IndicatorOperand,
  period: string,
  settings: Settings,
): Taken {
  if (isReference(operand)) return takeReference(county, operand, period, settings)
  const own = take(county, operand, period, settings)
  const cause = own.allowed === null ? causeOf(indicators, operand) : undefined
  if (cause === undefined) return own
  const other = take(county, { ...operand, indicator: cause }, period, settings)
  if (other.doubts.length > 0 || !isNought(other.allowed)) return own
  const name = indicators.get(cause)?.name ?? cause
  const uses = other.uses.map((use) => ({ ...use, words: `${name} ${use.words}` }))
  return { ...other, allowed: exactly(zero), uses, passed: [...own.passed, ...other.passed] }
}

/** As `standingIn`, in the same way. */
export function standingOrNone(
  indicators: ReadonlyMap<string, Indicator>,
  county: CountyFeed,
  operand: IndicatorOperand,
  period: string,
  settings: Settings,
): Standing {
  if (isReference(operand)) return standingReference(county, operand, period, settings)
  const own = standingIn(county, operand, period, settings)
  const cause = own.read === null ? causeOf(indicators, operand) : undefined
  if (cause === undefined) return own
  const other = standingIn(county, { ...operand, indicator: cause }, period, settings)
  return other.doubted || !isNought(other.read) ? own : other
}

/** The indicator without which there is none of what is asked; of its level only, and of the whole. */
const causeOf = (indicators: ReadonlyMap<string, Indicator>, { indicator, part, role = 'actual' }: IndicatorOperand): string | undefined =>
  part === undefined && role === 'actual' ? indicators.get(indicator)?.noneWithout : undefined

const isNought = (read: Interval | null): boolean => read !== null && isExact(read) && read.from.isZero()
