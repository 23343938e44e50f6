/**
 * Narration: the share of the body's characters in sentences that tell what was done and state no quality result. What is still to come, and what stands in the
 * sections on problems and measures, is no narration.
 */
import type { Lexicon } from '../../extractors/lexicon.ts'
import { cueTest } from './cue-test.ts'
import type { SentenceView } from './sentence-view.ts'
import { createSubjectClass } from './subject-class.ts'

export function createNarrativeShare(lexicon: Lexicon): (sentences: readonly SentenceView[]) => number {
  const activity = cueTest(lexicon, 'activities')
  const toCome = cueTest(lexicon, 'future-marks')
  const classOf = createSubjectClass(lexicon)
  const narrates = ({ words, clauses, parts }: SentenceView): boolean =>
    activity(words) &&
    !toCome(words) &&
    parts.problems === null &&
    parts.measures === null &&
    !clauses.some(({ words: text, values }) => values.some((value) => value.role !== 'target' && classOf(value, text, words) === 'quality'))
  return (sentences) => {
    const all = sentences.reduce((length, { words }) => length + words.length, 0)
    const told = sentences.filter(narrates).reduce((length, { words }) => length + words.length, 0)
    return all === 0 ? 0 : Number((told / all).toFixed(2))
  }
}
