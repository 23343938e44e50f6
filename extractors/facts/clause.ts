/**
 * What one clause says of one fact: whether its deed is done, denied, intended or only asked for.
 *
 *   尚未制定质量提升方案            no: the denial stands before the deed
 *   缺少质量工作专项经费            no: the thing itself is lacking
 *   首席质量官制度仍是空白          no
 *   质量提升方案已上报县政府待批    unknown: under way
 *   建议设立县长质量奖              unknown: asked for
 *   质量工作经费不能满足需要        unknown: spoken of, not settled
 *
 * Which words say so stands in corpus/lexicon/facts.yaml and cues/fact-words.yaml.
 */

import { createStripper, type Scan } from '../achievements/scan.ts'
import type { Span } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Fact, type Lexicon } from '../lexicon.ts'
import type { Answer } from './fact.ts'
import type { Ground } from './reading.ts'

export interface ClauseAnswer {
  readonly answer: Answer
  readonly ground: Ground
  /** The word that decided. */
  readonly at: Span
}

export interface ClauseOptions {
  /** The section is about what is still to come. */
  readonly planned: boolean
  /** What else the clause names: 没有甲和乙. */
  readonly beside: readonly Span[]
}

/** `thing`: where the clause names the fact's thing; empty at the clause's beginning when an earlier clause does. */
export type ClauseReader = (text: string, thing: Span, fact: Fact, options: ClauseOptions) => ClauseAnswer | null

/** The groups of cue words that a clause is scanned for. */
export const CLAUSE_GROUPS = [
  'fact-no',
  'fact-lack',
  'fact-absent',
  'fact-filled',
  'fact-plan',
  'fact-plan-direct',
  'fact-stage',
  'fact-actual',
  'fact-demand',
  'fact-doubt',
  'fact-conditional',
] as const

type Group = (typeof CLAUSE_GROUPS)[number]

/** 没有专门的质量工作专项经费 */
const BEFORE_THING = 3
const BEFORE_DEED = 2
/** So many characters stand between a thing and what is said of it: 已于12月25日报地区考核组 */
const CLOSE = 14

