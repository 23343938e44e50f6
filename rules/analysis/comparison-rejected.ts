/** Why a sentence that looks like a comparison of quality is none: said to the writer, who will ask. */
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { RejectionReason } from './assessment.ts'
import type { Reporter } from './baseline.ts'
import { cueTest } from './cue-test.ts'
import { createMood } from './mood.ts'
import { createOfActivity } from './of-activity.ts'
import type { SentenceView } from './sentence-view.ts'
import { createStatement } from './statement.ts'
import { createSubjectClass } from './subject-class.ts'
import { createWhoseNews } from './whose-news.ts'

/** null: it does not look like one. */
export function createLookalikes(lexicon: Lexicon): (sentence: SentenceView, reporter: Reporter) => RejectionReason | null {
  const marks = cueTest(lexicon, 'comparison-marks')
  const lookalike = cueTest(lexicon, 'lookalikes')
  const contest = cueTest(lexicon, 'contests')
  const ofActivity = createOfActivity(lexicon)
  const limit = cueTest(lexicon, 'limits')
  const planned = cueTest(lexicon, 'planned-marks')
  const classOf = createSubjectClass(lexicon)
  const { whyNoFact } = createStatement(lexicon)
  const { isToCome } = createMood(lexicon)
  const { isOfPeer, isOfArea } = createWhoseNews(lexicon)
  return (sentence, reporter) => {
    const { words, values, clauses } = sentence
    const isMarked = marks(words) || values.some(({ role, basis }) => (role === 'change' || role === 'reference') && basis !== null)
    if (!isMarked) return lookalike(words) ? 'lookalike' : null
    const reason = whyNoFact(sentence)
    if (reason) return reason
    if (planned(words) || isToCome(sentence)) return 'planned'
    if (isOfPeer(sentence, reporter) || isOfArea(sentence, reporter)) return 'foreign'
    if (ofActivity.alone(words)) return 'effort'
    if (contest(words)) return 'contest'
    if (limit(words)) return 'limit'
    if (lookalike(words) && values.length === 0) return 'lookalike'
    if (values.length === 0) return 'unquantified'
    const classes = clauses.flatMap((clause) => clause.values.map((value) => classOf(value, clause.words, words)))
    if (classes.includes('macro')) return 'macro'
    if (classes.includes('effort') && !classes.includes('quality')) return 'effort'
    return 'listing'
  }
}
