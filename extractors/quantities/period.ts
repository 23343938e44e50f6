/**
 * Periods: what stretch of time a text names, in the contract's form.
 *
 *   2020年度 → 2020         2020年第三季度, 三季度 → 2020-Q3      上半年 → 2020-H1
 *   9月份 → 2020-09         前三季度, 1—9月 → 2020-01/2020-09
 *
 * A period without a year takes the year given. 上年同期 and the like are relative to a period: `sameLastYear`, `previousQuarter`.
 */
import { type FoldedSpan, foldedSpan } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import { chineseNumeral } from './numeral.ts'

/** `2020`, `2020-Q3`, `2020-H1`, `2020-09`, or `2020-01/2020-09`. */
export type Period = string

export interface PeriodMention {
  readonly period: Period
  readonly span: FoldedSpan
  /** False where the year was taken from the context. */
  readonly yearWritten: boolean
  /** True for 全年, 本年度: the whole year, also in a document of one quarter. */
  readonly wholeYear: boolean
}

const NUMBER = '[0-9]{1,2}|[一二三四五六七八九十]{1,2}'
/** What no period begins with is passed over at once, and so is what none is near: each part of the pattern may be missing, so that it matches nothing everywhere. */
const BEGINS = '(?=[0-9一二三四五六七八九十第前头上下全本的][^年月季]{0,12}[年月季])'
/** 2020年半年 is the first half; 半年 with no year before it, or 半年内 and the like, is a length of time. */
const HALF = '(?<=[0-9〇○零一二三四五六七八九]{4}年)半年度?(?![内来以多时间])'
const MENTION = new RegExp(
  `${BEGINS}(?:((?:19|20)[0-9]{2})年度?|(二[〇○零][一二三四五六七八九〇○零]{2})年度?)?(?:的?(?:第?([一二三四1-4])季度|(前[一二三四两2-4]个?季度|[前头][三六九369]个月|[一1][—–~～至到-]+第?[二三四2-4]季度)|(上半年|下半年|${HALF})|(全年|本年度)|(${NUMBER})(?:月份?)?[—–~～至到-]{1,2}(${NUMBER})月份?|(${NUMBER})月份?(?!底|初|末|上旬|中旬|下旬|前|起|以来|[0-9]{1,2}[日号]|[一二三四五六七八九十]{1,3}[日号])))?`,
  'gu',
)

/** 明年一季度, 去年8月份: the year is told from the report's own. */
const RELATIVE_YEAR = /(?:(明年|来年|次年)|(去年|上年)|(前年))(?:的|度)?$/u

/** How many years a word before `at` leads away from the report's own: 0 where there is none. */
export function yearsAway(text: string, at: number): number {
  const [, next, last, before] = RELATIVE_YEAR.exec(text.slice(Math.max(0, at - 3), at)) ?? []
  return next ? 1 : last ? -1 : before ? -2 : 0
}

/** 去年，…; 前年全县…: the year that a clause opens with, told from the report's own; 去年同期 and 去年存在的问题 open with none. */
export function yearAtHead(text: string, year: number): Period | null {
  const [, last, before] = OPENS_WITH_YEAR.exec(text) ?? []
  return last ? String(year - 1) : before ? String(year - 2) : null
}
const OPENS_WITH_YEAR = /(?:^|[，；。])(?:(去年|上年度?)|(前年))(?!同期|[末底的]|存在|以来)/u

/** 上年末, 去年底, 年初, 三年前: a point told from the report's own year. */
const POINT = /(?:(去年|上年|上年度)年?[末底]|(年初)|(前年)|([0-9]{1,2}|[一二两三四五六七八九十]{1,2})年前)(?:的|期)?$/u
/** “十二五”末: the five years that a plan is of end with it. */
const PLAN_END = /“?十([一二三四五六])五”?(?:期?末|收官(?:时|之年)?)(?:的|期)?$/u
const FIRST_PLAN = 1955
const PLAN_YEARS = 5

/** The year of the point in time that a text ends with, in words without a year of their own; null where it names none. */
export function pointYear(text: string, year: number): Period | null {
  const words = text.slice(-LONGEST_POINT)
  const plan = PLAN_END.exec(words)?.[1]
  if (plan) return String(FIRST_PLAN + PLAN_YEARS * (10 + (numberOf(plan) ?? 0)))
  const [, last, first, before, count] = POINT.exec(words) ?? []
  if (last) return String(year - 1)
  if (first) return String(year)
  if (before) return String(year - 2)
  const years = count ? numberOf(count) : null
  return years ? String(year - years) : null
}
const LONGEST_POINT = 12

/** Each period is named with one of these; most short texts have none. */
const UNIT = /[年月季]/u

