/** How a scheme tells grades: bands of the score, places, key items, vetoes, and what a grade leads to elsewhere. */
import { z } from 'zod'
import { Op } from './condition.ts'
import { AnswerOperand, IndicatorOperand } from './operand.ts'
import { keyed } from './variant.ts'

const name = z.string().min(1)

/** Reached by a score of `from` or more, and by a place among the `first` so many. The last band asks for nothing. */
const Band = z.strictObject({
  grade: name,
  from: z.number('应为分数').exactOptional(),
  first: z.int('应为名次').positive().exactOptional(),
})

/** A grade that is given only where these items earn all their points in every quarter that asks for them. */
const Gate = z.strictObject({ grade: name, items: z.array(name).min(1), text: name })

export const GradeRules = z.strictObject({
  bands: z.array(Band).min(1),
  gates: z.array(Gate).default([]),
  /** What a grade leads to in other assessments; shown, never counted. */
  effects: z.array(z.strictObject({ grade: name, text: name })).default([]),
  source: name.exactOptional(),
})
export type GradeRules = z.output<typeof GradeRules>

/** Of a scheme that gives no grades. */
export const NO_GRADES: GradeRules = { bands: [{ grade: '' }], gates: [], effects: [] }

export type VetoCondition =
  | { readonly indicator: IndicatorOperand; readonly op: z.output<typeof Op>; readonly value: number }
  | { readonly answer: AnswerOperand; readonly is: 'yes' | 'no' }

const VetoCondition = keyed<VetoCondition>('否决情形', () => ({
  indicator: z.strictObject({ indicator: IndicatorOperand, op: Op, value: z.number('应为数字') }),
  answer: z.strictObject({ answer: AnswerOperand, is: z.enum(['yes', 'no'], '应为 yes、no 之一') }),
}))

/** What makes the result this grade, or caps the score, whatever the points. */
export const Veto = z
  .strictObject({
    id: name,
    name,
    when: VetoCondition,
    grade: name.exactOptional(),
    most: z.number('应为分数').exactOptional(),
    source: name.exactOptional(),
  })
  .refine(({ grade, most }) => (grade === undefined) !== (most === undefined), '应写明 grade（定为某等级）或 most（得分不超过），只写一项')
export type Veto = z.output<typeof Veto>
