/**
 * What a rule gives: points where they are settled, else the lowest and highest that are possible, with the reasons of what was won or lost and of
 * what stays open.
 */
import { type Decimal, least, most, sum, within, zero } from './decimal.ts'

export interface Outcome {
  readonly low: Decimal
  readonly high: Decimal
  /** Why points were won or lost, in Chinese. */
  readonly why: readonly string[]
  /** Why it cannot be settled, in Chinese. */
  readonly open: readonly string[]
}

export const settled = (points: Decimal, ...why: string[]): Outcome => ({ low: points, high: points, why, open: [] })

export const between = (low: Decimal, high: Decimal, ...open: string[]): Outcome => ({ low, high, why: [], open })

export const isSettled = ({ low, high }: Outcome): boolean => low.eq(high)

/** Whichever of several turns out. */
export function oneOf(outcomes: readonly Outcome[], ...open: string[]): Outcome {
  const [first = settled(zero), ...rest] = outcomes
  const low = rest.reduce((lowest, outcome) => least(lowest, outcome.low), first.low)
  const high = rest.reduce((highest, outcome) => most(highest, outcome.high), first.high)
  if (low.eq(high)) return { low, high, why: first.why, open: [] }
  return { low, high, why: [], open: [...open, ...outcomes.flatMap((outcome) => outcome.open)] }
}

const joined = (outcomes: readonly Outcome[], low: Decimal, high: Decimal): Outcome => ({
  low,
  high,
  why: outcomes.flatMap(({ why }) => why),
  open: low.eq(high) ? [] : outcomes.flatMap(({ open }) => open),
})

export const total = (outcomes: readonly Outcome[]): Outcome =>
  joined(outcomes, sum(outcomes.map(({ low }) => low)), sum(outcomes.map(({ high }) => high)))

/** The lowest of several, as where only the worst deduction counts; its own reasons. */
export const worst = (outcomes: readonly Outcome[]): Outcome => extreme(outcomes, least)
export const best = (outcomes: readonly Outcome[]): Outcome => extreme(outcomes, most)

function extreme(outcomes: readonly Outcome[], choose: typeof least): Outcome {
  const [first = settled(zero), ...rest] = outcomes
  const low = rest.reduce((end, outcome) => choose(end, outcome.low), first.low)
  const high = rest.reduce((end, outcome) => choose(end, outcome.high), first.high)
  if (!low.eq(high))
    return joined(
      outcomes.filter((outcome) => !isSettled(outcome) || outcome.low.eq(choose(low, high))),
      low,
      high,
    )
  return outcomes.find((outcome) => isSettled(outcome) && outcome.low.eq(low)) ?? { low, high, why: [], open: [] }
}

export function times(outcome: Outcome, factor: Decimal): Outcome {
  const [a, b] = [outcome.low.times(factor), outcome.high.times(factor)]
  return { ...outcome, low: least(a, b), high: most(a, b) }
}

export function clamp(outcome: Outcome, from: Decimal, to: Decimal): Outcome {
  const low = within(outcome.low, from, to)
  const high = outcome.high === outcome.low ? low : within(outcome.high, from, to)
  if (low === outcome.low && high === low && outcome.open.length === 0) return outcome
  return { low, high, why: outcome.why, open: low.eq(high) ? [] : outcome.open }
}
