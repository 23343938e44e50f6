/** 71.73万件: what is written in 万 or 亿 is rounded, and a ratio of such counts is known only so far. */
import { writtenStep } from '../../extractors/quantities/rounding.ts'
import type { CheckedValue } from './check.ts'

/** How far a count that is written in 万 can be off, as a share of it. */
export const roundedBy = ({ value, evidence }: CheckedValue): number =>
  /[万亿]/u.test(evidence.quote) && value > 0 ? writtenStep(evidence.quote, value) / 2 / value : 0

/** Whether a ratio of counts, each as it is written, can have been written as the stated one. */
export function isRoughly(exact: number, stated: number, step: number, ...counts: readonly (CheckedValue | undefined)[]): boolean {
  const slack = counts.reduce((all, count) => all + (count?.role === 'actual' ? roundedBy(count) : 0), 0)
  return Math.abs(exact - stated) <= step / 2 + exact * slack + 1e-9
}
