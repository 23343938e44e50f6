/**
 * Where the words of a title begin and end, around the name of the catalogue or the ending that it is known by.
 *
 *   评为‹2019年度全国价格监测工作先进单位›      behind its verb            ‹全国绿色食品原料（小麦）标准化生产基地›正在创建   at its level
 *   …服务质量标杆‹网点›                        up to the noun behind      “金牌‹工匠›”                                up to the quotation's end
 */

import type { Span } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { Anchor } from './anchors.ts'
import type { LevelReader } from './level.ts'
import type { Cue } from './scan.ts'
import { says } from './status.ts'

export interface TitleBounds {
  /** Where it starts, and what stands between verb and title. */
  beginning(text: string, lower: number, anchor: number, verb: Cue | null, limit: number): TitleStart
  /** Where it ends, of the clause that ends at `clauseEnd`. */
  end(text: string, start: number, anchor: Anchor, clauseEnd: number): number
}

export interface TitleStart {
  readonly start: number
  readonly object: Span | null
}

const LONGEST_LEVEL = 8
const LONGEST_REST = 8
const LONGEST_HEAD = 4
/** …示范县‹（市）› */
const ALSO_OF = /[县市区乡镇村]/u
const KINDS = /^（[县市区乡镇村、]{1,5}）/u
const ORDINAL = /^[“‘"]?(?:[0-9]{4}[—-])?(?:[0-9]{4}年?度?|首届|首批|第[0-9一二三四五六七八九十]{1,3}[届批])/u

export function createTitleBounds(lexicon: Lexicon, levels: LevelReader): TitleBounds {
  const holder = new RegExp(`[\\p{Script=Han}](?:${wordPattern(cue(lexicon, 'honour-holder-suffix'))})$`, 'u')
  const maker = new RegExp(wordPattern(cue(lexicon, 'honour-holder-maker')), 'gu')
  const tailEnd = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-tail'))})$`, 'u')
  const nouns = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-head'))})$`, 'u')

  /** A title starts behind the verb or the word that ends what stands before it; without either, at the words of its level. */
  const beginning = (text: string, lower: number, anchor: number, verb: Cue | null, limit: number): TitleStart => {
    const from = Math.max(verb?.end ?? -1, limit, lower)
    const run = text.slice(from, anchor)
    const level = levels.words(text.slice(from, anchor + LONGEST_LEVEL)).find(({ start }) => from + start <= anchor)
    // 自治区文明镇、‹全国›重点镇: two, each with its level.
    const listed = run.lastIndexOf('、') + 1
    const apart = listed > LONGEST_LEVEL && level !== undefined && level.start === 0 && !run.includes('“')
    if (apart && levels.words(text.slice(from + listed, anchor + LONGEST_LEVEL))[0]?.start === 0)
      return { start: from + listed, object: null }
    // “自治区三八红旗手”“塔城工匠”: each its own.
    const beside = run.lastIndexOf('”“')
    if (beside >= 0) return { start: from + beside + 2, object: null }
    const mark = run.lastIndexOf('“')
    const quoted = mark >= 0 && !run.includes('”', mark) ? from + mark + 1 : null
    // 授予“开发建设新疆奖章”: a level within what is quoted.
    const isWithin = quoted !== null && verb !== null && quoted - 1 === from && level !== undefined && level.start > mark + 1
    if (isWithin) return { start: quoted as number, object: null }
    if (quoted !== null && verb !== null && says(verb, 'honour-give') && quoted - 1 > from && level?.start !== 0)
      return { start: quoted, object: { start: from, end: quoted - 1 } }
    if (verb === null && limit < 0) {
      const mark = Math.max(...['、', '；', '（', '，'].map((separator) => run.lastIndexOf(separator))) + 1
      const nearest = levels.words(text.slice(from + mark, anchor + LONGEST_LEVEL)).find(({ start }) => from + mark + start <= anchor)
      return { start: nearest ? from + mark + nearest.start : (quoted ?? anchor), object: null }
    }
    if (!level || level.start === 0 || ORDINAL.test(run)) {
      const separator = run.search(/[，、：；]|——|”“/u)
      if (separator >= 0) return { start: from + separator + (/^——|^”/u.test(run.slice(separator)) ? 2 : 1), object: null }
      const made = verb && says(verb, 'honour-give', 'honour-revoked') ? matchesOf(maker, run).at(-1) : undefined
      const holds =
        !made && verb && says(verb, 'honour-give', 'honour-revoked') && verb.end === from && level?.start !== 0 && holder.test(run)
      if (holds) return { start: anchor, object: { start: from, end: anchor } }
      const start = made ? from + made.index + made[0].length : from
      return { start, object: made ? { start: from, end: start } : null }
    }
    return { start: from + level.start, object: { start: from, end: from + level.start } }
  }

  /** …服务质量标杆‹网点›: the noun that a known ending goes on to. */
  const headBehind = (text: string, from: number, clauseEnd: number): number => {
    const run = /^[^，。；、：！？（）“”的\s]*/u.exec(text.slice(from, Math.min(clauseEnd, from + LONGEST_HEAD + 1)))?.[0] ?? ''
    const kinds = ALSO_OF.test(text.slice(from - 1, from)) ? (KINDS.exec(text.slice(from, clauseEnd))?.[0].length ?? 0) : 0
    if (kinds > 0) return from + kinds
    const noun = run.replace(tailEnd, '')
    return noun.length <= LONGEST_HEAD && nouns.test(noun) ? from + noun.length : from
  }

  return {
    beginning,
    end: (text, start, anchor, clauseEnd) =>
      anchor.open ? nounEnd(text, anchor.end, clauseEnd) : headBehind(text, quoteEnd(text, start, anchor.end), clauseEnd),
  }
}

/** Levels before a title that share its words: it begins with the first of them. */
export function elidedLevels(
  text: string,
  { start, end }: Span,
  levels: LevelReader,
): { readonly start: number; readonly elided: readonly string[] } {
  const own = levels.words(text.slice(start, start + LONGEST_LEVEL)).find((word) => word.start === 0)
  const rest = own ? text.slice(start + own.end, end) : ''
  const elided: string[] = []
  let from = start
  while (own) {
    const before = text.slice(Math.max(0, from - LONGEST_LEVEL - 1), from)
    if (!/[、和及与]$/u.test(before)) break
    const level = levels.words(before).findLast((word) => word.end === before.length - 1)
    if (!level) break
    elided.unshift(`${level.word}${rest}`)
    from -= before.length - level.start
  }
  return { start: from, elided }
}

const GRADE = /^[特一二三四五]等[奖功]/u
const GRADES_BEFORE = /((?:[特一二三四五][、和及])+)$/u

/** 分获‹二、三等奖›: grades that share the word behind the last. */
export function elidedGrades(text: string, { start, end }: Span): { readonly start: number; readonly elided: readonly string[] } {
  const before = GRADE.test(text.slice(start, end))
    ? (GRADES_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_LEVEL), start))?.[1] ?? '')
    : ''
  const rest = text.slice(start + 1, end)
  return { start: start - before.length, elided: [...before.replace(/[、和及]/gu, '')].map((grade) => `${grade}${rest}`) }
}

