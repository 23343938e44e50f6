/**
 * Whether a stated value meets the target of its indicator.
 *
 *   合格率97.5%, target ≥95   met        合格率90%以上, target ≥95   unknown: 92 and 96 are both "90以上"
 *   合格率90%,   target ≥95   unmet      约95%,        target ≥95   unknown
 *
 * A value is the set of numbers that its words allow: it meets the target when all of them do, fails it when none does. Only a level reached
 * (`actual`) in the target's own unit is held against it.
 */
import { isLevel } from '../extractors/indicators/level.ts'
import type { Value } from '../extractors/indicators/value.ts'
import type { Indicator } from '../extractors/lexicon.ts'
import { inUnit } from '../extractors/quantities/in-unit.ts'
import type { Target } from './context.ts'
import { comparatorSigns, quantityWords } from './wording.ts'

export type Attainment = 'met' | 'unmet' | 'unknown'

export const attainmentWords: Readonly<Record<Attainment, string>> = { met: '达标', unmet: '未达标', unknown: '无法判断' }

/** null where there is nothing to hold: no target, or not a level reached. */
export function attainment(value: Value, target: Target | undefined, indicator: Indicator | undefined): Attainment | null {
  if (target === undefined || !isLevel(value, indicator?.kind)) return null
  const { comparator } = value
  const stated = inUnit(value, indicator?.unit ?? '')
  if (comparator === '~' || stated.unit !== indicator?.unit) return 'unknown'
  const allowed = interval(comparator, stated.value, stated.upper)
  const asked = interval(target.op, target.value)
  if (within(allowed, asked)) return 'met'
  return apart(allowed, asked) ? 'unmet' : 'unknown'
}

export const targetWords = ({ op, value }: Target, unit: string): string => `${comparatorSigns[op]}${quantityWords(value, unit)}`

/** The numbers that a comparator allows; an open end leaves its number out. */
interface Interval {
  readonly from: number
  readonly to: number
  readonly openFrom: boolean
  readonly openTo: boolean
}

function interval(op: Target['op'], value: number, upper = value): Interval {
  const closed = { from: value, to: upper, openFrom: false, openTo: false }
  if (op === '>=' || op === '>') return { ...closed, to: Number.POSITIVE_INFINITY, openFrom: op === '>' }
  if (op === '<=' || op === '<') return { ...closed, from: Number.NEGATIVE_INFINITY, to: upper, openTo: op === '<' }
  return closed
}

const within = (inner: Interval, outer: Interval): boolean =>
  (inner.from > outer.from || (inner.from === outer.from && (inner.openFrom || !outer.openFrom))) &&
  (inner.to < outer.to || (inner.to === outer.to && (inner.openTo || !outer.openTo)))

const apart = (one: Interval, other: Interval): boolean => before(one, other) || before(other, one)

const before = (one: Interval, other: Interval): boolean => one.to < other.from || (one.to === other.from && (one.openTo || other.openFrom))