export function readPeriods(text: string, defaultYear: number | null = null): PeriodMention[] {
  const mentions: PeriodMention[] = []
  if (!UNIT.test(text)) return mentions
  for (const match of matchesOf(MENTION, text)) {
    if (match[0] === '') continue
    const written = match[1] ?? (match[2] ? digits(match[2]) : undefined)
    const year = written ? Number(written) : defaultYear === null ? null : defaultYear + yearsAway(text, match.index)
    if (year === null) continue
    const period = toPeriod(year, match)
    if (period === null) continue
    mentions.push({
      period,
      span: foldedSpan(match.index, match.index + match[0].length),
      yearWritten: written !== undefined,
      wholeYear: match[6] !== undefined,
    })
  }
  return mentions
}

function toPeriod(year: number, [, , , quarter, quarters, half, whole, fromMonth, toMonth, month]: RegExpMatchArray): Period | null {
  if (quarter) return `${year}-Q${numberOf(quarter)}`
  if (quarters) {
    const long = /[前头]([三六九369])个月/u.exec(quarters)?.[1]
    if (long) return months(year, 1, numberOf(long) ?? 3)
    const count = /前([一二三四两2-4])/u.exec(quarters)?.[1] ?? /([二三四2-4])季度/u.exec(quarters)?.[1] ?? '三'
    return months(year, 1, 3 * (numberOf(count) ?? 3))
  }
  if (half) return `${year}-${half === '下半年' ? 'H2' : 'H1'}`
  if (whole) return `${year}`
  if (fromMonth && toMonth) {
    const [from, to] = [numberOf(fromMonth), numberOf(toMonth)]
    return from && to && from < to && to <= 12 ? months(year, from, to) : null
  }
  if (month) {
    const at = numberOf(month)
    return at && at <= 12 ? `${year}-${String(at).padStart(2, '0')}` : null
  }
  return `${year}`
}

/** 1—6月 is the first half, 1—12月 the year, 7—9月 the third quarter; any other stretch is written out. */
function months(year: number, from: number, to: number): Period {
  if (from === 1 && to === 12) return `${year}`
  if (from === 1 && to === 6) return `${year}-H1`
  if (from === 7 && to === 12) return `${year}-H2`
  if (to - from === 2 && from % 3 === 1) return `${year}-Q${(to / 3).toFixed(0)}`
  const name = (month: number): string => `${year}-${String(month).padStart(2, '0')}`
  return `${name(from)}/${name(to)}`
}

export const yearOf = (period: Period): number => Number(period.slice(0, 4))

/** The same stretch of the year before (上年同期). */
export const sameLastYear = (period: Period): Period => period.replace(/[0-9]{4}(?=$|-|\/)/gu, (year) => String(Number(year) - 1))

/** The quarter before (上季度, 环比); the same period where it is no quarter. */
export function previousQuarter(period: Period): Period {
  const match = /^([0-9]{4})-Q([1-4])$/u.exec(period)
  if (!match) return period
  const quarter = Number(match[2])
  return quarter === 1 ? `${Number(match[1]) - 1}-Q4` : `${match[1]}-Q${quarter - 1}`
}

export const quarterOf = (year: number, month: number): Period => `${year}-Q${Math.ceil(month / 3)}`

/** The quarter, half or year after; after a stretch of months that ends with a quarter, the quarter; the year after for any other. */
export function nextPeriod(period: Period): Period {
  const quarterEnd = /\/([0-9]{4})-(03|06|09)$/u.exec(period)
  if (quarterEnd) return quarterOf(Number(quarterEnd[1]), Number(quarterEnd[2]) + 1)
  const part = /^([0-9]{4})-([QH])([1-4])$/u.exec(period)
  const last = part?.[2] === 'Q' ? '4' : '2'
  if (part) return part[3] === last ? `${Number(part[1]) + 1}-${part[2]}1` : `${part[1]}-${part[2]}${Number(part[3]) + 1}`
  return `${yearOf(period) + 1}`
}

/** The month a period begins with, as 2020-07. */
export function firstMonth(period: Period): string {
  const [begin = period] = period.split('/')
  const part = /^([0-9]{4})-([QH])([1-4])$/u.exec(begin)
  if (part) return `${part[1]}-${String((Number(part[3]) - 1) * (part[2] === 'Q' ? 3 : 6) + 1).padStart(2, '0')}`
  return begin.length === 4 ? `${begin}-01` : begin
}

/** The month it ends with. */
export function lastMonth(period: Period): string {
  const end = period.split('/').at(-1) ?? period
  const part = /^([0-9]{4})-([QH])([1-4])$/u.exec(end)
  if (part) return `${part[1]}-${String(Number(part[3]) * (part[2] === 'Q' ? 3 : 6)).padStart(2, '0')}`
  return end.length === 4 ? `${end}-12` : end
}

const numberOf = (text: string): number | null => (/^[0-9]/u.test(text) ? Number(text) : text === '两' ? 2 : chineseNumeral(text))
/** 二〇二〇 as 2020. */
export const digits = (text: string): string =>
  [...text].map((character) => '〇一二三四五六七八九'.indexOf(character === '○' || character === '零' ? '〇' : character)).join('')
