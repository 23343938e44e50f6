/** When a value is of, beyond what its own words name: a change is of its level's period, a target of the period that it is asked for. */
import type { FoldedSpan } from '../document.ts'
import { firstMonth, lastMonth, type Period, readPeriods, yearOf } from '../quantities/period.ts'
import type { Subject } from './draft.ts'
import type { Said } from './said.ts'
import type { SentenceContext, SentenceKit } from './sentence-context.ts'
import type { Basis, Role } from './value.ts'

/** A change is of its level's period; what is asked for is of the period it is asked for: the year's, the plan's, or that of its deadline. */
export function whenOf(
  kit: SentenceKit,
  context: SentenceContext,
  role: Role,
  basis: Basis | null,
  named: Period | null,
  said: Said,
  subjects: readonly Subject[],
  words: string,
  part: string,
): Period | null {
  const { period } = context
  const [subject] = subjects
  // 静风日较上年一季度增加11天, in the report of the year: how far this year's first quarter is from it.
  const quarter =
    role === 'change' && basis === 'yoy' && named === period && period?.length === YEAR_LONG ? OF_QUARTER.exec(words)?.[1] : undefined
  if (quarter !== undefined) return `${period}-Q${'一二三四'.indexOf(quarter) + 1}`
  const level = subject?.how === 'inherited' ? (said.period ?? yearBefore(subject.period, period)) : null
  if (role === 'change' && level) return level
  // 上半年实检1127台，为全年2390台任务的47.2%: how much of it is done is of what was done.
  if (role === 'actual' && said.against?.basis === 'target' && OF_TASK.test(words)) return said.period ?? period
  // 一季度是91.8%，升了1.7个百分点: how far this period is from the other side just told.
  if (role === 'change' && named !== null && named === said.side && period !== null) return said.period ?? period
  // 2020年度得86.5分，2019年度为83.0分，列第12名; 比国家规定的65%高: what goes on about a level is of it, whatever was told between.
  if (level && named !== period && (role === 'rank' || (role === 'target' && !context.planned)) && named === said.side)
    return role === 'target' && kit.cues.yearly.test(words) ? String(yearOf(level)) : level
  // 同期额敏县88.0%，85%的国家标准已达到: what a level of 2020 is set against is of 2020 too.
  if (
    level &&
    named === period &&
    (basis === 'peer' || basis === 'average' || (role === 'target' && !context.planned && !kit.cues.yearly.test(words)))
  )
    return level
  // A plan's 由88%提高到92% starts from the year before.
  if (role === 'reference' && context.planned && context.isPlan && named === period && period !== null) return String(yearOf(period) - 1)
  if (role !== 'target' || period === null) return named
  const isDay = context.planned && named !== null && MONTH.test(named) && kit.plans.sets(part)
  // 二季度…；年内新建2项: its own clause says of when.
  const ofYear = context.planned && !context.isPlan && kit.cues.yearly.test(words) && readPeriods(part, yearOf(period)).length === 0
  // 一季度抽查24个网点, in the report of a fourth quarter: what is planned is not over.
  if (!ofYear && context.planned && named !== null && isOver(named, period) && !YEAR.test(part))
    return named.replace(/^[0-9]{4}/u, (year) => String(Number(year) + 1))
  if (named !== period && !isDay && !ofYear) return named
  if (context.planned) return plannedPeriod(kit, context, period, kit.cues.yearly.test(words) && !/月/u.test(words) ? words : part)
  return kit.cues.yearly.test(words) ? String(yearOf(period)) : named
}

const isOver = (named: Period, period: Period): boolean =>
  named.length < PAIR && yearOf(named) === yearOf(period) && lastMonth(named) < firstMonth(period)
/** 2020-01/2020-09 */
const PAIR = 15
const YEAR = /(?:19|20)[0-9]{2}年|[今本]年/u

const OF_QUARTER = /[较比与](?:上年|去年)(?:同期)?第?([一二三四])季度/u
const YEAR_LONG = 4
/** 任务的47.2% */
const OF_TASK = /^[^，。；0-9]{0,8}的[约近]?[0-9]/u

/** 10月采收前: a month that only says by when. */
const MONTH = /^[0-9]{4}-[0-9]{2}$/u

/** The year of a level of the sentence before, where it was an earlier one (2020年度造林成活率, in a report of 2021). */
const yearBefore = (of: Period | null | undefined, period: Period | null): Period | null =>
  of?.length === 4 && period !== null && yearOf(of) < yearOf(period) ? of : null

/** 2019年受理120件。其中，食品类40件: parts of a level are of its period. */
export const ofLastLevel = ({ cues }: SentenceKit, words: string, last: Subject | null): Period | null =>
  last?.period && cues.ofWhich.test(words) && readPeriods(words, 0).length === 0 ? last.period : null

/** When an event that is not to happen is asked for. */
export const eventPeriod = (kit: SentenceKit, context: SentenceContext, named: Period | null, part: string): Period | null =>
  context.planned && context.period !== null && named === context.period ? plannedPeriod(kit, context, context.period, part) : named

/** What stands between the semicolons around a quantity. */
export function partOf(text: string, { start, end }: FoldedSpan, quantity: FoldedSpan): string {
  const before = text.slice(start, quantity.start)
  const after = text.slice(quantity.start, end).split('；')[0] ?? ''
  return before.slice(before.lastIndexOf('；') + 1) + after
}

/** Under 2021年工作打算 a target is of 2021. */
function plannedPeriod(kit: SentenceKit, { headings, isPlan }: SentenceContext, period: Period, part: string): Period {
  if (isPlan) return period
  const named = headings
    .flatMap((heading) => readPeriods(heading, yearOf(period)))
    .find((mention) => firstMonth(mention.period) > lastMonth(period))
  return kit.campaigns.away(part, period) ?? named?.period ?? kit.plans.periodOf(part, period, kit.cues.yearly.test(part))
}
