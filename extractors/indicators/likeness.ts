/**
 * Likeness: which indicator shortened or rearranged words mean (平均到场, 监督覆盖率, 质监站在自治区考核中得), where no name of the lexicon stands.
 *
 * The words must be wholly contained in a name of the indicator, in their order: what says more than the name is of something else. What the words leave out of
 * the name must be said around them: in the sentence, the paragraph, a caption or a heading, by the name's own characters or a word of its field. The
 * indicator that most is said of is meant; where two are said of alike, none is.
 */
import { kept } from '../language/kept.ts'
import { createWordFinder, type WordFinder } from '../language/word-finder.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Indicator, type Lexicon, placeNames } from '../lexicon.ts'
import { PERIOD } from './name.ts'
import { agrees } from './units.ts'
import type { Role } from './value.ts'

/** `words` as the document has them; `around` is what stands around them, nearest first. */
export type Likeness = (words: string, unit: string, role: Role, around: readonly string[]) => Indicator | null

interface Known {
  readonly indicator: Indicator
  /** Its names without what adds nothing to them. */
  readonly names: readonly string[]
  readonly fieldWords: WordFinder | null
}

/** What is nearer says more. */
const WEIGHTS = [4, 3, 2, 1]
const OF_FIELD = 2
/** A head that is almost the whole name needs nothing said around it. */
const ALMOST = 0.8
const SURELY = 1.25
const ENOUGH = 4

export function createLikeness(lexicon: Lexicon): Likeness {
  const neutral = new RegExp(wordPattern([...cue(lexicon, 'neutral-in-names'), '/', '、', '（', '）']), 'gu')
  const areas = lexicon.regions.areas.flatMap(({ words }) => words)
  const counties = placeNames(lexicon.regions)
  const idle = new RegExp(
    `${wordPattern([...areas, ...counties, ...lexicon.regions.self, ...cue(lexicon, 'statement-verbs'), ...cue(lexicon, 'idle-in-heads'), ...cue(lexicon, 'neutral-in-names')])}|${PERIOD}`,
    'gu',
  )
  const divisible = new Set(lexicon.generics.filter((generic) => generic.divisible).map(({ term }) => term))
  const generics = new Set(lexicon.generics.map(({ term }) => term))
  const wordsOf = new Map(lexicon.fields.map(({ id, words }) => [id, createWordFinder(words)]))
  const endingsOf = new Map(lexicon.fields.map(({ id, endedBy }) => [id, endedBy]))
  const known: Known[] = lexicon.indicators
    .filter(({ kind }) => kind !== 'count' && kind !== 'change')
    .map((indicator) => ({
      indicator,
      names: [...new Set([indicator.name, ...indicator.aliases].map((name) => name.replace(neutral, '')))],
      fieldWords: indicator.field === null ? null : (wordsOf.get(indicator.field) ?? null),
    }))
  const byUnit = new Map<string, readonly Known[]>()
  const agreeing = (unit: string, role: Role): readonly Known[] => {
    const key = `${unit} ${role}`
    const found = byUnit.get(key) ?? known.filter(({ indicator }) => agrees(indicator, unit, role))
    byUnit.set(key, found)
    return found
  }

  const headed = kept((words: string): string => words.replace(idle, ''))
  /** Whose names a head is contained in: the same few heads come again and again. */
  const candidatesOf = kept((key: string): readonly Candidate[] => {
    const [unit = '', role = '', head = ''] = key.split('\n')
    const isRate = unit === '%' || unit === '个百分点'
    const found = agreeing(unit, role as Role).flatMap(({ indicator, names, fieldWords }) => {
      const parts = names.flatMap((name) => {
        const rest = isRate ? restOfRate(head, name) : restOf(head, name)
        return rest === null ? [] : [{ name, rest, tells: WORDS.test(name.slice(0, 2)) }]
      })
      return parts.length === 0 ? [] : [{ indicator, parts, fieldWords }]
    })
    if (!generics.has(head)) return found
    // 投诉 begins a name of one of them and stands in those of the others: it tells none.
    const isShared = (words: string, of: Indicator): boolean =>
      found.some(({ indicator, parts }) => indicator !== of && parts.some(({ name }) => name.includes(words)))
    return found.map((candidate) => ({
      ...candidate,
      parts: candidate.parts.map((part) => ({ ...part, tells: part.tells && !isShared(part.name.slice(0, 2), candidate.indicator) })),
    }))
  })

  return (words, unit, role, around) => {
    const head = headed(words)
    if (head.length < 2 || divisible.has(head)) return null
    let best: { indicator: Indicator; score: number } | null = null
    let second = 0
    for (const { indicator, parts, fieldWords } of candidatesOf(`${unit}\n${role}\n${head}`)) {
      const score = Math.max(
        0,
        ...parts.map((part) => (generics.has(head) && !mostlySaid(part, around) ? 0 : scoreOf(head, part, around, fieldWords))),
      )
      if (best === null || score > best.score) {
        second = best?.score ?? 0
        best = { indicator, score }
      } else second = Math.max(second, score)
    }
    if (best === null || best.score < ENOUGH || best.score < second * SURELY) return null
    // 优良断面占92.3%；劣Ⅴ类断面1个，比例为7.7%: a bare term beside what ends the field is of something else.
    const beside = around[0]?.split('；').at(-1) ?? ''
    return generics.has(head) && endingsOf.get(best.indicator.field ?? '')?.some((end) => beside.includes(end)) ? null : best.indicator
  }
}

