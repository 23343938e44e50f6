/**
 * A number with its unit: 万 and 亿 multiplied out, 余 and 多 noticed, the unit as the lexicon writes it.
 *
 *   120余万元 → 1200000 元, more     三成 → 30 %     58批 → 58 批次
 */
import { matchAt, sticky } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { chineseNumeral, type Numeral } from './numeral.ts'

export interface Measured {
  readonly value: number
  /** Place value of the last digit written, in the unit of `value`. */
  readonly step: number
  /** '' where none is written. */
  readonly unit: string
  /** The unit as written. */
  readonly written: string
  readonly end: number
  /** 余 or 多 stands with it. */
  readonly more: boolean
}

export type Measure = (text: string, numeral: Numeral) => Measured

const MULTIPLIERS: Readonly<Record<string, number>> = {
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
const HALF_OF_TENTH = 5

export function createMeasure(lexicon: Lexicon): Measure {
  const unitOf = new Map(lexicon.units.flatMap(({ unit, synonyms }) => [unit, ...synonyms].map((name) => [name, unit] as const)))
  const unit = sticky(wordPattern([...unitOf.keys()]))
  const multiplier = sticky(wordPattern(Object.keys(MULTIPLIERS)))
  const more = sticky(wordPattern(cue(lexicon, 'comparator-gt-after')))
  const numeralAfterTenth = sticky('[一二三四五六七八九](?![一二三四五六七八九十百千万个家批件起])')
  return (text, numeral) => {
    const moreBefore = matchAt(more, text, numeral.end)
    const afterNumber = numeral.end + moreBefore.length
    // A unit that begins like a multiplier (千克, 万元 in the lexicon) is read as the unit.
    const multiplied = matchAt(unit, text, afterNumber) === '' ? matchAt(multiplier, text, afterNumber) : ''
    const afterMultiplier = afterNumber + multiplied.length
    const moreAfter = moreBefore === '' ? matchAt(more, text, afterMultiplier) : ''
    const written = matchAt(unit, text, afterMultiplier + moreAfter.length)
    const factor = (MULTIPLIERS[multiplied] ?? 1) * (written === TENTH ? 10 : 1)
    const unitEnd = afterMultiplier + moreAfter.length + written.length
    // 八成五 is 85 %.
    const hundredths = written === TENTH && numeral.chinese ? matchAt(numeralAfterTenth, text, unitEnd) : ''
    // 两成半 is 25 %.
    const half = written === TENTH && numeral.chinese && hundredths === '' && text[unitEnd] === '半'
    return {
      value: scaled(numeral.value, factor) + (chineseNumeral(hundredths) ?? 0) + (half ? HALF_OF_TENTH : 0),
      step: scaled(10 ** -numeral.decimals, factor),
      unit: unitOf.get(written) ?? '',
      written,
      end: unitEnd + hundredths.length + (half ? 1 : 0),
      more: moreBefore !== '' || moreAfter !== '',
    }
  }
}

/** Multiplies without the noise of binary fractions: 2.07 × 1e8 is 207000000. */
export const scaled = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(15)))
