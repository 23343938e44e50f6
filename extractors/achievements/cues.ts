/**
 * Words of standing as they are meant in a sentence.
 *
 *   理事长魏新‹获›…                the last character of a name is none of the word's (新获)
 *   登记‹注册›股, ‹认定›中心        part of the name of an office, and none
 *   ‹通过农业农村部验收›            what was passed stands at the end of its clause, by whom in between: one word of standing
 *   ‹未进入›, ‹复核不达标›           denied before it or behind it: not won
 *   ‹冲›自治区“老字号”, ‹挂›“…”牌     a short verb is one only directly before the words of a level or a quotation
 */

import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { createCompoundReader } from './compound-cues.ts'
import { LEVEL_GROUPS } from './level.ts'
import { type Cue, createScan } from './scan.ts'
import { STATUS_GROUPS, type StatusGroup, says } from './status.ts'

export interface CueReader {
  /** Words of standing one by one. */
  words(text: string): Cue[]
  /** The same, with what was passed taken together where no title stands in it. */
  joined(text: string, cues: readonly Cue[], titles: readonly Span[]): Cue[]
}

const LONGEST_PASSED = 24
const SHORTEST_TITLE = 3
const LONGEST_POST = 8
const LONGEST_DENIAL = 6
const LONGEST_LEVEL = 12
const LONGEST_NOBODY = 10
const NOBODY = /(?:^|[，；。：市县区里内])(均?无\p{Script=Han}{1,6})$/u
/** What 未 before it denies. */
const DENIABLE: readonly StatusGroup[] = [
  'honour-obtained',
  'honour-obtained-after',
  'honour-applied',
  'honour-applied-after',
  'honour-listed',
  'honour-pass',
]
/** What 不达标 behind it denies. */
const REVIEWS: readonly StatusGroup[] = ['honour-retained', 'honour-obtained-after', 'honour-applied-after']
/** Verbs of one character, and what they mean. */
const SHORT = { 'honour-short-applied': 'honour-applied', 'honour-short-obtained': 'honour-obtained' } as const
const PASSED: readonly (readonly [string, StatusGroup])[] = [
  ['honour-applied-after', 'honour-applied-after'],
  ['honour-retained', 'honour-obtained-after'],
  ['honour-passed', 'honour-obtained-after'],
]

export function createCueReader(lexicon: Lexicon): CueReader {
  const scan = createScan(lexicon, STATUS_GROUPS)
  const officeBehind = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-office-end'))})`, 'u')
  const lastNames = new Set(cue(lexicon, 'honour-holder-last-name'))
  const posted = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-post'))})\\p{Script=Han}{1,2}$`, 'u')
  const levels = createScan(lexicon, LEVEL_GROUPS)
  const organ = new RegExp(
    `(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social'), ...cue(lexicon, 'honour-examiner')])})$`,
    'u',
  )
  /** 理事长魏‹新获›: the last character of a name, and the word without it. */
  const withoutName = (text: string, word: Cue): Cue => {
    const [first = ''] = word.word
    if (!lastNames.has(first) || !posted.test(text.slice(Math.max(0, word.start - LONGEST_POST), word.start))) return word
    const rest = scan(text.slice(word.start + 1, word.end)).find(({ start, end }) => start === 0 && end === word.word.length - 1)
    return rest ? { ...rest, start: word.start + 1, end: word.end } : word
  }
  const before = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-not'))})$`, 'u')
  const behind = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-not-behind'))})`, 'u')
  /** 未‹进入›, ‹复核›不达标 */
  const denied = (text: string, word: Cue): Cue => {
    const not = says(word, ...DENIABLE)
      ? (before.exec(text.slice(Math.max(0, word.start - LONGEST_DENIAL), word.start))?.[0].length ?? 0)
      : 0
    const failed = says(word, ...REVIEWS) ? (behind.exec(text.slice(word.end, word.end + LONGEST_DENIAL))?.[0].length ?? 0) : 0
    // 我市无矿山入选
    const nobody =
      not === 0 && says(word, ...DENIABLE)
        ? (NOBODY.exec(text.slice(Math.max(0, word.start - LONGEST_NOBODY), word.start))?.[1]?.length ?? 0)
        : 0
    if (nobody > 0)
      return {
        start: word.start - nobody,
        end: word.end,
        word: text.slice(word.start - nobody, word.end),
        groups: new Set(['honour-negative']),
      }
    if (not + failed === 0) return word
    const [start, end] = [word.start - not, word.end + failed]
    return { start, end, word: text.slice(start, end), groups: new Set(['honour-negative']) }
  }

  const shorts = createScan(lexicon, Object.keys(SHORT))
  const titleBehind = new RegExp(
    `^(?:${wordPattern(cue(lexicon, 'honour-measure'))})?(?:“|首[批届]|第[一二三四五六七八九十0-9]{1,3}[批届]|(?:19|20)[0-9]{2}年度|${wordPattern(LEVEL_GROUPS.flatMap((group) => cue(lexicon, group)))})`,
    'u',
  )
  const shortVerbs = (text: string): Cue[] =>
    shorts(text)
      .filter(({ end }) => titleBehind.test(text.slice(end, end + LONGEST_LEVEL)))
      .map((word) => ({
        ...word,
        groups: new Set(Object.entries(SHORT).flatMap(([group, meaning]) => (word.groups.has(group) ? [meaning] : []))),
      }))

  const compound = createCompoundReader(lexicon)
  const passed = createScan(
    lexicon,
    PASSED.map(([group]) => group),
  )

  const frameAt = (text: string, word: Cue, titles: readonly Span[]): Cue | null => {
    const run = /^[^，。；、：！？（）“”]*/u.exec(text.slice(word.end, word.end + LONGEST_PASSED))?.[0] ?? ''
    const last = passed(run).findLast(({ end }) => /^(?:后|并|，|$)/u.test(run.slice(end)))
    const end = last ? word.end + last.end : 0
    const group = PASSED.find(([name]) => last?.groups.has(name))?.[1]
    // 通过自治区计量授权复查: what was looked at again is the honour.
    const within = last ? run.slice(0, last.start) : ''
    const level = levels(within).find(({ start }) => start === 0)
    const isTitle =
      last?.groups.has('honour-retained') === true &&
      level !== undefined &&
      within.length - level.end >= SHORTEST_TITLE &&
      !organ.test(within)
    if (!group || isTitle || titles.some((title) => title.start < end && title.end > word.end)) return null
    return { start: word.start, end, word: text.slice(word.start, end), groups: new Set([group]) }
  }

  return {
    words: (text) => {
      const found = scan(text)
        .map((word) => denied(text, withoutName(text, word)))
        .filter(({ end }) => !officeBehind.test(text.slice(end)))
      const short = shortVerbs(text).filter(({ start, end }) => !found.some((word) => word.start < end && word.end > start))
      return compound(
        text,
        [...found, ...short].sort((a, b) => a.start - b.start),
      )
    },
    joined: (text, cues, titles) => {
      const frames = cues.flatMap((word) => (says(word, 'honour-pass') ? (frameAt(text, word, titles) ?? []) : []))
      const kept = cues.filter((word) => !frames.some(({ start, end }) => word.start >= start && word.end <= end))
      return [...kept, ...frames].sort((a, b) => a.start - b.start)
    },
  }
}
