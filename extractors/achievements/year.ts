/**
 * The year that an honour is of, told in its title, beside it or ahead of it. Null where its sentence tells none: the report's own year is never assumed.
 *
 *   ‹2019年度›全国价格监测工作先进单位      in the title
 *   ‹2019年12月›，甲公司获评A，乙公司获评B   a date of its own ahead, until another year is told
 *   ‹去年›甲公司获评A                      told from the report's own year
 *   甲公司获A称号（‹2019年›）               in the bracket behind
 *
 * 去年申报的A今年获批 is of the year in which it was won; 自2019年以来, 2019—2021年, 有效期至2023年 tell none.
 */

import type { Span } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { lastMonth, type Period } from '../quantities/period.ts'
import type { AchievementStatus } from './achievement.ts'
import { yearOf } from './drafting.ts'
import type { Honour } from './honour.ts'
import type { Cue } from './scan.ts'
import { statusOf } from './status.ts'

/** Where an honour stands in its passage. */
export interface YearAround {
  readonly text: string
  readonly clauses: readonly Span[]
  /** All of the passage, and its words of standing. */
  readonly honours: readonly (Span & { readonly note?: Span | null })[]
  readonly cues: readonly Cue[]
  readonly status: AchievementStatus
  /** The report's own. */
  readonly period: Period | null
}

export type HonourYear = (honour: Pick<Honour, 'title' | 'start' | 'end' | 'note'>, around: YearAround) => number | null

interface Told extends Span {
  readonly year: number
}

const MONTH = '(?:[0-9]{1,2}月(?:份|[0-9]{1,2}日)?|第?[一二三四1-4]季度|[上下]半年)'

export function createHonourYear(lexicon: Lexicon): HonourYear {
  const away = new Map<string, number>(
    [
      ['honour-year-this', 0],
      ['honour-year-last', -1],
      ['honour-year-before-last', -2],
    ].flatMap(([group, years]) => cue(lexicon, group as string).map((word): [string, number] => [word, years as number])),
  )
  const word = (group: string): string => wordPattern(cue(lexicon, group))
  const relative = wordPattern([...away.keys()])
  /** Not a span of years nor a point from or up to which something holds. */
  const dates = new RegExp(
    `(?<!${word('honour-year-span')})(?:((?:19|20)[0-9]{2})年度?|(${relative}))(?!${word('honour-year-span')}|${MONTH}?(?:${word('honour-year-since')}))`,
    'gu',
  )
  /** ‹3月›列入…: a month of the report's own year, or of the year before where it has not come yet. */
  const months = new RegExp(
    `(?<![0-9年季—～-])([0-9]{1,2})月(?:份|[0-9]{1,2}日|[上中下]旬|初|底|末)?(?!${word('honour-year-span')}|[^，。；]{0,3}前|内|${word('honour-year-since')})`,
    'gu',
  )
  const monthIn = (text: string, { start, end }: Span, period: Period | null): number | null => {
    const month = Number(matchesOf(months, text.slice(start, end)).at(-1)?.[1] ?? 0)
    if (period === null || month < 1 || month > 12) return null
    const [year = 0, until = 12] = lastMonth(period).split('-').map(Number)
    return month > until ? year - 1 : year
  }
  const alone = new RegExp(
    `^[\\s\\p{No}0-9一二三四五六七八九十（）、.．]{0,6}(?:${word('honour-year-at')})?(?:(?:19|20)[0-9]{2}年度?|(?:${relative}))?的?(${MONTH})?(?:${word('honour-year-point')})?$`,
    'u',
  )

  const toldIn = (text: string, { start, end }: Span, own: number | null): Told[] =>
    matchesOf(dates, text.slice(start, end)).flatMap(({ 0: words, 1: written, 2: told, index }) => {
      const year = written ? Number(written) : own === null || told === undefined ? null : own + (away.get(told) ?? 0)
      return year === null ? [] : [{ year, start: start + index, end: start + index + words.length }]
    })

  /** 去年申报的: told of another stage than the one that the honour has come to. */
  const isOfOtherStage = ({ end }: Span, honour: Span, { cues, status }: YearAround): boolean => {
    const next = cues.find((found) => found.start >= end && found.end <= honour.start)
    const stage = next === undefined ? null : statusOf([next])
    return stage !== null && stage !== status
  }

  return (honour, around) => {
    const { text, clauses, period } = around
    const own = period === null ? null : Number(lastMonth(period).slice(0, 4))
    const titled = yearOf(honour.title)
    if (titled !== null) return titled
    const noted = honour.note === null ? [] : toldIn(text, honour.note, own)
    if (noted.length > 0) return noted.at(-1)?.year ?? null
    const at = clauses.findIndex(({ end }) => honour.start < end)
    const from = clauses[at]?.start ?? 0
    const beside = toldIn(text, { start: from, end: honour.end }, own).filter(
      (told) => !around.honours.some((other) => other.end <= told.start && told.start < (other.note?.end ?? 0)),
    )
    if (beside.length > 0) return beside.findLast((told) => !isOfOtherStage(told, honour, around))?.year ?? null
    const before = around.honours.findLast(({ end }) => end <= honour.start)?.end ?? from
    const ofMonth = around.status === 'planned' ? null : monthIn(text, { start: Math.max(from, before), end: honour.start }, period)
    if (ofMonth !== null) return ofMonth
    for (let index = at - 1; index >= 0; index--) {
      const clause = clauses[index] as Span
      const told = toldIn(text, clause, own)
      const words = text.slice(clause.start, clause.end).replace(/[，：；。]$/u, '')
      if (told.length > 0) return alone.test(words) ? (told.at(-1)?.year ?? null) : sameStage(told, clause)
    }
    return null

    /** 2019年甲公司获评A，乙公司获评B: of one year; what was told of something else (2019年建成投产，获评A) leaves it open. */
    function sameStage(told: readonly Told[], clause: Span): number | null {
      const last = told.at(-1)
      const other = around.honours.find(({ start, end }) => start >= (last?.end ?? 0) && end <= clause.end)
      return last === undefined || other === undefined || isOfOtherStage(last, other, around) ? null : last.year
    }
  }
}
