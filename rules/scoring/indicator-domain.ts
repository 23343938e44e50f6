/** What an indicator's numbers can be: a rate of parts of a whole lies between nought and a hundred, a count is not negative. */
import type { Indicator } from '../../extractors/lexicon.ts'
import { hundred, infinity, zero } from './decimal.ts'
import { anything, closed, type Interval } from './interval.ts'

export const SHARE = closed(zero, hundred)
export const COUNT = closed(zero, infinity)

export function indicatorDomain({ kind, unit }: Pick<Indicator, 'kind' | 'unit'>): Interval {
  if (kind === 'change') return anything
  return kind === 'ratio' && unit === '%' ? SHARE : COUNT
}
