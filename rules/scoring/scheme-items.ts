/** The items of a scheme: what is scored in which quarter, for how many points and by which rule. */
import { z } from 'zod'
import { Condition } from './condition.ts'
import { Rule } from './rule.ts'

const name = z.string('应为文字').min(1, '不能为空')
export const Quarter = z.enum(['Q1', 'Q2', 'Q3', 'Q4'], '应为 Q1、Q2、Q3、Q4 之一')
export type Quarter = z.output<typeof Quarter>
const points = z.number('应为分值（数字）').positive('分值应为正数')

export const Item = z.strictObject({
  id: z.string('应为标识').regex(/^[a-z][a-z0-9_]*$/u, '标识用小写字母、数字和下划线'),
  name,
  /** The heading under which the papers list it. */
  part: name,
  /** The rule in the office's words (评分标准). */
  standard: name,
  /** The same in every quarter that asks for it, or by quarter. */
  points: z.union([points, z.partialRecord(Quarter, points)], '应为分值，或按季度写明的分值'),
  /** Quarters that ask for it; those of `points` or all four where left out. `year`: once a year, counted after the weighting. */
  in: z.union([z.array(Quarter).min(1), z.literal('year')], '应为季度列表或 year').exactOptional(),
  kind: z.enum(['scored', 'bonus', 'penalty'], '应为 scored、bonus、penalty 之一').default('scored'),
  rule: Rule,
  /** Where the item does not apply, and what it then counts for. */
  notApplicable: z
    .strictObject({ if: Condition.exactOptional(), counts: z.enum(['full', 'exclude', 'zero'], '应为 full、exclude、zero 之一') })
    .exactOptional(),
  /** What to tell a county that lost points. */
  advice: name.exactOptional(),
  source: name.exactOptional(),
  /** True where points or cut-offs are defaults of this program that the office has to set. */
  byDefault: z.boolean().default(false),
})
export type Item = z.output<typeof Item>

/** The item's points in a quarter; null where that quarter does not ask for it. */
export function pointsIn({ points: given, in: asked }: Pick<Item, 'points' | 'in'>, quarter: Quarter): number | null {
  if (asked === 'year') return null
  if (asked !== undefined && !asked.includes(quarter)) return null
  return typeof given === 'number' ? given : (given[quarter] ?? null)
}

/** Of bonus points that count after the weighting: the quarters by which the item is looked at; none where it is looked at once, for the year. */
export function quartersNamed({ points: given, in: asked }: Pick<Item, 'points' | 'in'>): readonly Quarter[] {
  if (asked === 'year') return []
  return asked ?? (typeof given === 'number' ? [] : Quarter.options.filter((quarter) => quarter in given))
}

/** The points of an item that is scored once a year. */
export const pointsOfYear = ({ points: given }: Pick<Item, 'points'>): number =>
  typeof given === 'number' ? given : Math.max(0, ...Object.values(given))
