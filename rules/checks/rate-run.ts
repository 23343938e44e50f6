/**
 * Parts that are told with their rates one after the other are of one whole, which the rates that hold tell.
 *
 *   抽检60处，压实合格57处，合格率95.0%；弯沉合格54处，合格率92.0%；平整合格58处，合格率96.7%      90.0: of the sixty
 *
 * What shares are of is told by share-run.ts.
 */
import { atStep, roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact, isStatedCount } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'

/** How many characters may stand between a part and its rate. */
const FAR = 10
/** So many of them hold at least. */
const HOLDING = 2

interface Pair {
  readonly count: CheckedValue
  readonly rate: CheckedValue
}

export const rateRun = defineCheck({
  kind: 'rate',
  *examine(context) {
    for (const { values, table } of context.groups) {
      const pairs = table || values.length < 2 * HOLDING + 2 ? [] : pairsOf(context, values)
      const [first] = pairs
      if (first === undefined || pairs.length <= HOLDING || pairs.some(({ count }) => count.unit !== first.count.unit)) continue
      const counts = values.filter((value) => isStatedCount(value) && value.unit === first.count.unit)
      const wholes = counts.filter(
        (value) => value.evidence.end <= first.count.evidence.start && !pairs.some(({ count }) => count === value),
      )
      const whole = wholes.find((each) => pairs.filter((pair) => isOf(pair, each)).length >= Math.max(HOLDING, pairs.length - 1))
      if (whole === undefined) continue
      for (const pair of pairs) {
        if (pair.count.value > whole.value || counts.some((each) => isOf(pair, each))) continue
        const { count, rate } = pair
        const step = writtenStep(rate.evidence.quote, rate.value)
        const shown = atStep((count.value / whole.value) * 100, Math.min(step, 0.1))
        yield {
          severity: 'error' as const,
          claimed: rate.value,
          recomputed: Number(shown),
          evidence: [rate.evidence, count.evidence, whole.evidence],
          message: `“${whole.evidence.quote}”与“${count.evidence.quote}”算得${shown}%，文中写作“${rate.evidence.quote}”，请核对`,
        }
      }
    }
  },
})

/** Counts with the rate that is of them right behind. */
const pairsOf = ({ between }: CheckContext, values: readonly CheckedValue[]): readonly Pair[] =>
  values.flatMap((rate, index) => {
    const count = values[index - 1]
    if (count === undefined || !isStatedCount(count) || rate.unit !== '%' || rate.role !== 'actual' || !isExact(rate)) return []
    const said = flat(between(count.evidence.end, rate.evidence.start))
    return said.length <= FAR && /^[，,（(][^，。；]*率/u.test(said) ? [{ count, rate }] : []
  })

const isOf = ({ count, rate }: Pair, { value }: CheckedValue): boolean =>
  value > 0 && roundsTo((count.value / value) * 100, rate.value, writtenStep(rate.evidence.quote, rate.value))
