/**
 * Words of standing that are put together in the sentence: what is waited for, what is not known yet, what is still to be done.
 *
 *   ‹现等自治区食安委命名›      chosen, and not yet announced        ‹等待现场评审›, ‹结果未出›      applied for, and no more
 *   县体育馆‹要拿下›来          meant
 *
 * What is waited for stands in the same clause, behind it at most who does it.
 */
import { matchesOf } from '../language/match-at.ts'
import { guardedPattern, wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { type Cue, createScan, misfires } from './scan.ts'
import { type StatusGroup, says } from './status.ts'

/** With the words that it is put together of taken together. */
export type CompoundReader = (text: string, words: readonly Cue[]) => Cue[]

/** Who is waited for: 自治区食品安全委员会. */
const LONGEST_WAITED = 14
/** 拟‹批准›名单 */
const LONGEST_KIND = 4
const LISTS: readonly (readonly [string, StatusGroup])[] = [
  ['honour-list-pending', 'honour-pending'],
  ['honour-list-creating', 'honour-creating-after'],
]
const AWAITED: readonly (readonly [string, StatusGroup])[] = [
  ['honour-awaited-giving', 'honour-pending'],
  ['honour-awaited-review', 'honour-applied-after'],
]

export function createCompoundReader(lexicon: Lexicon): CompoundReader {
  const waits = createScan(lexicon, ['honour-wait'])
  const awaited = createScan(
    lexicon,
    AWAITED.map(([group]) => group),
  )
  const outcomes = new RegExp(
    `(?:${wordPattern(cue(lexicon, 'honour-outcome'))})(?:还|尚|仍|目前)?(?:${wordPattern(cue(lexicon, 'honour-outcome-open'))})`,
    'gu',
  )
  const ofList = wordPattern(cue(lexicon, 'honour-list'))
  const lists: readonly (readonly [RegExp, StatusGroup])[] = LISTS.map(([name, group]) => [
    new RegExp(`(?:${guardedPattern(cue(lexicon, name), misfires(lexicon, name))})\\p{Script=Han}{0,${LONGEST_KIND}}?(?:${ofList})`, 'gu'),
    group,
  ])
  const modal = new RegExp(`(?:${guardedPattern(cue(lexicon, 'honour-modal'), misfires(lexicon, 'honour-modal'))})$`, 'u')

  const waitedFor = (text: string): Cue[] =>
    waits(text).flatMap(({ start, end: from }): Cue[] => {
      const run = /^[^，。；：、（）“”]*/u.exec(text.slice(from, from + LONGEST_WAITED + 2))?.[0] ?? ''
      const event = awaited(run)[0]
      const group = AWAITED.find(([name]) => event?.groups.has(name))?.[1]
      if (!event || !group) return []
      const end = from + event.end
      return [{ start, end, word: text.slice(start, end), groups: new Set([group]) }]
    })

  /** 拟批准名单, 示范创建名单: which list it is says how far it has come. */
  const listed = (text: string): Cue[] =>
    lists.flatMap(([pattern, group]) =>
      matchesOf(pattern, text).map(({ 0: word, index }) => ({ start: index, end: index + word.length, word, groups: new Set([group]) })),
    )

  const unknown = (text: string): Cue[] =>
    matchesOf(outcomes, text).map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      word,
      groups: new Set(['honour-applied-after']),
    }))

  /** 要拿下 */
  const meant = (text: string, word: Cue): Cue => {
    if (!says(word, 'honour-obtained', 'honour-obtained-after', 'honour-listed')) return word
    const lead = modal.exec(text.slice(Math.max(0, word.start - 4), word.start))?.[0].length ?? 0
    if (lead === 0) return word
    const start = word.start - lead
    return { start, end: word.end, word: text.slice(start, word.end), groups: new Set(['honour-planned', ...word.groups]) }
  }

  return (text, words) => {
    const isWithin = (found: Cue): boolean => words.some(({ start, end }) => start <= found.start && end >= found.end)
    const compounds = [...waitedFor(text), ...unknown(text), ...listed(text).filter((found) => !isWithin(found))]
    const rest = words.filter(({ start, end }) => !compounds.some((other) => start < other.end && end > other.start))
    return [...rest.map((word) => meant(text, word)), ...compounds].sort((a, b) => a.start - b.start)
  }
}
