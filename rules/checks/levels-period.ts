/** The levels of a change by their periods: 一、二、三季度投诉依次为19件、25件和31件，三季度环比增长24%. */
import { previousQuarter, sameLastYear } from '../../extractors/quantities/period.ts'
import { type CheckedValue, sameSubject } from './check.ts'

/** `isListed`: all of `before` lists the periods, those of before as references. The one level of the change's period before it in the sentence, and the one of the period that it compares with. */
export function levelsOfPeriods(
  before: readonly CheckedValue[],
  change: CheckedValue,
  isListed = false,
): { readonly now: CheckedValue; readonly earlier: CheckedValue } | null {
  const { period, basis, unit } = change
  if (basis === null) return levelsOfReference(before, change)
  if (period === null || (basis !== 'qoq' && basis !== 'yoy')) return null
  const other = basis === 'yoy' ? sameLastYear(period) : previousQuarter(period)
  const isOf = (value: CheckedValue): boolean =>
    (value.role === 'actual' ||
      (value.role === 'reference' && value.period !== period && (isListed || (unit === '个百分点' && value.basis === basis)))) &&
    value.comparator === '=' &&
    value.upper === undefined &&
    sameSubject(value, change) &&
    (unit === '个百分点' ? value.unit === '%' : unit === '%' || value.unit === unit)
  const levels = before.filter(isOf)
  const [now, ...more] = levels.filter((value) => value.period === period)
  const [earlier, ...others] = levels.filter((value) => value.period === other)
  if (now === undefined || earlier === undefined || more.length > 0 || others.length > 0 || other === period) return null
  return now.unit === earlier.unit ? { now, earlier } : null
}

/** 与一季度的96.1%、二季度的96.8%相比，三季度97.5%，分别提高1.4个和0.7个百分点: each change bears the period of what it is set against. */
function levelsOfReference(
  before: readonly CheckedValue[],
  change: CheckedValue,
): { readonly now: CheckedValue; readonly earlier: CheckedValue } | null {
  if (change.unit !== '个百分点') return null
  const levels = before.filter(
    (value) => value.unit === '%' && value.comparator === '=' && value.upper === undefined && sameSubject(value, change),
  )
  const [now, ...more] = levels.filter(({ role }) => role === 'actual')
  const [earlier, ...others] = levels.filter(({ role, period }) => role === 'reference' && period === change.period)
  if (now === undefined || earlier === undefined || more.length > 0 || others.length > 0 || now.period === change.period) return null
  return { now, earlier }
}
