/**
 * Numerals: the characters of one number and what they are worth, Arabic or Chinese.
 *
 *   97.5   1,234   1 580件   十二   一百二十六   两万三千   三点五   〇
 *
 * Units, comparators and signs are quantity.ts's.
 */
import { matchAt, matchesOf, sticky } from '../language/match-at.ts'
import { EXPONENT, readExponent } from './exponent.ts'

export interface Numeral {
  readonly start: number
  readonly end: number
  readonly value: number
  /** Only where two digits side by side tell about how many: 七八 is 7 to 8, 三四十 30 to 40. */
  readonly upper?: number
  /** Decimals as written. */
  readonly decimals: number
  readonly chinese: boolean
}

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇', '一壹', '二两贰俩', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((written, digit) =>
    [...written].map((each) => [each, digit]),
  ),
)
const POWERS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 兆: 1e12 }
/** 廿三 is 二十三. */
const TENS: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十' }

/** One pass over a text; each alternative begins with another character class, so that nothing is tried twice. */
const NUMERAL =
  /(?:[百千]万|[百千万])(?=分之|分百)|(?<=[近约上逾超过破])[百千](?=[\p{Script=Han}])|(?<![几数一二两三四五六七八九十百千万亿0-9.])[百千](?=余)|(?<![0-9.,] ?)[0-9]{1,3}(?: [0-9]{3}(?![0-9.,]))+(?=[\p{Script=Han}\t])|[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?|半(?=数|个百分点|成(?!品))|[一二两俩三四五六七八九十廿卅零〇壹贰叁肆伍陆柒捌玖拾][一二两俩三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖拾佰仟]*(?:(?:[万亿]|兆(?=[一二三四五六七八九十]))[一二两俩三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖拾佰仟]*)*(?:点[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]+)?/gu

const POWER = sticky(EXPONENT)
/** 5.2×10⁵ */
const BY = /[×xX*·]/u

const ESTIMATE = /^(.*[十百千万亿]|)([一二两三四五六七八])([二两三四五六七八九])([十百千]?[万亿]?)$/u

export function readNumerals(text: string): Numeral[] {
  const numerals: Numeral[] = []
  for (const { 0: matched, index: start } of matchesOf(NUMERAL, text)) {
    const chinese = !/^[0-9]/.test(matched)
    const written = chinese ? falling(matched) : matched
    const end = start + written.length
    const value = chinese ? inWords(written, text[end]) : { value: Number(written.replaceAll(/[, ]/gu, '')) }
    if (value === null) continue
    const exponent = written === '10' && text[start - 1] !== '.' ? matchAt(POWER, text, end) : ''
    if (exponent !== '') {
      const power = readExponent(exponent)
      // 10² may be the number 10 with the mark of a note.
      if (BY.test(text[start - 1] ?? '') || power < 0 || power > 2)
        numerals.push({ start, end: end + exponent.length, value: Number(`1e${power}`), decimals: -power, chinese })
      continue
    }
    const point = written.search(chinese ? /点/u : /\./u)
    numerals.push({ start, end, ...value, decimals: point < 0 ? 0 : written.length - point - 1, chinese })
  }
  return numerals
}

/** As much of a numeral as has falling places: of 二十五千克 it is 二十五 (and 千克 its unit), of 一百千瓦 一百. */
function falling(written: string): string {
  let last = Number.POSITIVE_INFINITY
  for (const [at, character] of [...written].entries()) {
    if (character in MYRIADS) last = Number.POSITIVE_INFINITY
    const power = POWERS[character]
    if (power === undefined) continue
    if (power >= last) return written.slice(0, at)
    last = power
  }
  return written
}

function inWords(written: string, next: string | undefined): { readonly value: number; readonly upper?: number } | null {
  const value = written === '半' ? 0.5 : (chineseNumeral(written) ?? hundredths(written, next))
  return value === null ? estimated(written) : { value }
}

/** 七八, 十七八, 三四十万: two digits that follow each other, and 三五. */
function estimated(written: string): { readonly value: number; readonly upper: number } | null {
  const [, before = '', first = '', second = '', after = ''] = ESTIMATE.exec(written) ?? []
  const value = chineseNumeral(before + first + after)
  const upper = chineseNumeral(before + second + after)
  return value !== null && upper !== null && (DIGITS[second] === (DIGITS[first] ?? 0) + 1 || first + second === '三五')
    ? { value, upper }
    : null
}

/** 七五折: two digits that are told one by one. */
const hundredths = (written: string, next: string | undefined): number | null =>
  next === '折' && written.length === 2 ? Number([...written].map((character) => DIGITS[character]).join('')) : null

/** The value of a Chinese numeral, or null where the characters make none (一十百). */
export function chineseNumeral(text: string): number | null {
  if (text in MYRIADS) return MYRIADS[text] as number
  const [whole = '', fraction] = text.replace(/[廿卅]/u, (tens) => TENS[tens] ?? tens).split('点')
  if (whole.length > 1 && [...whole].every((character) => character in DIGITS)) return digitByDigit(whole, fraction)
  let total = 0
  let section = 0
  let digit: number | null = null
  /** What a digit counts that nothing follows: 一百二 is 120, 一百零二 is 102. */
  let last = 1
  let previous = ''
  for (const character of whole) {
    if (character in DIGITS) {
      if (digit !== null && digit !== 0) return null
      digit = DIGITS[character] as number
      if (digit === 0) last = 1
    } else if (character in POWERS) {
      last = (POWERS[character] as number) / 10
      section += (digit ?? 1) * (POWERS[character] as number)
      digit = null
    } else if (character in MYRIADS) {
      const myriad = MYRIADS[character] as number
      const below = section + (digit ?? 0)
      // 一万亿 is ten thousand of 亿, 四万万 ten thousand times 四万; 一亿八千万 is 亿 and 万 side by side.
      total = total < myriad || previous in MYRIADS ? (total + below) * myriad : total + below * myriad
      last = myriad / 10
      section = 0
      digit = null
    } else return null
    previous = character
  }
  return decimal(total + section + (digit ?? 0) * last, fraction)
}

/** 二〇二〇 and 九五: digits one by one. Two to a list (三四家) are an estimate, not a number. */
function digitByDigit(whole: string, fraction: string | undefined): number | null {
  if (!/[零〇]/u.test(whole) && whole.length < 4) return null
  return decimal(Number([...whole].map((character) => DIGITS[character]).join('')), fraction)
}

function decimal(whole: number, fraction: string | undefined): number {
  if (!fraction) return whole
  return Number(`${whole}.${[...fraction].map((character) => DIGITS[character]).join('')}`)
}
