/**
 * Times listed side by side, to which the quantities of a list belong in order.
 *
 *   2018、2019、2020年食品抽检合格率分别为…       a year each: what the last says (年, 月, 季度) is said of all
 *   去年同期、上季度和本季度合格率分别为…         the other sides of a comparison, then the report's own
 *   食品抽检合格率7月、8月、9月依次为…            the head may stand before the times too
 */
import { matchesOf } from '../language/match-at.ts'
import { type Period, previousQuarter, readPeriods, sameLastYear, yearOf, yearsAway } from '../quantities/period.ts'
import type { ListItem } from './lists.ts'
import type { OwnName } from './name.ts'
import type { RoleCues } from './role-cues.ts'
import type { Basis } from './value.ts'

export interface ListedTime {
  readonly period: Period
  /** Set where the words name the other side of a comparison (上年同期), not a time of its own. */
  readonly basis: Basis | null
}

export interface ListedTimes {
  readonly times: readonly ListedTime[]
  /** What all of them are times of; '' where the list does not say. Its place is in the text that the items are of. */
  readonly head: ListItem
}

interface TimesKit {
  readonly cues: RoleCues
  readonly ownName: OwnName
}

interface Found extends ListedTime {
  readonly start: number
  readonly end: number
}

/** The times of a list, where each of its items is one; null where one is not. */
export function timesListed(kit: TimesKit, items: readonly ListItem[], period: Period | null): ListedTimes | null {
  const [first, tail] = [items[0], items.at(-1)]
  const last = tail && { ...tail, text: tail.text.replace(YEARS_COUNTED, '$1年　') }
  if (!first || !last || items.length < 2 || period === null) return null
  const ends = timeIn(kit.cues, last.text, period)
  if (!ends || !names(kit, last.text.slice(0, ends.start), false)) return null
  const counted = COUNTED_IN.exec(last.text.slice(ends.start, ends.end))?.[0] ?? ''
  const found = items.slice(0, -1).map(({ text: written }, index) => {
    // 其中一、二、三季度依次为…
    const text = index === 0 ? written.replace(OPENING, (opening) => '　'.repeat(opening.length)) : written
    const words = ELLIPTIC.test(text.trim()) ? text + counted : text
    const time = timeIn(kit.cues, words, period)
    const alone = time && kit.ownName(words.slice(time.end), '', '').bare && names(kit, words.slice(0, time.start), index === 0)
    return alone ? time : null
  })
  const opening = found[0]
  if (!opening || found.some((time) => time === null)) return null
  const before = first.text.slice(0, opening.start)
  const after = last.text.slice(ends.end)
  const behind = after.trim() !== '' && !kit.ownName(after, '', '').bare
  if (behind && !kit.ownName(before, '', '').bare) return null
  const head = behind ? { text: after, at: last.at + ends.end } : { text: before, at: first.at }
  return { times: [...(found as Found[]), ends], head }
}

/** What stands before a time: nothing, or before the first of a list its head. */
const names = (kit: TimesKit, words: string, anything: boolean): boolean => anything || kit.ownName(words, '', '').bare

/** 2018、2019两年: the same length as it was. */
const YEARS_COUNTED = /^((?:19|20)[0-9]{2})[两二三四五]年/u
/** 2018、2019、2020年; 7、8、9月; 一、二、三季度 */
const ELLIPTIC = /^第?(?:(?:19|20)[0-9]{2}|[0-9]{1,2}|[一二三四])$/u
const OPENING = /^[，；]?其中/u
const COUNTED_IN = /(?:年|月|季度)/u

/** The time that an item is of: 今年三季度, 2019年, 上年同期, 本季度. */
function timeIn(cues: RoleCues, words: string, period: Period): Found | null {
  const own = ownIn(cues, words)
  const side = sideIn(cues, words, period)
  const [named, ...others] = readPeriods(words, yearOf(period))
  if (others.length > 0) return null
  if (named) {
    const same = named.period.length === 4 && SAME_STRETCH.test(words.slice(named.span.end))
    if (same) return { ...sideOfYear(named.period, period), start: named.span.start, end: named.span.end + 2 }
    // 去年三季度: the year is told from the report's own.
    const relative = side && side.end >= named.span.start && side.start <= named.span.start ? side : null
    const start = relative?.start ?? (own?.end === named.span.start ? own.start : named.span.start)
    const basis = relative && named.period === previousQuarter(period) ? 'qoq' : (relative?.basis ?? null)
    return { period: named.period, basis, start, end: Math.max(named.span.end, relative?.end ?? 0) }
  }
  if (side) return side
  return own ? { period, basis: null, ...own } : null
}

/** 2019年同期 is the report's own stretch of that year. */
const SAME_STRETCH = /^同期/u
function sideOfYear(year: Period, period: Period): ListedTime {
  const basis = yearOf(period) - yearOf(year) === 1 ? 'yoy' : 'previous'
  return { period: period.replace(/[0-9]{4}(?=$|-|\/)/gu, year), basis }
}

/** 本季度, 今年 */
function ownIn(cues: RoleCues, words: string): { readonly start: number; readonly end: number } | null {
  const match = matchesOf(cues.thisPeriod, words)[0]
  return match ? { start: match.index, end: match.index + match[0].length } : null
}

/** 上年同期, 上季度: by the words of the baselines. */
function sideIn(cues: RoleCues, words: string, period: Period): Found | null {
  let best: Found | null = null
  for (const [basis, pattern] of cues.bases) {
    for (const match of matchesOf(pattern, words)) {
      const end = match.index + match[0].length
      const of = periodOfSide(basis, period, yearsAway(words, end))
      if (of && (!best || end > best.end)) best = { period: of, basis, start: match.index, end }
    }
  }
  return best
}

/** 年初 and 上年末 are points, no stretch. */
function periodOfSide(basis: Basis, period: Period, away: number): Period | null {
  if (basis === 'yoy') return sameLastYear(period)
  if (basis === 'qoq') return previousQuarter(period)
  return basis === 'previous' && away < -1 ? sameLastYear(sameLastYear(period)) : null
}
