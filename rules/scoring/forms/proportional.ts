/** 得分＝分值×完成值÷目标值，最高为分值; where lower is better, 目标值÷完成值. */
import { z } from 'zod'
import { range } from '../curve.ts'
import { decimal, infinity, least, zero } from '../decimal.ts'
import { NumberOperand } from '../operand.ts'
import { between, settled } from '../outcome.ts'
import { type Form, Positive } from './form.ts'

const schema = z.strictObject({
  form: z.literal('proportional'),
  of: NumberOperand,
  target: Positive,
  direction: z.enum(['higher', 'lower'], '应为 higher、lower 之一').exactOptional(),
  /** The item's points where left out. */
  points: Positive.exactOptional(),
})
export type ProportionalRule = z.output<typeof schema>

export const proportional: Form<ProportionalRule> = {
  schema: () => schema,
  knots: (rule, _name, scope) => ((rule.direction ?? scope.betterOf(rule.of)) === 'lower' ? null : [zero, decimal(rule.target)]),
  evaluate(rule, scope) {
    const { allowed, words, open } = scope.number(rule.of)
    const full = rule.points === undefined ? scope.full : decimal(rule.points)
    const share = (x: typeof full) => {
      if ((rule.direction ?? scope.betterOf(rule.of)) !== 'lower') return x.div(rule.target)
      return x.isZero() || x.isNegative() ? infinity : decimal(rule.target).div(x)
    }
    const { low, high } = range(
      {
        at: (x) => {
          const part = share(x)
          return part.isNegative() ? zero : least(full, part.isFinite() ? full.times(part) : full)
        },
        knots: [],
      },
      allowed,
    )
    const goal = `${rule.target}${scope.unitOf(rule.of)}`
    const isLower = (rule.direction ?? scope.betterOf(rule.of)) === 'lower'
    const why = `${scope.nameOf(rule.of)} ${words}，按${isLower ? `目标（${goal}）与完成值` : `完成值与目标（${goal}）`}之比折算`
    return low.eq(high) ? settled(low, why) : between(low, high, open || `${why}，不能断定`)
  },
}
