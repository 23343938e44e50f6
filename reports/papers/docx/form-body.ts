/**
 * The body of a form as WordprocessingML (ECMA-376 part 1, 17). Written here and not by the library: a prefecture has some forty forms, each of tables, and plain XML
 * takes a tenth of the time. A form bears no comments.
 */
import { type Cell, type Column, type Face, type FormPart, isCell, linesOf, type TableRow, type Text, wordsOf } from '../paper.ts'
import { chartRow } from './chart-row.ts'
import { rowLines } from './form-height.ts'
import { after as below, cellMargins, faces, grounds, lines, sizes } from './measures.ts'
import { escaped } from './xml.ts'

/** `width` of the text, in twentieths of a point. */
export function formBody(title: string, parts: readonly FormPart[], width: number): string {
  const numbers = firstNumbers(parts)
  const body = parts.map((part, index) => partXml(part, numbers[index] ?? 1, width, parts[index + 1]?.kind === 'table'))
  const head = title.split('\n').map((text) => titleXml(text))
  // Two tables that touch are one: between them, and at the end, stands a paragraph.
  const parted = body.map((xml, index) =>
    xml.endsWith('</w:tbl>') && (body[index + 1] ?? '<w:tbl>').startsWith('<w:tbl>') ? `${xml}${GAP}` : xml,
  )
  return [...head, ...parted].join('')
}

/** The number of the first plot of each part within the file, from 1. */
function firstNumbers(parts: readonly FormPart[]): number[] {
  let next = 1
  return parts.map((part) => {
    const first = next
    next += part.kind === 'charts' ? part.charts.length : 0
    return first
  })
}

/** What stands before a table is its heading, and stays with it. */
function partXml(part: FormPart, firstChart: number, width: number, keepNext: boolean): string {
  if (part.kind === 'note') return paragraph(part.text, { line: lines.formTable, after: below.note, keepNext })
  if (part.kind === 'table') return tableXml(part.columns, part.rows, width)
  return chartRow(part.charts, firstChart, width, part.height)
}

const GAP = `<w:p><w:pPr><w:spacing w:line="${below.table}" w:lineRule="exact"/></w:pPr></w:p>`

interface Setting {
  readonly line: number
  readonly after?: number
  readonly centred?: boolean
  readonly face?: Face
  readonly keepNext?: boolean
}

const titleXml = (text: string): string =>
  `<w:p><w:pPr><w:keepNext/><w:spacing w:after="${below.title}" w:line="${lines.formTitle}" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>${runXml(text, 'title', sizes.formTitle)}</w:p>`

function paragraph(text: Text, { line, after = 0, centred = false, face, keepNext = false }: Setting): string {
  const runs = wordsOf(text).map((words) => runXml(words.text, words.face ?? face, sizes.formTable))
  return `<w:p><w:pPr>${keepNext ? '<w:keepNext/>' : ''}<w:spacing w:before="0" w:after="${after}" w:line="${line}" w:lineRule="exact"/>${centred ? '<w:jc w:val="center"/>' : ''}</w:pPr>${runs.join('')}</w:p>`
}

function runXml(text: string, face: keyof typeof faces | undefined, size: number): string {
  if (text === '') return ''
  const { ascii, hAnsi, cs, eastAsia, ...more } = faces[face ?? 'fangsong']
  const hint = 'hint' in more ? ` w:hint="${more.hint}"` : ''
  const fonts = face === undefined ? '' : `<w:rFonts w:ascii="${ascii}" w:hAnsi="${hAnsi}" w:cs="${cs}" w:eastAsia="${eastAsia}"${hint}/>`
  return `<w:r><w:rPr>${fonts}<w:spacing w:val="0"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

function tableXml(columns: readonly Column[], rows: readonly TableRow[], width: number): string {
  const shares = columns.reduce((all, { share }) => all + share, 0)
  const widths = columns.map(({ share }) => Math.floor((width * share) / shares))
  const titles = columns.map(({ title }): Cell => ({ lines: title.split('\n') }))
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((all, each) => all + each, 0)}" w:type="dxa"/>${BORDERS}<w:tblLayout w:type="fixed"/>${MARGINS}</w:tblPr>`,
    `<w:tblGrid>${widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>`,
    rowXml(titles, columns, widths, true),
    ...rows.map((row) => rowXml(row, columns, widths, false)),
    '</w:tbl>',
  ].join('')
}

const BORDERS = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')}</w:tblBorders>`
const MARGINS = `<w:tblCellMar>${Object.entries(cellMargins)
  .map(([side, size]) => `<w:${side} w:w="${size}" w:type="dxa"/>`)
  .join('')}</w:tblCellMar>`

/** A row of more lines may run over the page's end, so that it leaves no gap before it. */
const LONG = 6

/** A header row is repeated on each page; a band stays with the row below it. */
function rowXml(cells: TableRow, columns: readonly Column[], widths: readonly number[], head: boolean): string {
  let index = 0
  let xml = ''
  const sizesOf: number[] = []
  for (let at = 0; index < columns.length; at++) {
    const cell = cells[at] ?? ''
    const { columns: span = 1, tone } = isCell(cell) ? cell : {}
    const setting: Setting = {
      line: lines.formTable,
      centred: head || (span === 1 && columns[index]?.centred === true),
      keepNext: head || (span > 1 && tone === 'band'),
      ...(head ? { face: 'hei' } : {}),
    }
    const size = widths.slice(index, index + span).reduce((all, each) => all + each, 0)
    const shading = tone === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${grounds[tone]}"/>`
    const own = linesOf(cell)
    const content = (own.length === 0 ? [''] : own).map((text) => paragraph(text, setting)).join('')
    xml += `<w:tc><w:tcPr><w:tcW w:w="${size}" w:type="dxa"/>${span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`}${shading}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`
    sizesOf.push(size)
    index += span
  }
  const high = rowLines(cells.map(linesOf), sizesOf)
  return `<w:tr><w:trPr>${high > LONG ? '' : '<w:cantSplit/>'}${head ? '<w:tblHeader/>' : ''}</w:trPr>${xml}</w:tr>`
}
