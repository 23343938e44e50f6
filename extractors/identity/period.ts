/**
 * Which period a document is about. A plan's is the year it plans; of a summary with a plan it is the summary's. A bare year gives way to a quarter of the same year
 * named elsewhere. What the folder that all was given in is called tells where nothing else does. The title is believed before the file's name, unless the text begins with the period of the file's name.
 *
 * The day a document is written on says which year 三季度 is of, and no more.
 */
import { firstMonth, lastMonth, type Period, type PeriodMention, readPeriods, yearOf } from '../quantities/period.ts'
import { type Day, isTooEarly, readDays, withoutDays } from './days.ts'
import { writtenOut } from './shorthand.ts'
import { type IdentitySource, INPUT, OPENING, type Vote, type Weight } from './vote.ts'

export interface PeriodReading {
  readonly votes: readonly Vote[]
  /** The last day that signature or head are dated with. */
  readonly day: Day | null
  /** A period named without a year (第三季度) where nothing tells the year. */
  readonly yearless: string | null
  /** The year that the title or the file's name says to be told as a whole (2019年度质量状况分析报告, filed under the fourth quarter). */
  readonly wholeYear: Period | null
  /** Whether only the folder that everything was given in names a year. */
  readonly onlyByInput: boolean
}

export interface PeriodWords {
  /** What a title says that it looks back on, behind its period (2023年…报告（2022年工作回顾）). */
  readonly reviewed: RegExp
  /** 本季度, 本期: a text that says so of itself is not about another period that it begins with. */
  readonly own: RegExp
}

interface Place {
  readonly source: string
  readonly period: Period | null
  readonly weight: Weight
}

export function readPeriodVotes(source: IdentitySource, words: PeriodWords): PeriodReading {
  const title = writtenOut(source.lead)
  const file = writtenOut(source.name.replace(SUFFIX, ''))
  // A folder named 2020 is the year 2020.
  const path = source.folders.map((folder) => writtenOut(folder)).join('\n')
  const opening = withoutDays(source.text.slice(0, OPENING))
  const head = withoutDays(source.head)
  const day = readDays(source.signature).at(-1) ?? readDays(source.head).at(-1) ?? null
  const named = [title, file, path, head]
  const own = yearNamed(named) ?? yearByDay(day, [...named, opening]) ?? yearNamed([opening, withoutDays(source.text)])
  const input = writtenOut(source.input)
  const year = own ?? yearNamed([input])
  const places: Place[] = [
    { source: '标题', period: lookedBack(title, year, words.reviewed) ?? pick(title, year), weight: 'stated' },
    { source: '文件名', period: pick(file, year), weight: 'stated' },
    { source: '文件夹', period: pick(path, year), weight: 'stated' },
    { source: '抬头', period: pick(head, year, isStretch), weight: 'told' },
    { source: '标题里的计划', period: yearBeforePlan(source), weight: 'hinted' },
    { source: '正文开头', period: readPeriods(opening, year)[0]?.period ?? null, weight: 'hinted' },
    { source: '正文', period: readPeriods(withoutDays(source.text), year)[0]?.period ?? null, weight: 'hinted' },
    { source: '日期', period: day !== null && day.month > FIRST_MONTHS ? `${day.year}` : null, weight: 'hinted' },
    { source: INPUT, period: pick(input, year), weight: 'hinted' },
  ]
  const wholeYear = [title, file].map((name) => WHOLE_YEAR.exec(name)?.[1]).find((named) => named !== undefined) ?? null
  if (isAlone(places, opening.replace(source.title, ''))) places.push(...places.splice(0, 1))
  const stated = places.filter((place): place is StatedPlace => place.period !== null)
  const votes = withinFinest(stated)
  const taken = votes.find(({ weight }) => weight !== 'hinted')
  const body = taken ? aboutOther(withoutDays(source.body), taken.value, year, words.own) : null
  return {
    votes: body === null ? votes : [...votes, { source: '正文', value: body, weight: 'told' }],
    day,
    wholeYear: wholeYear !== null && places.some(({ source, period }) => source === '标题' && period === wholeYear) ? wholeYear : null,
    yearless: year === null ? yearlessIn([...named, opening]) : null,
    onlyByInput: own === null && year !== null,
  }
}

type StatedPlace = Place & { readonly period: Period }

