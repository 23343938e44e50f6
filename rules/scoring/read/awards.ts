/** The honours that a county's submissions of a period tell of: its own, those of which nobody says the quarter, and those told before. */
import { periodWords } from '../../../extractors/quantities/period-words.ts'
import type { DecidedAchievement } from '../apply-decisions.ts'
import type { Award } from '../award.ts'
import type { CountyFeed } from '../county-feed.ts'
import type { AwardFilter } from '../operand.ts'
import { monthsOf } from '../period.ts'
import { mayBeSame } from '../same-honour.ts'
import type { AwardsReading } from '../scope.ts'
import type { Passed, Use } from '../trace.ts'

/** `before`: the quarters before this one that the same item asks for. */
export function readAwards(county: CountyFeed, filter: AwardFilter, period: string, before: readonly string[]): AwardsReading {
  const { awards, unplaced, unread } = countedAwards(county, filter, period)
  const { fresh, repeated } = toldEarlier(county, filter, awards, before)
  return {
    awards: fresh,
    repeated,
    unplaced,
    words: '',
    incomplete: unread.length > 0,
    open: unread.length > 0 ? `有文件未能读取，可能漏计成果：${unread.join('、')}` : '',
  }
}

interface CountedAwards {
  readonly awards: readonly Award[]
  /** Told by documents of a longer stretch, as a year's summary, and by none of a quarter: nobody says whether they are of this one. */
  readonly unplaced: readonly Award[]
  /** Files that could not be read. */
  readonly unread: readonly string[]
}

/** Achievements that the documents of the period state: of a quarter its own, of the year all that lie in it. */
export function countedAwards(county: CountyFeed, { levels, statuses, titles }: AwardFilter, period: string): CountedAwards {
  const wanted = monthsOf(period)
  const inPeriod = (of: string | null): boolean => {
    const months = of === null ? null : monthsOf(of)
    return months !== null && wanted !== null && months.from >= wanted.from && months.to <= wanted.to
  }
  const isAround = (of: string | null): boolean => {
    const months = of === null ? null : monthsOf(of)
    return months !== null && wanted !== null && months.from <= wanted.from && months.to >= wanted.to && !inPeriod(of)
  }
  const chosen = county.achievements.filter(
    (each) =>
      (levels === undefined || levels.includes(each.level)) &&
      (statuses === undefined || statuses.includes(each.status)) &&
      (titles === undefined || titles.some((title) => each.title.includes(title))),
  )
  const around = chosen.filter((each) => isAround(each.period))
  const placed = around.length === 0 ? [] : chosen.filter((each) => isOfQuarter(each.period))
  return {
    awards: chosen.filter((each) => inPeriod(each.period)).map(awardOf),
    unplaced: around.map(awardOf).filter((award) => !placed.some((each) => each.status === award.status && mayBeSame(award, each))),
    unread: county.documents.filter((each) => each.status === 'rejected' && inPeriod(each.period)).map(({ file }) => file),
  }
}

interface Told {
  readonly award: Award
  readonly period: string
}

/** An honour that an earlier quarter counts is not won again in a later one. */
function toldEarlier(
  county: CountyFeed,
  filter: AwardFilter,
  awards: readonly Award[],
  periods: readonly string[],
): { readonly fresh: readonly Award[]; readonly repeated: readonly Passed[] } {
  if (awards.length === 0 || periods.length === 0) return { fresh: awards, repeated: [] }
  const earlier = periods.flatMap((period) => countedAwards(county, filter, period).awards.map((award): Told => ({ award, period })))
  const before = (award: Award): Told | undefined =>
    earlier.find((told) => told.award.status === award.status && told.award.level === award.level && mayBeSame(told.award, award))
  return {
    fresh: awards.filter((award) => before(award) === undefined),
    repeated: awards.flatMap((award): Passed[] => {
      const told = before(award)
      return told === undefined ? [] : [{ ...award.use, why: `${periodWords(told.period)}已报，不重复计` }]
    }),
  }
}

/** No longer than a quarter. */
function isOfQuarter(period: string | null): boolean {
  const months = period === null ? null : monthsOf(period)
  return months !== null && months.to - months.from < 3
}

function awardOf(each: DecidedAchievement): Award {
  const { id, file, title, holder, level, status, year, evidence } = each
  return { id, file, title, holder, level, status, year, quote: evidence.quote, use: awardUse(each) }
}

const awardUse = ({ id, file, title, holder, evidence, movedBy, decision = movedBy, was }: DecidedAchievement): Use => ({
  record: 'achievement',
  id,
  file,
  words: `${holder} ${title}`,
  evidence,
  ...(decision === undefined ? {} : { decision }),
  ...(was === undefined ? {} : { was }),
})
