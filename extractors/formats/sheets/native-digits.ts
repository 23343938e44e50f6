/**
 * Number formats that write figures in Chinese: [DBNum1] 一百〇五, [DBNum2] 壹佰零伍, [DBNum3] １百０５. By places where the format leaves the number as it is
 * (General), digit by digit where it asks for digits (0, #), and for dates as they are written: 二〇二〇年十二月三十一日.
 */
import { type ChineseScript, digitByDigit, inPlaces, legalChinese, plainChinese } from '../chinese-number.ts'

const SCRIPTS: readonly ChineseScript[] = [
  { ...plainChinese, gap: '〇', shortTeens: false },
  legalChinese,
  { ...plainChinese, digits: [...'０１２３４５６７８９'], gap: '０', shortTeens: false },
]
const MARK = /\[DBNum([1-3])\]/iu
/** Digits that the format itself writes are set aside while those of the number are turned. */
const ASIDE = 0xe000
const LITERAL = /"[^"]{0,255}"?|[\\!][0-9]/gu
const BRACKETED = /\[[^\]]{0,255}\]/gu
/** Excel itself keeps fifteen figures. */
const MOST_PLACES = 15

export interface NativeFormat {
  /** What is left for the formatter. */
  readonly code: string
  /** The formatted text as its reader sees it. */
  readonly write: (text: string) => string
}

/** null where the part of the format that a number of this sign takes has no such mark. */
export function nativeFormat(code: string, value: number): NativeFormat | null {
  if (!MARK.test(code)) return null
  const shielded = code.replace(LITERAL, (literal) =>
    literal.replace(/[0-9;]/gu, (sign) => String.fromCharCode(ASIDE + sign.charCodeAt(0))),
  )
  const parts = shielded.split(';')
  const part = (value < 0 ? parts[1] : value === 0 ? parts[2] : undefined) ?? parts[0] ?? ''
  const script = SCRIPTS[Number(MARK.exec(part)?.[1] ?? 0) - 1]
  if (script === undefined) return null
  const bare = part.replace(BRACKETED, '')
  const turn = turner(bare.replace(LITERAL, ''), script)
  return {
    code: bare === '' && parts.length === 1 ? `${shielded}General` : shielded,
    write: (text) => turn(text).replace(/[\ue000-\ue0ff]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - ASIDE)),
  }
}

function turner(shape: string, script: ChineseScript): (text: string) => string {
  const digits = (text: string): string => digitByDigit(text, script)
  if (shape.trim() === '' || /general|G\/通用格式/iu.test(shape))
    return (text) =>
      text.replace(/(\d+)(\.\d+)?/gu, (number, whole: string, decimals: string = '') =>
        whole.length > MOST_PLACES || text.includes('E') ? number : `${inPlaces(Number(whole), script)}${digits(decimals)}`,
      )
  if (/[ymdhs]/iu.test(shape))
    return (text) =>
      text.replace(/\d+/gu, (number) =>
        number.length > 2 || number.startsWith('0') ? digits(number) : inPlaces(Number(number), { ...script, shortTeens: true }),
      )
  return digits
}