/** A year that holds the quarter named elsewhere is no other opinion. */
function withinFinest(places: readonly StatedPlace[]): Vote[] {
  const finest = places.find(({ period, weight }) => weight !== 'hinted' && period.length > 4)?.period
  return places.map(({ source, period, weight }) => ({ source, weight, value: finest?.startsWith(period) === true ? finest : period }))
}

const WHOLE_YEAR = /((?:19|20)[0-9]{2})年度(?![第一二三四上下])/u
const SUFFIX = /\.[0-9A-Za-z]{1,5}$/u
/** In January and February one reports on the year before. */
const FIRST_MONTHS = 2
/** 2020年10月 in the head is when it was written. */
const isStretch = ({ period }: PeriodMention): boolean => !/^[0-9]{4}-[0-9]{2}$/u.test(period)

const yearNamed = (parts: readonly string[]): number | null => {
  for (const part of parts) {
    const mention = readPeriods(part)[0]
    if (mention) return yearOf(mention.period)
  }
  return null
}

/** 四季度 in a report dated 2021年1月 is the year before's. */
function yearByDay(day: Day | null, parts: readonly string[]): number | null {
  if (day === null) return null
  for (const part of parts) {
    const period = readPeriods(part, day.year)[0]?.period
    if (period !== undefined) return isTooEarly(day, period) ? day.year - 1 : day.year
  }
  return null
}

/** 三季度, 上半年 as they are written, where no year is to be had. */
function yearlessIn(parts: readonly string[]): string | null {
  for (const part of parts) {
    const mention = readPeriods(part, ANY_YEAR)[0]
    if (mention) return part.slice(mention.span.start, mention.span.end)
  }
  return null
}
const ANY_YEAR = 2000

/** A summary with a plan for 2021 is of 2020. */
function yearBeforePlan({ title, lead }: IdentitySource): Period | null {
  const planned = title === lead ? null : yearNamed([writtenOut(title.slice(lead.length))])
  return planned === null ? null : `${planned - 1}`
}

/** Whether the title's period is contradicted by the file's name and by what the text begins with, which agree: last year's title left standing. */
function isAlone(places: readonly Place[], opening: string): boolean {
  const [title, file] = places.map(({ period }) => period)
  const opens = readPeriods(opening, file == null ? null : yearOf(file))[0]?.period
  if (title == null || file == null || opens === undefined) return false
  return title !== file && title.length === file.length && firstMonth(opens) === firstMonth(file) && lastMonth(opens) === lastMonth(file)
}

/**
 * The period that a text is about by its own words, where that is another of the same kind than was taken: one of its first sentences begins with it, and the one
 * taken is never named. 上季度, 去年 and 与二季度相比 are only compared with.
 */
function aboutOther(body: string, taken: Period, year: number | null, own: RegExp): Period | null {
  if (own.test(body)) return null
  const mentions = readPeriods(body, year)
  if (mentions.some(({ period }) => touches(period, taken))) return null
  const [other] = mentions
  const begins = other !== undefined && !/\p{L}$/u.test(body.slice(0, other.span.start)) && body[other.span.end] === '，'
  return begins && other.span.start < OPENING && kindOf(other.period) === kindOf(taken) ? other.period : null
}

const kindOf = (period: Period): string => period.replace(/[0-9]/gu, '')
/** Whether two stretches share a month. */
const touches = (one: Period, other: Period): boolean => firstMonth(one) <= lastMonth(other) && firstMonth(other) <= lastMonth(one)

/** The period that a title names before what it looks back on; null where it names none. */
const lookedBack = (title: string, defaultYear: number | null, reviewed: RegExp): Period | null =>
  readPeriods(title, defaultYear).find(({ span }) => reviewed.test(title.slice(span.end)))?.period ?? null

/** 2023年…半年小结 */
const HALF_YEAR = /(?<![上下近前后每])半年/u

/** The finest period of a text's first year: 2020年…第三季度 is the quarter. */
function pick(text: string, defaultYear: number | null, fits: (mention: PeriodMention) => boolean = () => true): Period | null {
  const periods = readPeriods(text, defaultYear)
    .filter(fits)
    .map(({ period }) => period)
  const first = periods[0]
  if (first === undefined) return null
  const finer = periods.find((period) => yearOf(period) === yearOf(first) && period.length > 4)
  return finer ?? (HALF_YEAR.test(text) ? `${first}-H1` : first)
}
