/**
 * Narration: the share of the body's characters in sentences that tell what was done and state no quality result. What is still to come, and what stands in the
 * sections on problems and measures, is no narration.
 */
import type { Lexicon } from '../../extractors/lexicon.ts'
import { cueTest } from './cue-test.ts'
import type { ClauseView, SentenceView } from './sentence-view.ts'
import { createSubjectClass } from './subject-class.ts'

export function createNarrativeShare(lexicon: Lexicon): (sentences: readonly SentenceView[]) => number {
  const activity = cueTest(lexicon, 'activities')
  const toCome = cueTest(lexicon, 'future-marks')
  const classOf = createSubjectClass(lexicon)
  const speaksOfDoing = ({ words, parts }: SentenceView): boolean =>
    activity(words) && !toCome(words) && parts.problems === null && parts.measures === null
  const isResult = ({ words: text, values }: ClauseView, words: string): boolean =>
    values.some((value) => value.role !== 'target' && classOf(value, text, words) === 'quality')
  /** 广泛开展质量提升行动，合格率达到94.2%: where a result is told, only the clauses that tell what was done. */
  const narrated = (sentence: SentenceView): number => {
    if (!speaksOfDoing(sentence)) return 0
    const { clauses, words } = sentence
    if (!clauses.some((clause) => isResult(clause, words))) return words.length
    return lengthOf(clauses.filter((clause) => activity(clause.words) && !isResult(clause, words)))
  }
  return (sentences) => {
    const all = lengthOf(sentences)
    const told = sentences.reduce((length, sentence) => length + narrated(sentence), 0)
    return all === 0 ? 0 : Number((told / all).toFixed(2))
  }
}

const lengthOf = (texts: readonly ClauseView[]): number => texts.reduce((length, { words }) => length + words.length, 0)
