/** The numbers that a browser shows before the items of an HTML list: 1. a. ii. 一、 */
import { listLabel } from './list-label.ts'

type Attributes = Readonly<Record<string, string>>

export interface OpenList {
  /** null for a list of dots. */
  next: number | null
  readonly step: 1 | -1
  readonly marker: Marker
}

interface Marker {
  /** As `listLabel` knows it. */
  readonly format: string
  readonly after: string
}

const DOTS: Marker = { format: 'none', after: '' }
const DECIMAL: Marker = { format: 'decimal', after: '.' }
const TYPES: Readonly<Record<string, Marker>> = {
  '1': DECIMAL,
  a: { format: 'lowerLetter', after: '.' },
  A: { format: 'upperLetter', after: '.' },
  i: { format: 'lowerRoman', after: '.' },
  I: { format: 'upperRoman', after: '.' },
}
/** CSS Counter Styles Level 3. */
const STYLES: Readonly<Record<string, Marker>> = {
  none: DOTS,
  disc: DOTS,
  circle: DOTS,
  square: DOTS,
  decimal: DECIMAL,
  'decimal-leading-zero': { format: 'decimalZero', after: '.' },
  'lower-alpha': { format: 'lowerLetter', after: '.' },
  'lower-latin': { format: 'lowerLetter', after: '.' },
  'upper-alpha': { format: 'upperLetter', after: '.' },
  'upper-latin': { format: 'upperLetter', after: '.' },
  'lower-roman': { format: 'lowerRoman', after: '.' },
  'upper-roman': { format: 'upperRoman', after: '.' },
  'cjk-ideographic': { format: 'chineseCountingThousand', after: '、' },
  'simp-chinese-informal': { format: 'chineseCountingThousand', after: '、' },
  'trad-chinese-informal': { format: 'taiwaneseCountingThousand', after: '、' },
  'simp-chinese-formal': { format: 'chineseLegalSimplified', after: '、' },
  'trad-chinese-formal': { format: 'ideographLegalTraditional', after: '、' },
  'cjk-decimal': { format: 'ideographDigital', after: '、' },
  'cjk-heavenly-stem': { format: 'ideographTraditional', after: '、' },
  'cjk-earthly-branch': { format: 'ideographZodiac', after: '、' },
}
const LIST_STYLE = /list-style(?:-type)?\s{0,4}:([^;]{0,200})/iu

/** Of an <ol> or <ul>. One that counts down to an end that is not told shows numbers that are not known before it ends: none are given. */
export function openList(name: string, attributes: Attributes): OpenList {
  const isDown = attributes['reversed'] !== undefined
  const start = wholeNumber(attributes['start']) ?? (isDown ? null : 1)
  const usual = name === 'ol' ? DECIMAL : DOTS
  return { next: start, step: isDown ? -1 : 1, marker: markerOf(attributes) ?? usual }
}

/** The label of the list's next item; "" where it has none. */
export function nextLabel(list: OpenList, attributes: Attributes): string {
  const number = wholeNumber(attributes['value']) ?? list.next
  if (number === null) return ''
  list.next = number + list.step
  const { format, after } = markerOf(attributes) ?? list.marker
  const label = listLabel(number, format)
  return label === '' ? '' : label + after
}

function markerOf({ type = '', style = '' }: Attributes): Marker | undefined {
  const words = LIST_STYLE.exec(style.slice(0, 2000))?.[1]?.toLowerCase().split(/\s+/u) ?? []
  const styled = words.find((word) => Object.hasOwn(STYLES, word))
  if (styled !== undefined) return STYLES[styled]
  return Object.hasOwn(TYPES, type) ? TYPES[type] : STYLES[type.toLowerCase()]
}

const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\s?-?\d{1,9}\s?$/u.test(text) ? Number(text) : null
