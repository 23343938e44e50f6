/** What a stated change may have been meant as: points of a rate, percent of a count or of a rate, or a count; each with how far rounding can move it. */
import { writtenStep } from '../../extractors/quantities/rounding.ts'
import type { StatedChange } from './levels.ts'

export interface Reading {
  readonly figure: number
  /** How far the figure can be off because the levels themselves are rounded. */
  readonly slack: number
}

/** The difference of the levels, in their own unit. */
export function difference({ now, earlier, years = 1 }: StatedChange): Reading {
  return { figure: (now.value - earlier.value) / years, slack: (half(now) + half(earlier)) / years }
}

/** The change in percent of the earlier level; null where that level can be zero. */
export function relative({ now, earlier, years = 1 }: StatedChange): Reading | null {
  if (earlier.value - half(earlier) <= 0) return null
  const growth = (end: number, start: number): number => ((end / start) ** (1 / years) - 1) * 100
  const figure = growth(now.value, earlier.value)
  return { figure, slack: growth(now.value + half(now), earlier.value - half(earlier)) - figure }
}

/** The likelier reading first. */
export function readingsOf(stated: StatedChange): Reading[] {
  const { change, now } = stated
  const isRate = now.unit === '%'
  if (change.unit === now.unit && !isRate) {
    const percent = mayBePercent(stated) ? relative(stated) : null
    return percent === null ? [difference(stated)] : [percent, difference(stated)]
  }
  if (change.unit === '个百分点') return isRate ? [difference(stated)] : []
  if (change.unit === '倍') {
    const times = isRate ? null : relative(stated)
    if (stated.isTimes && times !== null) return [{ figure: times.figure / 100 + 1, slack: times.slack / 100 - halfTimes(change) }]
    return times === null ? [] : [{ figure: times.figure / 100, slack: times.slack / 100 - halfTimes(change) }]
  }
  const percent = change.unit === '%' ? relative(stated) : null
  if (percent === null) return []
  return isRate ? [difference(stated), percent] : [percent]
}

/** （单位：件、%） … | 168 | 131 | 28.2 |: a caption's units are for all columns, and a change with tenths between two whole counts is none of things. */
const mayBePercent = ({ change, now, earlier }: StatedChange): boolean =>
  change.evidence.cell !== undefined &&
  !/[^-+0-9.]/u.test(change.evidence.quote) &&
  change.evidence.quote.includes('.') &&
  [now, earlier].every(({ value, evidence }) => Number.isInteger(value) && !evidence.quote.includes('.'))

/** 增长1倍 is told to a tenth all the same: 0.9 is not rounded up to it. */
const halfTimes = ({ evidence, value }: StatedChange['change']): number => Math.max(0, writtenStep(evidence.quote, value) / 2 - 0.1)

/** How far the stated change is from a reading, beyond what the rounding of the levels and its own allows. Not above 0 where the two agree. */
export function distance({ change }: StatedChange, { figure, slack }: Reading): number {
  return Math.abs(figure - change.value) - slack - toldStep(change) / 2 - 1e-9
}

/** 与二季度99.81%持平 is told to the digit of the levels; 基本持平 is not. */
const toldStep = ({ value, evidence: { quote } }: StatedChange['change']): number =>
  value === 0 && quote === EVEN ? 0 : writtenStep(quote, value)

const EVEN = '持平'

/** 93.8 and 94.9 are told to differ by 1.2: written to the same digit, they differ by 1.1. */
export function isLastDigit(stated: StatedChange, { figure }: Reading): boolean {
  const steps = [stated.now, stated.earlier, stated.change].map(({ evidence, value }) => writtenStep(evidence.quote, value))
  const [step = 0] = steps
  const isRate = stated.now.unit === '%' && stated.change.unit === '个百分点'
  const off = Math.abs(figure - stated.change.value)
  return isRate && step <= 1 && steps.every((each) => each === step) && off > step / 2 && off <= step * 1.5 + 1e-9
}

/** The figure is right and its direction is not: the matter of direction.ts. */
export function isTurned({ change, ...levels }: StatedChange, reading: Reading): boolean {
  return change.value !== 0 && distance({ change: { ...change, value: -change.value }, ...levels }, { ...reading, slack: 0 }) <= 0
}

/** Counts are not rounded, nor is what is asked for. */
const half = ({ unit, role, evidence, value }: StatedChange['now']): number =>
  unit === '%' && role !== 'target' ? writtenStep(evidence.quote, value) / 2 : 0
