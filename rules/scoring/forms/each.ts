/** So much for each listed thing, one title once, shared among those who have a part in it: 刊发每篇0.5分，同篇不重复，2人以上平均. */
import { z } from 'zod'
import { decimal, least, sum, zero } from '../decimal.ts'
import { between, settled } from '../outcome.ts'
import { type Form, Positive } from './form.ts'

const schema = z.strictObject({
  form: z.literal('each'),
  of: z.strictObject({ entry: z.string().min(1) }),
  points: Positive,
  /** Divides what one thing earns among its people. */
  split: z.boolean().exactOptional(),
  most: Positive.exactOptional(),
})
export type EachRule = z.output<typeof schema>

export const each: Form<EachRule> = {
  schema: () => schema,
  evaluate(rule, scope) {
    const listed = scope.listed(rule.of)
    const limit = rule.most === undefined ? scope.full : decimal(rule.most)
    if (listed === null) return between(zero, limit, `“${rule.of.entry}”待填报`)
    const once = [...new Map(listed.map((thing) => [thing.title, thing])).values()]
    const points = sum(once.map(({ people = 1 }) => decimal(rule.points).div(rule.split ? people : 1)))
    return settled(least(points, limit), `${rule.of.entry} ${once.length} 项，每项 ${rule.points} 分`)
  },
}
