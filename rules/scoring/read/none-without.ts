/** What follows from another figure: where no accident of a kind happened in a period, nobody died of one in it. */
import type { Indicator } from '../../../extractors/lexicon.ts'
import type { CountyFeed } from '../county-feed.ts'
import { zero } from '../decimal.ts'
import { exactly } from '../interval.ts'
import type { IndicatorOperand } from '../operand.ts'
import type { Settings } from '../settings.ts'
import { type Taken, take } from './take.ts'

/** As `take`; where nothing serves, nought if the count without which there is none is surely nought. */
export function takeOrNone(
  indicators: ReadonlyMap<string, Indicator>,
  county: CountyFeed,
  operand: IndicatorOperand,
  period: string,
  settings: Settings,
): Taken {
  const own = take(county, operand, period, settings)
  const cause = indicators.get(operand.indicator)?.noneWithout
  if (cause === undefined || own.allowed !== null || operand.part !== undefined || (operand.role ?? 'actual') !== 'actual') return own
  const other = take(county, { ...operand, indicator: cause }, period, settings)
  const isNone = other.allowed !== null && other.doubts.length === 0 && other.allowed.from.isZero() && other.allowed.to.isZero()
  if (!isNone) return own
  const name = indicators.get(cause)?.name ?? cause
  const uses = other.uses.map((use) => ({ ...use, words: `${name} ${use.words}` }))
  return { ...other, allowed: exactly(zero), uses, passed: [...own.passed, ...other.passed] }
}
