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

export interface Told {
  /** What the condition read, in words: where it fails, what fails it. */
  readonly words: string
  /** What was looked for and is not known. */
  readonly open: readonly string[]
}

/** `truth`: as `holdsTrue` has it. */
export function conditionTold(condition: Condition, scope: Scope, truth: Truth): Told {
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null
  if (parts === null) return oneTold(condition as Single, scope)
  const told = parts.map((part) => ({ part, of: holdsTrue(part, scope) })).filter(({ of }) => of === truth)
  const each = told.map(({ part, of }) => conditionTold(part, scope, of))
  return { words: each.map(({ words }) => words).join('、'), open: each.flatMap(({ open }) => open) }
}

type Single = Exclude<Condition, { all: unknown } | { any: unknown }>

function oneTold(condition: Single, scope: Scope): Told {
  const read = (words: string, open: string): Told => ({ words, open: [open || `${words}，是否符合条件不能断定`] })
  if ('number' in condition) {
    const { words, open } = scope.number(condition.number)
    return read(`${scope.nameOf(condition.number)} ${words}`, open)
  }
  if ('word' in condition) {
    const { words, open } = scope.word(condition.word)
    return read(`${scope.nameOf(condition.word)}：${words}`, open)
  }
  const { answer, words, open } = scope.answer(condition.answer)
  return read(`${scope.nameOf(condition.answer)}：${answeredWords(condition.answer, answer)}${words}`, open)
}

/** 是、否; of a document 已报送、未报送. */
export const answeredWords = (operand: AnswerOperand, answer: Truth): string =>
  answer === 'unknown' ? '未明确' : 'document' in operand ? (answer === 'yes' ? '已报送' : '未报送') : answer === 'yes' ? '是' : '否'
