/** What a person decides within a range, with a reason: 扣5—10分; 领导评价占20分. Until somebody has, the range is open. */
import { z } from 'zod'
import { decimal, within } from '../decimal.ts'
import { between, settled } from '../outcome.ts'
import { type Form, Points } from './form.ts'

const schema = z.strictObject({ form: z.literal('manual'), entry: z.string().min(1), from: Points, to: Points })
export type ManualRule = z.output<typeof schema>

export const manual: Form<ManualRule> = {
  schema: () => schema.refine(({ from, to }) => from <= to, '应当 from 不大于 to'),
  evaluate({ entry, from, to }, scope) {
    const entered = scope.entered({ entry })
    if (entered === null) return between(decimal(from), decimal(to), `“${entry}”待评定${rangeSaid(from, to)}`)
    return settled(within(decimal(entered.value), decimal(from), decimal(to)), `${entry}：人工评定${rangeSaid(from, to)}`)
  },
}

/** （0—20 分）; of deductions （扣 5—10 分）. */
const rangeSaid = (from: number, to: number): string =>
  to <= 0 && from < 0 ? `（扣 ${Math.abs(to)}—${Math.abs(from)} 分）` : `（${from}—${to} 分）`
