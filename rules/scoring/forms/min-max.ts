/** The efficacy coefficient (功效系数): base + span × (x − min) ÷ (max − min), with the scheme's own ends or those of the counties. */
import { z } from 'zod'
import { range } from '../curve.ts'
import { decimal, hundred, within } from '../decimal.ts'
import { exactly, isExact } from '../interval.ts'
import { NumberOperand } from '../operand.ts'
import { between, settled } from '../outcome.ts'
import { type Form, Points } from './form.ts'

const schema = z.strictObject({
  form: z.literal('min-max'),
  of: NumberOperand,
  /** In hundredths of the points: 60 + 40. */
  base: Points,
  span: Points,
  /** What earns the base and what earns all; the counties' lowest and highest where left out. */
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
})
export type MinMaxRule = z.output<typeof schema>

export const minMax: Form<MinMaxRule> = {
  schema: () => schema,
  evaluate(rule, scope) {
    const { allowed, words, open } = scope.number(rule.of)
    const peers = rule.min === undefined || rule.max === undefined ? scope.peers(rule.of) : null
    const lowest = rule.min === undefined ? peers?.lowest : exactly(decimal(rule.min))
    const highest = rule.max === undefined ? peers?.highest : exactly(decimal(rule.max))
    const points = (share: ReturnType<typeof decimal>) => scope.full.times(share.times(rule.span).plus(rule.base)).div(hundred)
    const name = scope.nameOf(rule.of)
    if (lowest === undefined || highest === undefined || !isExact(lowest) || !isExact(highest))
      return between(points(decimal(0)), points(decimal(1)), open || `${name}：有县市的数值待核，最高和最低不能断定`)
    const width = highest.from.minus(lowest.from)
    if (width.isZero()) return settled(points(decimal(1)), `${name}：各县市相同，按满值计`)
    const { low, high } = range(
      { at: (x) => points(within(x.minus(lowest.from).div(width), decimal(0), decimal(1))), knots: [lowest.from, highest.from] },
      allowed,
    )
    const why = `${name} ${words}，最低 ${lowest.from.toFixed()}、最高 ${highest.from.toFixed()}`
    return low.eq(high) ? settled(low, why) : between(low, high, open || `${why}，不能断定`)
  },
}
