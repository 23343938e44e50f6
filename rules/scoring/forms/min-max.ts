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
  /** What earns the base and what earns all; the counties' worst and best where left out. */
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
  direction: z.enum(['higher', 'lower'], '应为 higher、lower 之一').exactOptional(),
})
export type MinMaxRule = z.output<typeof schema>

export const minMax: Form<MinMaxRule> = {
  schema: () => schema,
  evaluate(rule, scope) {
    const { allowed, words, open } = scope.number(rule.of)
    const peers = rule.min === undefined || rule.max === undefined ? scope.peers(rule.of) : null
    const isLower = (rule.direction ?? scope.betterOf(rule.of)) === 'lower'
    const worst = rule.min === undefined ? (isLower ? peers?.highest : peers?.lowest) : exactly(decimal(rule.min))
    const best = rule.max === undefined ? (isLower ? peers?.lowest : peers?.highest) : exactly(decimal(rule.max))
    const points = (share: ReturnType<typeof decimal>) => scope.full.times(share.times(rule.span).plus(rule.base)).div(hundred)
    const name = scope.nameOf(rule.of)
    if (worst === undefined || best === undefined || !isExact(worst) || !isExact(best))
      return between(points(decimal(0)), points(decimal(1)), open || `${name}：有县市的数值待核，最高和最低不能断定`)
    const width = best.from.minus(worst.from)
    if (width.isZero()) return settled(points(decimal(1)), `${name} ${words}，各县市相同，按满值计`)
    const [lowest, highest] = width.isNegative() ? [best.from, worst.from] : [worst.from, best.from]
    const { low, high } = range(
      { at: (x) => points(within(x.minus(worst.from).div(width), decimal(0), decimal(1))), knots: [lowest, highest] },
      allowed,
    )
    const unit = scope.unitOf(rule.of)
    const why = `${name} ${words}，在最低 ${lowest.toFixed()}${unit} 与最高 ${highest.toFixed()}${unit} 之间按功效系数计（${rule.base}%＋${rule.span}%×所处位置）`
    return low.eq(high) ? settled(low, why) : between(low, high, open || `${why}，不能断定`)
  },
}
