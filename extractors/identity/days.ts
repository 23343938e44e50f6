/**
 * Days: when a document was written. They do not say what it is about.
 *
 *   2020年10月12日   二○二○年十月十二日   2020.10.12   2020-10-12   10月12日 (a day without its year)
 */
import { chineseNumeral } from '../quantities/numeral.ts'
import { digits, firstMonth, lastMonth, type Period } from '../quantities/period.ts'

export interface Day {
  readonly year: number
  readonly month: number
  /** As written. */
  readonly text: string
}

const YEAR = '(?:19|20)[0-9]{2}'
const CHINESE_YEAR = '[一二][〇○零一二三四五六七八九]{3}'
const NUMBER = '(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})'
const WRITTEN = new RegExp(`(?:(${YEAR}|${CHINESE_YEAR})年)?(${NUMBER})月${NUMBER}[日号]`, 'gu')
const POINTED = new RegExp(`(?<![0-9.])(${YEAR})([-./])(0?[1-9]|1[0-2])\\2(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])`, 'gu')

/** The days of a text that name their year, in order. */
export function readDays(text: string): Day[] {
  const written = [...text.matchAll(WRITTEN)].map((match) => ({ at: match.index, year: match[1], month: match[2], text: match[0] }))
  const pointed = [...text.matchAll(POINTED)].map((match) => ({ at: match.index, year: match[1], month: match[3], text: match[0] }))
  return [...written, ...pointed]
    .sort((a, b) => a.at - b.at)
    .flatMap(({ year, month, text: words }) => {
      const at = numberOf(month)
      return year === undefined || at === null || at > 12 ? [] : [{ year: yearOf(year), month: at, text: words }]
    })
}

export const withoutDays = (text: string): string => text.replace(WRITTEN, ' ').replace(POINTED, ' ')

/** Whether a period was not half over on a day: no report is written so early. */
export function isTooEarly(day: Day, period: Period): boolean {
  const first = monthNumber(firstMonth(period))
  const length = monthNumber(lastMonth(period)) - first + 1
  return monthOf(day) - first + 1 < length / 2
}

/** Whether the day is so long after a period that another one must be meant. */
export const isTooLate = (day: Day, period: Period): boolean => monthOf(day) - monthNumber(lastMonth(period)) > LATEST

/** Months after its end in which a period is still reported on. */
const LATEST = 9

const monthOf = ({ year, month }: Day): number => year * 12 + month
function monthNumber(month: string): number {
  const [year, number] = month.split('-')
  return Number(year) * 12 + Number(number)
}
const numberOf = (text: string | undefined): number | null =>
  text === undefined ? null : /^[0-9]/u.test(text) ? Number(text) : chineseNumeral(text)
const yearOf = (text: string): number => Number(/^[0-9]/u.test(text) ? text : digits(text))
