/**
 * Numerals: the characters of one number and what they are worth, Arabic or Chinese.
 *
 *   97.5   1,234   1 580件   十二   一百二十六   两万三千   三点五   〇
 *
 * Units, comparators and signs are quantity.ts's.
 */
import { matchesOf } from '../language/match-at.ts'

export interface Numeral {
  readonly start: number
  readonly end: number
  readonly value: number
  /** Decimals as written. */
  readonly decimals: number
  readonly chinese: boolean
}

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇', '一壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((written, digit) =>
    [...written].map((each) => [each, digit]),
  ),
)
const POWERS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }
/** 廿三 is 二十三. */
const TENS: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十' }

/** One pass over a text; each alternative begins with another character class, so that nothing is tried twice. */
const NUMERAL =
  /[百千万](?=分之|分百)|(?<=[近约上逾超过破])[百千](?=[\p{Script=Han}])|(?<![几数一二两三四五六七八九十百千万亿0-9.])[百千](?=余)|(?<![0-9.,] ?)[0-9]{1,3}(?: [0-9]{3}(?![0-9.,]))+(?=[\p{Script=Han}\t])|[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?|半(?=数|个百分点)|[一二两三四五六七八九十廿卅零〇壹贰叁肆伍陆柒捌玖拾][一二两三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖拾佰仟]*(?:[万亿][一二两三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖拾佰仟]*)*(?:点[零一二三四五六七八九]+)?/gu

export function readNumerals(text: string): Numeral[] {
  const numerals: Numeral[] = []
  for (const match of matchesOf(NUMERAL, text)) {
    const written = match[0]
    const chinese = !/^[0-9]/.test(written)
    const value = written === '半' ? 0.5 : chinese ? chineseNumeral(written) : Number(written.replaceAll(/[, ]/gu, ''))
    if (value === null) continue
    const point = written.search(chinese ? /点/u : /\./u)
    numerals.push({
      start: match.index,
      end: match.index + written.length,
      value,
      decimals: point < 0 ? 0 : written.length - point - 1,
      chinese,
    })
  }
  return numerals
}

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
      // 一万亿 is ten thousand of 亿; 一亿八千万 is 亿 and 万 side by side.
      total = myriad === MYRIADS['亿'] ? (total + below) * myriad : total + below * myriad
      last = myriad / 10
      section = 0
      digit = null
    } else return null
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
