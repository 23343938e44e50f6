/** The levels of a change that says itself of which periods it is: 四季度比一季度提高2.2个百分点, 2017年比2016年提高1.8个百分点, 全年97.6%，比上半年提高0.4个百分点. */
import { readPeriods } from '../../extractors/quantities/period.ts'
import { isExact } from './agree.ts'
import type { CheckContext, CheckedValue } from './check.ts'
import { flat } from './counts.ts'

/** How far before the change its clause is read. */
const REACH = 24
/** The last characters of a name say what is counted. */
const LAST = 3

/** One level of each of the two periods, in the sentence or in the one before. */
export function levelsNamed(
  context: CheckContext,
  at: number,
  change: CheckedValue,
): { readonly now: CheckedValue; readonly earlier: CheckedValue } | null {
  const { groups } = context
  const named = periodsOf(context, change) ?? sincePeriod(context, groups[at]?.values ?? [], change)
  if (named === null) return null
  const block = change.evidence.block
  const levels = groups
    .slice(Math.max(0, at - 1), at + 1)
    .filter(({ table }) => !table)
    .flatMap(({ values }) => values)
    .filter((value) => value.evidence.block === block && value.evidence.end <= change.evidence.start && isLevel(value, change))
  const [now, earlier] = named.map((period) => only(levels.filter((value) => value.period === period)))
  return now && earlier ? { now, earlier } : null
}

function periodsOf(context: CheckContext, change: CheckedValue): [string, string] | null {
  const { clause, periods } = said(context, change)
  const [one, other, more] = periods
  if (one === undefined || other === undefined || more !== undefined) return null
  return /^[比较]$/u.test(clause.slice(one.span.end, other.span.start)) ? [one.period, other.period] : null
}

/** 上半年97.2%；全年97.6%，比上半年提高0.4个百分点: the level right before goes on, and the other period is named. */
function sincePeriod(context: CheckContext, values: readonly CheckedValue[], change: CheckedValue): [string, string] | null {
  const { clause, periods } = said(context, change)
  const [other, more] = periods
  const now = values[values.indexOf(change) - 1]
  if (other === undefined || more !== undefined || now?.role !== 'actual' || now.period === null || now.period === other.period) return null
  return /^[比较]$/u.test(clause.slice(0, other.span.start)) ? [now.period, other.period] : null
}

/** The clause before a change, with the periods that it names. */
function said({ between, document, identity }: CheckContext, { evidence, period }: CheckedValue) {
  const year = Number((identity.period ?? period ?? '').slice(0, 4))
  const from = Math.max(document.blocks[evidence.block]?.span.start ?? 0, evidence.start - REACH)
  const clause =
    flat(between(from, evidence.start))
      .split(/[，。；：、（）]/u)
      .at(-1) ?? ''
  return { clause, periods: year > 0 ? readPeriods(clause, year) : [] }
}

const isLevel = (value: CheckedValue, { unit, indicator, name }: CheckedValue): boolean =>
  (value.role === 'actual' || value.role === 'reference') &&
  isExact(value) &&
  (unit === '个百分点' ? value.unit === '%' : unit === '%' || value.unit === unit) &&
  (value.indicator === indicator || value.name.slice(-LAST) === name.slice(-LAST))

const only = ([first, ...others]: readonly CheckedValue[]): CheckedValue | undefined =>
  others.every(({ value }) => value === first?.value) ? first : undefined
