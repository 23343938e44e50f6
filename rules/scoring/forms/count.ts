/**
 * So much for each: 不少于4次，每少一次扣1.25分 (`atLeast`); 参加一次加2.5分，最多加5分; 每发生一次扣2分，扣完为止. What counts is the number itself, or with
 * `atLeast` what it falls short by.
 */
import { z } from 'zod'
import { range } from '../curve.ts'
import { decimal, least, most, zero } from '../decimal.ts'
import { NumberOperand } from '../operand.ts'
import { between, settled } from '../outcome.ts'
import type { Scope } from '../scope.ts'
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
  knots({ atLeast, beyond = 0, each, most: limit }) {
    const start = decimal(atLeast ?? beyond)
    if (limit === undefined || each === 0) return [start]
    const counted = decimal(limit).div(Math.abs(each))
    return [start, atLeast === undefined ? start.plus(counted) : start.minus(counted)]
  },
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
    const why = `${scope.nameOf(rule.of)} ${words}，${ruleSaid(rule, unitOf(rule, scope))}`
    return low.eq(high) ? settled(low, why) : between(low, high, open || `${why}，不能断定`)
  },
}

/** Findings are places; what has no unit of its own is so many things. */
const unitOf = ({ of }: CountRule, scope: Scope): string => {
  const unit = 'checks' in of ? '处' : scope.unitOf(of)
  return unit === '%' ? '个百分点' : unit === '' ? '项' : unit
}

/** 要求不少于 4 次，每少一次扣 1.25 分; 每次计 2.5 分，最多计 5 分. */
function ruleSaid({ each, atLeast, beyond, most: limit, start }: CountRule, unit: string): string {
  const [verb, points] = [each < 0 ? '扣' : '计', Math.abs(each)]
  const before = start === undefined || start === 0 ? '' : `基础分 ${start} 分，`
  const after = limit === undefined ? '' : `，最多${verb} ${limit} 分`
  const what =
    atLeast !== undefined
      ? `要求不少于 ${atLeast} ${unit}，每少一${unit}${verb}`
      : beyond === undefined
        ? `每${unit}${verb}`
        : `超过 ${beyond} ${unit}的部分每${unit}${verb}`
  return `${before}${what} ${points} 分${after}`
}
