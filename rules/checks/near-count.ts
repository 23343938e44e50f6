/**
 * A count that differs by a slip of the hand from what its rate says it is was meant to be that.
 *
 *   调查120户，满意的103户，满意度85.8%；反映问题的27户，占14.2%     17: 103 of 120 are 85.8%, and 17 are 14.2%
 *   抽了24个点，达标26个，达标率95.8%                            23: the rate says by its verb of what it is
 *   床位412张，现住286人，床位使用率65.0%                        268: or by its whole
 *
 * Only where the rate leaves one count, and the rate itself is no slip of the hand (near-ratio.ts).
 */
import { atStep, roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'
import { areNearlyAlike } from './digits.ts'
import { writtenRate } from './written-rate.ts'

/** So many characters may stand between a count and its share. */
const FAR = 12
/** So many counts back the whole may stand where only the words say so. */
const BACK = 2

export const nearCount = defineCheck({
  kind: 'rate',
  *examine(context) {
    for (const { values, table } of context.groups) {
      if (table) continue
      const pairs = pairsOf(context, values)
      for (const whole of pairs.length === 0 ? [] : values.filter(isCount)) {
        const of = pairs.filter(({ part }) => part !== whole && part.evidence.start > whole.evidence.start)
        const isWhole = of.some(({ part, rate }) => part.unit === whole.unit && holds(part.value, whole.value, rate))
        for (const { part, rate } of of) {
          if (!(isWhole && part.unit === whole.unit && rate.value < 100) && !isSaid(context, values, { whole, part, rate })) continue
          const right = meant(whole.value, rate)
          if (
            right === null ||
            holds(part.value, whole.value, rate) ||
            holds(whole.value - part.value, whole.value, rate) ||
            !areNearlyAlike(part.value, right, 1)
          )
            continue
          if (isOfOther(values, part, rate)) continue
          yield {
            severity: 'error' as const,
            claimed: part.value,
            recomputed: right,
            evidence: [part.evidence, rate.evidence, whole.evidence],
            message: `“${whole.evidence.quote}”的“${rate.evidence.quote}”应为${right}${part.unit}，文中写作“${part.evidence.quote}”，请核对`,
          }
        }
      }
    }
  },
})

interface Pair {
  readonly part: CheckedValue
  readonly rate: CheckedValue
}

/** Counts with the rate or share right behind them. */
const pairsOf = ({ between }: CheckContext, values: readonly CheckedValue[]): readonly Pair[] =>
  values.flatMap((rate, index) => {
    const part = values[index - 1]
    if (part === undefined || !isCount(part) || rate.unit !== '%' || !RATES.has(rate.role) || rate.value > 100 || !isExact(rate)) return []
    const said = flat(between(part.evidence.end, rate.evidence.start))
    return said.length <= FAR && /^[，,（(、]/u.test(said) && !/[。；;]/u.test(said) ? [{ part, rate }] : []
  })

/** The rate names its part or its whole, whose count stands right before the part's. */
function isSaid(context: CheckContext, values: readonly CheckedValue[], { whole, part, rate }: Pair & { readonly whole: CheckedValue }) {
  const [at, to] = [values.indexOf(whole), values.indexOf(part)]
  const since = values.slice(at + 1, to)
  if (to - at > BACK || since.some(({ role, unit }) => (unit === '%' && role !== 'share') || unit === whole.unit) || rate.role !== 'actual')
    return false
  if (/[。；;]/u.test(context.between(whole.evidence.end, part.evidence.start)) || whole.period !== part.period) return false
  const name = writtenRate(context, rate)
  const verb = /([\p{Script=Han}]{2})率$/u.exec(name)?.[1]
  const isOfWhole = whole.name.length >= NAMED && name.startsWith(whole.name)
  const isOfVerb = verb !== undefined && part.unit === whole.unit && part.name.includes(verb) && !whole.name.endsWith(verb)
  // More than there are, and all of them: 卫生院16所，开展的18所，覆盖率100%.
  const isOver = part.unit === whole.unit && part.value > whole.value && rate.value === 100
  return (
    (isOfWhole || isOfVerb || isOver || isParallel(values, { whole, part, rate })) && !isDigitOff(rate, (part.value / whole.value) * 100)
  )
}

const NAMED = 2

/** 食堂68家，建成66家，覆盖率97.1%；餐饮312家，建成281家，覆盖率90.1%: the same is told of another whole, and holds there. */
const isParallel = (values: readonly CheckedValue[], { whole, part, rate }: Pair & { readonly whole: CheckedValue }): boolean =>
  values.some((other, index) => {
    const [one, two] = [values[index - 2], values[index - 1]]
    if (other === rate || other.unit !== '%' || one === undefined || two === undefined || two === part) return false
    const areAlike = two.name.endsWith(part.name) || part.name.endsWith(two.name)
    return areAlike && one.unit === whole.unit && two.unit === part.unit && one.value > 0 && holds(two.value, one.value, other)
  })

/** The rate may as well be the slip, and is told as such. */
function isDigitOff({ evidence, value }: CheckedValue, exact: number): boolean {
  const step = writtenStep(evidence.quote, value)
  return exact <= 100 && areNearlyAlike(value, Number(atStep(exact, step)), step)
}

const RATES: ReadonlySet<string> = new Set(['actual', 'share'])

const holds = (part: number, whole: number, { value, evidence }: CheckedValue): boolean =>
  roundsTo((part / whole) * 100, value, writtenStep(evidence.quote, value))

/** The one count that a rate of a whole leaves. */
function meant(whole: number, rate: CheckedValue): number | null {
  const right = Math.round((whole * rate.value) / 100)
  const isOnly = rate.value === 100 || (whole * writtenStep(rate.evidence.quote, rate.value)) / 100 < 1
  return isOnly && right > 0 && right <= whole && holds(right, whole, rate) ? right : null
}

/** Another count of the sentence bears the rate out with the part. */
const isOfOther = (values: readonly CheckedValue[], part: CheckedValue, rate: CheckedValue): boolean =>
  values.some((other) => isCount(other) && other !== part && other.unit === part.unit && holds(part.value, other.value, rate))

const isCount = (value: CheckedValue): boolean =>
  value.role === 'actual' &&
  !/^[%‰]|个百分点|分|倍|元/u.test(value.unit) &&
  isExact(value) &&
  value.value > 0 &&
  Number.isInteger(value.value)
