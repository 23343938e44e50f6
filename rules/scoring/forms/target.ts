/** All or nothing (目标完成计分法): the target met, or not. Its number is the rule's own or the scheme's target of the indicator. */
import { z } from 'zod'
import { Op } from '../condition.ts'
import { decimal, zero } from '../decimal.ts'
import { satisfies, threshold } from '../interval.ts'
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
  knots: (rule, _name, scope) => [decimal(rule.value ?? scope.target(rule.of)?.value ?? 0)],
  evaluate(rule, scope) {
    const { allowed, words, open } = scope.number(rule.of)
    const given = scope.target(rule.of)
    const asked = threshold(rule.op ?? given?.op ?? '>=', rule.value ?? given?.value ?? 0)
    const name = scope.nameOf(rule.of)
    const goal = `${OPS[rule.op ?? given?.op ?? '>=']} ${rule.value ?? given?.value ?? 0}${scope.unitOf(rule.of)}`
    const met = () => settled(rule.met === undefined ? scope.start : decimal(rule.met), `${name} ${words}，达到“${goal}”的目标`)
    const unmet = () => settled(rule.unmet === undefined ? zero : decimal(rule.unmet), `${name} ${words}，未达到“${goal}”的目标`)
    const truth = satisfies(allowed, asked)
    if (truth === 'unknown') return oneOf([met(), unmet()], open || `${name} ${words}，是否达到“${goal}”的目标不能断定`)
    return truth === 'yes' ? met() : unmet()
  },
}

const OPS = { '>=': '不低于', '<=': '不高于', '=': '等于', '>': '高于', '<': '低于' } as const
