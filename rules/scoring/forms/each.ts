/** So much for each listed thing, one title once, shared among those who have a part in it: 刊发每篇0.5分，同篇不重复，2人以上平均. */
import { z } from 'zod'
import { decimal, least, sum, zero } from '../decimal.ts'
import { listExample } from '../listed-entry.ts'
import { between, settled } from '../outcome.ts'
import { shortPoints } from '../said.ts'
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
    if (listed === null) return between(zero, limit, `“${rule.of.entry}”待填报（逐项列出，如 ${listExample}）`)
    const once = [...new Map(listed.map((thing) => [thing.title, thing])).values()]
    const shares = once.map(({ people = 1 }) => decimal(rule.points).div(rule.split ? people : 1))
    const points = sum(shares)
    const all = once.map(({ title, people = 1 }, index) => {
      const own = `${shortPoints(shares[index] ?? zero)} 分`
      return `${title} ${own}${rule.split === true && people > 1 ? `（${people} 人平均）` : ''}`
    })
    const twice = once.length < listed.length ? '，重复的只计一次' : ''
    const cut = points.gt(limit) ? `，合计 ${shortPoints(points)} 分，最多计 ${shortPoints(limit)} 分` : ''
    return settled(
      least(points, limit),
      `${rule.of.entry} ${once.length} 项${once.length === 0 ? '' : `（${all.join('；')}）`}，每项 ${rule.points} 分${twice}${cut}`,
    )
  },
}
