/** What a change is measured against: the baseline named nearest before it, in its clause or earlier in the sentence. */
import { firstMonth, lastMonth, type Period, previousQuarter, readPeriods, sameLastYear, yearOf } from '../quantities/period.ts'
import { lastBasis } from './cues.ts'
import type { RoleContext } from './role-context.ts'
import type { RoleCues } from './role-cues.ts'
import type { Basis } from './value.ts'

/** What a change is measured against: the baseline named nearest before it, in its clause or earlier in the sentence. */
export function baseline(cues: RoleCues, context: RoleContext): Basis | null {
  const { lead, after, clauseBefore, sentenceBefore, near, compared, period } = context
  if (cues.peerCompared.test(lead)) return 'peer'
  if (compared.side) return compared.side.basis
  // 两地相差1.6天
  if (cues.apart.test(lead) && cues.jointPlaces.test(lead)) return 'peer'
  const inClause = toldIn(cues, clauseBefore, period)
  if (inClause === null && cues.peerCompared.test(clauseBefore)) return 'peer'
  const told = inClause ?? near ?? toldBefore(cues, sentenceBefore, period)
  if (told) return told
  // 差2个就到年度任务数
  if (cues.gapDown.test(lead) && lastBasis(cues, after)?.basis === 'target') return 'target'
  if (cues.pointOpened.test(sentenceBefore.slice(-POINT_BACK))) return 'previous'
  // 全年98.4%，比一季度高1.3个百分点: a part of the report's own year.
  const phrase = period?.length === 4 ? cues.comparedBefore.exec(lead)?.[0] : undefined
  const [part] = phrase === undefined || period === null ? [] : readPeriods(phrase, yearOf(period))
  return part && part.period !== period && yearOf(part.period) === Number(period) ? 'previous' : null
}

/** 首次超过全地区平均；农产品例行监测合格率下降1.1个百分点: an earlier time holds for all of a sentence, whom one is set against only for its own part. */
function toldBefore(cues: RoleCues, sentence: string, period: Period | null): Basis | null {
  const point = sentence.lastIndexOf('；')
  const inPart = toldIn(cues, sentence.slice(point + 1), period)
  if (inPart !== null || point < 0) return inPart
  const before = toldIn(cues, sentence, period)
  return before !== null && OF_ITS_PART.has(before) ? null : before
}
const OF_ITS_PART: ReadonlySet<Basis> = new Set(['average', 'peer', 'target'])

/** So far back a clause may say what is compared with. */
const POINT_BACK = 40

/** 去年, 上年的 */
const LONGEST_YEAR = 3

/** 去年四季度, in a report of the first: the quarter before, whatever its year is called. */
export const basisAt = (cues: RoleCues, text: string, period: Period | null): Basis | null => {
  const named = lastBasis(cues, text)
  const said = named?.basis === 'yoy' && period !== null ? readPeriods(text, yearOf(period)).at(-1) : undefined
  const follows = named && said && said.span.start > named.at && said.span.start <= named.at + LONGEST_YEAR
  return follows && period !== null && said.period !== period && said.period === previousQuarter(period) ? 'qoq' : (named?.basis ?? null)
}

export const toldIn = (cues: RoleCues, text: string, period: Period | null): Basis | null =>
  basisAt(cues, text, period) ?? earlierSeason(cues, text, period) ?? earlierPeriod(text, period)

/** 比2020棉花年度低: the season before, or an earlier one. */
function earlierSeason(cues: RoleCues, text: string, period: Period | null): Basis | null {
  const year = cues.seasonYear.exec(text)?.[1]
  const years = year === undefined || period === null ? 0 : yearOf(period) - Number(year)
  return years === 1 ? 'yoy' : years > 1 ? 'previous' : null
}

/** 2021年底: a point in time, no stretch. */
const POINT = /^[底末初]/u

const COMPARED_WITH = /[比较与跟]$/u

/** 比2019年的…: last year is yoy, the quarter before qoq, an earlier point previous. */
export function earlierPeriod(text: string, period: Period | null): Basis | null {
  const said = period === null ? undefined : readPeriods(text, yearOf(period)).at(-1)
  if (!said || period === null) return null
  // 比四季度, in a report of the first: what is still to come is compared with by nobody.
  const isLater = !said.yearWritten && COMPARED_WITH.test(text.slice(0, said.span.start)) && firstMonth(said.period) > lastMonth(period)
  const named = isLater ? { ...said, period: sameLastYear(said.period) } : said
  if (named.period === previousQuarter(period) && named.period !== period) return 'qoq'
  if (POINT.test(text.slice(named.span.end, named.span.end + 1))) return 'previous'
  const years = yearOf(period) - yearOf(named.period)
  if (years === 1) return 'yoy'
  if (years > 1) return 'previous'
  if (years !== 0 || lastMonth(named.period) >= firstMonth(period) || named.period.length !== period.length) return null
  return named.period === previousQuarter(period) ? 'qoq' : 'previous'
}
