/** The document's own words for a quantity that the lexicon has no indicator for, and whether the words before it name anything at all. */
import { kept } from '../language/kept.ts'
import { guardedPattern, wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon, placeNames } from '../lexicon.ts'
import { arrivalPattern } from './arrival.ts'

const LONGEST = 40
/** The name of a value that nothing names. */
export const UNNAMED = '未注明指标'
export const PERIOD =
  '(?:19|20)[0-9]{2}年[0-9]{1,2}月(?:份|底|末)?|(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号]|底|末|中旬|下旬|上旬)|[一二三四]季度末?|年底|年内|月底)之?前|(?:19|20)[0-9]{2}年[度底末初]?|第?[一二三四1-4]季度末?|[一1][至到—~-]{1,2}第?[二三四2-4]季度|[两三四前][一二三四]?个?季度|[上下]半年|[0-9]{1,2}(?:[—–~～至-][0-9]{1,2})?月份?'

export interface OwnWords {
  readonly name: string
  /** Offset of the words in `lead`; -1 where they stand after the number. */
  readonly at: number
  /** True where the words before the number name nothing: 达到, 仅, 同比提高, 比上年同期的. */
  readonly bare: boolean
}

/** The words directly before a generic term that say what it is of, or null. */
export type QualifierReader = (before: string) => string | null

export type OwnName = (lead: string, after: string, unit: string) => OwnWords

export function createOwnName(lexicon: Lexicon): OwnName {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const guarded = (group: string): string => guardedPattern(cue(lexicon, group), lexicon.cues[`${group}:misfires`] ?? [])
  const { areas, self } = lexicon.regions
  const places = wordPattern([...placeNames(lexicon.regions), ...areas.flatMap((area) => area.words), ...self])
  const opener = new RegExp(
    `^(?:${PERIOD})?(?:${words('name-openers')})$|${guarded('name-handing')}(?:(?:${places})|[各七六五四三两]个?县市?)?$`,
    'u',
  )
  const completion = new RegExp(`(?:${words('completion-names')})(?:${words('statement-verbs')})?$`, 'u')
  const trailing = new RegExp(
    `(?:${guarded('statement-verbs')}|${words('share', 'from', 'base-yoy', 'base-qoq', 'base-previous')}|${guarded('compared')}|${arrivalPattern(lexicon)}|[的：:（、，“”])$`,
    'u',
  )
  const leading = new RegExp(
    `(?:其中|（[0-9一二三四五六七八九十]{1,2}）|[0-9一二三四五六七八九十]{1,2}）|[①-⑳]|[一二三四五六七八九十]是|各(?=新|有)|${wordPattern([...lexicon.regions.self])}|${words('time-heads', 'this-period', 'forecast', 'name-turns')}|(?:${PERIOD})(?![0-9])|[、，：与（）.．”/／]|及(?!格)|和(?!布克|丰)|[0-9]+[.．])`,
    'uy',
  )
  const listOpens = new RegExp(`(?:${words('respectively')})(?:${words('statement-verbs')})`, 'u')
  const empty = new RegExp(
    `(?:${places}|${PERIOD}|连续(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})个?(?:年|季度|月|周)|除[^，。；]{1,24}?外|${arrivalPattern(lexicon)}|${words('statement-verbs', 'less-time', 'more-time', 'asking', 'up', 'down', 'gap-down', 'level-change', 'base-yoy', 'base-qoq', 'base-average', 'base-target', 'base-previous', 'base-peer', 'whole-sides', 'bare-words', 'this-period', 'compared', 'rank', 'target-verb', 'forecast', 'target-noun', 'comparator-gt-before', 'comparator-lt-before', 'comparator-ge-before', 'comparator-le-before', 'comparator-approx-before')}|[，、：（）的“”/／\n])`,
    'uy',
  )
  /** What the words before a number say by themselves. */
  const before = kept((lead: string): OwnWords => {
    // “超差率” is a name, whatever it is made of.
    const bare = consumed(lead, empty) === lead.length && !completion.test(lead) && !QUOTED_RATE.test(lead)
    const whole = lead.replace(ASIDE_AT_END, '')
    const outside = whole.replace(ASIDE, (aside) => '_'.repeat(aside.length))
    const clause = whole.slice(Math.max(...CLAUSE_MARKS.map((mark) => outside.lastIndexOf(mark))) + 1)
    // 三个乡镇分别为甲乡（10.4小时）: a list opens behind the word.
    const item = clause.split(listOpens).at(-1) ?? ''
    const told = item.length > 1 ? item : clause
    const core = stripped(told.slice(consumed(told, leading)), trailing)
    if (core === '' || bare || opener.test(core)) return { name: '', at: -1, bare }
    const name = core.slice(-LONGEST)
    return { name, at: lead.lastIndexOf(name), bare }
  })
  return (lead, after, unit) => {
    const own = before(lead)
    if (own.name !== '') return own
    const { bare } = own
    const noun = NOUN_BEHIND.exec(after)?.[1] ?? ''
    return { name: stripped(noun, trailing) || unit || UNNAMED, at: -1, bare }
  }
}

