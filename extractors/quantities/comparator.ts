/**
 * Comparators: the words before and after a number that bound it (不低于97%, 97%以上, 约80%, 120余家).
 *
 * A word that sets an actual against a level (高于91%的目标) is not that level's bound: the level noun after it says so.
 */
import { matchAt, sticky } from '../language/match-at.ts'
import { guardedPattern, wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'

export type Comparator = '=' | '>=' | '<=' | '>' | '<' | '~'

export interface ComparatorReader {
  /** The comparator whose words end where a number begins, and where they begin. `end` is the number's end. */
  readonly before: (text: string, start: number, end: number) => { readonly comparator: Comparator; readonly start: number } | null
  /** A bound that a verb parts from the number: 至少召开会议4次. */
  readonly ahead: (text: string, start: number) => { readonly comparator: Comparator; readonly start: number } | null
  /** The comparator whose words follow a number, and where they end. */
  readonly after: (text: string, end: number) => { readonly comparator: Comparator; readonly end: number } | null
}

const LOOK_BACK = 10
const LOOK_AHEAD = 16
const BY_HOW_MUCH = /[0-9一二两三四五六七八九十百近约了出]/u

/** 高于目标1.4个百分点, 目标95%，超1.4个百分点: the difference itself, and no bound on one (提高超过1个百分点). */
const isGap = (text: string, word: string, start: number, end: number): boolean =>
  text.slice(start, end).endsWith('个百分点') && /[，、：；（]$/u.test(text.slice(0, start - word.length).slice(-1))

/** 90分（含90分）以上 */
const INCLUDED = sticky('（含[^（）]{0,8}）')

export function createComparatorReader(lexicon: Lexicon): ComparatorReader {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const endingHere = (group: string): RegExp =>
    new RegExp(`${guardedPattern(cue(lexicon, group), lexicon.cues[`${group}:misfires`] ?? [])}(?:${words('comparator-fillers')})?$`, 'u')
  const levelNoun = sticky(
    `的?(?:${words('target-qualifiers')}){0,2}?(?:${words('level-nouns')}|${words('base-average')})|的[^，。；、0-9达到符合]{1,3}(?:${words('level-nouns')})`,
  )
  const least = new RegExp(
    `${guardedPattern(cue(lexicon, 'comparator-ge-ahead'), lexicon.cues['comparator-ge-ahead:misfires'] ?? [])}\\p{Script=Han}{1,12}$`,
    'u',
  )
  const bounds = ['comparator-ge-before', 'comparator-le-before'].map((group) =>
    cue(lexicon, group).filter((word) => word.startsWith('不')),
  )
  /** 不低于蔬菜样品的40%: the bound of a part stands before the whole. */
  const [leastOf, mostOf] = bounds.map((group) => new RegExp(`(?:${wordPattern(group)})\\p{Script=Han}{2,8}的$`, 'u'))
  const most = new RegExp(
    `${guardedPattern(cue(lexicon, 'comparator-le-ahead'), lexicon.cues['comparator-le-ahead:misfires'] ?? [])}\\p{Script=Han}{1,3}$`,
    'u',
  )
  // Order matters: 不超过 and 不低于 hold 超过 and 低于.
  const befores: readonly (readonly [Comparator, RegExp])[] = [
    ['>=', endingHere('comparator-ge-before')],
    ['<=', endingHere('comparator-le-before')],
    ['<', endingHere('comparator-lt-before')],
    ['>', endingHere('comparator-gt-before')],
    ['~', endingHere('comparator-approx-before')],
  ]
  const afters: readonly (readonly [Comparator, RegExp])[] = [
    ['>=', sticky(guardedPattern(cue(lexicon, 'comparator-ge-after'), lexicon.cues['comparator-ge-after:misfires'] ?? []))],
    ['<=', sticky(words('comparator-le-after'))],
    ['~', sticky(words('comparator-approx-after'))],
    ['>', sticky(guardedPattern(cue(lexicon, 'comparator-gt-after'), lexicon.cues['comparator-gt-after:misfires'] ?? []))],
  ]
  return {
    before: (text, start, end) => {
      const back = text.slice(Math.max(0, start - LOOK_BACK), start)
      for (const [comparator, pattern] of befores) {
        const match = pattern.exec(back)
        if (!match) continue
        const sets =
          (comparator === '>' || comparator === '<') && (matchAt(levelNoun, text, end) !== '' || isGap(text, match[0], start, end))
        return sets ? null : { comparator, start: start - match[0].length }
      }
      return null
    },
    ahead: (text, start) => {
      const back = text.slice(Math.max(0, start - LOOK_AHEAD), start)
      const match = least.exec(back)
      if (match) return { comparator: '>=', start: start - match[0].length }
      const upTo = most.exec(back)
      if (upTo) return { comparator: '<=', start: start - upTo[0].length }
      const [atLeast, atMost] = [leastOf?.exec(back), mostOf?.exec(back)]
      if (atLeast) return { comparator: '>=', start: start - atLeast[0].length }
      return atMost ? { comparator: '<=', start: start - atMost[0].length } : null
    },
    after: (text, end) => {
      const aside = matchAt(INCLUDED, text, end)
      for (const [comparator, pattern] of afters) {
        const found = matchAt(pattern, text, end + aside.length)
        const word = found === '' ? '' : aside + found
        // 比上年同期的36批次多6批次: more by what follows, no more than 36.
        if (word && !(comparator === '>' && BY_HOW_MUCH.test(text.slice(end + word.length, end + word.length + 1))))
          return { comparator, end: end + word.length }
      }
      return null
    },
  }
}
