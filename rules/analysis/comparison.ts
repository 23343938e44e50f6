/**
 * Comparison: a quality result of the reporting county set against a named baseline, stated as a fact.
 *
 * It rests on the values that extraction found: a change or a level with its baseline, a rank, a level above or below its target, two years side by side, or
 * parts from which a conclusion is drawn. Counts of trainings, meetings and inspections, GDP, plans and placeholders are none.
 */
import { type Document, quote } from '../../extractors/document.ts'
import type { Identity } from '../../extractors/identity/identity.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { ComparisonLevel, Criterion } from './assessment.ts'
import { cueTest } from './cue-test.ts'
import type { JudgedValue, SentenceView } from './sentence-view.ts'
import { createSubjectClass } from './subject-class.ts'
import { thresholds } from './thresholds.ts'

export interface ComparisonInput {
  readonly document: Document
  readonly identity: Identity
  readonly sentences: readonly SentenceView[]
  readonly values: readonly JudgedValue[]
}

export type ComparisonReader = (input: ComparisonInput) => Criterion<ComparisonLevel>

type Baseline = NonNullable<JudgedValue['basis']> | 'rank' | 'structure'

export function createComparisonReader(lexicon: Lexicon): ComparisonReader {
  const classOf = createSubjectClass(lexicon)
  const concludes = cueTest(lexicon, 'structure-conclusions')
  const placeholder = cueTest(lexicon, 'placeholders')
  const planHeading = cueTest(lexicon, 'plan-section')

  const baselinesOf = ({ words, values, headings }: SentenceView, county: string | null): Set<Baseline> => {
    const found = new Set<Baseline>()
    if (placeholder(words) || headings.some(planHeading)) return found
    const own = values.filter((value) => value.county === county || value.role === 'reference' || county === null)
    const quality = own.filter((value) => classOf(value, words) === 'quality')
    const actual = quality.filter(({ role }) => role === 'actual')
    for (const value of quality) {
      if (value.role === 'change' && value.basis !== null) found.add(value.basis)
      if (value.role === 'reference' && value.basis !== null && actual.some(({ unit }) => unit === value.unit)) found.add(value.basis)
      if (value.role === 'rank') found.add('rank')
      if (value.role === 'target' && actual.some((level) => level.indicator === value.indicator && level.unit === value.unit))
        found.add('target')
    }
    if (actual.some((value, index) => actual.slice(index + 1).some((other) => isOtherPeriod(value, other)))) found.add('yoy')
    const parts = quality.filter(({ role, breakdown }) => role === 'share' || breakdown !== null)
    if (parts.length > 0 && actual.length + parts.length > 1 && concludes(words)) found.add('structure')
    return found
  }

  return ({ document, identity, sentences, values }) => {
    const counted = sentences
      .map((sentence) => ({ sentence, baselines: baselinesOf(sentence, identity.county) }))
      .filter(({ baselines }) => baselines.size > 0)
    const baselines = new Set(counted.flatMap((entry) => [...entry.baselines]))
    const total = counted.reduce((count, entry) => count + entry.baselines.size, 0)
    const onlyTable =
      counted.length === 0 &&
      values.some(
        ({ role, evidence, basis }) => evidence.cell !== undefined && basis !== null && (role === 'reference' || role === 'change'),
      )
    const evidence = counted.map(({ sentence }) => quote(document, sentence.span))
    if (total >= thresholds.comparisons && baselines.size >= thresholds.baselines) return { level: 'adequate', evidence, missing: '' }
    if (counted.length > 0)
      return {
        level: 'thin',
        evidence,
        missing:
          baselines.size < thresholds.baselines
            ? `正文的对比只有${nameOf(baselines)}一类，请补充与上年同期、上季度、目标值、全地区平均或其他县市的对比`
            : '正文的对比只有一处，请对主要质量指标逐项对比',
      }
    return onlyTable
      ? { level: 'thin', evidence: [], missing: '对比数据只列在表格里，正文没有说明升降和原因，请在正文中分析' }
      : {
          level: 'absent',
          evidence: [],
          missing: '通读正文和表格，没有找到质量指标与上年同期、上季度、目标值、全地区平均或其他县市的对比，请补充',
        }
  }
}

/** 2019年检出9批次，2020年检出14批次: two years of one thing, without a word of comparison. */
function isOtherPeriod(a: JudgedValue, b: JudgedValue): boolean {
  return (
    a.period !== null &&
    b.period !== null &&
    a.period !== b.period &&
    a.period.length === b.period.length &&
    a.unit === b.unit &&
    a.indicator === b.indicator
  )
}

const NAMES: Readonly<Record<Baseline, string>> = {
  yoy: '上年同期',
  qoq: '上季度',
  previous: '前期',
  target: '目标',
  peer: '其他县市',
  average: '平均水平',
  'base-year': '基期',
  rank: '位次',
  structure: '结构',
}

const nameOf = (baselines: ReadonlySet<Baseline>): string => [...baselines].map((baseline) => NAMES[baseline]).join('、')
