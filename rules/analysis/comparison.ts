/**
 * Comparison: a quality result of the reporting county set against a named baseline, stated as a fact.
 *
 *   合格率97.5%，同比提高1.1个百分点       counts, last year
 *   投诉32件、41件、57件、63件（四个季度）   counts, the quarters before
 *   满意度居第六位；高于全地区平均水平       count, the other counties; the average
 *   抽查占样品总数的56%，培训人次增长20%     do not count
 *
 * One result against one baseline counts once, however often it is said; what stands in tables alone is thin. What looks like a comparison and is none is shown
 * with the reason.
 */
import { type Document, quote } from '../../extractors/document.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { ComparisonLevel, Criterion, Rejected } from './assessment.ts'
import { type Baseline, createControls, type Reporter } from './baseline.ts'
import { createComparisonFinder } from './compared.ts'
import { createLookalikes } from './comparison-rejected.ts'
import type { Compared, Lead } from './juxtaposed.ts'
import type { JudgedValue, SentenceView } from './sentence-view.ts'
import { createSubjectClass } from './subject-class.ts'
import { pairsOf } from './table-pairs.ts'
import type { Thresholds } from './thresholds.ts'

interface ComparisonInput {
  readonly document: Document
  readonly reporter: Reporter
  readonly sentences: readonly SentenceView[]
  readonly values: readonly JudgedValue[]
}

export interface ComparisonJudged {
  readonly criterion: Criterion<ComparisonLevel>
  readonly leads: readonly Lead[]
  readonly compared: readonly SentenceView[]
}

export type ComparisonReader = (input: ComparisonInput) => ComparisonJudged

export function createComparisonReader(lexicon: Lexicon, thresholds: Thresholds): ComparisonReader {
  const find = createComparisonFinder(lexicon)
  const whyNone = createLookalikes(lexicon)
  const classOf = createSubjectClass(lexicon)
  const controlsOf = createControls(lexicon)

  const inTable = (value: JudgedValue): boolean =>
    value.evidence.cell !== undefined &&
    (value.role === 'reference' || value.role === 'change') &&
    value.basis !== null &&
    classOf(value) === 'quality'

  const look = ({ reporter: { county, period }, sentences, values }: ComparisonInput): Looked[] => {
    const reporter = { county, period, controls: controlsOf(sentences, { county, period }) }
    const pairs = pairsOf(values.filter((value) => classOf(value) === 'quality'))
    return sentences.map((sentence, index) => {
      const tables = pairs.filter(({ reference }) => reference.evidence.end <= sentence.span.start)
      return {
        sentence,
        found: find(sentence, { reporter, before: sectionBefore(sentences, index), after: nextTo(sentence, sentences[index + 1]), tables }),
      }
    })
  }

  const criterionOf = (
    { document, reporter, sentences, values }: ComparisonInput,
    looked: readonly Looked[],
  ): Criterion<ComparisonLevel> => {
    const told = looked.filter(({ found }) => found.length > 0)
    const found = told.flatMap((entry) => entry.found)
    const different = new Set(found.map(({ subject, baseline }) => `${subject}\n${baseline}`)).size
    const baselines = new Set(found.map(({ baseline }) => baseline))
    const evidence = told.map(({ sentence }) => quote(document, sentence.span))
    const rejected = looked.flatMap(({ sentence, found: { length } }): Rejected[] => {
      const reason = length === 0 ? whyNone(sentence, reporter) : null
      return reason === null ? [] : [{ evidence: quote(document, sentence.span), reason }]
    })
    if (different >= thresholds.comparisons && baselines.size >= thresholds.baselines)
      return { level: 'adequate', evidence, rejected, missing: '' }
    const examples = exampleOf(sentences, found, (value) => classOf(value) === 'quality', thresholds)
    if (found.length > 0) return { level: 'thin', evidence, rejected, missing: thin(different, baselines, examples, thresholds) }
    const table = values.filter(inTable)
    if (table.length === 0) return { level: 'absent', evidence: [], rejected, missing: absent(examples) }
    const shown = table.slice(0, thresholds.examples).map((value) => value.evidence)
    return { level: 'thin', evidence: shown, rejected, missing: ONLY_IN_TABLES }
  }

  return (input) => {
    const looked = look(input)
    const compared = looked.filter(({ found }) => found.length > 0).map(({ sentence }) => sentence)
    return {
      criterion: criterionOf(input, looked),
      compared,
      leads: looked.flatMap(({ found }) => found.flatMap(({ lead }) => lead ?? [])),
    }
  }
}

interface Looked {
  readonly sentence: SentenceView
  readonly found: readonly Compared[]
}

const nextTo = ({ block }: SentenceView, next: SentenceView | undefined): SentenceView | undefined =>
  next?.block === block ? next : undefined

const sectionBefore = (sentences: readonly SentenceView[], index: number): readonly SentenceView[] => {
  const heading = sentences[index]?.headings[0]
  let from = index
  while (from > 0 && sentences[from - 1]?.headings[0] === heading) from--
  return sentences.slice(from, index)
}

const NAMES: Readonly<Record<Baseline, string>> = {
  yoy: '上年同期',
  qoq: '上季度',
  previous: '前期',
  target: '目标值',
  average: '平均水平',
  peer: '其他县市',
  structure: '各部分之间',
}
const ASKED: readonly Baseline[] = ['yoy', 'qoq', 'target', 'average', 'peer']
const ALL_BASELINES = '上年同期、上季度、目标值、全地区平均水平或其他县市'

const ONLY_IN_TABLES = '对比数据只列在表格里，正文没有说明升降，请在正文中写明与谁相比、升降多少、说明什么'

const absent = (examples: string): string =>
  `查阅了正文和表格，没有找到本地质量指标与${ALL_BASELINES}的对比（目标打算、培训检查次数、经济总量的增减不计）${forInstance(examples)}，请补充`

function thin(different: number, baselines: ReadonlySet<Baseline>, examples: string, thresholds: Thresholds): string {
  const named = [...baselines].map((baseline) => NAMES[baseline]).join('、')
  const others = ASKED.filter((baseline) => !baselines.has(baseline)).map((baseline) => NAMES[baseline])
  const [last, ...rest] = [...others].reverse()
  const lacking =
    baselines.size < thresholds.baselines
      ? `对比的对象只有${named}，请再与${rest.reverse().join('、')}或${last}中的至少一项对比${examples === '' ? '' : `；也有没有对比的结果，例如${examples}`}`
      : `但对比的指标偏少${forInstance(examples)}，请补充`
  return `正文有${different}处质量指标的对比，${lacking}`
}

/** Results that are stated without a comparison, as the writer will recognise them. */
function exampleOf(
  sentences: readonly SentenceView[],
  found: readonly Compared[],
  isQuality: (value: JudgedValue) => boolean,
  thresholds: Thresholds,
): string {
  const compared = new Set(found.map(({ subject }) => subject))
  const bare = sentences
    .flatMap(({ values }) => values)
    .filter((value) => value.indicator !== null && value.role === 'actual' && value.unit === '%' && value.value < 100)
    .filter((value) => isQuality(value) && !compared.has(value.indicator ?? ''))
    .slice(0, thresholds.examples)
  return bare.map(({ name, evidence }) => `${name}“${evidence.quote}”`).join('、')
}

const forInstance = (examples: string): string => (examples === '' ? '' : `，例如${examples}没有与任何一项相比`)
