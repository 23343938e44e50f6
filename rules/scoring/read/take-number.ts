/** What a county's records say of a number that a rule reads: an indicator's value, how many honours or findings there are, how much is copied. */
import type { Indicator } from '../../../extractors/lexicon.ts'
import { unplacedAmong } from '../award.ts'
import type { CountyFeed } from '../county-feed.ts'
import { decimal } from '../decimal.ts'
import { closed, exactly } from '../interval.ts'
import type { NumberOperand } from '../operand.ts'
import { kindWords } from '../record-words.ts'
import type { Scheme } from '../scheme.ts'
import { countedAwards } from './awards.ts'
import { copyingShare, countedChecks } from './judged.ts'
import { standingOrNone, takeOrNone } from './none-without.ts'
import type { Standing, Taken } from './take.ts'

interface Reading {
  readonly office: { readonly scheme: Scheme; readonly indicators: ReadonlyMap<string, Indicator> }
  readonly county: CountyFeed
  readonly period: string
}

export function takeNumber({ office, county, period }: Reading, operand: NumberOperand): Taken {
  if ('indicator' in operand) return takeOrNone(office.indicators, county, operand, period, office.scheme.settings)
  const nothing = { passed: [], doubts: [], doubtful: null, conflict: '' }
  if ('achievements' in operand) {
    const { awards, unplaced, unread } = countedAwards(county, operand.achievements, period)
    const least = decimal(awards.length)
    const most = unread.length > 0 ? decimal(Number.POSITIVE_INFINITY) : least.plus(unplaced.length)
    const uses = awards.map(({ use }) => use)
    return { ...nothing, ...unplacedAmong(unplaced), allowed: closed(least, most), uses, looked: '' }
  }
  if ('checks' in operand) {
    const { count, uses } = countedChecks(county, operand.checks, period)
    return { ...nothing, allowed: count === null ? null : exactly(decimal(count)), uses, looked: '在本期已读取的材料中' }
  }
  if ('copying' in operand) {
    const { share, uses } = copyingShare(county, period)
    const allowed = share === null ? null : exactly(decimal(share).times(100))
    return { ...nothing, allowed, uses, looked: `在本期${kindWords.analysis}的比对结果中` }
  }
  return { ...nothing, allowed: null, uses: [], looked: '在复核填报中' }
}

/** The number alone, for a county among its peers. */
export function standingOf(reading: Reading, operand: NumberOperand): Standing {
  const { office, county, period } = reading
  if ('indicator' in operand) return standingOrNone(office.indicators, county, operand, period, office.scheme.settings)
  const { allowed } = takeNumber(reading, operand)
  return { read: allowed, doubted: false, doubtful: allowed }
}
