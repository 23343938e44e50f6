/**
 * Whose value it is, and of when: the counties or areas and the period that a quantity's own words name, else the section's, else the document's.
 *
 * A list of counties before a quantity (塔城市、额敏县、裕民县…8%及以下) or after it (达到91%以上的有：托里县、裕民县) makes it a value of each.
 */

import type { FoldedSpan } from '../document.ts'
import type { Period } from '../quantities/period.ts'
import { pointYear, previousQuarter, readPeriods, sameLastYear, yearOf } from '../quantities/period.ts'
import type { RegionMention, RegionReader } from '../quantities/region.ts'
import type { RoleCues } from './role-cues.ts'
import type { Basis, Role } from './value.ts'

export interface ScopeContext {
  /** Id of the county whose document it is; null for the prefecture's own. */
  readonly county: string | null
  readonly period: Period | null
  readonly headings: readonly string[]
}

/** The regions that a quantity is said of; [null] for the document's own. */
export function regionsOf(
  read: RegionReader,
  before: string,
  after: string,
  headings: readonly string[],
  otherSide = false,
): (string | null)[] {
  const ahead = listed(
    after,
    read(after).filter(({ kind }) => kind === 'county'),
    true,
  )
  if (ahead.length > 0 && /^[^，。；]{0,6}(?:的有|的是|的为|包括)：?/u.test(after)) return ahead
  const mentions = read(before)
  const last = mentions.findLast(
    ({ kind, span }) =>
      kind !== 'area' ||
      (leads(before, span) && !ASSESSES.test(before.slice(span.end))) ||
      (otherSide && COMPARED.test(before.slice(0, span.start))),
  )
  if (last?.kind === 'self') return [null]
  if (last?.kind === 'area') return [last.region]
  if (last)
    return listed(
      before,
      mentions.filter(({ kind }) => kind === 'county'),
      false,
    )
  for (const heading of headings) {
    const named = read(heading).filter(({ kind }) => kind === 'county')
    if (named.length === 1) return named.map(({ region }) => region)
  }
  return [null]
}

const COMPARED = /[于比较与出]全?$/u
/** 地区住建局对县质监站考核评分86.5分: who assesses is not who is assessed. */
const ASSESSES = /^[^，。；、对]{0,8}对[^，。；比]/u

/** An area is what a clause is about only at its beginning, or with its average: 自治区 inside a project's name is none. */
function leads(text: string, { start, end }: FoldedSpan): boolean {
  // 各县（市）均…, 合格率全地区为97.9%: nothing but a verb parts it from what is said of it.
  if (ALL_COUNTIES.test(text.slice(start, end)) || SAID_OF.test(text.slice(end))) return true
  return (
    /(?:^|[，。；：、（])$/u.test(text.slice(Math.max(0, start - 1), start)) ||
    /^(?:同期)?(?:平均|总体|整体|均值)/u.test(text.slice(end, end + 4))
  )
}

const ALL_COUNTIES = /^[各七]个?县/u
const SAID_OF = /^(?:平均|总体|整体)?(?:为|是|达到?|有|约|仅){0,2}$/u

/** Counties that follow each other with nothing but 、和及与 between: the first such run of a text, or the last. */
function listed(text: string, mentions: readonly RegionMention[], first: boolean): string[] {
  const runs: RegionMention[][] = []
  for (const mention of mentions) {
    const run = runs.at(-1)
    const previous = run?.at(-1)
    if (run && previous && /^[、和及与以]{1,2}$/u.test(text.slice(previous.span.end, mention.span.start))) run.push(mention)
    else runs.push([mention])
  }
  return [...new Set(((first ? runs[0] : runs.at(-1)) ?? []).map(({ region }) => region))]
}

/** （2020年为89.7%）: an aside says nothing of what comes after. */
const CLOSED_BRACKETS = /（[^（）]{0,60}）/gu
/** 由2016年的96.9%、2017年的98.1%走高 */
const OF_A_LEVEL = /^的(?:$|[0-9])/u
/** 恢复到2019年同期的112%，…: a level of then is told only to say how much of it there is now. */
const LEVEL_OF_THEN = /^同期(?:水平)?的(?:$|[约近0-9])/u
/** 从全年看 is no comparison. */
const SEEN = /^来?看/u
/** 全年计划抽查120批次，上半年完成66批次；…: what a sentence has already told a figure before is not what all of it is of. */
const FIGURE = /[0-9][^0-9年月日号.．、）]/u
const ITEM = /^(?:[一二三四五六七八九十]是|（[0-9一二三四五六七八九十]{1,2}）|第[一二三四五六七八九十]，)/u
const ASIDE = /（([^（）]{2,12})）(?:达到?|为|是)?$/u
const MONTH = /^[0-9]{4}-[0-9]{2}$/u

