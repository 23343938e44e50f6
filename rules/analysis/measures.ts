/**
 * Measures: concrete where most of them name an act on the quality chain with an owner, a deadline, an object or a quantity. Meetings, documents and publicity
 * are slogans even with counts.
 */
import { type Document, quote } from '../../extractors/document.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import type { Criterion, MeasuresLevel } from './assessment.ts'
import { cueTest } from './cue-test.ts'
import type { SentenceView } from './sentence-view.ts'
import { thresholds } from './thresholds.ts'

export type MeasuresReader = (document: Document, sentences: readonly SentenceView[]) => Criterion<MeasuresLevel>

export function createMeasuresReader(lexicon: Lexicon): MeasuresReader {
  const heading = cueTest(lexicon, 'measure-headings')
  const problemHeading = cueTest(lexicon, 'problem-headings')
  const toCome = cueTest(lexicon, 'plan-section', 'target-verb')
  const act = cueTest(lexicon, 'quality-acts')
  const slogan = cueTest(lexicon, 'slogan-acts')
  const deadline = cueTest(lexicon, 'deadlines')
  const owner = new RegExp(
    `(?:${wordPattern(cue(lexicon, 'owners'))})[^，。；]{0,20}(?:${wordPattern(cue(lexicon, 'owner-bodies'))})|^[^，。；]{0,12}(?:${wordPattern(cue(lexicon, 'owner-bodies'))})`,
    'u',
  )
  const part = new RegExp(wordPattern(lexicon.fields.flatMap(({ parts }) => parts)), 'u')

  const isConcrete = ({ words, values }: SentenceView): boolean => {
    if (!act(words)) return false
    const anchors = [owner.test(words), deadline(words), values.length > 0, part.test(words)].filter(Boolean).length
    return slogan(words) ? anchors >= 2 && values.length > 0 : anchors >= 1
  }

  return (document, sentences) => {
    const section = sentences.filter(
      ({ headings }) => headings.some(heading) && !(problemHeading(headings[0] ?? '') && !heading(headings[0] ?? '')),
    )
    const measures = section.length > 0 ? section : sentences.filter(({ words, depth }) => depth >= thresholds.lastPart && toCome(words))
    const concrete = measures.filter(isConcrete)
    const where = section.length > 0 ? `“${section[0]?.headings.find(heading) ?? ''}”部分` : '文末'
    if (measures.length === 0)
      return { level: 'absent', evidence: [], missing: '通读全文，没有找到针对问题的改进措施，请逐项写明由谁、在什么时候、对什么做什么' }
    if (concrete.length >= measures.length * thresholds.concreteMeasures)
      return { level: 'concrete', evidence: concrete.map(({ span }) => quote(document, span)), missing: '' }
    return {
      level: 'slogan',
      evidence: measures.map(({ span }) => quote(document, span)),
      missing: `${where}的措施多为原则要求，请写明责任单位、完成时限、对象或数量，并与查出的问题对应`,
    }
  }
}
