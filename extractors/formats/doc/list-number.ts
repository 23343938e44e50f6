/** A list's number in its writing ([MS-OSHARED] 2.2.1.3, MSONFC): 1, 2 / 一, 二 / ①, ② / a, b / i, ii … */
const DIGITS = '〇一二三四五六七八九'
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
const MOST = 9999

export function formatListNumber(number: number, format: number): string {
  if (number < 0 || number > MOST) return String(number)
  switch (format) {
    case 1:
      return roman(number)
    case 2:
      return roman(number).toLowerCase()
    case 3:
      return letters(number)
    case 4:
      return letters(number).toLowerCase()
    case 10:
    case 35:
    case 36:
      return [...String(number)].map((digit) => DIGITS[Number(digit)]).join('')
    case 11:
    case 33:
    case 37:
    case 39:
      return counting(number, DIGITS, '十百千')
    case 34:
    case 38:
      return counting(number, LEGAL_DIGITS, '拾佰仟')
    case 14:
      return [...String(number)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join('')
    case 18:
      return number >= 1 && number <= 20 ? String.fromCharCode(0x2460 + number - 1) : String(number)
    case 19:
      return number >= 1 && number <= 20 ? String.fromCharCode(0x2488 + number - 1) : `${number}.`
    case 20:
      return number >= 1 && number <= 20 ? String.fromCharCode(0x2474 + number - 1) : `(${number})`
    case 22:
      return String(number).padStart(2, '0')
    case 30:
      return STEMS[(number - 1) % 10] ?? String(number)
    case 31:
      return BRANCHES[(number - 1) % 12] ?? String(number)
    case 255:
      return ''
    default:
      return String(number)
  }
}

function counting(number: number, digits: string, units: string): string {
  if (number === 0) return digits[0] as string
  const figures = [...String(number)].map(Number)
  let text = ''
  for (const [index, figure] of figures.entries()) {
    const power = figures.length - 1 - index
    if (figure !== 0) text += (digits[figure] as string) + (power > 0 ? (units[power - 1] as string) : '')
    else if (!text.endsWith('零') && figures.slice(index + 1).some((later) => later !== 0)) text += '零'
  }
  return text.replace(/^[一壹](?=[十拾])/u, '')
}

const letters = (number: number): string =>
  number < 1 ? '' : String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1)

function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}
