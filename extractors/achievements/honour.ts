/**
 * Titles of honours in a sentence: where each begins and ends, and which entry of the catalogue it is.
 *
 *   被评为‹2019年度全国价格监测工作先进单位›        begins after the verb
 *   ‹全国绿色食品原料（小麦）标准化生产基地›正在创建   without one, at the words of its level
 *   获得‹自治区农田水利基本建设“天山杯”竞赛先进县市综合奖›称号   several names and endings of titles make one
 *
 * A title ends with a name of the catalogue or with a word that titles end with (…示范县). Whether it was won is `standing.ts`'s to say.
 */
import type { Span } from '../document.ts'
import { createWordFinder } from '../language/word-finder.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { type Award, cue, type Lexicon } from '../lexicon.ts'
import type { LevelReader } from './level.ts'
import { type Cue, createScan, misfires } from './scan.ts'

export interface Honour extends Span {
  readonly title: string
  readonly award: Award | null
  /** An everyday word (绿色食品): an honour only directly behind its verb. */
  readonly weak: boolean
  /** 三等奖: says nothing without the contest before it. */
  readonly bare: boolean
  /** Where the title's words end: closing quotation marks, 称号, 名录 included. */
  readonly tailEnd: number
  /** The holder where it stands between verb and title (授予甲公司自治区绿色工厂称号). */
  readonly object: Span | null
}

export type HonourReader = (text: string, clauses: readonly Span[], cues: readonly Cue[]) => Honour[]

interface Anchor extends Span {
  readonly award: Award | null
  readonly weak: boolean
  readonly open: boolean
}

const LONGEST_TITLE = 60
const LONGEST_GAP = 14
const LONGEST_LEVEL = 8
const ORDINAL = /^[“‘"]?(?:[0-9]{4}[—-])?(?:[0-9]{4}年?度?|首届|首批|第[0-9一二三四五六七八九十]{1,3}[届批])/u

export function createHonourReader(lexicon: Lexicon, levels: LevelReader): HonourReader {
  const anchorsIn = createAnchorReader(lexicon)
  const boundaries = createScan(lexicon, ['honour-boundary'])
  const tail = new RegExp(`^[”’"』」》]?(?:${wordPattern(cue(lexicon, 'honour-tail'))})?`, 'u')
  const notAfter = new RegExp(`^[”’"』」》]?(?:${wordPattern(cue(lexicon, 'honour-not-after'))})`, 'u')
  const maker = new RegExp(wordPattern(cue(lexicon, 'honour-holder-maker')), 'gu')
  const bare = new Set(cue(lexicon, 'honour-bare'))

  return (text, clauses, cues) => {
    const honours: Honour[] = []
    const limits = boundaries(text)
    for (const chain of chains(text, anchorsIn(text), [...limits, ...cues.filter(({ groups }) => !groups.has('honour-creating-after'))])) {
      const first = chain[0] as Anchor
      const last = chain.at(-1) as Anchor
      const clause = clauses.find(({ start, end }) => start <= first.start && first.start < end)
      if (!clause || notAfter.test(text.slice(last.end))) continue
      const lower = Math.max(clause.start, honours.at(-1)?.tailEnd ?? 0)
      const { start, object } = beginning(
        text,
        lower,
        first.start,
        lastEnd(cues, lower, first.start),
        lastEnd(limits, lower, first.start),
        levels,
        maker,
      )
      const span = withQuotes(text, { start, end: last.open ? nounEnd(text, last.end, clause.end) : last.end })
      if (span.end - span.start > LONGEST_TITLE) continue
      const title = text.slice(span.start, span.end)
      const tailLength = tail.exec(text.slice(span.end))?.[0].length ?? 0
      honours.push({
        ...span,
        title,
        award: chain.find(({ award }) => award?.level)?.award ?? chain.find(({ award }) => award)?.award ?? null,
        weak: chain.every(({ weak }) => weak),
        bare: bare.has(title.replace(/[“”]/gu, '')),
        tailEnd: Math.min(span.end + tailLength, clause.end),
        object,
      })
    }
    return honours
  }
}

/** Names and endings of titles, found in the text without quotation marks and short brackets. */
function createAnchorReader(lexicon: Lexicon): (text: string) => Anchor[] {
  const weak = new Set(cue(lexicon, 'honour-weak'))
  const open = new Set(cue(lexicon, 'honour-descriptor'))
  const awards = new Map<string, Award>()
  for (const award of lexicon.awards) for (const name of [award.name, ...award.aliases]) awards.set(compact(name).text, award)
  const passed = new Set(misfires(lexicon, 'honour-suffix'))
  const finder = createWordFinder([...awards.keys(), ...cue(lexicon, 'honour-suffix'), ...open, ...weak, ...passed])
  const called = new RegExp(wordPattern(cue(lexicon, 'honour-called')), 'gu')
  return (text) => {
    const short = compact(text)
    const anchors: Anchor[] = []
    for (const { word, start, end: wordEnd } of finder.all(short.text)) {
      if (passed.has(word)) continue
      const end = (short.map[wordEnd - 1] as number) + 1
      anchors.push({ start: short.map[start] as number, end, award: awards.get(word) ?? null, weak: weak.has(word), open: open.has(word) })
    }
    for (const { index } of text.matchAll(called))
      if (/[^等，。；、：！？（）\s]/u.test(text[index - 1] ?? '，')) anchors.push(calledAnchor(text, index))
    return anchors.sort((a, b) => a.start - b.start || b.end - a.end)
  }
}

/** 荣获“中国红花之乡”称号: whatever is called so is a title, directly behind its verb. */
function calledAnchor(text: string, tail: number): Anchor {
  const quoted = text[tail - 1] === '”' ? text.lastIndexOf('“', tail - 1) : -1
  const start = quoted >= 0 && tail - quoted <= LONGEST_TITLE ? quoted + 1 : Math.max(0, tail - 2)
  return { start, end: quoted >= 0 ? tail - 1 : tail, award: null, weak: true, open: false }
}

/** Without quotation marks and without brackets of up to eight characters; `map` leads back. */
function compact(text: string): { text: string; map: readonly number[] } {
  const map: number[] = []
  let short = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string
    if ('“”‘’"『』「」'.includes(character)) continue
    if (character === '（') {
      const close = text.indexOf('）', at)
      if (close > at && close - at <= 9) {
        at = close
        continue
      }
    }
    short += character
    map.push(at)
  }
  return { text: short, map }
}

