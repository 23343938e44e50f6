/** Whether a count stands in a sentence about one action of several (“铁拳”行动期间出动120人次): then it is of that action only. */
import { wordPattern } from '../../../extractors/language/word-pattern.ts'
import { cue } from '../../../extractors/lexicon.ts'
import { perLexicon } from '../../../extractors/per-lexicon.ts'
import type { CheckedValue } from '../check.ts'
import type { Readable } from '../statement.ts'

const REACH = 80

export const standsInFrame = perLexicon((lexicon) => {
  const frame = new RegExp(`[“《]|${wordPattern(cue(lexicon, 'part-frames'))}`, 'u')
  return ({ evidence }: CheckedValue, { text, blocks }: Readable): boolean => {
    if (evidence.cell !== undefined) return false
    const from = Math.max(blocks[evidence.block]?.span.start ?? 0, evidence.start - REACH)
    return frame.test(
      text
        .slice(from, evidence.start)
        .split(/[。！？]/u)
        .at(-1) ?? '',
    )
  }
})
