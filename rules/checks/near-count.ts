/**
 * A count that differs by one digit from what its share says it is, where another rate of the sentence bears out the whole, was meant to be that.
 *
 *   调查120户，满意的103户，满意度85.8%；反映问题的27户，占14.2%     17: 103 of 120 are 85.8%, and 17 are 14.2%
 */
import { roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'
import { areNearlyAlike } from './digits.ts'

/** So many characters may stand between a count and its share. */
const FAR = 12

export const nearCount = defineCheck({
  kind: 'rate',
  *examine(context) {
    for (const { values, table } of context.groups) {
      if (table) continue
      const pairs = pairsOf(context, values)
      for (const whole of values.filter(isCount)) {
        const of = pairs.filter(({ part }) => part !== whole && part.unit === whole.unit && part.evidence.start > whole.evidence.start)
        const isWhole = of.some(({ part, rate }) => holds(part.value, whole.value, rate))
        for (const { part, rate } of isWhole ? of : []) {
          const right = meant(whole.value, rate)
          if (right === null || holds(part.value, whole.value, rate) || !areNearlyAlike(part.value, right, 1)) continue
          if (isOfOther(values, part, rate)) continue
          yield {
            severity: 'error' as const,
            claimed: part.value,
            recomputed: right,
            evidence: [part.evidence, rate.evidence, whole.evidence],
            message: `“${whole.evidence.quote}”的“${rate.evidence.quote}”应为${right}${part.unit}，文中写作“${part.evidence.quote}”，请核对`,
          }
        }
      }
    }
  },
})

interface Pair {
  readonly part: CheckedValue
  readonly rate: CheckedValue
}

/** Counts with the rate or share right behind them. */
const pairsOf = ({ between }: CheckContext, values: readonly CheckedValue[]): readonly Pair[] =>
  values.flatMap((rate, index) => {
    const part = values[index - 1]
    if (part === undefined || !isCount(part) || rate.unit !== '%' || !RATES.has(rate.role) || rate.value >= 100 || !isExact(rate)) return []
    const said = flat(between(part.evidence.end, rate.evidence.start))
    return said.length <= FAR && /^[，,（(、]/u.test(said) && !/[。；;]/u.test(said) ? [{ part, rate }] : []
  })

const RATES: ReadonlySet<string> = new Set(['actual', 'share'])

const holds = (part: number, whole: number, { value, evidence }: CheckedValue): boolean =>
  roundsTo((part / whole) * 100, value, writtenStep(evidence.quote, value))

/** The one count that a rate of a whole leaves. */
function meant(whole: number, rate: CheckedValue): number | null {
  const right = Math.round((whole * rate.value) / 100)
  const isOnly = (whole * writtenStep(rate.evidence.quote, rate.value)) / 100 < 1
  return isOnly && right > 0 && right <= whole && holds(right, whole, rate) ? right : null
}

/** Another count of the sentence bears the rate out with the part. */
const isOfOther = (values: readonly CheckedValue[], part: CheckedValue, rate: CheckedValue): boolean =>
  values.some((other) => isCount(other) && other !== part && other.unit === part.unit && holds(part.value, other.value, rate))

const isCount = (value: CheckedValue): boolean =>
  value.role === 'actual' &&
  !/^[%‰]|个百分点|分|倍|元/u.test(value.unit) &&
  isExact(value) &&
  value.value > 0 &&
  Number.isInteger(value.value)