/** 比去年三季度: the year that is told from the report's own stands before what is read as the period. */
const OTHER_SIDE = /(?:[比较与跟同由从离距]|[高低优]于|高出|超出|超过)(?:今年|本年|明年|来年|去年|上年|前年|同期|的)?$/u
/** A period in an earlier part of a sentence (一是四季度还要补抽…；二是…) is that part's own, unless the sentence begins with it. */
const HEAD = 14

/** 比上年末（640件, 由年初的41%: what may stand between the point and its level. */
const POINT_TAIL = /[的（为是]+$/u

/** 2019年10月—2020年3月 */
const RANGE = /^[—–~～至到-]/u

/** 2019年6月，市场监督管理局抽检…, in a report of 2020: no month of the report's. */
const isOfYearBefore = (named: Period, period: Period | null): boolean => period !== null && yearOf(named) < yearOf(period)

export function periodOf(
  before: string,
  role: Role,
  basis: Basis | null,
  { period }: ScopeContext,
  cues: Pick<RoleCues, 'backAt' | 'relativeDeed' | 'seasonTail' | 'taskOfYear'> | null = null,
): Period | null {
  const backAt = (text: string): number => cues?.backAt(text) ?? -1
  // 造林成活率（2020年度）86.1%
  const aside = ASIDE.exec(before)?.[1]
  const [own] = aside === undefined ? [] : readPeriods(aside, period === null ? null : yearOf(period))
  if (own && role !== 'reference') return own.period
  const partAt = before.lastIndexOf('；') + 1
  // A month says when a thing happened; a quantity is of it only in the same clause.
  const clauseAt = Math.max(before.lastIndexOf('，'), before.lastIndexOf('；'), before.lastIndexOf('：')) + 1
  const mentions = readPeriods(
    before.replace(CLOSED_BRACKETS, (words) => ' '.repeat(words.length)),
    period === null ? null : yearOf(period),
  ).filter(
    ({ period: named, span, wholeYear }) =>
      // 1998年前后铺的铸铁管还有17.5公里
      cues?.relativeDeed.test(before.slice(span.end)) !== true &&
      cues?.seasonTail.test(before.slice(span.end)) !== true &&
      // 全年90批次任务的45.6%: the year is the task's.
      (role === 'target' || wholeYear !== true || cues?.taskOfYear.test(before.slice(span.end)) !== true) &&
      (role === 'reference' || !LEVEL_OF_THEN.test(before.slice(span.end))) &&
      (!MONTH.test(named) ||
        span.start >= clauseAt ||
        (span.start < HEAD && isOfYearBefore(named, period) && !RANGE.test(before.slice(span.end)))) &&
      (span.start >= partAt || (span.start < HEAD && !ITEM.test(before) && !FIGURE.test(before.slice(0, span.start)))),
  )
  // The other side of a comparison (比2019年, 由三季度的) is not when the value is of.
  const named =
    role === 'reference'
      ? mentions.at(-1)
      : mentions.findLast(
          ({ span }) =>
            (!OTHER_SIDE.test(before.slice(0, span.start)) && !(role === 'change' && OF_A_LEVEL.test(before.slice(span.end)))) ||
            SEEN.test(before.slice(span.end)),
        )
  if (role === 'reference' && (basis === 'yoy' || basis === 'qoq')) {
    if (named && period !== null && yearOf(named.period) < yearOf(period)) {
      // 2020年同期 is the report's own stretch of that year.
      const same = named.period.length === 4 && before.startsWith('同期', named.span.end)
      return same ? period.replace(/[0-9]{4}(?=$|-)/gu, named.period) : named.period
    }
    if (period === null) return null
    return basis === 'yoy' ? sameLastYear(period) : previousQuarter(period)
  }
  if (!named && role === 'reference' && basis === 'previous' && period !== null)
    return pointYear(before.replace(POINT_TAIL, ''), yearOf(period)) ?? period
  if (!named || (role !== 'reference' && (role !== 'target' || isOfYearBefore(named.period, period)) && backAt(before) >= named.span.end))
    return period
  // A bare year that holds the document's own period adds nothing to it.
  return !named.wholeYear && period?.startsWith(named.period) ? period : named.period
}
