/** Yes or no: 有文件得10分，否则不得分; as a deduction: 没有考核扣10分. */
import { z } from 'zod'
import { answeredWords } from '../condition.ts'
import { decimal, zero } from '../decimal.ts'
import { AnswerOperand } from '../operand.ts'
import { oneOf, settled } from '../outcome.ts'
import { type Form, Points } from './form.ts'

const schema = z.strictObject({
  form: z.literal('boolean'),
  of: AnswerOperand,
  /** All the item's points where left out. */
  yes: Points.exactOptional(),
  /** None where left out. */
  no: Points.exactOptional(),
})
export type BooleanRule = z.output<typeof schema>

export const boolean: Form<BooleanRule> = {
  schema: () => schema,
  evaluate({ of, yes, no }, scope) {
    const { answer, words, open } = scope.answer(of)
    const name = scope.nameOf(of)
    const held = settled(yes === undefined ? scope.start : decimal(yes), `${name}：${answeredWords(of, 'yes')}${words}`)
    const failed = settled(no === undefined ? zero : decimal(no), `${name}：${answeredWords(of, 'no')}${words}`)
    if (answer === 'unknown') return oneOf([held, failed], open)
    return answer === 'yes' ? held : failed
  },
}
