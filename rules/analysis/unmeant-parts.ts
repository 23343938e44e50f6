/**
 * A heading promises measures (厘清工作思路), and what stands below it tells only what went on: no deadline, no wish, no appeal, no act that is not over. Such a section is
 * read as if it had no heading.
 */
import type { Lexicon } from '../../extractors/lexicon.ts'
import { cueTest } from './cue-test.ts'
import { createMood } from './mood.ts'
import { noParts, type SentenceView } from './sentence-view.ts'

export function createUnmeantParts(lexicon: Lexicon): (sentences: readonly SentenceView[]) => SentenceView[] {
  const { isToCome, hasDeadline } = createMood(lexicon)
  const wants = cueTest(lexicon, 'slogan-acts', 'goal-marks')
  const act = cueTest(lexicon, 'quality-acts')
  const over = cueTest(lexicon, 'aspect-marks', 'experience-marks')
  const isMeant = (sentence: SentenceView): boolean =>
    isToCome(sentence) || wants(sentence.words) || hasDeadline(sentence.words) || (act(sentence.words) && !over(sentence.words))
  /** Of the sentences below one heading, none means anything to come, and most say that something is over. */
  const isUnmeant = (below: readonly SentenceView[]): boolean =>
    !below.some(isMeant) && below.filter(({ words }) => over(words)).length > below.length / 2
  return (sentences) => {
    const below = new Map<string, SentenceView[]>()
    for (const sentence of sentences) {
      const { measures } = sentence.parts
      if (measures !== null) below.set(measures, [...(below.get(measures) ?? []), sentence])
    }
    const unmeant = new Set([...below].filter(([, those]) => isUnmeant(those)).map(([title]) => title))
    return sentences.map((sentence) =>
      sentence.parts.measures !== null && unmeant.has(sentence.parts.measures) ? { ...sentence, parts: noParts, unmeant: true } : sentence,
    )
  }
}
