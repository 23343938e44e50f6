/**
 * A number with its unit: 万 and 亿 multiplied out, 余, 多 and 来 noticed, the unit as the lexicon writes it.
 *
 *   120余万元 → 1200000 元, >     三成 → 30 %     58批 → 58 批次     5.2×10^4CFU/g → 52000 CFU/g     1小时45分 → 1.75 小时
 */
import { matchAt, sticky } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { chineseNumeral, type Numeral } from './numeral.ts'
import { createUnitReader } from './unit-reader.ts'

export interface Measured {
  readonly value: number
  /** Place value of the last digit written, in the unit of `value`. */
  readonly step: number
  /** '' where none is written. */
  readonly unit: string
  /** The unit as written. */
  readonly written: string
  readonly end: number
  /** What stands inside says: more (余, 多) or about so many (来). */
  readonly inside: '>' | '~' | null
}

export type Measure = (text: string, numeral: Numeral) => Measured

export const multipliers: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
}
/** 成 is a tenth of the whole. */
const TENTH = '成'
const HALF = '半'
/** 5.2×10^4, 5.2×10⁴ */
const POWER_OF_TEN = sticky('[×xX*]10(?:\\^[0-9]{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})')
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** 1万2千人, 3亿5000万元: what is left over of the larger multiplier. */
const REST = sticky('[0-9]{1,4}(?:\\.[0-9]+)?[百千万](?![分])')

export function createMeasure(lexicon: Lexicon): Measure {
  const unitOf = new Map(lexicon.units.flatMap(({ unit, synonyms }) => [unit, ...synonyms].map((name) => [name, unit] as const)))
  const unit = createUnitReader(lexicon, unitOf)
  const multiplier = sticky(wordPattern(Object.keys(multipliers)))
  const more = sticky(wordPattern(cue(lexicon, 'comparator-gt-after')))
  const about = sticky(wordPattern(cue(lexicon, 'comparator-approx-inside')))
  const numeralAfterTenth = sticky('[一二三四五六七八九半](?![一二三四五六七八九十百千万个家批件起数])')
  const smallerOf = new Map(
    lexicon.units.flatMap(({ unit: name, smaller }) => {
      const names = Object.keys(smaller)
      return names.length === 0 ? [] : [[name, { parts: smaller, follows: sticky(`[0-9]{1,2}(?:${wordPattern(names)})`) }] as const]
    }),
  )
  /** 45分 behind 1小时. */
  const smallerPart = (
    text: string,
    name: string,
    place: number,
  ): { readonly value: number; readonly step: number; readonly length: number } | null => {
    const smaller = smallerOf.get(name)
    const written = smaller === undefined ? '' : matchAt(smaller.follows, text, place)
    if (smaller === undefined || written === '') return null
    const digits = Number.parseInt(written, 10)
    const share = smaller.parts[written.replace(/^[0-9]+/u, '')] ?? 1
    return { value: digits / share, step: 1 / share, length: written.length }
  }
  return (text, numeral) => {
    const power = matchAt(POWER_OF_TEN, text, numeral.end)
    const afterPower = numeral.end + power.length
    const moreBefore = matchAt(more, text, afterPower)
    const aboutBefore = moreBefore === '' ? matchAt(about, text, afterPower) : ''
    const afterNumber = afterPower + moreBefore.length + aboutBefore.length
    // A unit that begins like a multiplier (千克, 万元 in the lexicon) is read as the unit.
    const multiplied = unit(text, afterNumber) === '' ? matchAt(multiplier, text, afterNumber) : ''
    const rest = multiplied === '万' || multiplied === '亿' ? matchAt(REST, text, afterNumber + multiplied.length) : ''
    const afterMultiplier = afterNumber + multiplied.length + rest.length
    const moreAfter = moreBefore === '' ? matchAt(more, text, afterMultiplier) : ''
    const written = unit(text, afterMultiplier + moreAfter.length)
    const unitName = unitOf.get(written) ?? written
    // 来 is about so many only within a measure: 50来家.
    if (aboutBefore !== '' && written === '' && multiplied === '')
      return { value: numeral.value, step: 10 ** -numeral.decimals, unit: '', written: '', end: numeral.end, inside: null }
    const factor = (multipliers[multiplied] ?? 1) * (written === TENTH ? 10 : 1) * 10 ** exponentOf(power)
    const unitEnd = afterMultiplier + moreAfter.length + written.length
    // 八成五 is 85 %, 两成半 25 %.
    const hundredths = written === TENTH && numeral.chinese ? matchAt(numeralAfterTenth, text, unitEnd) : ''
    const part = numeral.chinese || numeral.decimals > 0 ? null : smallerPart(text, unitName, unitEnd)
    const restFactor = multipliers[rest.slice(-1)] ?? 1
    const added =
      (rest === '' ? 0 : scaled(Number(rest.slice(0, -1)), restFactor)) +
      (hundredths === HALF ? 5 : (chineseNumeral(hundredths) ?? 0)) +
      (part?.value ?? 0)
    return {
      value: added === 0 ? scaled(numeral.value, factor) : Number((scaled(numeral.value, factor) + added).toPrecision(12)),
      step: part?.step ?? (rest === '' ? scaled(10 ** -numeral.decimals, factor) : restFactor),
      unit: unitName,
      written,
      end: unitEnd + hundredths.length + (part?.length ?? 0),
      inside: moreBefore !== '' || moreAfter !== '' ? '>' : aboutBefore !== '' ? '~' : null,
    }
  }
}

/** The exponent of a power of ten as written; 0 where none is. */
function exponentOf(power: string): number {
  if (power === '') return 0
  const written = power.slice(power.indexOf('10') + 2)
  return written.startsWith('^') ? Number(written.slice(1)) : Number([...written].map((each) => RAISED.indexOf(each)).join(''))
}

/** Multiplies without the noise of binary fractions: 2.07 × 1e8 is 207000000. */
export const scaled = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(15)))
