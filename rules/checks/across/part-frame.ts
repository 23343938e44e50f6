/** Whether a count stands in a sentence about one action of several (“铁拳”行动期间出动120人次): then it is of that action only. So is what the
 * writer did (检查企业71家): two reports seldom mean the same rounds. */
import { wordPattern } from '../../../extractors/language/word-pattern.ts'
import { cue } from '../../../extractors/lexicon.ts'
import { perLexicon } from '../../../extractors/per-lexicon.ts'
import type { CheckedValue } from '../check.ts'
import type { Readable } from '../statement.ts'

const REACH = 80

export const standsInFrame = perLexicon((lexicon) => {
  const frame = new RegExp(`[“《]|${wordPattern(cue(lexicon, 'part-frames'))}`, 'u')
  const act = new RegExp(`^(?:${wordPattern(cue(lexicon, 'own-acts'))})`, 'u')
  return ({ evidence, name }: CheckedValue, { text, blocks }: Readable): boolean => {
    if (evidence.cell !== undefined) return false
    if (act.test(name)) return true
    const from = Math.max(blocks[evidence.block]?.span.start ?? 0, evidence.start - REACH)
    return frame.test(
      text
        .slice(from, evidence.start)
        .split(/[。！？]/u)
        .at(-1) ?? '',
    )
  }
})