export function createClauseReader(lexicon: Lexicon, cuesIn: Scan): ClauseReader {
  const strip = createStripper(lexicon, ['fact-adverb'])
  const stripFiller = createStripper(lexicon, ['fact-plan-filler'])
  const made = new RegExp(wordPattern(cue(lexicon, 'fact-made')), 'gu')
  const deeds = new Map(lexicon.facts.map((fact) => [fact.id, new RegExp(wordPattern([...fact.yes, ...fact.implies]), 'gu')]))

  return (text, thing, fact, { planned, beside }) => {
    const all = cuesIn(text).filter(({ end }) => end !== thing.end || thing.end === thing.start)
    const of = (...groups: Group[]) => all.filter((cue) => groups.some((group) => cue.groups.has(group)))
    const holds = of('fact-doubt', 'fact-absent', 'fact-stage', 'fact-lack')
    const done = matchesOf(deeds.get(fact.id) ?? /(?!)/gu, text)
      .map(({ 0: word, index }): Span => ({ start: index, end: index + word.length }))
      .filter((found) => !holds.some(({ start, end }) => start <= found.start && end >= found.end))
    /** 质量提升方案已发到各部门: what is said of anything that is made, close behind its name. */
    const madeOf = (): Span | undefined =>
      fact.made
        ? matchesOf(made, text)
            .map(({ 0: word, index }): Span => ({ start: index, end: index + word.length }))
            .find(({ start }) => start >= thing.end && start - thing.end <= CLOSE)
        : undefined
    const deed = done.findLast(({ start }) => start < thing.end) ?? done.find(({ start }) => start >= thing.end) ?? madeOf() ?? null
    const say = (answer: Answer, ground: Ground, at: Span): ClauseAnswer => ({ answer, ground, at })
    if (of('fact-conditional').length > 0) return null

    // 三季度没有对各部门开展质量工作考核: the name's own gap holds the denial; 对没有制定方案的乡镇 says which.
    const inside = ({ start, end }: Span): boolean =>
      start > thing.start &&
      end < thing.end &&
      !text.slice(end, thing.end).includes('的') &&
      !fact.aliases.some((alias) => alias.includes(text.slice(start, end)))
    const denial = deed && of('fact-no').findLast((found) => inside(found) || reaches(found.end, deed, thing, text, strip))
    const implied = deed !== null && fact.implies.includes(text.slice(deed.start, deed.end))
    if (deed && denial) return implied ? null : say('no', 'deed', { start: denial.start, end: Math.max(deed.end, denial.end) })
    const own = fact.no
      .map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }))
      .find(({ start }) => start >= 0)
    if (own) return say('no', 'absent', own)
    const lack = of('fact-lack').findLast(
      ({ end }) =>
        end <= thing.start &&
        (!deed || deed.start < end || fact.circumstance) &&
        strip(without(beside, text, end, thing.start)).length <= BEFORE_THING &&
        (!fact.circumstance || endsWith(without(beside, text, thing.end, text.length), fact)),
    )
    if (lack) return say('no', 'lack', lack)
    const absent = of('fact-absent').find(({ start }) => start >= thing.end)
    if (absent && of('fact-filled').length === 0) return say('no', 'absent', absent)

    const actual = of('fact-actual').at(-1)
    const stage =
      of('fact-stage').find(({ end }) => !(actual && deed && actual.start >= end && deed.start >= end)) ?? wordIn(fact.plan, text)
    if (stage) return say('unknown', 'stage', stage)
    const doubt = of('fact-doubt').find(({ start }) => start >= thing.end)
    if (doubt) return say('unknown', 'doubt', doubt)
    const within = (found: Span): boolean => deed !== null && found.start >= deed.start && found.end <= deed.end
    const plan = of('fact-plan').find((found) => !within(found) && (!deed || found.end <= deed.start))
    if (plan) return implied ? null : say('unknown', 'plan', plan)
    const direct = of('fact-plan-direct').find(({ end }) =>
      done.some(({ start }) => deed && start <= deed.start && end <= start && stripFiller(text.slice(end, start)) === ''),
    )
    if (direct) return implied ? null : say('unknown', 'plan', direct)
    const demand = of('fact-demand').find(({ end }) => !deed || end <= deed.start)
    if (demand) return say('unknown', 'demand', demand)
    if (!deed) return null
    return planned && !actual ? say('unknown', 'plan', deed) : say('yes', 'deed', deed)
  }
}

/** What stands between two places without what else is named there. */
const without = (beside: readonly Span[], text: string, from: number, to: number): string =>
  [...text.slice(from, to)].filter((_, at) => !beside.some(({ start, end }) => from + at >= start && from + at < end)).join('')

/** 没有担保公司 and 没有案件发生 deny that there is any; 没有担保公司违规 denies what they did. */
const endsWith = (behind: string, { yes }: Fact): boolean => {
  const rest = behind.replace(/[和及与、，；：。！？\s]/gu, '')
  return rest === '' || yes.includes(rest)
}

/** A denial reaches the deed directly, or over the thing (未将质量工作纳入…), with nothing but adverbs between. */
function reaches(end: number, deed: Span, thing: Span, text: string, strip: (text: string) => string): boolean {
  if (end > deed.start) return false
  if (strip(text.slice(end, deed.start)).length <= BEFORE_DEED) return true
  return thing.start >= end && thing.start < deed.start && strip(text.slice(end, thing.start)).length <= BEFORE_DEED
}

function wordIn(words: readonly string[], text: string): Span | null {
  const word = words.find((each) => text.includes(each))
  return word === undefined ? null : { start: text.indexOf(word), end: text.indexOf(word) + word.length }
}
