/** Less, equal or more than another number: 经费少于上年扣2分，本年未安排扣4分. */
import { z } from 'zod'
import { decimal, zero } from '../decimal.ts'
import { exactly, meet, minus, threshold } from '../interval.ts'
import { NumberOperand, operandName } from '../operand.ts'
import { oneOf, settled } from '../outcome.ts'
import { type Form, Points } from './form.ts'

const schema = z.strictObject({
  form: z.literal('compare'),
  of: NumberOperand,
  with: NumberOperand,
  less: Points,
  equal: Points,
  more: Points,
  /** Where the first number is zero, whatever the other is. */
  zero: Points.exactOptional(),
})
export type CompareRule = z.output<typeof schema>

export const compare: Form<CompareRule> = {
  schema: () => schema,
  knots(rule, name, scope) {
    const other = scope.number(operandName(rule.of) === name ? rule.with : rule.of).allowed
    return [zero, ...[other.from, other.to].filter((end) => end.isFinite())]
  },
  evaluate(rule, scope) {
    const own = scope.number(rule.of)
    const other = scope.number(rule.with)
    const why = (way: string) => `${scope.nameOf(rule.of)} ${own.words}，${way}${scope.nameOf(rule.with)} ${other.words}`
    const outcomes = []
    if (rule.zero !== undefined && meet(own.allowed, exactly(zero)) !== null) {
      const none = settled(decimal(rule.zero), `${scope.nameOf(rule.of)} ${own.words}，为零`)
      if (own.allowed.from.isZero() && own.allowed.to.isZero()) return none
      outcomes.push(none)
    }
    const difference = minus(own.allowed, other.allowed)
    if (meet(difference, threshold('<', 0)) !== null) outcomes.push(settled(decimal(rule.less), why('少于')))
    if (meet(difference, exactly(zero)) !== null) outcomes.push(settled(decimal(rule.equal), why('等于')))
    if (meet(difference, threshold('>', 0)) !== null) outcomes.push(settled(decimal(rule.more), why('多于')))
    return oneOf(outcomes, ...[own.open, other.open, own.open || other.open ? '' : `${why('对照')}，不能断定`].filter(Boolean))
  },
}
