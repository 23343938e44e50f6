/** A sample: 抽查10台，有1台不符合即不合格. Without the number checked and the number found wanting there is no result. */
import { z } from 'zod'
import { decimal, zero } from '../decimal.ts'
import { satisfies, threshold } from '../interval.ts'
import { NumberOperand } from '../operand.ts'
import { oneOf, settled } from '../outcome.ts'
import { type Form, Points } from './form.ts'

const schema = z.strictObject({
  form: z.literal('sample'),
  checked: NumberOperand,
  wanting: NumberOperand,
  /** The least that must have been checked. */
  size: z.int().positive(),
  /** How many may be wanting. */
  tolerate: z.int().nonnegative(),
  pass: Points.exactOptional(),
  fail: Points.exactOptional(),
})
export type SampleRule = z.output<typeof schema>

export const sample: Form<SampleRule> = {
  schema: () => schema,
  evaluate(rule, scope) {
    const checked = scope.number(rule.checked)
    const wanting = scope.number(rule.wanting)
    const asked = `应抽查不少于 ${rule.size}，${rule.tolerate === 0 ? '不得有不符合的' : `不符合的不超过 ${rule.tolerate}`}`
    const words = (result: string) =>
      `${scope.nameOf(rule.checked)} ${checked.words}，${scope.nameOf(rule.wanting)} ${wanting.words}，${result}（${asked}）`
    const pass = settled(rule.pass === undefined ? scope.start : decimal(rule.pass), words('合格'))
    const fail = settled(rule.fail === undefined ? zero : decimal(rule.fail), words('不合格'))
    const tolerated = satisfies(wanting.allowed, threshold('<=', rule.tolerate))
    if (tolerated === 'no') return fail
    const enough = satisfies(checked.allowed, threshold('>=', rule.size))
    if (tolerated === 'yes' && enough === 'yes') return pass
    return oneOf(
      [pass, fail],
      ...[
        checked.open,
        wanting.open,
        enough === 'no' ? `${scope.nameOf(rule.checked)} ${checked.words}，不足 ${rule.size}，结果不能断定` : '',
      ].filter(Boolean),
    )
  },
}
