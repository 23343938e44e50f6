/**
 * Causes: a mechanism (material, machine, method, people, measurement, a changed sample) given for a named quality result, wherever in the text, for an
 * improvement too. Leadership, effort and 认识不到位 are none, nor is why a training was put off.
 */
import { type Document, quote } from '../../extractors/document.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import type { CausesLevel, Criterion } from './assessment.ts'
import { cueTest } from './cue-test.ts'
import type { SentenceView } from './sentence-view.ts'
import { createStatement } from './statement.ts'

export type CausesReader = (document: Document, sentences: readonly SentenceView[]) => Criterion<CausesLevel>

export function createCausesReader(lexicon: Lexicon): CausesReader {
  const because = cueTest(lexicon, 'cause-words')
  const hint = cueTest(lexicon, 'cause-hints')
  const mechanism = cueTest(lexicon, 'mechanisms')
  const attitude = cueTest(lexicon, 'attitude-causes')
  const process = cueTest(lexicon, 'process-subjects')
  const result = cueTest(lexicon, 'cause-results')
  const causeHeading = cueTest(lexicon, 'cause-headings')
  const measureHeading = cueTest(lexicon, 'measure-headings')
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const frame = new RegExp(`(?:${words('cause-frame-open')})[^，。；]{2,40}(?:${words('cause-frame-close')})`, 'u')
  const { isFact } = createStatement(lexicon)

  /** An attitude rules out its own clause, not the mechanism beside it. */
  const explains = (sentence: SentenceView): boolean => {
    const text = sentence.clauses
      .filter((clause) => !attitude(clause.words))
      .map((clause) => clause.words)
      .join('')
    if (because(text)) return mechanism(text) || !sentence.clauses.some((clause) => attitude(clause.words))
    if (!mechanism(text)) return false
    return hint(text) || frame.test(text) || sentence.headings.some(causeHeading)
  }

  return (document, sentences) => {
    const evidence = sentences.flatMap((sentence, index) => {
      if (!isFact(sentence) || process(sentence.words) || sentence.headings.some(measureHeading) || !explains(sentence)) return []
      const before = sentences[index - 1]
      const isNamed = result(sentence.words) || (before?.block === sentence.block && result(before.words))
      return isNamed ? [quote(document, sentence.span)] : []
    })
    return evidence.length > 0
      ? { level: 'present', evidence, missing: '' }
      : {
          level: 'absent',
          evidence,
          missing: `查阅了全文，没有找到对具体质量结果的原因分析（重视不够、力度不大一类的表述不计），请从原料、设备、工艺、人员、环境、检测和抽样变化等方面说明`,
        }
  }
}
