/** How a reason ends: what was won or lost by it, so that a county can add the reasons up. */
import type { Decimal } from './decimal.ts'
import { isSettled, type Outcome } from './outcome.ts'

/** 得 2.5 分、计 0 分; of what only deducts 扣 2 分、不扣分. */
export function pointsSaid(points: Decimal, deducts: boolean): string {
  if (points.isZero()) return deducts ? '不扣分' : '计 0 分'
  return points.isNegative() ? `扣 ${shortPoints(points.neg())} 分` : `得 ${shortPoints(points)} 分`
}

/** To four places, without noughts at the end. */
export const shortPoints = (points: Decimal): string => String(Math.round(points.toNumber() * 10_000) / 10_000)

/** What a rule says of itself, in a unit: made once, and said of every county. */
export function saidOnce<Rule extends object>(say: (rule: Rule, unit: string) => string): (rule: Rule, unit: string) => string {
  const known = new WeakMap<Rule, { readonly unit: string; readonly words: string }>()
  return (rule, unit) => {
    const before = known.get(rule)
    if (before?.unit === unit) return before.words
    const words = say(rule, unit)
    known.set(rule, { unit, words })
    return words
  }
}

/** The last reason ends with the points. */
export const saying = (outcome: Outcome, deducts: boolean): Outcome =>
  isSettled(outcome) && outcome.why.length > 0 ? ending(outcome, pointsSaid(outcome.low, deducts)) : outcome

export const ending = (outcome: Outcome, end: string): Outcome => {
  const { why } = outcome
  const last = why.at(-1)
  if (last === undefined) return outcome
  const { low, high, open } = outcome
  const said = `${last}，${end}`
  return { low, high, why: why.length === 1 ? [said] : [...why.slice(0, -1), said], open }
}

/** What is within an item's own points; where these cut what its rule gave, that is said. `parts`: the reasons are those of several rules. */
export function saidWithin(given: Outcome, kept: Outcome, deducts: boolean, parts: boolean): Outcome {
  if (!isSettled(kept)) return kept
  const end = pointsSaid(kept.low, deducts)
  if (!isSettled(given)) return { ...kept, why: [...given.why, ...given.open.map((words) => `${words}；但无论怎样，都${end}`)] }
  if (given.low.eq(kept.low)) return parts ? kept : ending(kept, end)
  const cut = given.low.gt(kept.low) ? '按本项满分计' : deducts ? '按扣分上限计' : '扣完为止'
  return parts ? { ...kept, why: [...kept.why, `以上合计超过本项分值，${cut}，${end}`] } : ending(kept, `${cut}，${end}`)
}
