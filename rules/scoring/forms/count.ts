/**
 * So much for each: 不少于4次，每少一次扣1.25分 (`atLeast`); 参加一次加2.5分，最多加5分; 每发生一次扣2分，扣完为止. What counts is the number itself, or with
 * `atLeast` what it falls short by.
 */
import { z } from 'zod'
import { range } from '../curve.ts'
import { decimal, least, most, zero } from '../decimal.ts'
import { NumberOperand } from '../operand.ts'
import { between, settled } from '../outcome.ts'
import { type Form, Points, Positive } from './form.ts'

const schema = z.strictObject({
  form: z.literal('count'),
  of: NumberOperand,
  each: Points,
  /** Before anything is counted; all the item's points where `each` deducts, none where it adds. */
  start: Points.exactOptional(),
  atLeast: Positive.exactOptional(),
  /** Only what goes beyond this number counts: 超报1篇加1分. */
  beyond: z.number().exactOptional(),
  /** The limit of all that is added or deducted. */
  most: Positive.exactOptional(),
  /** What is better, where the lexicon says otherwise of the indicator. */
  direction: z.enum(['higher', 'lower'], '应为 higher、lower 之一').exactOptional(),
})
export type CountRule = z.output<typeof schema>

export const count: Form<CountRule> = {
  schema: () => schema,
  evaluate(rule, scope) {
    const { allowed, words, open } = scope.number(rule.of)
    const start = rule.start !== undefined ? decimal(rule.start) : rule.each < 0 ? scope.start : zero
    const { atLeast, beyond = 0 } = rule
    const at = (x: typeof start) => {
      const counted = most(zero, atLeast === undefined ? x.minus(beyond) : decimal(atLeast).minus(x))
      const points = rule.each === 0 ? zero : counted.times(Math.abs(rule.each))
      const limited = rule.most === undefined ? points : least(points, decimal(rule.most))
      return start.plus(rule.each < 0 ? limited.neg() : limited)
    }
    const { low, high } = range({ at, knots: [decimal(atLeast ?? beyond)] }, allowed)
    const asked = atLeast === undefined ? '' : `，要求不少于 ${atLeast}`
    const one = 'checks' in rule.of ? '处' : '项'
    const why = `${scope.nameOf(rule.of)} ${words}${asked}，每${atLeast === undefined ? one : `少一${one}`}${rule.each < 0 ? '扣' : '计'} ${Math.abs(rule.each)} 分`
    return low.eq(high) ? settled(low, why) : between(low, high, open || `${why}，不能断定`)
  },
}
