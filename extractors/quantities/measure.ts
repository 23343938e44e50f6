/**
 * A number with its unit: 万 and 亿 multiplied out, 余, 多 and 来 noticed, the unit as the lexicon writes it.
 *
 *   120余万元 → 1200000 元, >     三成 → 30 %     58批 → 58 批次     5.2×10^4CFU/g → 52000 CFU/g     1小时45分 → 1.75 小时
 */
import { matchAt, matchesOf, sticky } from '../language/match-at.ts'
import { guardedPattern, wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon, unitsBySpelling } from '../lexicon.ts'
import { EXPONENT, readExponent } from './exponent.ts'
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
  万万: 1e8,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
}
/** 成 is a tenth of the whole; so is 折, but 七五折 and 75折 are in hundredths. */
const TENTH = '成'
const OF_TEN = '折'
const HALF = '半'
/** 两吨半, 三倍半的: a half of the unit before it, where nothing else begins. */
const AND_HALF = sticky('半(?=[，。；、：）]|$|的|以[上下内]|左右|多)')
const LEADING_NUMERAL = /^(?:[0-9]+|[一二两三四五六七八九十]+)/u
/** 两个半小时 */
const AND_HALF_OF = '个'
/** 5.2×10^4, 5.2×10⁴ */
const POWER_OF_TEN = sticky(`[×xX*·]10(?:${EXPONENT})`)
/** 1万2千人, 3亿5000万元, 5万4千6百元: what is left over of the larger multipliers, part by part. */
const REST = sticky('(?:[0-9]{1,4}(?:\\.[0-9]+)?(?:[百千]?万|[百千])(?![分])){1,4}')
const PART = /([0-9.]+)([百千]?万|[百千])/gu

export function createMeasure(lexicon: Lexicon): Measure {
  const unitOf = unitsBySpelling(lexicon)
  const unit = createUnitReader(lexicon, unitOf)
  const multiplier = sticky(wordPattern(Object.keys(multipliers)))
  const inside = guardedPattern(cue(lexicon, 'comparator-gt-inside'), lexicon.cues['comparator-gt-inside:misfires'] ?? [])
  const more = sticky(`${wordPattern(cue(lexicon, 'comparator-gt-after'))}|${inside}`)
  const about = sticky(wordPattern(cue(lexicon, 'comparator-approx-inside')))
  const numeralAfterTenth = sticky('[一二三四五六七八九半](?![一二三四五六七八九十百千万个家批件起数])')
  const smallerOf = new Map(
    lexicon.units.flatMap(({ unit: name, smaller }) => {
      const names = Object.keys(smaller)
      return names.length === 0
        ? []
        : [[name, { parts: smaller, follows: sticky(`(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?:${wordPattern(names)})`) }] as const]
    }),
  )
  const longOf = new Map(lexicon.units.flatMap(({ unit: name, short }) => short.map((each) => [each, name] as const)))
  /** 45分 behind 1小时, 五角 behind 十二元. */
  const smallerPart = (
    text: string,
    name: string,
    place: number,
  ): { readonly value: number; readonly step: number; readonly length: number } | null => {
    const smaller = smallerOf.get(name)
    const written = smaller === undefined ? '' : matchAt(smaller.follows, text, place)
    if (smaller === undefined || written === '') return null
    const digits = LEADING_NUMERAL.exec(written)?.[0] ?? ''
    const count = Number.isNaN(Number(digits)) ? chineseNumeral(digits) : Number(digits)
    if (count === null) return null
    const share = smaller.parts[written.slice(digits.length)] ?? 1
    return { value: count / share, step: 1 / share, length: written.length }
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
    const afterMore = afterMultiplier + moreAfter.length
    const blank = text[afterMore] === ' ' && unit(text, afterMore + 1) !== '' ? 1 : 0
    const counted = unit(text, afterMore + blank)
    const halved = counted === AND_HALF_OF && text[afterMore + 1] === HALF ? unit(text, afterMore + 2) : ''
    const written = halved === '' ? counted : counted + HALF + halved
    const unitName = unitOf.get(halved || written) ?? (halved || written).replace('每', '/')
    // 来 is about so many only within a measure: 50来家.
    if (aboutBefore !== '' && written === '' && multiplied === '')
      return { value: numeral.value, step: 10 ** -numeral.decimals, unit: '', written: '', end: numeral.end, inside: null }
    const factor =
      (multipliers[multiplied] ?? 1) * (written === TENTH || (written === OF_TEN && numeral.value <= 10) ? 10 : 1) * 10 ** exponentOf(power)
    const unitEnd = afterMore + blank + written.length
    // 八成五 is 85 %, 两成半 25 %.
    const hundredths = written === TENTH && numeral.chinese ? matchAt(numeralAfterTenth, text, unitEnd) : ''
    const half = written === TENTH ? '' : matchAt(AND_HALF, text, unitEnd)
    // 12分47秒: minutes, and no score.
    const long = longOf.get(written)
    const part = numeral.decimals > 0 ? null : smallerPart(text, long ?? unitName, unitEnd)
    const added =
      leftOver(rest) +
      (hundredths === HALF ? 5 : (chineseNumeral(hundredths) ?? 0)) +
      (half === '' && halved === '' ? 0 : 0.5) +
      (part?.value ?? 0)
    return {
      value: added === 0 ? scaled(numeral.value, factor) : rounded(scaled(numeral.value, factor) + added, part !== null),
      step: part?.step ?? (rest === '' ? scaled(10 ** -numeral.decimals, factor) : lastMultiplier(rest)),
      unit: part !== null && long !== undefined ? long : unitName,
      written,
      end: unitEnd + hundredths.length + half.length + (part?.length ?? 0),
      inside: moreBefore !== '' || moreAfter !== '' ? '>' : aboutBefore !== '' ? '~' : null,
    }
  }
}

/** Seconds and minutes are parts that no decimal ends on: 12分47秒 is 12.78 minutes. */
const rounded = (value: number, inParts: boolean): number => Number(inParts ? value.toFixed(2) : value.toPrecision(12))

/** 4千6百 is 4600, 1万4千 is 14000; 0 where nothing is left over. */
const leftOver = (rest: string): number =>
  rest === '' ? 0 : sum(matchesOf(PART, rest).map(([, digits, multiplier]) => scaled(Number(digits), multipliers[multiplier ?? ''] ?? 1)))

const lastMultiplier = (rest: string): number => multipliers[/[百千万]+$/u.exec(rest)?.[0] ?? ''] ?? 1

const sum = (parts: readonly number[]): number => parts.reduce((whole, part) => whole + part, 0)

/** The exponent of a power of ten as written; 0 where none is. */
function exponentOf(power: string): number {
  if (power === '') return 0
  return readExponent(power.slice(power.indexOf('10') + 2))
}

/** Multiplies without the noise of binary fractions: 2.07 × 1e8 is 207000000. */
export const scaled = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(15)))