/** Anchors that belong to one title: little between them, and nothing that ends a title. */
function chains(text: string, anchors: readonly Anchor[], limits: readonly Cue[]): Anchor[][] {
  const result: Anchor[][] = []
  for (const anchor of anchors) {
    const current = result.at(-1)
    const before = current?.at(-1)
    const gap = before ? text.slice(before.end, anchor.start) : ''
    const joined =
      before !== undefined &&
      gap.length <= LONGEST_GAP &&
      !/[，。；、：！？\n\t]/u.test(gap) &&
      !limits.some(({ start, end }) => start >= before.end && end <= anchor.start)
    if (joined) current?.push(anchor)
    else result.push([anchor])
  }
  return result
}

const lastEnd = (cues: readonly Cue[], from: number, to: number): number =>
  cues.reduce((last, { start, end }) => (start >= from && end <= to && end > last ? end : last), -1)

/** Where a title begins: behind the verb or the word that ends what stands before it; without either, at the words of its level. A firm between verb and title is whom it is given to. */
function beginning(
  text: string,
  lower: number,
  anchor: number,
  verb: number,
  limit: number,
  levels: LevelReader,
  maker: RegExp,
): { start: number; object: Span | null } {
  const from = Math.max(verb, limit, lower)
  const run = text.slice(from, anchor)
  const level = levels.words(text.slice(from, anchor + LONGEST_LEVEL)).find(({ start }) => from + start <= anchor)
  if (verb < 0 && limit < 0) {
    const mark = run.lastIndexOf('“')
    const quoted = mark >= 0 && !run.includes('”', mark) ? from + mark + 1 : anchor
    return { start: level ? from + level.start : quoted, object: null }
  }
  if (!level || level.start === 0 || ORDINAL.test(run)) {
    const separator = run.search(/[、，：；]/u)
    if (separator >= 0) return { start: from + separator + 1, object: null }
    const made = verb >= 0 ? [...run.matchAll(maker)].at(-1) : undefined
    const start = made ? from + made.index + made[0].length : from
    return { start, object: made ? { start: from, end: start } : null }
  }
  return { start: from + level.start, object: { start: from, end: from + level.start } }
}

/** A title holds both of a pair of quotation marks or neither. */
function withQuotes(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  const count = (mark: string): number => text.slice(from, to).split(mark).length - 1
  while (from < to && '”’、，：'.includes(text[from] as string)) from++
  if (count('”') > count('“') && text[from - 1] === '“') from--
  if (count('“') > count('”')) {
    if (text[to] === '”') to++
    else if (text[from] === '“') from++
  }
  return { start: from, end: to }
}

/** The noun that a description ends with: 表现优秀的‹调解委员会›. */
function nounEnd(text: string, from: number, clauseEnd: number): number {
  const stop = text.slice(from, clauseEnd).search(/[，。；、：！？（]|称号/u)
  return stop < 0 ? clauseEnd : from + stop
}
