/**
 * What has not come to be: clauses that say that no such thing happened, and what is only supposed.
 *
 *   未出现合格率同比下降1个百分点以上的情况       denied: nothing is said of the level
 *   没有一项指标比上年下降超过1个百分点           the same
 *   没有发生事故，去年同期2起                     told: none now, two then
 *   假如困人由11起增加到17起，则…                 supposed, to the end
 */
import { guardedPattern, wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { remembered } from './remembered.ts'
import type { ClauseView, SentenceView } from './sentence-view.ts'

export interface Unreal {
  /** Those of its clauses that tell nothing that came to be. */
  readonly clausesOf: (sentence: SentenceView) => ReadonlySet<ClauseView>
  /** All that it states is in such clauses. */
  readonly isAll: (sentence: SentenceView) => boolean
}

export function createUnreal(lexicon: Lexicon): Unreal {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const denied = new RegExp(
    `(?:${words('denials')})[^，。；]{1,40}的(?:${words('situation-nouns')})(?!下)|(?:${words('denials-of-all')})[^，。；]{1,12}[比较低高同]`,
    'u',
  )
  const supposed = new RegExp(`^${guardedPattern(cue(lexicon, 'suppositions'), lexicon.cues['suppositions:misfires'] ?? [])}`, 'u')
  /** 合格率提高1.5个百分点的说法不属实 */
  const untrue = new RegExp(`的(?:${words('hearsay-nouns')})[^，。；]{0,4}(?:${words('untrue-words')})`, 'u')
  const clausesOf = remembered(({ clauses }: SentenceView): ReadonlySet<ClauseView> => {
    const from = clauses.findIndex(({ words: text }) => supposed.test(text))
    return new Set(clauses.filter((clause, at) => (from >= 0 && at >= from) || denied.test(clause.words) || untrue.test(clause.words)))
  })
  return {
    clausesOf,
    isAll: (sentence) => {
      const unreal = clausesOf(sentence)
      return unreal.size > 0 && sentence.clauses.every((clause) => unreal.has(clause) || clause.values.length === 0)
    },
  }
}
