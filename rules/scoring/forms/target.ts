/** All or nothing (目标完成计分法): the target met, or not. Its number is the rule's own or the scheme's target of the indicator. */
import { z } from 'zod'
import { Op } from '../condition.ts'
import { decimal, zero } from '../decimal.ts'
import { intervalWords, satisfies, threshold } from '../interval.ts'
import { NumberOperand } from '../operand.ts'
import { oneOf, settled } from '../outcome.ts'
import { type Form, Points } from './form.ts'

const schema = z.strictObject({
  form: z.literal('target'),
  of: NumberOperand,
  op: Op.exactOptional(),
  value: z.number('应为数字').exactOptional(),
  met: Points.exactOptional(),
  unmet: Points.exactOptional(),
  /** What is better, where the lexicon says otherwise of the indicator. */
  direction: z.enum(['higher', 'lower'], '应为 higher、lower 之一').exactOptional(),
})
export type TargetRule = z.output<typeof schema>

export const target: Form<TargetRule> = {
  schema: () => schema,
  evaluate(rule, scope) {
    const { allowed, words, open } = scope.number(rule.of)
    const given = scope.target(rule.of)
    const asked = threshold(rule.op ?? given?.op ?? '>=', rule.value ?? given?.value ?? 0)
    const name = scope.nameOf(rule.of)
    const goal = `${intervalWords(asked)}${scope.unitOf(rule.of)}`
    const met = () => settled(rule.met === undefined ? scope.start : decimal(rule.met), `${name} ${words}，达到目标 ${goal}`)
    const unmet = () => settled(rule.unmet === undefined ? zero : decimal(rule.unmet), `${name} ${words}，未达到目标 ${goal}`)
    const truth = satisfies(allowed, asked)
    if (truth === 'unknown') return oneOf([met(), unmet()], open || `${name} ${words}，不能断定是否达到 ${goal}`)
    return truth === 'yes' ? met() : unmet()
  },
}
