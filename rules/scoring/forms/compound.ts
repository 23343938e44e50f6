/**
 * Several rules as one: their sum; the worst or best of them; deductions from all the points (`deduct`), each counted or only the worst; a weighted mean of
 * parts out of a hundred; a limit; a factor under a condition; points that are given anyway.
 */
import { z } from 'zod'
import { Condition, conditionTold, holdsTrue } from '../condition.ts'
import { decimal, infinity } from '../decimal.ts'
import { best, clamp, isSettled, type Outcome, oneOf, settled, times, total, worst } from '../outcome.ts'
import type { Rule } from '../rule.ts'
import { ending, pointsSaid, shortPoints } from '../said.ts'
import type { Scope } from '../scope.ts'
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
  ofParts: true,
  schema: several('sum'),
  evaluate: ({ rules }, scope) => total(rules.map((each) => scope.evaluate(each))),
}

export const worstOf: Form<SeveralRule<'worst'>> = {
  ofParts: true,
  schema: several('worst'),
  evaluate: ({ rules }, scope) => chosen(rules, scope, worst, '几项中取得分最低的一项'),
}

export const bestOf: Form<SeveralRule<'best'>> = {
  ofParts: true,
  schema: several('best'),
  evaluate: ({ rules }, scope) => chosen(rules, scope, best, '几项中取得分最高的一项'),
}

/** Where they differ, the reasons are those of the one that counts; else of all. */
function chosen(rules: readonly Rule[], scope: Scope, choose: typeof worst, words: string): Outcome {
  const outcomes = rules.map((each) => scope.evaluate(each))
  const outcome = choose(outcomes)
  if (!isSettled(outcome) || outcomes.length === 1) return outcome
  const alike = outcomes.every((each) => isSettled(each) && each.low.eq(outcome.low))
  return { ...outcome, why: alike ? outcomes.flatMap(({ why }) => why) : outcome.why.map((each) => `${words}：${each}`) }
}

export interface DeductRule {
  readonly form: 'deduct'
  readonly take: 'sum' | 'worst'
  readonly rules: readonly Rule[]
}
export const deduct: Form<DeductRule> = {
  ofParts: true,
  schema: (rule) =>
    z.strictObject({ form: z.literal('deduct'), take: z.enum(['sum', 'worst'], '应为 sum、worst 之一'), rules: z.array(rule).min(1) }),
  evaluate({ take, rules }, scope) {
    const deducting = scope.deducting()
    const all =
      take === 'sum' ? total(rules.map((each) => deducting.evaluate(each))) : chosen(rules, deducting, worst, '几项扣分只取最重的一项')
    return { ...all, low: scope.start.plus(all.low), high: scope.start.plus(all.high) }
  },
}

export interface WeightedRule {
  readonly form: 'weighted'
  readonly parts: readonly { readonly weight: number; readonly rule: Rule }[]
}
export const weighted: Form<WeightedRule> = {
  ofParts: true,
  schema: (rule) =>
    z
      .strictObject({ form: z.literal('weighted'), parts: z.array(z.strictObject({ weight: Positive, rule })).min(1) })
      .refine(({ parts }) => parts.reduce((all, { weight }) => all + weight, 0) === 100, '各部分的 weight 合计应为 100'),
  evaluate: ({ parts }, scope) =>
    total(
      parts.map(({ weight, rule }) => {
        const part = times(scope.evaluate(rule), decimal(weight).div(100))
        return isSettled(part) ? ending(part, `占 ${weight}%，${pointsSaid(part.low, false).replace('得', '计')}`) : part
      }),
    ),
}

export interface LimitRule {
  readonly form: 'limit'
  readonly least?: number
  readonly most?: number
  readonly rule: Rule
}
export const limit: Form<LimitRule> = {
  ofParts: true,
  schema: (rule) => z.strictObject({ form: z.literal('limit'), least: Points.exactOptional(), most: Points.exactOptional(), rule }),
  evaluate(rule, scope) {
    const given = scope.evaluate(rule.rule)
    const kept = clamp(
      given,
      rule.least === undefined ? infinity.neg() : decimal(rule.least),
      rule.most === undefined ? infinity : decimal(rule.most),
    )
    if (!isSettled(given) || given.low.eq(kept.low)) return kept
    return { ...kept, why: [...kept.why, `以上${given.low.gt(kept.low) ? '最多' : '最少'}计 ${shortPoints(kept.low)} 分`] }
  },
}

export interface MultiplyRule {
  readonly form: 'multiply'
  readonly if: Condition
  readonly factor: number
  readonly rule: Rule
}
export const multiply: Form<MultiplyRule> = {
  ofParts: true,
  schema: (rule) => z.strictObject({ form: z.literal('multiply'), if: Condition, factor: z.number('应为倍数（数字）'), rule }),
  evaluate(given, scope) {
    const truth = holdsTrue(given.if, scope)
    const outcome = scope.evaluate(given.rule)
    const more = times(outcome, decimal(given.factor))
    const { words, open } = conditionTold(given.if, scope, truth)
    if (truth === 'unknown') return oneOf([outcome, more], ...open, `是否按 ${given.factor} 倍计不能断定`)
    const counted = truth === 'yes' ? more : outcome
    const end = isSettled(counted) ? `，${pointsSaid(counted.low, scope.start.isZero())}` : ''
    return { ...counted, why: [...outcome.why, `${words}，以上${truth === 'yes' ? '' : '不'}按 ${given.factor} 倍计${end}`] }
  },
}

export interface ConstantRule {
  readonly form: 'constant'
  readonly points: number
}
export const constant: Form<ConstantRule> = {
  ofParts: true,
  schema: () => z.strictObject({ form: z.literal('constant'), points: Points }),
  evaluate: ({ points }) => settled(decimal(points), `基础分 ${points} 分`),
}
