/**
 * How automatic numbering writes a number: 一、二十一, ①, （Ⅳ）, AA. The names are those of ECMA-376 part 1, 17.18.59 (ST_NumberFormat);
 * a name that is not here is written in plain digits, and `isKnownFormat` tells so.
 */
import { type ChineseScript, digitByDigit, inPlaces, legalChinese, plainChinese } from './chinese-number.ts'

const traditional: ChineseScript = { ...plainChinese, myriads: ['萬', '億'] }
const traditionalLegal: ChineseScript = { ...legalChinese, digits: [...'零壹貳參肆伍陸柒捌玖'], myriads: ['萬', '億'] }
const STEMS = [...'甲乙丙丁戊己庚辛壬癸']
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥']
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
const MOST_LETTERS = 30
const SIGNS = [...'*†‡§']
const MOST_SIGNS = 40
const MOST_ROMAN = 5000

type Write = (value: number) => string

const FORMATS: Readonly<Record<string, Write>> = {
  decimal: String,
  chicago,
  none: () => '',
  bullet: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => oneOf(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => oneOf(value, 0x2488, 20),
  ideographEnclosedCircle: (value) => oneOf(value, 0x3280, 10),
  numberInDash: (value) => `- ${value} -`,
  ordinal: (value) => `${value}${ordinalEnding(value)}`,
  hex: (value) => value.toString(16).toUpperCase(),
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerLetter: letters,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  chineseCounting: counted,
  chineseCountingThousand: (value) => inPlaces(value, plainChinese),
  taiwaneseCounting: counted,
  taiwaneseCountingThousand: (value) => inPlaces(value, traditional),
  japaneseCounting: (value) => inPlaces(value, { ...plainChinese, gap: '' }),
  chineseLegalSimplified: (value) => inPlaces(value, legalChinese),
  japaneseLegal: (value) => inPlaces(value, traditionalLegal),
  ideographLegalTraditional: (value) => inPlaces(value, traditionalLegal),
  ideographDigital: digits,
  japaneseDigitalTenThousand: digits,
  taiwaneseDigital: digits,
  ideographTraditional: (value) => STEMS[value - 1] ?? String(value),
  ideographZodiac: (value) => BRANCHES[value - 1] ?? String(value),
  ideographZodiacTraditional: (value) => `${STEMS[(value - 1) % 10] ?? value}${BRANCHES[(value - 1) % 12] ?? ''}`,
}

export function listLabel(value: number, format: string): string {
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
  return write === undefined || value < 0 ? String(value) : write(value)
}

/** False where `listLabel` gives plain digits for want of anything better (ordinalText, aiueo, a format of the document's own). */
export const isKnownFormat = (format: string): boolean => Object.hasOwn(FORMATS, format)

/** *, †, ‡, §, **, … */
function chicago(value: number): string {
  return value < 1 || value > MOST_SIGNS ? String(value) : (SIGNS[(value - 1) % SIGNS.length] ?? '').repeat(Math.ceil(value / SIGNS.length))
}

function oneOf(value: number, first: number, count: number): string {
  return value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : String(value)
}

/** ① … ㊿, and plain digits beyond. */
export function circled(value: number): string {
  if (value > 35) return value <= 50 ? String.fromCodePoint(0x32b1 + value - 36) : String(value)
  if (value > 20) return String.fromCodePoint(0x3251 + value - 21)
  return value === 0 ? '⓪' : oneOf(value, 0x2460, 20)
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
}

/** a … z, aa, bb …: Word repeats the letter. */
function letters(value: number): string {
  if (value < 1 || value > 26 * MOST_LETTERS) return String(value)
  return String.fromCodePoint(0x61 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function roman(value: number): string {
  if (value < 1 || value > MOST_ROMAN) return String(value)
  let rest = value
  let text = ''
  for (const [worth, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return text
}

function ordinalEnding(value: number): string {
  if (Math.floor(value / 10) % 10 === 1) return 'th'
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'
}

/** 一 … 九十九, from there digit by digit: 一〇〇. */
function counted(value: number): string {
  return value < 100 ? inPlaces(value, plainChinese) : digits(value)
}

function digits(value: number): string {
  return digitByDigit(String(value), plainChinese)
}
