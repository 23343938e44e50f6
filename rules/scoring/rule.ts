/** All forms of scoring rules, by the word that a scheme writes under `form`. A new form is one file in `forms/` and one line in each list here. */
import type { z } from 'zod'
import type { Decimal } from './decimal.ts'
import { type AwardsRule, awards } from './forms/awards.ts'
import { type BandsRule, bands } from './forms/bands.ts'
import { type BooleanRule, boolean } from './forms/boolean.ts'
import { type ChoiceRule, choice } from './forms/choice.ts'
import { type CompareRule, compare } from './forms/compare.ts'
import {
  bestOf,
  type ConstantRule,
  constant,
  type DeductRule,
  deduct,
  type LimitRule,
  limit,
  type MultiplyRule,
  multiply,
  type SeveralRule,
  sumOf,
  type WeightedRule,
  weighted,
  worstOf,
} from './forms/compound.ts'
import { type CountRule, count } from './forms/count.ts'
import { type EachRule, each } from './forms/each.ts'
import type { Form } from './forms/form.ts'
import { type LatenessRule, lateness } from './forms/lateness.ts'
import { type LinearRule, linear } from './forms/linear.ts'
import { type ManualRule, manual } from './forms/manual.ts'
import { type MinMaxRule, minMax } from './forms/min-max.ts'
import { type MissingRule, missing } from './forms/missing.ts'
import { type ProportionalRule, proportional } from './forms/proportional.ts'
import { type RankRule, rank } from './forms/rank.ts'
import { type SampleRule, sample } from './forms/sample.ts'
import { type TargetRule, target } from './forms/target.ts'
import { type WhenRule, when } from './forms/when.ts'
import type { Outcome } from './outcome.ts'
import type { Scope } from './scope.ts'
import { variant } from './variant.ts'

interface Rules {
  boolean: BooleanRule
  choice: ChoiceRule
  bands: BandsRule
  target: TargetRule
  linear: LinearRule
  proportional: ProportionalRule
  'min-max': MinMaxRule
  count: CountRule
  missing: MissingRule
  rank: RankRule
  compare: CompareRule
  lateness: LatenessRule
  awards: AwardsRule
  each: EachRule
  sample: SampleRule
  manual: ManualRule
  sum: SeveralRule<'sum'>
  worst: SeveralRule<'worst'>
  best: SeveralRule<'best'>
  deduct: DeductRule
  weighted: WeightedRule
  limit: LimitRule
  multiply: MultiplyRule
  when: WhenRule
  constant: ConstantRule
}
export type Rule = Rules[keyof Rules]

const forms: { readonly [Name in keyof Rules]: Form<Rules[Name]> } = {
  boolean,
  choice,
  bands,
  target,
  linear,
  proportional,
  'min-max': minMax,
  count,
  missing,
  rank,
  compare,
  lateness,
  awards,
  each,
  sample,
  manual,
  sum: sumOf,
  worst: worstOf,
  best: bestOf,
  deduct,
  weighted,
  limit,
  multiply,
  when,
  constant,
}

let schemas: Readonly<Record<string, z.ZodType>> | null = null

export const Rule: z.ZodType<Rule> = variant<Rule>('form', '计分方式', () => {
  schemas ??= Object.fromEntries(Object.entries(forms).map(([name, { schema }]) => [name, schema(Rule)]))
  return schemas
})

export const evaluate = (rule: Rule, scope: Scope): Outcome => evaluateAs(rule.form, rule, scope)

/** See `Form.knots`; null where the form says none. */
export const knotsIn = (rule: Rule, name: string, scope: Scope): readonly Decimal[] | null => knotsAs(rule.form, rule, name, scope)

/** Whether a rule's reasons say themselves what they gave. */
export const isOfParts = ({ form }: Rule): boolean => forms[form].ofParts === true

const knotsAs = <Name extends keyof Rules>(form: Name, rule: Rules[Name], name: string, scope: Scope): readonly Decimal[] | null =>
  forms[form].knots?.(rule, name, scope) ?? null

const evaluateAs = <Name extends keyof Rules>(name: Name, rule: Rules[Name], scope: Scope): Outcome => forms[name].evaluate(rule, scope)
