/**
 * Whether a sentence states facts of the reporting county: no placeholder, no other place's news, no demand quoted from a document. What is planned is told
 * apart by the values' roles and by the heading.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { cueTest } from './cue-test.ts'
import type { SentenceView } from './sentence-view.ts'

export interface Statement {
  /** The sentence says something of this county that has come to be. */
  readonly isFact: (sentence: SentenceView) => boolean
  readonly hasPlaceholder: (text: string) => boolean
}

export function createStatement(lexicon: Lexicon): Statement {
  const hasPlaceholder = cueTest(lexicon, 'placeholders')
  const foreign = cueTest(lexicon, 'foreign-subjects')
  const planHeading = cueTest(lexicon, 'plan-section')
  const attributed = new RegExp(`》[^，。；》]{0,12}(?:${wordPattern(cue(lexicon, 'attributions'))})`, 'u')
  return {
    hasPlaceholder,
    isFact: ({ words, headings }) =>
      !hasPlaceholder(words) && !foreign(words) && !attributed.test(words) && !headings.some((heading) => planHeading(heading)),
  }
}
