/**
 * The county's own earlier figures for results that a report sets against nothing, or against one baseline only: what it wrote of the same indicator a year or a
 * quarter before, in other documents of the batch or among those given to be compared against. Worked out over all documents, when each has been read.
 */
import type { Value } from '../../extractors/indicators/value.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import { fileName } from '../versions/file-name.ts'
import type { Assessment, KnownFigure } from './assessment.ts'
import { feedback } from './feedback.ts'
import { createSubjectClass } from './subject-class.ts'
import type { Thresholds } from './thresholds.ts'

const BASES = ['yoy', 'qoq'] as const
type KnownBasis = (typeof BASES)[number]

export function addKnownFigures(
  assessments: readonly Assessment[],
  values: readonly Value[],
  { lexicon, thresholds }: { readonly lexicon: Lexicon; readonly thresholds: Thresholds },
): Assessment[] {
  const classOf = createSubjectClass(lexicon)
  const levels = values.filter(
    (value) =>
      value.role === 'actual' && value.indicator !== null && value.county !== null && value.period !== null && classOf(value) === 'quality',
  )
  const earlier = new Map<string, Value>()
  for (const value of levels) {
    const key = keyOf(value.county, value.indicator, value.period, value.unit)
    if (!earlier.has(key)) earlier.set(key, value)
  }
  const order = new Map(lexicon.indicators.map(({ id }, at) => [id, at]))
  const rank = ({ indicator }: Value): number => order.get(indicator ?? '') ?? order.size
  const ranked = [...earlier.values()].sort((one, other) => rank(one) - rank(other))
  const earlierOf = (county: string, period: string): readonly Value[] =>
    ranked.filter((value) => value.period === period && value.county?.slice(0, 2) === county.slice(0, 2))
  return assessments.map((assessment) => {
    const { criteria } = assessment
    if (criteria.comparison.level === 'adequate') return assessment
    const own = levels.filter(
      ({ file, county, period }) => file === assessment.file && county === assessment.county && period === assessment.period,
    )
    const compared = comparedIn(values.filter(({ file }) => file === assessment.file))
    const stated = own
      .flatMap((value) => BASES.filter((basis) => !compared.with(value, basis)).flatMap((basis) => figureOf(value, basis, earlier)))
      .filter(isFirst)
      .sort((one, other) => Number(compared.has(one.indicator)) - Number(compared.has(other.indicator)))
    /** No level to set against anything: what the county wrote before says which to look up. */
    const known =
      stated.length > 0 || criteria.comparison.level !== 'absent' ? stated : unstated(assessment, earlierOf, thresholds.examples)
    if (known.length === 0) return assessment
    const words = knownWords(known, thresholds.examples)
    const missing = `${criteria.comparison.missing}；${stated.length > 0 ? '此前报送的材料中有数据可作对比：' : '写上本期数，就可与此前报送的数据对比：'}${words}`
    const told = { ...assessment, known, criteria: { ...criteria, comparison: { ...criteria.comparison, missing } } }
    return { ...told, feedback: feedback(told, thresholds) }
  })
}

/** A cell has no unit of its own, and 没有发生 no figure. */
export function figureWords({ quote, value, unit }: KnownFigure): string {
  if (/^[0-9.,]+$/u.test(quote)) return `${quote}${unit}`
  return /[0-9〇一二两三四五六七八九十百千万]/u.test(quote) ? quote : `${value}${unit}`
}

/** Which indicators the report itself sets against something, and against what. */
function comparedIn(values: readonly Value[]) {
  const sides = values.filter(({ role, basis, indicator }) => (role === 'reference' || role === 'change') && basis !== null && indicator)
  return {
    has: (indicator: string): boolean => sides.some((side) => side.indicator === indicator),
    with: ({ indicator }: Value, basis: KnownBasis): boolean => sides.some((side) => side.indicator === indicator && side.basis === basis),
  }
}

/** 工业产品质量监督抽查合格率上年同期为96.2%（见某文件），可作同比，上季度为…，可作环比. So many indicators at most. */
function knownWords(known: readonly KnownFigure[], most: number): string {
  const indicators = [...new Set(known.map(({ indicator }) => indicator))].slice(0, most)
  return indicators
    .map((indicator) => {
      const own = known.filter((each) => each.indicator === indicator)
      return `${own[0]?.name ?? ''}${own.map(basisWords).join('，')}`
    })
    .join('；')
}

function basisWords(figure: KnownFigure): string {
  const { basis, source } = figure
  const [when, as] = basis === 'yoy' ? ['上年同期', '同比'] : ['上季度', '环比']
  return `${when}为${figureWords(figure)}（见${fileName(source)}），可作${as}`
}

/** Of so many indicators, those first that come first among the office's; a rate of the year before goes before one of the quarter before. */
function unstated(
  { county, period, file }: Assessment,
  earlierOf: (county: string, period: string) => readonly Value[],
  most: number,
): KnownFigure[] {
  if (county === null || period === null) return []
  const figures = BASES.flatMap((basis) => {
    const before = periodBefore(period, basis)
    return before === null
      ? []
      : earlierOf(county, before)
          .filter((value) => value.file !== file)
          .flatMap((value) => asKnown(value, basis))
  }).filter(isFirst)
  const indicators = [...new Set(figures.map(({ indicator }) => indicator))].slice(0, most)
  return indicators.flatMap((indicator) => figures.filter((figure) => figure.indicator === indicator))
}

const asKnown = ({ indicator, name, period, value, unit, evidence, file }: Value, basis: KnownBasis): KnownFigure[] =>
  indicator === null || period === null ? [] : [{ indicator, name, basis, period, value, unit, quote: evidence.quote, source: file }]

function figureOf(
  { indicator, name, county, period, unit, file }: Value,
  basis: KnownBasis,
  earlier: ReadonlyMap<string, Value>,
): KnownFigure[] {
  const before = periodBefore(period ?? '', basis)
  const found = before === null ? undefined : earlier.get(keyOf(county, indicator, before, unit))
  return found === undefined || found.file === file ? [] : asKnown({ ...found, name }, basis)
}

function periodBefore(period: string, basis: KnownBasis): string | null {
  const match = /^([0-9]{4})(.*)$/u.exec(period)
  if (!match) return null
  const [year, rest] = [Number(match[1]), match[2] ?? '']
  if (basis === 'yoy') return `${year - 1}${rest.replaceAll(String(year), String(year - 1))}`
  const quarter = /^-Q([1-4])$/u.exec(rest)?.[1]
  if (quarter === undefined) return null
  return quarter === '1' ? `${year - 1}-Q4` : `${year}-Q${Number(quarter) - 1}`
}

/** A county is renamed, its figures stay: names are compared by their first two characters. */
const keyOf = (county: string | null, indicator: string | null, period: string | null, unit: string): string =>
  [county?.slice(0, 2), indicator, period, unit].join('\n')

const isFirst = (one: KnownFigure, at: number, all: readonly KnownFigure[]): boolean =>
  all.findIndex(({ indicator, basis }) => indicator === one.indicator && basis === one.basis) === at
