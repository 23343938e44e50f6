/** How high a form stands on its sheet, told beforehand from its characters: what has to keep to one page is cut to it. In twentieths of a point. */
import { type FormPaper, type FormPart, linesOf, plainText, type Text } from '../paper.ts'
import { sheetOf } from './frame.ts'
import { after, cellMargins, lines, mm, sizes, widthOn } from './measures.ts'

/** What is left of the page below the form; less than nought where it runs over. */
export function roomBelow({ form, title, parts }: FormPaper): number {
  const sheet = sheetOf(form)
  const width = widthOn(sheet)
  const head = title.split('\n').length * (lines.formTitle + after.title)
  return sheet.height - sheet.top - sheet.bottom - head - parts.reduce((all, part) => all + heightOf(part, width), 0)
}

/** The rule between rows. */
const RULE = 12

function heightOf(part: FormPart, width: number): number {
  if (part.kind === 'charts') return mm(part.height) + RULE
  if (part.kind === 'note') return linesIn(part.text, width) * lines.formTable + after.note
  const { columns, rows } = part
  const shares = columns.reduce((all, { share }) => all + share, 0)
  const widths = columns.map(({ share }) => (width * share) / shares)
  const rowHeight = (cells: readonly (readonly Text[])[]): number =>
    rowLines(cells, widths) * lines.formTable + cellMargins.top + cellMargins.bottom + RULE
  const head = rowHeight(columns.map(({ title }) => title.split('\n')))
  return after.table + head + rows.reduce((all, cells) => all + rowHeight(cells.map(linesOf)), 0)
}

/** How many lines the highest cell of a row has; `widths` of the cells, with their margins. */
export function rowLines(cells: readonly (readonly Text[])[], widths: readonly number[]): number {
  const high = cells.map((own, index) => {
    const room = (widths[index] ?? 0) - cellMargins.left - cellMargins.right
    return own.reduce((all: number, text) => all + linesIn(text, room), 0)
  })
  return Math.max(1, ...high)
}

const EM = sizes.formTable * 10

/** A Chinese character is as wide as the type is high, others half of it; where the two meet a little room is left. A line breaks at a whole character. */
function linesIn(text: Text, width: number): number {
  const ems = [...plainText(text)].reduce((all, character) => all + (character.charCodeAt(0) < 0x2000 ? 0.55 : 1), 0)
  return ems <= width / EM ? 1 : Math.ceil(ems / Math.floor(width / EM))
}
