/**
 * What a corrected figure no longer fits: the report's own change and other side of the same comparison.
 *
 *   合格率92.3%，同比提高1.2个百分点，上年同期91.1%     corrected to 91%: 提高1.2个百分点 no longer holds
 *
 * Level, change and other side of one document, indicator, part and period are set against each other where a person changed one of them. The other side may also be what
 * the county had reported then. Where nobody states it, what the change makes of it is told, for a person to judge.
 */
import type { Basis } from '../../extractors/indicators/value.ts'
import type { CountyFeed, CountyValue } from './county-feed.ts'
import { type Decimal, decimal, exact } from './decimal.ts'
import { type Interval, isExact } from './interval.ts'
import type { NumberOperand } from './operand.ts'
import { before } from './period.ts'
import { changeFrom, otherSide } from './read/derived.ts'
import type { Taken } from './read/take.ts'

type Compared = Extract<Basis, 'yoy' | 'qoq' | 'average'>
const SIDES: Readonly<Record<Compared, string>> = { yoy: '上年同期', qoq: '上一期', average: '平均' }

/** A comparison that a document makes: how far its level lies from another. `side` is null where nobody states that. */
interface Comparison {
  readonly level: CountyValue
  readonly change: CountyValue
  readonly basis: Compared
  readonly side: CountyValue | null
}

/** Of a value that a person changed, in words; empty where all fits. `figure`: the number entered in its stead. */
export function misfitOf(county: CountyFeed, value: CountyValue, figure: Decimal = decimal(value.value)): string {
  if (value.comparator !== '=' || value.upper !== undefined) return ''
  const said = comparisonsOf(county, value).map((compared) => misfitWords(compared, value, figure))
  return [...new Set(said.filter(Boolean))].join('；')
}

/** The same of a number that a person entered for what a rule reads, in place of what was taken. */
export function enteredMisfit(county: CountyFeed, operand: NumberOperand, entered: Interval, { allowed, uses }: Taken): string {
  if (!('indicator' in operand) || !isExact(entered) || (allowed !== null && isExact(allowed) && allowed.from.eq(entered.from))) return ''
  const replaced = (county.values.get(operand.indicator) ?? []).find(({ id }) => uses.some((use) => use.id === id))
  return replaced === undefined ? '' : misfitOf(county, replaced, entered.from)
}

function comparisonsOf(county: CountyFeed, value: CountyValue): Comparison[] {
  const alike = [...(county.values.get(indicatorOf(value)) ?? []), ...(county.around.get(indicatorOf(value)) ?? [])].filter(
    (each) => each.file === value.file && partOf(each) === partOf(value) && each.comparator === '=' && each.upper === undefined,
  )
  return alike.flatMap((change) => {
    const { basis, period } = change
    const level = alike.find((each) => each.role === 'actual' && each.period === period && isOwn(county, each))
    if (change.role !== 'change' || level === undefined || (basis !== 'yoy' && basis !== 'qoq' && basis !== 'average')) return []
    const side = sideOf(county, alike, change, basis)
    return [level, change, side].includes(value) ? [{ level, change, basis, side }] : []
  })
}

const indicatorOf = ({ indicator, breakdown }: CountyValue): string => indicator ?? breakdown?.of ?? ''
const partOf = ({ breakdown }: CountyValue): string => JSON.stringify(breakdown)
const isOwn = (county: CountyFeed, value: CountyValue): boolean => county.values.get(indicatorOf(value))?.includes(value) ?? false

/** As the document states it, else as the county had reported it then. */
function sideOf(
  county: CountyFeed,
  alike: readonly CountyValue[],
  { period, indicator, breakdown }: CountyValue,
  basis: Compared,
): CountyValue | null {
  if (basis === 'average')
    return (
      alike.find((each) => each.period === period && (each.role === 'reference' ? each.basis === 'average' : !isOwn(county, each))) ?? null
    )
  const then = period === null ? null : basis === 'yoy' ? before(period, 12) : before(period)
  const isSide = (each: CountyValue): boolean =>
    each.period === then && (each.role === 'actual' || (each.role === 'reference' && each.basis === basis))
  const reported = county.earlier.get(indicator ?? breakdown?.of ?? '') ?? []
  return then === null
    ? null
    : (alike.find(isSide) ?? reported.find((each) => isSide(each) && partOf(each) === JSON.stringify(breakdown)) ?? null)
}

function misfitWords({ level, change, basis, side }: Comparison, value: CountyValue, figure: Decimal): string {
  const of = (each: CountyValue): Decimal => (each === value ? figure : decimal(each.value))
  const quoted = `“${change.evidence.quote}”`
  if (side === null) {
    const other = value === level ? otherSide(figure, level, change) : null
    const reckoned = other === null ? '' : `，按更正值推算${SIDES[basis]}为${exact(other)}${level.unit}`
    return value === level ? `材料另述${quoted}${reckoned}，请核对这一说法是否仍然成立` : ''
  }
  const asked = changeFrom(of(level), of(side), level, change)
  if (asked === null || asked.minus(of(change)).abs().lte(lastPlace(change))) return ''
  const others = [level, change, side].filter((each) => each !== value).map((each) => `“${each.evidence.quote}”`)
  const is = `${exact(of(level))}${level.unit}与${SIDES[basis]}${exact(of(side))}${level.unit}相比，变化为${Number(asked.toFixed(4))}${change.unit}`
  return `更正后与材料所述${others.join('、')}不相符（${is}），请一并核对`
}

/** One in the last place that the change is stated to: rounding of all three may come to that. */
const lastPlace = ({ value }: CountyValue): Decimal => decimal(1).div(10 ** decimal(value).decimalPlaces())