interface Part {
  readonly name: string
  /** Pairs of characters that the name has beside those of the head. */
  readonly rest: readonly string[]
  /** Whether what the name begins with, said around the head, tells it from others. */
  readonly tells: boolean
}

interface Candidate {
  readonly indicator: Indicator
  readonly parts: readonly Part[]
  readonly fieldWords: WordFinder | null
}

/** Whether at least half of what a head leaves out of a name is said around it: 覆盖率 beside 检测机构 alone is no 检测机构视频监控覆盖率. */
const mostlySaid = ({ rest }: Part, around: readonly string[]): boolean =>
  2 * rest.filter((pair) => around.some((text) => text.includes(pair))).length >= rest.length

/** How much of what a head leaves out of a name is said around it; 0 where nothing says what the name begins with. */
function scoreOf(head: string, { name, rest, tells }: Part, around: readonly string[], fieldWords: WordFinder | null): number {
  const first = name.slice(0, 2)
  const begins = head.startsWith(first)
  let told = begins && head.length >= ALMOST * name.length
  let score = begins ? ENOUGH : 0
  // 危险废物…达标率 in a report on 环境: the field alone, said in a heading, tells no part of the name.
  const isNear = begins || rest.some((pair) => around.some((text) => text.includes(pair)))
  around.forEach((text, at) => {
    const ofField = fieldWords?.isIn(text) === true
    told ||= (ofField && (at === 0 || isNear)) || (tells && !begins && text.includes(first))
    score +=
      (WEIGHTS[Math.min(at, WEIGHTS.length - 1)] ?? 0) *
      (Math.min(rest.filter((pair) => text.includes(pair)).length, 3) + (ofField ? OF_FIELD : 0))
  })
  return told ? score : 0
}

/** Figures (12315) stand in many numbers. */
const WORDS = /^\p{Script=Han}+$/u

/** A rate is named by its end: 覆盖率 may be 质量监督覆盖率, 定检率 定期检验率, but 监督率 is no 监督覆盖率. */
function restOfRate(head: string, name: string): string[] | null {
  const last = head.at(-1) ?? ''
  const before = head.at(-2) ?? ''
  return name.endsWith(last) && name.slice(-NEAR, -1).includes(before) ? restOf(head, name) : null
}
const NEAR = 3

/** The pairs of characters that a name has beside those of the head; null where the head is not contained in it. */
function restOf(head: string, name: string): string[] | null {
  const unused: string[] = []
  let at = head.length - 1
  let run = ''
  for (let place = name.length - 1; place >= 0; place--) {
    if (at >= 0 && name[place] === head[at]) {
      at--
      unused.push(run)
      run = ''
    } else run = name[place] + run
  }
  unused.push(run)
  if (at >= 0) return null
  return unused.flatMap((text) => Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)))
}
