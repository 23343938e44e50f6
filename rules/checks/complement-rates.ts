/**
 * What passed and what failed make up 100%.
 *
 *   合格率94.2%，不合格率5.8%     holds
 *   合格率94.2%，不合格率6.8%     5.8
 */
import { cue } from '../../extractors/lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'
import { writtenRate } from './written-rate.ts'

/** How many characters may stand between the two. */
const FAR = 12

export const complementRates = defineCheck({
  kind: 'sum',
  *examine(context) {
    const negations = cue(context.lexicon, 'negations')
    for (const { values, table } of context.groups) {
      if (table) continue
      const rates = values.filter((value) => value.unit === '%' && value.role === 'actual' && isExact(value))
      for (const [index, second] of rates.entries()) {
        const first = rates[index - 1]
        if (first === undefined || !areComplements(context, first, second, negations)) continue
        const step = Math.max(stepOf(first), stepOf(second))
        if (Math.abs(first.value + second.value - 100) <= step / 2 + 1e-9) continue
        const right = atStep(100 - first.value, step)
        yield {
          severity: 'error' as const,
          claimed: second.value,
          recomputed: Number(right),
          evidence: [second.evidence, first.evidence],
          message: `“${first.evidence.quote}”与“${second.evidence.quote}”是互补的两个率，后者应为${right}%，请核对`,
        }
      }
    }
  },
})

const stepOf = ({ evidence, value }: CheckedValue): number => writtenStep(evidence.quote, value)

/** 合格率 and 不合格率, side by side; 建材合格率 and 不合格率 of something else are not. */
function areComplements(context: CheckContext, first: CheckedValue, second: CheckedValue, negations: readonly string[]): boolean {
  const said = flat(context.between(first.evidence.end, second.evidence.start))
  if (said.length > FAR || /[。；;0-9]/u.test(said)) return false
  const [one, other] = [writtenRate(context, first), writtenRate(context, second)]
  return negations.some((not) => isNegated(one, other, not) || isNegated(other, one, not))
}

function isNegated(plain: string, negated: string, not: string): boolean {
  const verb = plain.slice(-3)
  return verb.length === 3 && negated.endsWith(`${not}${verb}`) && !plain.endsWith(`${not}${verb}`)
}
