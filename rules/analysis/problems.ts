/**
 * Problems: specific where the report names which product, item, place or result falls short; boilerplate where any county could print the phrase.
 *
 * Judged where the report states its problems; without such a section, in the whole text. Digits do not rescue a phrase like 重视程度不够.
 */
import { type Document, quote } from '../../extractors/document.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { Criterion, ProblemsLevel } from './assessment.ts'
import { cueTest } from './cue-test.ts'
import type { SentenceView } from './sentence-view.ts'
import { createSubjectClass } from './subject-class.ts'
import { thresholds } from './thresholds.ts'

export type ProblemsReader = (document: Document, sentences: readonly SentenceView[]) => Criterion<ProblemsLevel>

export function createProblemsReader(lexicon: Lexicon): ProblemsReader {
  const heading = cueTest(lexicon, 'problem-headings')
  const measureHeading = cueTest(lexicon, 'measure-headings')
  const deficit = cueTest(lexicon, 'deficits')
  const boilerplate = cueTest(lexicon, 'boilerplate-problems')
  const mechanism = cueTest(lexicon, 'mechanisms')
  const classOf = createSubjectClass(lexicon)
  const part = new RegExp(wordPattern(lexicon.fields.flatMap(({ parts }) => parts)), 'u')

  const isSpecific = ({ words, values }: SentenceView): boolean => {
    const outcome = values.some((value) => value.role !== 'target' && classOf(value, words) === 'quality')
    if (boilerplate(words)) return outcome && part.test(words)
    return outcome || part.test(words) || mechanism(words)
  }

  return (document, sentences) => {
    const section = sentences.filter(({ headings }) => headings.some(heading) && !measureHeading(headings[0] ?? ''))
    const stated = section.length > 0 ? section : sentences.filter(({ headings }) => !headings.some(measureHeading))
    const problems = stated.filter((sentence) => {
      const falls = deficit(sentence.words)
      if (section.length > 0) return falls || boilerplate(sentence.words) || isSpecific(sentence)
      return falls && (sentence.values.length > 0 || boilerplate(sentence.words))
    })
    const specific = problems.filter(isSpecific)
    const where = section.length > 0 ? `“${section[0]?.headings[0] ?? ''}”部分` : '全文'
    if (problems.length === 0)
      return {
        level: 'absent',
        evidence: [],
        missing: `${section.length > 0 ? where : '没有单独写问题的部分，通读全文'}没有找到质量问题，请写明哪类产品、哪个环节、哪项指标不足`,
      }
    if (specific.length > 0 && specific.length >= problems.length * thresholds.specificProblems)
      return { level: 'specific', evidence: specific.map(({ span }) => quote(document, span)), missing: '' }
    return {
      level: 'boilerplate',
      evidence: problems.map(({ span }) => quote(document, span)),
      missing: `${where}写的问题放在哪个县都适用，请结合本县数据写明哪类产品、哪个环节、哪项指标不足`,
    }
  }
}
