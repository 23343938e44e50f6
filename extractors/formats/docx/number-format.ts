/**
 * How automatic numbering writes a number: 一、二十一, ①, （Ⅳ）, AA. The names are those of ECMA-376 part 1, 17.18.59 (ST_NumberFormat);
 * a name that is not here is written in plain digits, as Word does.
 */

const DIGITS = [...'〇一二三四五六七八九']
const LEGAL_DIGITS = [...'零壹贰叁肆伍陆柒捌玖']
const TRADITIONAL_LEGAL_DIGITS = [...'零壹貳參肆伍陸柒捌玖']
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
const MOST_ROMAN = 5000

type Write = (value: number) => string

const FORMATS: Readonly<Record<string, Write>> = {
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
  chineseCountingThousand: (value) => thousands(value, DIGITS, ['', '十', '百', '千'], '万'),
  taiwaneseCounting: counted,
  taiwaneseCountingThousand: (value) => thousands(value, DIGITS, ['', '十', '百', '千'], '萬'),
  japaneseCounting: (value) => thousands(value, DIGITS, ['', '十', '百', '千'], '万').replaceAll('零', ''),
  chineseLegalSimplified: (value) => thousands(value, LEGAL_DIGITS, ['', '拾', '佰', '仟'], '万'),
  japaneseLegal: (value) => thousands(value, TRADITIONAL_LEGAL_DIGITS, ['', '拾', '佰', '仟'], '萬'),
  ideographLegalTraditional: (value) => thousands(value, TRADITIONAL_LEGAL_DIGITS, ['', '拾', '佰', '仟'], '萬'),
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  ideographTraditional: (value) => STEMS[value - 1] ?? String(value),
  ideographZodiac: (value) => BRANCHES[value - 1] ?? String(value),
  ideographZodiacTraditional: (value) => `${STEMS[(value - 1) % 10] ?? value}${BRANCHES[(value - 1) % 12] ?? ''}`,
}

export function formatNumber(value: number, format: string): string {
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
  return write === undefined || value < 0 ? String(value) : write(value)
}

function oneOf(value: number, first: number, count: number): string {
  return value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : String(value)
}

function circled(value: number): string {
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
  return value < 100 ? thousands(value, DIGITS, ['', '十', '百', '千'], '万') : digitByDigit(value)
}

function digitByDigit(value: number): string {
  return String(value).replace(/\d/gu, (digit) => DIGITS[Number(digit)] ?? digit)
}

/** 一百零一, 二千三百二十; 十 to 十九 without 一 where the digits are the plain ones. */
function thousands(value: number, digits: readonly string[], places: readonly string[], tenThousand: string): string {
  if (value === 0) return digits[0] ?? ''
  if (value < 10_000) {
    const text = belowTenThousand(value, digits, places)
    return digits === DIGITS && value >= 10 && value < 20 ? text.slice(1) : text
  }
  const rest = value % 10_000
  const gap = rest > 0 && rest < 1000 ? '零' : ''
  return thousands(Math.floor(value / 10_000), digits, places, tenThousand) + tenThousand + gap + belowTenThousand(rest, digits, places)
}

function belowTenThousand(value: number, digits: readonly string[], places: readonly string[]): string {
  let text = ''
  let gap = false
  for (let place = places.length - 1; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    text += `${gap ? '零' : ''}${digits[digit] ?? ''}${places[place] ?? ''}`
    gap = false
  }
  return text
}
