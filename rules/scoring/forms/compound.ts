/**
 * Several rules as one: their sum; the worst or best of them; deductions from all the points (`deduct`), each counted or only the worst; a weighted mean of
 * parts out of a hundred; a limit; a factor under a condition; points that are given anyway.
 */
import { z } from 'zod'
import { Condition, holdsTrue } from '../condition.ts'
import { decimal, infinity, one } from '../decimal.ts'
import { best, clamp, oneOf, settled, times, total, worst } from '../outcome.ts'
import type { Rule } from '../rule.ts'
import { type Form, Points, Positive } from './form.ts'

export interface SeveralRule<Name extends string> {
  readonly form: Name
  readonly rules: readonly Rule[]
}
const several =
  <const Name extends string>(name: Name) =>
  (rule: z.ZodType<Rule>) =>
    z.strictObject({ form: z.literal(name), rules: z.array(rule).min(1) })

export const sumOf: Form<SeveralRule<'sum'>> = {
  schema: several('sum'),
  evaluate: ({ rules }, scope) => total(rules.map((each) => scope.evaluate(each))),
}

export const worstOf: Form<SeveralRule<'worst'>> = {
  schema: several('worst'),
  evaluate: ({ rules }, scope) => worst(rules.map((each) => scope.evaluate(each))),
}

export const bestOf: Form<SeveralRule<'best'>> = {
  schema: several('best'),
  evaluate: ({ rules }, scope) => best(rules.map((each) => scope.evaluate(each))),
}

export interface DeductRule {
  readonly form: 'deduct'
  readonly take: 'sum' | 'worst'
  readonly rules: readonly Rule[]
}
export const deduct: Form<DeductRule> = {
  schema: (rule) =>
    z.strictObject({ form: z.literal('deduct'), take: z.enum(['sum', 'worst'], '应为 sum、worst 之一'), rules: z.array(rule).min(1) }),
  evaluate({ take, rules }, scope) {
    const deducting = scope.deducting()
    const deductions = rules.map((each) => deducting.evaluate(each))
    const all = take === 'sum' ? total(deductions) : worst(deductions)
    return { ...all, low: scope.start.plus(all.low), high: scope.start.plus(all.high) }
  },
}

export interface WeightedRule {
  readonly form: 'weighted'
  readonly parts: readonly { readonly weight: number; readonly rule: Rule }[]
}
export const weighted: Form<WeightedRule> = {
  schema: (rule) =>
    z
      .strictObject({ form: z.literal('weighted'), parts: z.array(z.strictObject({ weight: Positive, rule })).min(1) })
      .refine(({ parts }) => parts.reduce((all, { weight }) => all + weight, 0) === 100, '各部分的 weight 合计应为 100'),
  evaluate: ({ parts }, scope) => total(parts.map(({ weight, rule }) => times(scope.evaluate(rule), decimal(weight).div(100)))),
}

export interface LimitRule {
  readonly form: 'limit'
  readonly least?: number
  readonly most?: number
  readonly rule: Rule
}
export const limit: Form<LimitRule> = {
  schema: (rule) => z.strictObject({ form: z.literal('limit'), least: Points.exactOptional(), most: Points.exactOptional(), rule }),
  evaluate: (rule, scope) =>
    clamp(
      scope.evaluate(rule.rule),
      rule.least === undefined ? infinity.neg() : decimal(rule.least),
      rule.most === undefined ? infinity : decimal(rule.most),
    ),
}

export interface MultiplyRule {
  readonly form: 'multiply'
  readonly if: Condition
  readonly factor: number
  readonly rule: Rule
}
export const multiply: Form<MultiplyRule> = {
  schema: (rule) => z.strictObject({ form: z.literal('multiply'), if: Condition, factor: z.number('应为倍数（数字）'), rule }),
  evaluate(given, scope) {
    const truth = holdsTrue(given.if, scope)
    const outcome = scope.evaluate(given.rule)
    const multiplied = { ...times(outcome, decimal(given.factor)), why: [...outcome.why, `符合条件，按 ${given.factor} 倍计`] }
    if (truth === 'unknown') return oneOf([outcome, multiplied], '是否按倍数计待核')
    return truth === 'yes' ? multiplied : times(outcome, one)
  },
}

export interface ConstantRule {
  readonly form: 'constant'
  readonly points: number
}
export const constant: Form<ConstantRule> = {
  schema: () => z.strictObject({ form: z.literal('constant'), points: Points }),
  evaluate: ({ points }) => settled(decimal(points), `基础分 ${points} 分`),
}
