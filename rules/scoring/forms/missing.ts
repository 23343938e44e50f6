/** A named list, so much for each that is missing: 每缺一个方面的政策扣0.1分，都没有不得分; 党委、政府未制定措施的，各扣1分. */
import { z } from 'zod'
import { decimal } from '../decimal.ts'
import { AnswerOperand } from '../operand.ts'
import { oneOf, settled } from '../outcome.ts'
import { type Form, Points, Positive } from './form.ts'

const schema = z.strictObject({
  form: z.literal('missing'),
  of: z.array(AnswerOperand).min(1),
  /** Deducted for each. */
  each: Positive,
  /** What is left where all are missing; where left out, the deductions decide. */
  none: Points.exactOptional(),
})
export type MissingRule = z.output<typeof schema>

export const missing: Form<MissingRule> = {
  schema: () => schema,
  evaluate(rule, scope) {
    const answers = rule.of.map((operand) => ({ ...scope.answer(operand), name: scope.nameOf(operand) }))
    const surely = answers.filter(({ answer }) => answer === 'no')
    const perhaps = answers.filter(({ answer }) => answer === 'unknown')
    const pointsAt = (lacking: number) =>
      lacking === answers.length && rule.none !== undefined ? decimal(rule.none) : scope.start.minus(decimal(rule.each).times(lacking))
    const listed = (some: typeof answers) => some.map(({ name }) => name).join('、')
    const isNone = surely.length === answers.length && rule.none !== undefined
    const why =
      surely.length === 0
        ? `所列 ${answers.length} 项（${listed(answers)}）齐全`
        : `所列 ${answers.length} 项中${isNone ? '一项都没有' : `缺 ${surely.length} 项`}（${listed(surely)}）${isNone ? '' : `，每缺一项扣 ${rule.each} 分`}`
    const outcomes = perhaps.map((_, index) => pointsAt(surely.length + index + 1))
    return oneOf(
      [pointsAt(surely.length), ...outcomes].map((points) => settled(points, why)),
      ...perhaps.map(({ open }) => open),
    )
  },
}
