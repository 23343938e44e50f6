/** One rule where a condition holds, another (or nothing) where it does not: 前三名且满足前提，加0.5分. */
import { z } from 'zod'
import { Condition, conditionTold, holdsTrue } from '../condition.ts'
import { zero } from '../decimal.ts'
import { oneOf, settled } from '../outcome.ts'
import type { Rule } from '../rule.ts'
import { pointsSaid } from '../said.ts'
import type { Form } from './form.ts'

export interface WhenRule {
  readonly form: 'when'
  readonly if: Condition
  readonly gives: Rule
  readonly otherwise?: Rule
}

export const when: Form<WhenRule> = {
  ofParts: true,
  schema: (rule) => z.strictObject({ form: z.literal('when'), if: Condition, gives: rule, otherwise: rule.exactOptional() }),
  evaluate(rule, scope) {
    const truth = holdsTrue(rule.if, scope)
    const none = pointsSaid(zero, scope.start.isZero())
    const otherwise = () => (rule.otherwise === undefined ? settled(zero, none) : scope.evaluate(rule.otherwise))
    const { words, open } = conditionTold(rule.if, scope, truth)
    if (truth === 'unknown') return oneOf([scope.evaluate(rule.gives), otherwise()], ...open)
    const outcome = truth === 'yes' ? scope.evaluate(rule.gives) : otherwise()
    const taken = truth === 'yes' ? rule.gives : rule.otherwise
    const [first = '', ...others] = taken?.form === 'constant' ? [pointsSaid(outcome.low, scope.start.isZero())] : outcome.why
    const told = `${words}，${truth === 'yes' ? '符合条件' : '不符合条件'}`
    return { ...outcome, why: [first === '' ? told : `${told}，${first}`, ...others] }
  },
}