/** A title holds both of a pair of quotation marks or neither. */
export function withQuotes(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  const count = (mark: string): number => text.slice(from, to).split(mark).length - 1
  while (from < to && '”’、，：—）'.includes(text[from] as string)) from++
  if (count('”') > count('“') && text[from - 1] === '“') from--
  if (count('“') > count('”')) {
    if (text[to] === '”') to++
    else if (text[from] === '“') from++
  }
  return { start: from, end: to }
}

const IN_BRACKET = /^（[^（）]{1,6}）$/u

/** “金牌‹工匠›”: what is left of the quotation that a title ends in. */
function quoteEnd(text: string, start: number, end: number): number {
  const open = text.lastIndexOf('“', end - 1)
  const close = text.indexOf('”', end)
  const rest = text.slice(end, close)
  const isInside = open >= start - 1 && text.lastIndexOf('”', end - 1) < open && close >= end && rest.length <= LONGEST_REST
  // “全国一村一品示范村镇‹（辣椒）›”
  if (isInside && IN_BRACKET.test(rest)) return close
  return isInside && !/[，。；、（]/u.test(rest) ? close : end
}

/** The noun that a description ends with: 表现优秀的‹调解委员会›. */
function nounEnd(text: string, from: number, clauseEnd: number): number {
  const stop = text.slice(from, clauseEnd).search(/[，。；、：！？（]|称号/u)
  return stop < 0 ? clauseEnd : from + stop
}
