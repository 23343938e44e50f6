/** A whole number in Chinese characters, by places (一百零五) or digit by digit (一〇五), in any of the scripts that office programs know. */

export interface ChineseScript {
  /** From nought to nine. */
  readonly digits: readonly string[]
  /** Of ten, a hundred, a thousand. */
  readonly places: readonly [string, string, string]
  /** Of ten thousand and of a hundred million. */
  readonly myriads: readonly [string, string]
  /** What stands for places that are nought between others. */
  readonly gap: string
  /** 十二 in place of 一十二, where nothing stands before it. */
  readonly shortTeens: boolean
}

const DIGITS = [...'〇一二三四五六七八九']

export const plainChinese: ChineseScript = {
  digits: DIGITS,
  places: ['十', '百', '千'],
  myriads: ['万', '亿'],
  gap: '零',
  shortTeens: true,
}

/** As amounts of money are written. */
export const legalChinese: ChineseScript = {
  digits: [...'零壹贰叁肆伍陆柒捌玖'],
  places: ['拾', '佰', '仟'],
  myriads: ['万', '亿'],
  gap: '零',
  shortTeens: false,
}

const MYRIAD = 10_000

export function inPlaces(value: number, script: ChineseScript): string {
  if (value === 0) return script.digits[0] ?? ''
  if (value < MYRIAD) {
    const text = belowMyriad(value, script)
    return script.shortTeens && value >= 10 && value < 20 ? text.slice(1) : text
  }
  const [unit, name] = value < MYRIAD * MYRIAD ? [MYRIAD, script.myriads[0]] : [MYRIAD * MYRIAD, script.myriads[1]]
  const rest = value % unit
  const gap = rest > 0 && rest < unit / 10 ? script.gap : ''
  const below = rest === 0 ? '' : inPlaces(rest, { ...script, shortTeens: false })
  return `${inPlaces(Math.floor(value / unit), script)}${name}${gap}${below}`
}

/** The digits of a text written as they stand, all else as it is. */
export const digitByDigit = (text: string, { digits }: Pick<ChineseScript, 'digits'>): string =>
  text.replace(/\d/gu, (digit) => digits[Number(digit)] ?? digit)

function belowMyriad(value: number, { digits, places, gap }: ChineseScript): string {
  let text = ''
  let skipped = false
  for (let place = places.length; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      skipped = text !== ''
      continue
    }
    text += `${skipped ? gap : ''}${digits[digit] ?? ''}${places[place - 1] ?? ''}`
    skipped = false
  }
  return text
}
