/** Points by the band that a number falls in: [95,100) 得3分. The first band that holds the number counts; ends are named, so that none is doubtful. */
import { z } from 'zod'
import { type Decimal, decimal, infinity } from '../decimal.ts'
import { anything, exactly, type Interval, intervalWords, meet } from '../interval.ts'
import { NumberOperand } from '../operand.ts'
import { oneOf, settled } from '../outcome.ts'
import { type Form, Points } from './form.ts'

const end = z.number('应为数字').exactOptional()
const Band = z
  .strictObject({ from: end, above: end, to: end, below: end, points: Points })
  .refine(({ from, above, to, below }) => (from ?? above) === (above ?? from) && (to ?? below) === (below ?? to), {
    message: '一端只写一项：from 或 above，to 或 below',
  })
  .refine((band) => meet(interval(band), anything) !== null, '这一档里没有数：下端应小于上端（from 与 to 可以相等）')
type Ends = { readonly [End in 'from' | 'above' | 'to' | 'below']?: number }
const schema = z.strictObject({
  form: z.literal('bands'),
  of: NumberOperand,
  bands: z.array(Band).min(1),
  /** What is outside of every band; 0 where left out. */
  else: Points.exactOptional(),
  /** What is better, where the lexicon says otherwise of the indicator. */
  direction: z.enum(['higher', 'lower'], '应为 higher、lower 之一').exactOptional(),
})
export type BandsRule = z.output<typeof schema>

/** A band that those before it leave nothing of is never reached. */
const checked = schema.superRefine(({ bands: all }, context) => {
  let rest: readonly Interval[] = [anything]
  for (const [index, band] of all.entries()) {
    const asked = interval(band)
    if (meet(asked, anything) !== null && !rest.some((part) => meet(part, asked) !== null))
      context.addIssue({ code: 'custom', path: ['bands', index], message: '这一档永远取不到：先写的档先取，前面的档已经包括了这些数' })
    rest = rest.flatMap((part) => without(part, asked))
  }
})

export const bands: Form<BandsRule> = {
  schema: () => checked,
  knots: ({ bands: all }) =>
    all.flatMap(({ from, above, to, below }) => [from, above, to, below].flatMap((end) => (end === undefined ? [] : [decimal(end)]))),
  evaluate(rule, scope) {
    const { allowed, words, open } = scope.number(rule.of)
    const name = scope.nameOf(rule.of)
    const unit = scope.unitOf(rule.of)
    const outcomes = []
    let rest: readonly Interval[] = [allowed]
    for (const band of [
      ...rule.bands.map((each) => ({ asked: interval(each), points: each.points, ends: each })),
      { asked: anything, points: rule.else ?? 0, ends: {} },
    ]) {
      if (rest.some((part) => meet(part, band.asked) !== null))
        outcomes.push(settled(decimal(band.points), `${name} ${words || intervalWords(allowed)}，${bandSaid(band.ends, unit)}`))
      rest = rest.flatMap((part) => without(part, band.asked))
    }
    return oneOf(outcomes, open || `${name} ${words || intervalWords(allowed)}，在哪一档不能断定`)
  },
}

/** 属于“达到5万元、不足10万元”一档; what no band names. */
function bandSaid({ from, above, to, below }: Ends, unit: string): string {
  const said = (words: string, end: number | undefined): string[] => (end === undefined ? [] : [`${words}${end}${unit}`])
  if (from !== undefined && from === to) return `属于“等于${from}${unit}”一档`
  const ends = [...said('达到', from), ...said('超过', above), ...said('不超过', to), ...said('不足', below)]
  return ends.length === 0 ? '不在所列各档之内' : `属于“${ends.join('、')}”一档`
}

/** The points of one number. */
export function bandPoints(rule: BandsRule, x: Decimal): number {
  const band = rule.bands.find((each) => meet(interval(each), exactly(x)) !== null)
  return band?.points ?? rule.else ?? 0
}

function interval({ from, above, to, below }: Ends): Interval {
  const low = above ?? from
  const high = below ?? to
  return {
    from: low === undefined ? infinity.neg() : decimal(low),
    to: high === undefined ? infinity : decimal(high),
    openFrom: above !== undefined,
    openTo: below !== undefined,
  }
}

/** What of a part lies below and above a band. */
function without(part: Interval, band: Interval): Interval[] {
  const below: Interval = { ...anything, to: band.from, openTo: !band.openFrom }
  const above: Interval = { ...anything, from: band.to, openFrom: !band.openTo }
  return [band.from.isFinite() ? meet(part, below) : null, band.to.isFinite() ? meet(part, above) : null].filter((each) => each !== null)
}
