/**
 * Which period a document is about. A plan's is the year it plans. A bare year gives way to a quarter of the same year named elsewhere. The title is believed before
 * the file's name, unless the text begins with the period of the file's name.
 *
 * Files and folders are named in a hurry: 2020Q3, 20年三季度, 2020上半年, 2020.09. They are read as what they stand for; a whole date (20201012, 2020-10-12)
 * tells when something was sent and is passed over.
 */
import { firstMonth, lastMonth, type Period, readPeriods, yearOf } from '../quantities/period.ts'
import { HEAD, type IdentitySource, type Vote } from './vote.ts'

/** `reviewed`: what a title says that it looks back on, behind its period (2023年…报告（2022年工作回顾）). */
export function periodVotes({ title, name, folders, text }: IdentitySource, reviewed: RegExp): Vote[] {
  // A folder named 2020 is the year 2020.
  const path = folders.map((folder) => (/^(?:19|20)[0-9]{2}$/u.test(folder) ? `${folder}年` : writtenOut(folder))).join('\n')
  const file = writtenOut(name)
  const head = text.slice(0, HEAD)
  const year = [title, file, path, head, text].flatMap((part) => readPeriods(part))[0]
  const defaultYear = year ? yearOf(year.period) : null
  const places = [
    { source: '标题', period: lookedBack(title, defaultYear, reviewed) ?? pick(title, defaultYear), weak: false },
    { source: '文件名', period: pick(file, defaultYear), weak: false },
    { source: '文件夹', period: pick(path, defaultYear), weak: false },
    { source: '正文开头', period: readPeriods(head)[0]?.period ?? null, weak: true },
    { source: '正文', period: readPeriods(text)[0]?.period ?? null, weak: true },
  ]
  if (isAlone(places, head.replace(title, ''))) places.push(...places.splice(0, 1))
  const stated = places.filter((place): place is typeof place & { period: Period } => place.period !== null)
  const finest = stated.find(({ period, weak }) => !weak && period.length > 4)?.period
  return stated.map(({ source, period, weak }) => {
    // A year that holds the quarter named elsewhere is no other opinion.
    const within = finest?.startsWith(period) === true
    return { source, value: within && finest ? finest : period, weak }
  })
}

/** Whether the title's period is contradicted by the file's name and by what the text begins with, which agree: last year's title left standing. */
function isAlone(places: readonly { readonly source: string; readonly period: Period | null }[], opening: string): boolean {
  const [title, file] = places.map(({ period }) => period)
  const opens = readPeriods(opening.replace(DAY, ' '), file == null ? null : yearOf(file))[0]?.period
  if (title == null || file == null || opens === undefined) return false
  return title !== file && title.length === file.length && firstMonth(opens) === firstMonth(file) && lastMonth(opens) === lastMonth(file)
}

/** 2018年10月11日 under the title: when it was written, and not what it is about. */
const DAY = /(?:(?:19|20)[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}[日号]/gu

/** A file's or folder's name with its shorthand for a period written out as in a text. */
function writtenOut(name: string): string {
  return name
    .replace(/(?<![0-9])(?:19|20)[0-9]{2}([-._]?)[01][0-9]\1[0-3][0-9](?![0-9])/gu, ' ')
    .replace(
      /(?<![0-9])((?:19|20)[0-9]{2})[-._ ]?(?=[Qq第][1-4一二三四]|[Hh][12](?![0-9])|[一二三四1-4]季度|前[一二三四]|[上下]?半年|全年)/gu,
      '$1年',
    )
    .replace(/(?<![0-9])((?:19|20)[0-9]{2})[-._]?(0[1-9]|1[0-2])(?![0-9年月])/gu, '$1年$2月')
    .replace(/(?<![0-9])([12][0-9])年(?=第?[一二三四1-4]季度|[上下]?半年|年?度|前|全年|[0-9]{1,2}月)/gu, '20$1年')
    .replace(/(?<![A-Za-z])[Qq]([1-4])(?![0-9A-Za-z])/gu, '第$1季度')
    .replace(/(?<![A-Za-z])[Hh]([12])(?![0-9A-Za-z])/gu, (_, half) => (half === '1' ? '上半年' : '下半年'))
}

/** The period that a title names before what it looks back on; null where it names none. */
const lookedBack = (title: string, defaultYear: number | null, reviewed: RegExp): Period | null =>
  readPeriods(title, defaultYear).find(({ span }) => reviewed.test(title.slice(span.end)))?.period ?? null

/** 2023年…半年小结 */
const HALF_YEAR = /(?<![上下近前后每])半年/u

/** The finest period of a text's first year: 2020年…第三季度 is the quarter. */
function pick(text: string, defaultYear: number | null): Period | null {
  const periods = readPeriods(text, defaultYear).map(({ period }) => period)
  const first = periods[0]
  if (first === undefined) return null
  const finer = periods.find((period) => yearOf(period) === yearOf(first) && period.length > 4)
  return finer ?? (HALF_YEAR.test(text) ? `${first}-H1` : first)
}
