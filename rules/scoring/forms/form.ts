/** A form of scoring rule: the schema of its YAML, and what it gives. A form that holds other rules is given their schema. */
import { z } from 'zod'
import type { Decimal } from '../decimal.ts'
import type { Outcome } from '../outcome.ts'
import type { Rule } from '../rule.ts'
import type { Scope } from '../scope.ts'

export interface Form<OwnRule> {
  readonly schema: (rule: z.ZodType<Rule>) => z.ZodType<OwnRule>
  readonly evaluate: (rule: OwnRule, scope: Scope) => Outcome
  /**
   * Where its points turn or jump as one of the numbers that it reads (by name, see `operandName`) changes and all else stays: between these they are linear. Null where
   * that cannot be said; a form that reads no number needs none.
   */
  readonly knots?: (rule: OwnRule, name: string, scope: Scope) => readonly Decimal[] | null
  /** True where its reasons are those of other rules, which say themselves what they gave. */
  readonly ofParts?: true
}

/** Points; negative ones deduct. */
export const Points = z.number('应为分值（数字）')
export const Positive = z.number('应为正数').positive('应为正数')
