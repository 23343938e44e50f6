/**
 * Fields within one paragraph: of { PAGE \* MERGEFORMAT } the reader sees the result only, and of a page number in a header nothing is kept.
 * Fields are forgotten at the end of the paragraph, so that a broken one hides no more than that.
 */

interface Field {
  instruction: string
  shown: boolean
}

/** The open fields, outermost first. */
export type Fields = Field[]

const PAGE_NUMBER = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/iu

export function fieldCharacter(fields: Fields, type: string | undefined): void {
  const innermost = fields.at(-1)
  if (type === 'begin') fields.push({ instruction: '', shown: false })
  else if (type === 'separate' && innermost) innermost.shown = true
  else if (type === 'end') fields.pop()
}

export function openSimpleField(fields: Fields, instruction: string): void {
  fields.push({ instruction, shown: true })
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
