/** Conditions: a fact that holds, a number past a threshold, a word; and all or any of several. Their answer may be unknown. */
import { z } from 'zod'
import { satisfies, type Truth, threshold } from './interval.ts'
import { AnswerOperand, NumberOperand, WordOperand } from './operand.ts'
import type { Scope } from './scope.ts'
import { keyed } from './variant.ts'

export const Op = z.enum(['>=', '<=', '=', '>', '<'], '应为 >=、<=、=、>、< 之一')

export type Condition =
  | { readonly answer: AnswerOperand; readonly is: 'yes' | 'no' }
  | { readonly number: NumberOperand; readonly op: z.output<typeof Op>; readonly value: number }
  | { readonly word: WordOperand; readonly is: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }

export const Condition: z.ZodType<Condition> = keyed<Condition>('条件', () => ({
  answer: z.strictObject({ answer: AnswerOperand, is: z.enum(['yes', 'no'], '应为 yes、no 之一') }),
  number: z.strictObject({ number: NumberOperand, op: Op, value: z.number() }),
  word: z.strictObject({ word: WordOperand, is: z.string() }),
  all: z.strictObject({ all: z.array(Condition).min(1) }),
  any: z.strictObject({ any: z.array(Condition).min(1) }),
}))

export function holdsTrue(condition: Condition, scope: Scope): Truth {
  if ('all' in condition) return every(condition.all.map((each) => holdsTrue(each, scope)))
  if ('any' in condition) return opposite(every(condition.any.map((each) => opposite(holdsTrue(each, scope)))))
  if ('number' in condition) return satisfies(scope.number(condition.number).allowed, threshold(condition.op, condition.value))
  if ('word' in condition) {
    const word = scope.word(condition.word).word
    return word === null ? 'unknown' : word === condition.is ? 'yes' : 'no'
  }
  const { answer } = scope.answer(condition.answer)
  return answer === 'unknown' ? 'unknown' : answer === condition.is ? 'yes' : 'no'
}

const every = (answers: readonly Truth[]): Truth => (answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes')

export const opposite = (truth: Truth): Truth => (truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'unknown')
