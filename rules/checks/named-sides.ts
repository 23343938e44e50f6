/**
 * The two figures that a comparison sets beside each other, found by the words that name its sides in the lines of a document's figures (comparable.ts).
 *
 *   ‹公交满意度›高于‹餐饮›                     two rows of the column 满意度
 *   水泥合格率为‹96.2%›，高于‹烧碱›            the row that has the figure, and another of its column
 *   ‹我县›水平高于‹地区›                       of one line that has both
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { previousQuarter, readPeriods, sameLastYear, yearOf } from '../../extractors/quantities/period.ts'
import { countyName, createRegionReader } from '../../extractors/quantities/region.ts'
import type { CheckContext, CheckedValue } from './check.ts'
import { type Comparable, comparables, contentOf, isAbout, pointNamed, pointsOf } from './comparable.ts'
import { sharesName } from './shares-name.ts'
import type { Point } from './table-lines.ts'

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  return {
    regions: createRegionReader(lexicon),
    all: new RegExp(words('all-of-them'), 'u'),
    yoy: new RegExp(words('base-yoy'), 'u'),
    qoq: new RegExp(words('base-qoq'), 'u'),
    ofChange: new RegExp(words('rank-of-change', 'rise-sizes', 'fall-sizes'), 'u'),
  }
})

export interface Sides {
  /** The words before the comparison, without the other side. */
  readonly own: string
  /** Words, or the other side's figure where the comparison gives it. */
  readonly other: string | CheckedValue
  /** The last level that the sentence gives before it, for a comparison that names none. */
  readonly said: CheckedValue | undefined
  /** The words of its sentence before that clause, since the last figure: they may name it (起重机械受检率最低，低于…). */
  readonly before?: string
}

/** One side and the other, and the line that has both. */
export interface Pair {
  readonly one: Point
  readonly other: Point
  readonly line: Comparable
}

/** 均高于: each of several is. */
export const isOfEach = ({ lexicon }: CheckContext, { own }: Sides): boolean => patterns(lexicon).all.test(own)

/** All pairs that may be meant; those of the report's own period where there are any. */
export function pairsNamed(context: CheckContext, sides: Sides): readonly Pair[] {
  const isOfChanges = patterns(context.lexicon).ofChange.test(sides.own)
  const found = comparables(context)
    .filter((line) => line.isOfChanges === isOfChanges)
    .flatMap((line) => pairsOf(context, line, sides))
  const ofPeriod = found.filter((pair) => [pair.one, pair.other].some(({ value }) => value.period === context.identity.period))
  return ofPeriod.length > 0 ? ofPeriod : found
}

function pairsOf(context: CheckContext, line: Comparable, sides: Sides): readonly Pair[] {
  return ownPoints(context, line, sides).flatMap((one): readonly Pair[] => {
    const other = otherPoint(context, line, sides.other, one)
    return other === undefined || other.value === one.value || other.label === one.label ? [] : [{ one, other, line }]
  })
}

/** What the words before the comparison name; where they name nothing, the level told right before; else the reporting county's. */
function ownPoints(context: CheckContext, line: Comparable, sides: Sides): readonly Point[] {
  const { own, said, before = '' } = sides
  if (line.by === 'periods') return ofThisPeriod(context, line, sides)
  const named = pointNamed(context, line, own)
  if (named !== undefined) return isAbout(context, line, named.rest) ? [named.point] : []
  const ofOwn = line.points.filter(({ label }) => label === countyHere(context))
  if (isOfEach(context, sides)) return line.isTable ? ofOwn : []
  const content = contentOf(context, own)
  const earlier = pointNamed(context, line, before)
  if (earlier !== undefined) return isAbout(context, line, content) ? [earlier.point] : []
  if (contentOf(context, before).length > 1) return []
  if (content.length > 1) return ofOwn.length === 1 && isAbout(context, line, content) ? ofOwn : []
  return said === undefined ? [] : pointsOf(context, line, said)
}

/** The report's own period in the line of the thing that is named, or of the level told right before. */
function ofThisPeriod(context: CheckContext, line: Comparable, { own, said, before = '' }: Sides): readonly Point[] {
  const now = line.points.filter(({ value: { period, role } }) => period === context.identity.period && role === 'actual')
  const [point, more] = now
  if (point === undefined || more !== undefined) return []
  const [mention] = patterns(context.lexicon).regions(own)
  const county = mention === undefined ? countyHere(context) : regionName(context, mention.region, point)
  if (point.value.county !== null && county !== null && point.value.county !== county) return []
  const content = contentOf(context, own)
  if (content.length > 1) return isAbout(context, line, content, UNSAID) && isNamedBy(line, `${before}${own}`) ? now : []
  if (contentOf(context, before).length > 1) return isNamedBy(line, before) ? now : []
  return said === undefined ? [] : pointsOf(context, { ...line, points: now }, said)
}

/** Where the words name the line, so many more may be said (困人‹警情›). */
const UNSAID = 2

/** The thing that a line is of stands in the words. */
const isNamedBy = ({ name }: Comparable, words: string): boolean =>
  name.length > 1 && (words.includes(name.replace(/类$/u, '')) || sharesName(words, name))

function countyHere({ identity, lexicon }: CheckContext): string | null {
  const county = lexicon.regions.counties.find(({ id }) => id === identity.countyId)
  return county === undefined ? null : countyName(county, identity.period)
}

/** As the contract calls a county or an area that words name; the reporting county where they say 我县. */
function regionName(context: CheckContext, region: string, { value: { period } }: Point): string | null {
  if (region === '') return countyHere(context)
  const county = context.lexicon.regions.counties.find(({ id }) => id === region)
  return county === undefined ? region : countyName(county, period)
}

/** A thing, a place or a period of the same line. */
function otherPoint(context: CheckContext, line: Comparable, words: Sides['other'], one: Point): Point | undefined {
  if (typeof words !== 'string') return words.unit === one.value.unit ? { label: words.evidence.quote, value: words } : undefined
  const { regions, yoy, qoq } = patterns(context.lexicon)
  const [mention] = regions(words)
  const rest = line.points.filter((point) => point !== one)
  if (mention !== undefined) {
    const label = regionName(context, mention.region, one)
    const [of, more] = rest.filter(
      (point) => point.label === label || (point.value.county === label && point.value.county !== one.value.county),
    )
    return more === undefined ? of : undefined
  }
  const { period } = one.value
  if (period !== null && (yoy.test(words) || qoq.test(words))) {
    const before = yoy.test(words) ? sameLastYear(period) : /-Q/u.test(period) ? previousQuarter(period) : null
    const [of, more] = rest.filter(({ value }) => value.period === before)
    return more === undefined ? of : undefined
  }
  const [dated] = period === null ? [] : readPeriods(words, yearOf(period))
  if (dated !== undefined) {
    const [of, more] = rest.filter(({ value }) => value.period === dated.period)
    return more === undefined ? of : undefined
  }
  const named = pointNamed(context, { ...line, points: rest }, words)
  return named !== undefined && isAbout(context, line, named.rest) ? named.point : undefined
}
