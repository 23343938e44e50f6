/** Which of the levels in one sentence are parts of one thing that may be set against each other: a whole and its parts, or two rates of other things, are none. */
import { isFar } from './drawn-conclusion.ts'
import type { Placed } from './juxtaposed.ts'
import type { JudgedValue, SentenceView } from './sentence-view.ts'

const RATE = '%'
const FULL = 100
/** A rate is stated to a tenth of a per cent at least. */
const ROUNDED = 0.1
/** 检定率, 合格率: so many characters tell which rate. */
const RATE_NAME = 3

/** 6批次不合格里它占了5批次 */
export const isMost = (values: readonly JudgedValue[]): boolean => {
  const [whole, part] = [values[0], values.at(-1)]
  return whole !== undefined && part !== undefined && whole.unit === part.unit && part.value * 2 > whole.value && part.value < whole.value
}

/** 汽柴油2批次不合格，一批次…，一批次…: a whole and its parts. */
export const isEnumerated = (levels: readonly Placed[]): boolean => {
  const [whole, ...others] = levels.map(({ value }) => value)
  const parts = others.filter(({ unit }) => unit === whole?.unit)
  return whole !== undefined && parts.length > 1 && parts.reduce((sum, { value }) => sum + value, 0) === whole.value
}

/** 检定率 and 合格率 are no two parts of one thing; 地膜 beside 滴灌带合格率 may be. */
const isOtherRate = (one: string, other: string): boolean =>
  one.endsWith('率') && other.endsWith('率') && one.slice(-RATE_NAME) !== other.slice(-RATE_NAME)

/** Two parts, and no more, that lie so far apart that nobody sets them side by side for nothing. */
export const areFar = (parts: readonly Placed[]): boolean => {
  const [one, other, ...more] = parts
  return one !== undefined && other !== undefined && more.length === 0 && !isOther(one.value, other.value) && isFar(one.value, other.value)
}
const isOther = (one: JudgedValue, other: JudgedValue): boolean =>
  one.indicator !== null && other.indicator !== null && one.indicator !== other.indicator

/** 发芽率79%、80%、81%: nothing but a comma stands between. */
const areListed = (one: Placed, other: Placed): boolean => {
  const [from, to] = [one.value.evidence, other.value.evidence].sort((a, b) => a.start - b.start)
  if (!from || !to || one.value.name !== other.value.name) return false
  const text = one.clause.words
  return /^[、和及0-9.%]*$/u.test(text.slice(text.indexOf(from.quote) + from.quote.length, text.lastIndexOf(to.quote)))
}

export const isPair = (one: Placed, other: Placed): boolean =>
  (other.clause !== one.clause || (one.value.unit === RATE && !areListed(one, other))) &&
  one.value.unit === other.value.unit &&
  one.value.value !== other.value.value &&
  !isOtherRate(one.value.name, other.value.name) &&
  isSameTime(one.value.period, other.value.period)

/** 应检120台，完成113台，定检率94.2%: two counts of which the sentence states the rate are a whole and what was done of it. */
export const isRateOf = ({ value: one }: Placed, { value: other }: Placed, { values }: SentenceView): boolean => {
  if (one.unit === RATE) return false
  const part = (FULL * Math.min(one.value, other.value)) / Math.max(one.value, other.value)
  return values.some(({ unit, value }) => unit === RATE && [part, FULL - part].some((rate) => Math.abs(rate - value) < ROUNDED))
}

/** A quarter is part of its year: 全年41吨，四季度就23吨. */
const isSameTime = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && (a.startsWith(b) || b.startsWith(a)))