/** What is counted stands behind the number: up to its 的 or the clause's end; too long for a name is none. */
const NOUN_BEHIND = /^的?(?![和及与])((?:(?!的)[^，。；、：（）0-9]){2,12}(?=的)|[^，。；、：（）0-9]{1,16}(?=[，。；、：（）0-9]|$))/u
const QUOTED_RATE = /“[^”]{1,8}率”/u
const CLAUSE_MARKS = ['，', '；', '：', '、']
const ASIDE = /（[^（）]*）/gu
/** 其他来源（来信、来访等）50件: what a bracket explains is named before it. */
const ASIDE_AT_END = /(?<=[^，。；：、（）])（[^（）]*）$/u

/** How far a text is made of matches that follow each other. */
function consumed(text: string, sticky: RegExp): number {
  let at = 0
  for (;;) {
    sticky.lastIndex = at
    const match = sticky.exec(text)
    if (!match || match[0] === '') return at
    at += match[0].length
  }
}

/** A text without what a pattern finds at its end, as often as it does. */
export function stripped(text: string, atEnd: RegExp): string {
  let rest = text
  for (let match = atEnd.exec(rest); match && match[0] !== ''; match = atEnd.exec(rest)) rest = rest.slice(0, match.index)
  return rest
}

/** 四是调解成功率 */
const ITEM = /^[一二三四五六七八九十]是/u

export function createQualifierReader(lexicon: Lexicon): QualifierReader {
  // 地区本级 is a body of its own; 全地区 says only where.
  const wholeAreas = lexicon.regions.areas.flatMap(({ words }) => words).filter((word) => word.startsWith('全'))
  const places = [...placeNames(lexicon.regions), ...wholeAreas, ...lexicon.regions.self]
  const saysNothing = new RegExp(
    `(?:${wordPattern([...places, ...cue(lexicon, 'generic-prefix'), ...cue(lexicon, 'statement-verbs'), ...cue(lexicon, 'neutral-in-names'), ...cue(lexicon, 'base-yoy'), ...cue(lexicon, 'base-qoq'), ...cue(lexicon, 'target-verb'), ...cue(lexicon, 'forecast')])}|[“”（）①-⑳]|[0-9]{1,2}[.．]|${PERIOD})`,
    'uy',
  )
  return (before) => {
    const start = Math.max(...['，', '。', '；', '：', '、', '）', '\n'].map((mark) => before.lastIndexOf(mark))) + 1
    const words = before.slice(start).replace(ITEM, '')
    return consumed(words, saysNothing) === words.length ? null : words
  }
}

/** Whether the words between a verb of sampling and its number, or those after the number, say that it is a result (抽查发现的27批次不合格). */
export function createResultTest(lexicon: Lexicon): (between: string, after: string) => boolean {
  const results = wordPattern(cue(lexicon, 'sampling-results'))
  const between = new RegExp(results, 'u')
  const after = new RegExp(`^[的，]?(?:${results})`, 'u')
  const joined = /^，/u
  return (words, next) => between.test(words) || (after.test(next) && !joined.test(next))
}

/** The name of what changed, without its verb and what the change is measured against: 投诉量是去年同期, 办结时间缩短. */
export function createPlainName(lexicon: Lexicon): (name: string) => string {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const guarded = (group: string, fits: (word: string) => boolean = () => true): string =>
    guardedPattern(cue(lexicon, group).filter(fits), lexicon.cues[`${group}:misfires`] ?? [])
  const isLong = (word: string): boolean => word.length > 1
  const moving = new RegExp(
    `(?:${words('base-yoy', 'base-qoq', 'base-previous', 'base-average', 'statement-verbs')}|${guarded('compared')}|${guarded('up', isLong)}|${guarded('down', isLong)}|${PERIOD}|的)$`,
    'u',
  )
  return (name) => stripped(name, moving) || name
}
