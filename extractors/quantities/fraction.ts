/** Fractions in words: 百分之九十七点五 is 97.5 %, 千分之六 is 6 ‰, 万分之三 is 0.03 %, 百万分之三 0.0003 %, 三分之一 is 33.3333 %, 一半 is 50 %. */
import { matchAt, sticky } from '../language/match-at.ts'
import type { Measured } from './measure.ts'
import type { Numeral } from './numeral.ts'

const PART_OF = sticky('分之')
const HALF = sticky('一半|半数')
/** 占1/4, 近2/3的: a fraction in figures stands behind a word of measure; 3/15 alone is a day. */
const IN_FIGURES = /(?:^|[占约近达为到过有的足超])$/u
const LARGEST_DENOMINATOR = 12
const ALL = sticky('百分之?百')

/** The fraction whose denominator is the numeral at `index`; the numerator is the next one. */
export function readFraction(text: string, numerals: readonly Numeral[], index: number): Measured | null {
  const denominator = numerals[index]
  const numerator = numerals[index + 1]
  if (!denominator) return null
  if (matchAt(HALF, text, denominator.start) !== '')
    return { value: 50, step: 1, unit: '%', written: '一半', end: denominator.start + 2, inside: null }
  if (
    numerator &&
    text.slice(denominator.end, numerator.start) === '/' &&
    IN_FIGURES.test(text.slice(Math.max(0, denominator.start - 1), denominator.start))
  )
    if (denominator.value < numerator.value && numerator.value <= LARGEST_DENOMINATOR)
      return {
        value: Number(((denominator.value / numerator.value) * 100).toPrecision(12)),
        step: 0.01,
        unit: '%',
        written: '/',
        end: numerator.end,
        inside: null,
      }
  const all = matchAt(ALL, text, denominator.start)
  if (all !== '') return { value: 100, step: 1, unit: '%', written: all, end: denominator.start + all.length, inside: null }
  // 0分之一 is no fraction.
  if (!numerator || denominator.value === 0) return null
  const joint = matchAt(PART_OF, text, denominator.end)
  if (joint === '' || numerator.start !== denominator.end + joint.length) return null
  const perMille = denominator.value === 1000
  const digits = perMille ? 0 : Math.log10(denominator.value) - 2
  const inWords = Number.isInteger(digits) && digits >= 0
  const decimals = numerator.decimals + (inWords ? digits : 0)
  return {
    value: Number(((numerator.value / denominator.value) * (perMille ? 1000 : 100)).toPrecision(12)),
    step: inWords ? 10 ** -decimals : 0.01,
    unit: perMille ? '‰' : '%',
    written: joint,
    end: numerator.end,
    inside: null,
  }
}
