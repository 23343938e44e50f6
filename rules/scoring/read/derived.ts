/**
 * The other side of a comparison, where the report states the county's own level and how far it lies from that side, and not the side itself:
 *
 *   合格率为90%，较上年同期下降1.2个百分点      91.2% last year
 *   经费6.5万元，较上年同期增长30%             5万元 last year
 *   合格率98.6%，高出全地区平均0.9个百分点     97.7% on average
 *
 * Only from an exact level and one exact change of the same document, period and baseline: what is only bounded, or stated in two ways, gives nothing.
 */
import type { CountyFeed, CountyValue } from '../county-feed.ts'
import { decimal, exact } from '../decimal.ts'
import { exactly, isExact } from '../interval.ts'
import { areaNames, type IndicatorOperand } from '../operand.ts'
import type { Settings } from '../settings.ts'
import type { Use } from '../trace.ts'
import { type Taken, take } from './take.ts'

/** Null where the report states no such change. */
export function derivedReference(county: CountyFeed, operand: IndicatorOperand, period: string, settings: Settings): Taken | null {
  const { role: _role, basis, references = settings.take.references, area = 'prefecture', ...own } = operand
  const isStated = basis === 'average' ? area === 'prefecture' : references.includes('stated')
  if (!isStated || (basis !== 'yoy' && basis !== 'qoq' && basis !== 'average')) return null
  const level = take(county, own, period, settings)
  const stated = county.values.get(operand.indicator) ?? []
  const base = stated.find(({ id }) => level.uses.some((use) => use.id === id))
  if (base === undefined || level.allowed === null || !isExact(level.allowed) || level.conflict !== '' || base.decision !== undefined)
    return null
  const changes = stated.filter((each) => isChangeOf(each, base, basis))
  const [change] = changes
  if (change === undefined || changes.some(({ value, unit }) => value !== change.value || unit !== change.unit)) return null
  const other = otherSide(level.allowed.from, base, change)
  if (other === null) return null
  const words = `${exact(other)}${base.unit}（${basis === 'average' ? `${areaNames[area]}平均，` : ''}由本期${base.value}${base.unit}和所述“${change.evidence.quote}”推算）`
  const use: Use = { record: 'value', id: change.id, file: change.file, words, evidence: change.evidence }
  const allowed = exactly(other)
  const { doubts } = level
  return { allowed, uses: [use], passed: [], doubts, doubtful: doubts.length === 0 ? allowed : null, conflict: '', looked: '' }
}

const isChangeOf = ({ role, basis, comparator, upper, file, period, breakdown }: CountyValue, base: CountyValue, asked: string): boolean =>
  role === 'change' &&
  basis === asked &&
  comparator === '=' &&
  upper === undefined &&
  breakdown === null &&
  file === base.file &&
  period === base.period

/** A change in the level's own unit or in points is taken off, one in percent of an amount divided out; 下降3% of a rate may be either. */
export function otherSide(
  level: ReturnType<typeof decimal>,
  base: CountyValue,
  { value, unit }: CountyValue,
): ReturnType<typeof decimal> | null {
  const isShare = base.unit === '%' || base.unit === '‰'
  if (value === 0) return level
  if (unit === (isShare ? POINTS[base.unit] : base.unit)) return level.minus(decimal(value))
  const factor = decimal(value).div(100).plus(1)
  return unit === '%' && !isShare && factor.gt(0) ? level.div(factor) : null
}

/** The same the other way round: how far the level lies from its other side, in the unit of a change. */
export function changeFrom(
  level: ReturnType<typeof decimal>,
  other: ReturnType<typeof decimal>,
  base: Pick<CountyValue, 'unit'>,
  { unit }: Pick<CountyValue, 'unit'>,
): ReturnType<typeof decimal> | null {
  const isShare = base.unit === '%' || base.unit === '‰'
  if (unit === (isShare ? POINTS[base.unit] : base.unit)) return level.minus(other)
  return unit === '%' && !isShare && other.gt(0) ? level.div(other).times(100).minus(100) : null
}

const POINTS: Readonly<Record<string, string>> = { '%': '个百分点', '‰': '个千分点' }
