/** What an indicator's numbers can be: a rate of parts of a whole lies between nought and a hundred, a count is not negative. */
import { levelRoles } from '../../extractors/indicators/level.ts'
import type { Role } from '../../extractors/indicators/value.ts'
import type { Indicator } from '../../extractors/lexicon.ts'
import { decimal, hundred, infinity, zero } from './decimal.ts'
import { anything, closed, type Interval } from './interval.ts'

export const SHARE = closed(zero, hundred)
export const COUNT = closed(zero, infinity)

export function indicatorDomain({ kind, unit }: Pick<Indicator, 'kind' | 'unit'>): Interval {
  if (kind === 'change') return anything
  return kind === 'ratio' && unit === '%' ? SHARE : COUNT
}

/** What a stated value can be: a rate moves by no more than a hundred points, and nothing falls by more than all of it. */
export function valueDomain(indicator: Pick<Indicator, 'kind' | 'unit'> | undefined, role: Role, unit: string): Interval {
  if (role === 'change') return CHANGES[unit] ?? anything
  return indicator === undefined || !levelRoles.has(role) ? anything : indicatorDomain(indicator)
}

const CHANGES: Readonly<Record<string, Interval>> = {
  个百分点: closed(decimal(-100), hundred),
  '%': closed(decimal(-100), infinity),
}
