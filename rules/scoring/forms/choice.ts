/** Points by a word: 全面完成3分、部分完成2分、未完成0分; the verdict on an analysis; the reviewer's choice among named levels. */
import { z } from 'zod'
import { unknown } from '../../../extractors/suggest.ts'
import { decimal, hundred, zero } from '../decimal.ts'
import { judgements, WordOperand } from '../operand.ts'
import { oneOf, settled } from '../outcome.ts'
import { type Form, Points } from './form.ts'

const schema = z
  .strictObject({
    form: z.literal('choice'),
    of: WordOperand,
    options: z.record(z.string(), Points),
    /** The options are hundredths of the item's points. */
    percent: z.boolean().exactOptional(),
  })
  .superRefine(({ of, options, percent }, context) => {
    const beyond = Object.keys(options).find((word) => percent === true && !isShare(options[word] ?? 0))
    if (beyond !== undefined)
      context.addIssue({ code: 'custom', path: ['options', beyond], message: 'percent 为 true 时写百分数，应在 0 到 100 之间' })
    if (!('assessment' in of)) return
    const words: readonly string[] = judgements[of.assessment]
    const wrong = Object.keys(options).find((word) => !words.includes(word))
    if (wrong !== undefined)
      context.addIssue({ code: 'custom', path: ['options', wrong], message: `${unknown(wrong, words)}（档次有：${words.join('、')}）` })
    const missing = words.filter((word) => !(word in options))
    if (wrong === undefined && missing.length > 0)
      context.addIssue({ code: 'custom', path: ['options'], message: `没有写明 ${missing.join('、')} 的分值，每个档次都要写明` })
  })
export type ChoiceRule = z.output<typeof schema>

const isShare = (points: number): boolean => points >= 0 && points <= 100

export const choice: Form<ChoiceRule> = {
  schema: () => schema,
  evaluate({ of, options, percent }, scope) {
    const pointsOf = (given: number) => (percent ? scope.full.times(given).div(hundred) : decimal(given))
    const { word, words, open } = scope.word(of)
    const points = word === null ? undefined : options[word]
    const name = scope.nameOf(of)
    if (points !== undefined) return settled(pointsOf(points), `${name}：${words}`)
    const all = Object.values(options).map((each) => settled(pointsOf(each)))
    return oneOf(
      all.length > 0 ? all : [settled(zero)],
      word === null ? open : `${name}“${word}”不在所列档次（${Object.keys(options).join('、')}）之中`,
    )
  },
}
