/**
 * Causes: a mechanism (material, machine, method, people, a changed sample) given for a named quality result, wherever in the text, for an improvement too.
 * Leadership, effort and 认识不到位 are none.
 */
import { type Document, quote } from '../../extractors/document.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { CausesLevel, Criterion } from './assessment.ts'
import { cueTest } from './cue-test.ts'
import type { SentenceView } from './sentence-view.ts'

export type CausesReader = (document: Document, sentences: readonly SentenceView[]) => Criterion<CausesLevel>

export function createCausesReader(lexicon: Lexicon): CausesReader {
  const because = cueTest(lexicon, 'cause-words', 'findings-words')
  const causeHeading = cueTest(lexicon, 'cause-headings')
  const mechanism = cueTest(lexicon, 'mechanisms')
  const attitude = cueTest(lexicon, 'attitude-causes')
  const result = cueTest(lexicon, 'quality-subjects')
  const measureHeading = cueTest(lexicon, 'measure-headings')

  return (document, sentences) => {
    const evidence = sentences.flatMap((sentence, index) => {
      const { words, headings, span } = sentence
      if (!mechanism(words) || attitude(words) || measureHeading(headings[0] ?? '')) return []
      // 问题及成因: where problem and cause are written together, the mechanism needs no word of cause.
      if (headings.some(causeHeading)) return [quote(document, span)]
      const before = sentences[index - 1]
      return because(words) && (result(words) || (before && result(before.words))) ? [quote(document, span)] : []
    })
    return evidence.length > 0
      ? { level: 'present', evidence, missing: '' }
      : {
          level: 'absent',
          evidence,
          missing: '通读全文，没有找到对具体质量结果的原因分析（原料、设备、工艺、人员、环境、抽样变化等），请补充',
        }
  }
}
