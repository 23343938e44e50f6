/**
 * A sample submission as a workbook: figures as numbers, 97.5% as 0.975 with a percent format, merged cells, frames, header rows in bold.
 * What stands above and below a table on its sheet (title, caption, remarks) is a merged row of its own.
 */
import { strToU8, type Zippable, zipSync } from 'fflate'
import { gridOf } from './grid.ts'
import { inlineText, type Part, type Sample } from './sample.ts'
import { escapeXml } from './word-parts.ts'

interface Sheet {
  readonly name: string
  readonly parts: Part[]
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const FIXED_TIME = new Date('2020-12-31T12:00:00')
/** Number formats by style index; the first two are the plain text styles: heading line, framed cell, bold framed cell. */
const FORMATS = ['General', 'General', 'General', '0', '0.0', '0.00', '0.000', '0%', '0.0%', '0.00%']
const LINE = 0
const TEXT = 1
const HEADER = 2
const FIRST_NUMBER = 3
const FIRST_PERCENT = 7

export function packWorkbook(sample: Sample): Uint8Array {
  const sheets = sheetsOf(sample)
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles(),
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, worksheet(sheet)])),
  }
  const files: Zippable = Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [
      name,
      [strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`), { mtime: FIXED_TIME, level: 9 }],
    ]),
  )
  return zipSync(files)
}

/** Parts before the first sheet line go to the first sheet, which the front matter names. */
function sheetsOf(sample: Sample): Sheet[] {
  const sheets: Sheet[] = [{ name: sample.settings['sheet'] ?? 'Sheet1', parts: [] }]
  for (const part of sample.parts) {
    if (part.kind !== 'sheet') sheets.at(-1)?.parts.push(part)
    else if (sheets.at(-1)?.name !== part.text) sheets.push({ name: part.text, parts: [] })
  }
  return sheets
}

function worksheet({ parts }: Sheet): string {
  const width = Math.max(1, ...parts.map((part) => (part.kind === 'table' ? Math.max(...part.rows.map(({ cells }) => cells.length)) : 1)))
  const rows: string[] = []
  const merges: string[] = []
  for (const part of parts) {
    const row = rows.length
    if (part.kind === 'table') {
      for (const [at, cells] of gridOf(part.rows).entries()) {
        rows.push(cells.map(({ text, header, column }) => cellXml(text, column, row + at, header)).join(''))
        for (const { column, rowSpan, columnSpan } of cells) merge(merges, column, row + at, rowSpan, columnSpan)
      }
    } else {
      rows.push(textCell(lineText(part), 0, row, LINE))
      merge(merges, 0, row, 1, width)
    }
  }
  const data = rows.map((cells, at) => `<row r="${at + 1}">${cells}</row>`).join('')
  const merged =
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  return `<worksheet xmlns="${MAIN}"><cols><col min="1" max="${width}" width="16" customWidth="1"/></cols><sheetData>${data}</sheetData>${merged}</worksheet>`
}

function lineText(part: Exclude<Part, { kind: 'table' }>): string {
  if (part.kind === 'page-break') return ''
  return 'inlines' in part ? inlineText(part.inlines) : part.text
}

function merge(merges: string[], column: number, row: number, rowSpan: number, columnSpan: number): void {
  if (rowSpan > 1 || columnSpan > 1) merges.push(`${reference(column, row)}:${reference(column + columnSpan - 1, row + rowSpan - 1)}`)
}

function cellXml(text: string, column: number, row: number, header: boolean): string {
  const number = /^(-?\d+)(?:\.(\d{1,3}))?(%?)$/u.exec(text)
  if (header || number === null) return textCell(text, column, row, header ? HEADER : TEXT)
  const decimals = number[2]?.length ?? 0
  const percent = number[3] === '%'
  const style = percent ? FIRST_PERCENT + Math.min(decimals, 2) : FIRST_NUMBER + decimals
  const value = percent ? Number((Number.parseFloat(text) / 100).toFixed(decimals + 2)) : Number(text)
  return `<c r="${reference(column, row)}" s="${style}"><v>${value}</v></c>`
}

function textCell(text: string, column: number, row: number, style: number): string {
  const place = `r="${reference(column, row)}" s="${style}"`
  return text === '' ? `<c ${place}/>` : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

function reference(column: number, row: number): string {
  const letters = column < 26 ? '' : String.fromCharCode(0x40 + Math.floor(column / 26))
  return `${letters}${String.fromCharCode(0x41 + (column % 26))}${row + 1}`
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const entries = targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
  return `<Relationships xmlns="${RELATIONSHIPS}">${entries.join('')}</Relationships>`
}

function styles(): string {
  const frame = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join('')
  const formats = FORMATS.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('')
  const xfs = FORMATS.map(
    (_, at) =>
      `<xf numFmtId="${at < FIRST_NUMBER ? 0 : 164 + at}" fontId="${at === HEADER || at === LINE ? 1 : 0}" fillId="0" borderId="${at === LINE ? 0 : 1}" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>`,
  )
  const fonts = ['', '<b/>'].map((bold) => `<font>${bold}<sz val="11"/><name val="宋体"/></font>`).join('')
  return `<styleSheet xmlns="${MAIN}"><numFmts count="${FORMATS.length}">${formats}</numFmts><fonts count="2">${fonts}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/></border><border>${frame}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs></styleSheet>`
}
