/**
 * What in a part of a sentence tells of a new way of doing something. One sign that is enough by itself:
 *
 *   率先 首次 试点                      it says itself that it is new
 *   无人机 以奖代补                     the name of a way
 *   推行…二维码 将…并为 聘请…监督员      an act and, behind it in one clause, what it is done with
 *   推出“零跑腿”                        an act and a name in quotation marks that is not everybody's
 *   一坊一码 实行先检后付 变“…”为“…”     the form of a way
 *   把纸质领取改成短信查询               one way instead of another, where no number moves
 *   家长委员会可否决                    somebody who is no office and no firm does what these do
 *   村集体出地、企业出技术               each gives something
 *
 * or two hints of different kinds (推行, 手机, 挂钩, 即可). Words: corpus/lexicon/cues/practices.yaml.
 */
import { matchesOf } from '../../extractors/language/match-at.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { type CueFinder, type CueTest, cueFinder, cueTest } from '../analysis/cue-test.ts'
import type { Practice } from './practice.ts'

export type SignReader = (words: string) => Pick<Practice, 'signs' | 'saysNew'>

/** How far from the act what it is done with may be named. */
const REACH = 24
/** An act and what is in quotation marks stand closer. */
const NEAR = 12
/** Hints that say what was done, and with what and to what effect. */
const DONE = ['practice-launch', 'practice-sharing', 'practice-incentives']
const BESIDE = ['practice-tools', 'practice-effects', 'practice-regular']
const PAIRS = [
  ['practice-acts', 'practice-means'],
  ['practice-founding', 'practice-bodies'],
  ['practice-taking', 'practice-moves'],
  ['practice-inviting', 'practice-guests'],
  ['practice-laymen', 'practice-lay-acts'],
  ['practice-apiece', 'practice-fits'],
] as const

export function createSignReader(lexicon: Lexicon): SignReader {
  const isNew = cueFinder(lexicon, 'practice-new')
  const ways = cueFinder(lexicon, 'practice-ways')
  const isTeam = cueTest(lexicon, 'practice-teams')
  const pairs = PAIRS.map(([acts, means]) => pairReader(cueFinder(lexicon, acts), cueFinder(lexicon, means), isTeam))
  const named = nameReader(lexicon)
  const shapes = shapeReader(lexicon)
  const turns = turnReader(lexicon)
  const gives = cueFinder(lexicon, 'practice-gives')
  const isCause = cueTest(lexicon, 'success-causes', 'cause-words')
  const hints = hintReader(lexicon, isCause)
  return (words) => {
    const said = isNew(words).map(({ word }) => word)
    const clauses = words.split(/[，：]/u)
    const enough = [
      ...said,
      ...ways(words).map(({ word }) => word),
      ...clauses.flatMap((clause) => pairs.flatMap((pair) => pair(clause))),
      ...named(words),
      ...(isCause(words) ? [] : clauses.flatMap(turns)),
      ...shapes(words),
      ...severalOf(gives(words).map(({ word }) => word)),
    ]
    return { signs: [...new Set(enough.length > 0 ? enough : hints(words))], saysNew: said.length > 0 }
  }
}

/** An act and, behind it, the first means within reach: 推行…二维码. */
const pairReader =
  (acts: CueFinder, means: CueFinder, isElse: CueTest) =>
  (clause: string): string[] => {
    const done = acts(clause)
    const found = done.length === 0 ? [] : means(clause)
    return done.flatMap((act) => {
      const mean = found.find(({ start }) => start >= act.end && start - act.end <= REACH)
      return mean === undefined || isElse(clause.slice(act.end, mean.start)) ? [] : [`${act.word}…${mean.word}`]
    })
  }

/** One way instead of another: 把…改成…. Where a number stands in the clause, it is that which moves. */
function turnReader(lexicon: Lexicon): (clause: string) => string[] {
  const taken = cueFinder(lexicon, 'practice-from')
  const turned = cueFinder(lexicon, 'practice-turns')
  return (clause) => {
    if (/[0-9%]/u.test(clause)) return []
    const [turn] = turned(clause)
    const start = turn && taken(clause).find(({ end }) => turn.start - end >= SHORT)
    return turn === undefined || start === undefined || clause.length - turn.end < SHORT ? [] : [`${start.word}…${turn.word}`]
  }
}

