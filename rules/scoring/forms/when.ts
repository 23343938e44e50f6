/** One rule where a condition holds, another (or nothing) where it does not: 前三名且满足前提，加0.5分. */
import { z } from 'zod'
import { Condition, holdsTrue } from '../condition.ts'
import { zero } from '../decimal.ts'
import { oneOf, settled } from '../outcome.ts'
import type { Rule } from '../rule.ts'
import type { Form } from './form.ts'

export interface WhenRule {
  readonly form: 'when'
  readonly if: Condition
  readonly gives: Rule
  readonly otherwise?: Rule
}

export const when: Form<WhenRule> = {
  schema: (rule) => z.strictObject({ form: z.literal('when'), if: Condition, gives: rule, otherwise: rule.exactOptional() }),
  evaluate(rule, scope) {
    const truth = holdsTrue(rule.if, scope)
    const otherwise = () => (rule.otherwise === undefined ? settled(zero, '条件不满足') : scope.evaluate(rule.otherwise))
    if (truth === 'unknown') return oneOf([scope.evaluate(rule.gives), otherwise()], '条件是否满足待核')
    return truth === 'yes' ? scope.evaluate(rule.gives) : otherwise()
  },
}
