/**
 * The efficacy coefficient (功效系数): base + span × (x − min) ÷ (max − min), with the scheme's own ends or those of the counties. Whoever is best has all of it, also where
 * all are equal. The more the county's own number and the less the others', the larger is its share: where numbers are not known, the ends of what they allow
 * give the least and the largest.
 */
import { z } from 'zod'
import { range } from '../curve.ts'
import { type Decimal, decimal, hundred, least, most, one, within, zero } from '../decimal.ts'
import { type Interval, isExact } from '../interval.ts'
import { NumberOperand } from '../operand.ts'
import { between, oneOf, settled } from '../outcome.ts'
import type { Peers } from '../scope.ts'
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
  schema: () =>
    schema.refine(({ min, max }) => min === undefined || max === undefined || min !== max, 'min 与 max 相同，不能折算：应写明不同的两个数'),
  evaluate(rule, scope) {
    const { allowed, words, open } = scope.number(rule.of)
    const name = scope.nameOf(rule.of)
    const unit = scope.unitOf(rule.of)
    const endWords = (one: Decimal, other: Decimal): string =>
      `在最低 ${least(one, other).toFixed()}${unit} 与最高 ${most(one, other).toFixed()}${unit} 之间按功效系数计（${rule.base}%＋${rule.span}%×所处位置）`
    const points = (share: Decimal) => scope.full.times(share.times(rule.span).plus(rule.base)).div(hundred)
    if (rule.min !== undefined && rule.max !== undefined) {
      const [worst, best] = [decimal(rule.min), decimal(rule.max)]
      const at = (x: Decimal) => points(within(x.minus(worst).div(best.minus(worst)), zero, one))
      const { low, high } = range({ at, knots: [least(worst, best), most(worst, best)] }, allowed)
      const why = `${name} ${words}，${endWords(worst, best)}`
      return low.eq(high) ? settled(low, why) : between(low, high, open || `${why}，不能断定`)
    }
    const isLower = (rule.direction ?? scope.betterOf(rule.of)) === 'lower'
    const peers = scope.peers(rule.of)
    const { shares, worst, best } = sharesOf(rule, allowed, peers.ends(), isLower)
    const [low, high] = shares.map(points) as [Decimal, Decimal]
    const matters = ({ from, to }: Interval): boolean => from.lt(peers.ends().top.lowest) || to.gt(peers.ends().bottom.highest)
    const owing = peers.unsettled(matters)
    if (low.eq(high)) {
      const isKnown = isExact(allowed) && owing.counties.length === 0
      const ends = worst.eq(best) ? '各县市相同，按满值计' : endWords(worst, best)
      return settled(low, `${name} ${words}，${isKnown ? ends : '待核的数值不论多少，得分相同'}`)
    }
    const awaited = scope.awaits(rule.of, owing)
    const said = [open, awaited === '' && open === '' ? `${name} ${words}，不能断定` : awaited]
    return oneOf([settled(low), settled(high)], ...said.filter(Boolean))
  },
}

/** The least and the largest share, and between which ends they lie; of what is better lower, the same mirrored at nought. */
function sharesOf(
  { min, max }: MinMaxRule,
  own: Interval,
  { top, bottom, openTop, openBottom }: ReturnType<Peers['ends']>,
  isLower: boolean,
): { readonly shares: readonly [Decimal, Decimal]; readonly worst: Decimal; readonly best: Decimal } {
  const mirrored = ({ lowest, highest }: typeof top) => ({ lowest: highest.neg(), highest: lowest.neg() })
  const [high, low] = isLower ? [mirrored(bottom), mirrored(top)] : [top, bottom]
  const [from, to] = isLower ? [own.to.neg(), own.from.neg()] : [own.from, own.to]
  const ends = (others: typeof top, x: Decimal) => ({
    worst: min === undefined ? least(x, others.lowest) : decimal(isLower ? -min : min),
    best: max === undefined ? most(x, others.highest) : decimal(isLower ? -max : max),
  })
  const isApart = (isLower ? openTop || own.openFrom : openBottom || own.openTo) && max === undefined
  const [first, last] = [ends(high, from), ends(low, to)]
  const shares = [shareOf(from, first), isApart && to.eq(low.highest) ? below(to, last) : shareOf(to, last)] as const
  return {
    shares: [least(...shares), most(...shares)],
    worst: isLower ? first.worst.neg() : first.worst,
    best: isLower ? first.best.neg() : first.best,
  }
}

/** Whoever is best has all. */
function shareOf(x: Decimal, { worst, best }: { readonly worst: Decimal; readonly best: Decimal }): Decimal {
  if (x.gte(best)) return one
  return below(x, { worst, best })
}

/** Of one that is not the best. */
function below(x: Decimal, { worst, best }: { readonly worst: Decimal; readonly best: Decimal }): Decimal {
  if (x.lte(worst)) return zero
  if (!best.isFinite()) return zero
  return worst.isFinite() ? x.minus(worst).div(best.minus(worst)) : one
}