/** What is turned, and into what, is named. */
const SHORT = 2

const severalOf = (words: readonly string[]): string[] => {
  const distinct = [...new Set(words)]
  return distinct.length < 2 ? [] : [distinct.join('、')]
}

/** Names in quotation marks, but for what every office puts there, and what is a campaign or a prize. */
function quotedNames(lexicon: Lexicon): (words: string) => { readonly name: string; readonly start: number }[] {
  const isCommon = cueTest(lexicon, 'practice-quotes')
  const isElse = cueTest(lexicon, 'practice-quoted-else')
  return (words) =>
    [...words.matchAll(/“([^“”]{2,16})”([^，。；“”]{0,4})/gu)].flatMap(({ index, 1: name = '', 2: after = '' }) =>
      isCommon(name) || isElse(after) || isElse(name) ? [] : [{ name, start: index }],
    )
}

/** An act and such a name close behind it: 推出“零跑腿”办电. */
function nameReader(lexicon: Lexicon): (words: string) => string[] {
  const acts = actsBefore(lexicon)
  const names = quotedNames(lexicon)
  return (words) =>
    names(words).flatMap(({ name, start }) => {
      const act = acts(words, start)
      return act === undefined ? [] : [`${act}“${name}”`]
    })
}

/** The act that stands close before a place, in one clause with it. */
function actsBefore(lexicon: Lexicon): (words: string, at: number) => string | undefined {
  const acts = cueFinder(lexicon, 'practice-acts', 'practice-launch')
  return (words, at) => acts(words).find(({ end }) => end <= at && at - end <= NEAR && !/[，；。]/u.test(words.slice(end, at)))?.word
}

/** Each thing its own, and what goes before what. */
const EACH = /一[^一，。；、\s0-9]一([^一，。；、\s0-9])(?:一([^一，。；、\s0-9]))?/gu
const ORDER = /先[^，。；、\s]{1,2}后[^，。；、\s]{1,2}/gu
const INSTEAD = /变“[^“”]{1,12}”为“[^“”]{1,12}”/gu

function shapeReader(lexicon: Lexicon): (words: string) => string[] {
  const ends = new Set(cue(lexicon, 'practice-shape-ends'))
  const acts = actsBefore(lexicon)
  return (words) => [
    ...matchesOf(EACH, words).flatMap(([shape, second = '', third]) => (ends.has(third ?? second) ? [shape] : [])),
    ...matchesOf(ORDER, words).flatMap(({ 0: shape, index }) => (acts(words, index) === undefined ? [] : [shape])),
    ...matchesOf(INSTEAD, words).map(([shape]) => shape),
  ]
}

/** Two of different kinds, one of which says what was done: an act, an arrangement, what hangs on it, a name of its own, who does it. Why something
 * moved is told of causes. */
function hintReader(lexicon: Lexicon, isCause: CueTest): (words: string) => string[] {
  const first = (group: string) => {
    const find = cueFinder(lexicon, group)
    return (words: string): string[] =>
      find(words)
        .slice(0, 1)
        .map(({ word }) => word)
  }
  const names = quotedNames(lexicon)
  const named = (words: string): string[] =>
    names(words)
      .slice(0, 1)
      .map(({ name }) => `“${name}”`)
  const by = (words: string): string[] =>
    matchesOf(BY, words)
      .slice(0, 1)
      .map(([agent]) => agent)
  const done = [...DONE.map(first), named, by]
  const beside = BESIDE.map(first)
  return (words) => {
    if (isCause(words)) return []
    const acts = done.flatMap((find) => find(words))
    const found = [...new Set([...acts, ...beside.flatMap((find) => find(words))])]
    return acts.length === 0 || found.length < 2 ? [] : found
  }
}

/** At the head of a clause: who does it. No figure moves there (由23家减少到14家). */
const BY = /(?<=^|，|、)由[^，。；、0-9%于此]{4,12}/gu
