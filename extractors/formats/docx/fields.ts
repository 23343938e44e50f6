/**
 * Fields within one paragraph: of { PAGE \* MERGEFORMAT } the reader sees the result only, and of a page number in a header nothing is kept. What a form
 * shows stands in the field's own data: the entry chosen from a list, a box that is ticked; and an EQ field draws what its instruction says.
 * Fields are forgotten at the end of the paragraph, so that a broken one hides no more than that.
 */
import { circled } from '../list-label.ts'

interface Field {
  instruction: string
  shown: boolean
  /** How much text the paragraph had where the result begins. */
  resultFrom: number
  readonly entries: string[]
  chosen: number
  /** null where the field is no box. */
  ticked: boolean | null
}

/** The open fields, outermost first. */
export type Fields = Field[]

const PAGE_NUMBER = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/iu
const LIST = /^\s*FORMDROPDOWN\b/iu
const BOX = /^\s*FORMCHECKBOX\b/iu
const EQUATION = /^\s*EQ\b/iu
/** \o\ac(○,12): a number in a circle; \f(1,2): a fraction. */
const ENCLOSED = /\\o\s{0,4}(?:\\a[clr]\s{0,4})?\(\s{0,4}([^\s,;，]{1,4})\s{0,4}[,;，]([^()]{0,40}(?:\([^()]{0,40}\))?)\)/iu
const FRACTION = /\\f\s{0,4}\(([^(),;，]{1,40})[,;，]([^(),;，]{1,40})\)/iu
const CIRCLES = '○〇◯'
const SIZES = /\\[a-z]{1,3}\s?[0-9]{0,3}|[()]/giu

const newField = (instruction: string, shown: boolean): Field => ({
  instruction,
  shown,
  resultFrom: 0,
  entries: [],
  chosen: 0,
  ticked: null,
})

export function beginField(fields: Fields): void {
  fields.push(newField('', false))
}

/** `length` is how much text the paragraph has so far. */
export function beginResult(fields: Fields, length: number): void {
  const innermost = fields.at(-1)
  if (innermost === undefined) return
  innermost.shown = true
  innermost.resultFrom = length
}

/** What the field shows of itself; '' where its result has said it, null where it draws what cannot be told in text. */
export function endField(fields: Fields, length: number): string | null {
  const field = fields.pop()
  if (field === undefined || (field.shown && length > field.resultFrom)) return ''
  if (LIST.test(field.instruction)) return field.entries[field.chosen] ?? ''
  if (BOX.test(field.instruction)) return field.ticked ? '☑' : '☐'
  return EQUATION.test(field.instruction) ? drawn(field.instruction) : ''
}

function drawn(instruction: string): string | null {
  const [, frame = '', content = ''] = ENCLOSED.exec(instruction) ?? []
  const words = content.replace(SIZES, '').trim()
  if (words !== '') return CIRCLES.includes(frame) && /^[0-9]{1,2}$/u.test(words) ? circled(Number(words)) : words
  const [, over = '', under = ''] = FRACTION.exec(instruction) ?? []
  return over === '' ? null : `${over.trim()}/${under.trim()}`
}

export function openSimpleField(fields: Fields, instruction: string): void {
  fields.push(newField(instruction, true))
}

export function addInstruction(fields: Fields, text: string): void {
  const innermost = fields.at(-1)
  if (innermost && !innermost.shown) innermost.instruction += text
}

export function hidesText(fields: Fields): boolean {
  return fields.some(({ shown }) => !shown)
}

export function isPageNumber(fields: Fields): boolean {
  return fields.some(({ instruction }) => PAGE_NUMBER.test(instruction))
}
