/**
 * What a plan sets out from is the level that the document has told.
 *
 *   办结27件，投诉办结率96.4%。…明年投诉办结率由98.4%提高到100%     96.4
 *
 * Only where the two differ by a slip of the hand: whose level a plan sets out from is seldom said.
 */
import { writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckedValue, defineCheck } from './check.ts'
import { areNearlyAlike } from './digits.ts'

export const fromBase = defineCheck({
  kind: 'restated',
  *examine({ values, identity }) {
    for (const [at, base] of values.entries()) {
      if (base.role !== 'reference' || base.basis !== 'previous' || !isOwn(base, identity.period) || values[at + 1]?.role !== 'target')
        continue
      const levels = values.filter((value) => value.role === 'actual' && isOwn(value, identity.period) && areOfOne(value, base))
      const [first] = levels
      if (first === undefined || levels.some(({ value }) => value !== first.value)) continue
      const step = Math.min(writtenStep(first.evidence.quote, first.value), writtenStep(base.evidence.quote, base.value))
      if (!areNearlyAlike(first.value, base.value, step)) continue
      yield {
        severity: 'warning' as const,
        claimed: base.value,
        recomputed: first.value,
        evidence: [base.evidence, first.evidence],
        message: `${first.name}前文写作“${first.evidence.quote}”，此处写作由“${base.evidence.quote}”起，说法不一，请核对`,
      }
    }
  },
})

/** Of the report's own period, and exact. */
const isOwn = (value: CheckedValue, period: string | null): boolean => value.period === period && isExact(value)

const areOfOne = (one: CheckedValue, other: CheckedValue): boolean =>
  one.indicator !== null &&
  one.indicator === other.indicator &&
  one.county === other.county &&
  one.unit === other.unit &&
  one.breakdown === null &&
  other.breakdown === null
