/**
 * Measures: concrete where most of them name an act on the quality chain with an owner, a deadline, an object or a quantity. Meetings, documents and publicity
 * are slogans even with counts.
 */
import { type Document, quote } from '../../extractors/document.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import type { Criterion, MeasuresLevel } from './assessment.ts'
import { cueTest } from './cue-test.ts'
import { itemsOf } from './items.ts'
import type { JudgedValue, SentenceView } from './sentence-view.ts'
import { thresholds } from './thresholds.ts'

export type MeasuresReader = (
  document: Document,
  sentences: readonly SentenceView[],
  values: readonly JudgedValue[],
) => Criterion<MeasuresLevel>

export function createMeasuresReader(lexicon: Lexicon): MeasuresReader {
  const heading = cueTest(lexicon, 'measure-headings')
  const problemHeading = cueTest(lexicon, 'problem-headings')
  const toCome = cueTest(lexicon, 'future-marks')
  const act = cueTest(lexicon, 'quality-acts')
  const slogan = cueTest(lexicon, 'slogan-acts')
  const deadline = cueTest(lexicon, 'deadlines')
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const bodies = words('owner-bodies')
  const owner = new RegExp(`(?:${words('owner-marks')})[^，。；]{0,20}(?:${bodies})|^[^，。；]{0,20}(?:${bodies})`, 'u')
  const object = new RegExp(
    wordPattern([...lexicon.fields.flatMap(({ parts }) => parts), ...cue(lexicon, 'quality-items'), ...cue(lexicon, 'firm-words')]),
    'u',
  )

  /** Both headings at once (问题及措施): what names an act is a measure, the rest is left to the problems. */
  const statesMeasures = ({ headings }: SentenceView): boolean => {
    const nearest = headings.find((title) => heading(title) || problemHeading(title))
    return nearest !== undefined && heading(nearest)
  }

  const isConcrete = (item: SentenceView): boolean => {
    const clauses = item.clauses.filter((clause) => !slogan(clause.words))
    const text = clauses.map((clause) => clause.words).join('')
    if (!act(text)) return false
    return owner.test(item.words) || deadline(item.words) || object.test(text) || clauses.some(({ values }) => values.length > 0)
  }

  return (document, sentences, values) => {
    const section = sentences.filter(statesMeasures)
    const told = section.length > 0 ? section : sentences.filter((sentence) => toCome(sentence.words))
    const mixed = section.length > 0 && section.every(({ headings }) => headings.some((title) => heading(title) && problemHeading(title)))
    const measures = itemsOf(document, told, values).filter(({ words: text }) => !mixed || act(text) || slogan(text))
    const concrete = measures.filter(isConcrete)
    const where = section.length > 0 ? `“${section[0]?.headings.find(heading) ?? ''}”部分` : '全文（没有单独写措施的部分）'
    if (measures.length === 0)
      return {
        level: 'absent',
        evidence: [],
        missing: `查阅了${where}，没有找到针对问题的改进措施，请逐项写明由谁、在什么时候、对什么做什么`,
      }
    if (concrete.length >= measures.length * thresholds.concreteMeasures)
      return { level: 'concrete', evidence: concrete.map(({ span }) => quote(document, span)), missing: '' }
    return {
      level: 'slogan',
      evidence: measures.filter((item) => !concrete.includes(item)).map(({ span }) => quote(document, span)),
      missing: `${where}所写的${measures.length}条措施中有${measures.length - concrete.length}条只有原则要求（开会、发文、宣传不计），请写明责任单位、完成时限、对象或数量，并与查出的问题对应`,
    }
  }
}
