/**
 * What came of an activity: the satisfaction of those trained, the pass rate of an examination, how many a campaign reached. It tells how the work went, not how good
 * the product is.
 *
 *   参训人员满意度98%，同比提高2个百分点          of an activity
 *   质量月期间食品抽检合格率98%                   a result, learnt while one went on
 */
import { guardedPattern, wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { cueTest } from './cue-test.ts'
import { memoryOf } from './remembered.ts'

export interface OfActivity {
  readonly names: (words: string) => boolean
  /** No other result is named beside it. */
  readonly alone: (words: string) => boolean
}

export const createOfActivity = perLexicon((lexicon): OfActivity => {
  const memory = memoryOf(lexicon)
  const audience = guardedPattern(cue(lexicon, 'activity-audiences'), lexicon.cues['activity-audiences:misfires'] ?? [])
  const pattern = `${audience}[^，。；：0-9抽检期后中间]{0,10}(?:${wordPattern(cue(lexicon, 'activity-outcomes'))})`
  const [one, all] = [new RegExp(pattern, 'u'), new RegExp(pattern, 'gu')]
  const quality = cueTest(lexicon, 'quality-subjects', 'quality-items')
  const names = memory.of((words) => one.test(words))
  return { names, alone: memory.of((words) => names(words) && !quality(words.replace(all, ''))) }
})
