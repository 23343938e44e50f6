/**
 * A cell's number as its reader sees it, by the cell's number format: 0.975 under 0.0% is "97.5%", 44012 under yyyy-mm-dd is "2020-06-30".
 *
 * The formats themselves are read by SSF (ECMA-376 part 1, 18.8.31). Built-in formats that depend on the country are those of a Chinese Excel.
 */
import ssf from 'ssf'
import { nativeFormat } from './native-digits.ts'
import { partedDigits } from './parted-digits.ts'

/** Built-in formats whose appearance depends on the country: ECMA-376 part 1, 18.8.30, zh-cn. */
const CHINESE_BUILT_IN: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'yyyy"年"m"月"',
  35: 'yyyy"年"m"月"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'yyyy"年"m"月"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}
const GENERAL = 'General'
/** Excel itself allows no longer format. */
const LONGEST_FORMAT = 255

/** aaaa is 星期三, aaa 三; in A/P and AM/PM there is but one. */
const WEEKDAY = /^a{3,4}/iu
const LONGEST_WEEKDAY = 4
const DAYS = [...'日一二三四五六']
const DAYS_TO_1904 = 1462

export interface FormattedNumber {
  readonly text: string
  /** False when the format could not be followed and the number is given as it is. */
  readonly followed: boolean
}

export function formatNumber(value: number, format: string | number, date1904: boolean): FormattedNumber {
  const code = typeof format === 'number' ? (CHINESE_BUILT_IN[format] ?? format) : format
  if (code === 0 || /^general$/iu.test(String(code))) return { text: general(value), followed: true }
  if (typeof code === 'string' && code.length > LONGEST_FORMAT) return { text: general(value), followed: false }
  const native = typeof code === 'string' ? nativeFormat(code, value) : null
  try {
    const plain = typeof code === 'string' ? plainCode(native?.code ?? code, value, date1904) : null
    const parted = plain === null ? null : partedDigits(plain, value)
    if (parted?.text === null) return { text: general(value), followed: false }
    const shown = (parted?.text ?? ssf.format(plain ?? code, value, { date1904 })).trim()
    const text = native === null ? shown : native.write(shown)
    return text === '' && value !== 0 && code !== ';;;' ? { text: general(value), followed: false } : { text, followed: true }
  } catch {
    return { text: general(value), followed: false }
  }
}

/** Long whole numbers are given in full, where a narrow cell would show 1.23457E+11. */
const general = (value: number): string => (Number.isSafeInteger(value) ? String(value) : ssf.format('General', value))

const weekdayOf = (value: number, date1904: boolean): string =>
  DAYS[(((Math.floor(value) - 1 + (date1904 ? DAYS_TO_1904 : 0)) % 7) + 7) % 7] ?? ''

/**
 * The format in the words SSF knows: signs beyond ASCII quoted (￥, ‰, 万), `!` made a backslash, General made the number itself (beside it SSF shows nothing
 * else: General"元"), and left out what does not change which digits there are ([DBNum1], [$-804]).
 */
function plainCode(code: string, value: number, date1904: boolean): string {
  const source = code
    .replace(/\[DBNum[0-9]\]/giu, '')
    .replace(/\[\$-[0-9A-Za-z,]{1,12}\]/gu, '')
    .replace(/G\/通用格式/gu, GENERAL)
  let plain = ''
  const beginsGeneral = (at: number): boolean => source.slice(at, at + GENERAL.length).toLowerCase() === 'general'
  let quoted = false
  let bracketed = false
  for (let at = 0; at < source.length; at++) {
    const character = source[at] as string
    const halfDay = source.startsWith('上午/下午', at)
    const weekday = WEEKDAY.exec(source.slice(at, at + LONGEST_WEEKDAY))?.[0].length ?? 0
    if (character === '"') quoted = !quoted
    if (!quoted) bracketed = character === '[' || (bracketed && character !== ']')
    if (quoted || bracketed || character === '"') plain += character
    else if ((character === 'G' || character === 'g') && beginsGeneral(at)) {
      plain += `"${general(value < 0 && source.includes(';') ? -value : value)}"`
      at += GENERAL.length - 1
    } else if (weekday > 0) {
      plain += `"${weekday === LONGEST_WEEKDAY ? '星期' : ''}${weekdayOf(value, date1904)}"`
      at += weekday - 1
    } else if (character === '!') plain += '\\'
    else if (halfDay) {
      plain += '上午/下午'
      at += 4
    } else if (character === '\\' || character === '_' || character === '*') {
      plain += character + (source[at + 1] ?? '')
      at++
    } else plain += character > '\u007f' ? `"${character}"` : character
  }
  return quoted ? `${plain}"` : plain
}
