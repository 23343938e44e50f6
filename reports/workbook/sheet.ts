/**
 * One sheet of the workbook as its XML (ECMA-376 part 1, 18.3): rows, frozen header, filter, links to other sheets, the printed page.
 *
 * The XML is given in pieces, row by row: a sheet of some hundred thousand values is longer than a string can be.
 */
import { type Cell, heading } from './cell.ts'
import { letters } from './letters.ts'
import { styleIds } from './styles.ts'

export interface Column {
  readonly title: string
  /** In half-width characters: a Chinese character takes two. */
  readonly width: number
}

/** Rows that may be made only while they are written: a nation's scores would fill the memory. */
export interface Rows extends Iterable<readonly Cell[]> {
  readonly length: number
}

export interface SheetContent {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: Rows
  /** Columns (from 0) that stay in sight when scrolling sideways. */
  readonly frozenColumns?: number
  /** Stands above every printed page. */
  readonly printTitle?: string
  /** Leads from a cell (row of `rows` and column, from 0) to a cell of another sheet. */
  readonly links?: readonly Link[]
}

export interface Link {
  readonly row: number
  readonly column: number
  readonly sheet: string
  /** From 0, within the other sheet's `rows`. */
  readonly toRow: number
}

/** Gives the number under which a text stands among the workbook's shared strings. */
export type SharedStrings = (text: string) => number

/** Excel takes a sheet with more links for damaged. */
const MOST_LINKS = 65_530
const LINE_POINTS = 15
const MOST_LINES = 16

export function* sheetXml(sheet: SheetContent, index: number, shared: SharedStrings): Generator<string> {
  const { columns, rows, frozenColumns = 0, links = [] } = sheet
  const names = columns.map((_, column) => letters(column))
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
  yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
  yield `<sheetViews><sheetView${index === 0 ? ' tabSelected="1"' : ''} workbookViewId="0">${pane(frozenColumns)}</sheetView></sheetViews>`
  yield `<cols>${columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`
  yield rowXml(
    columns.map(({ title }) => heading(title)),
    1,
    columns,
    names,
    shared,
  )
  let number = 1
  for (const row of rows) yield rowXml(row, ++number, columns, names, shared)
  yield `</sheetData><autoFilter ref="${range(sheet)}"/>${hyperlinks(links.slice(0, MOST_LINKS))}${pageXml(sheet)}</worksheet>`
}

/** Readers do not measure wrapped text when they open a file: the row says itself how many lines its fullest cell takes. */
function rowXml(row: readonly Cell[], number: number, columns: readonly Column[], names: readonly string[], shared: SharedStrings): string {
  let lines = 1
  let cells = ''
  let at = 0
  for (const { value, style } of row) {
    const head = `<c r="${names[at]}${number}" s="${styleIds.get(style)}"`
    if (typeof value === 'string') {
      lines = Math.max(lines, linesOf(value, columns[at]?.width ?? 10))
      cells += `${head} t="s"><v>${shared(value)}</v></c>`
    } else cells += value === null ? `${head}/>` : `${head}><v>${value}</v></c>`
    at++
  }
  const height = LINE_POINTS * Math.min(lines, MOST_LINES) + 3
  return `<row r="${number}" ht="${height}" customHeight="1">${cells}</row>`
}

function linesOf(words: string, width: number): number {
  if (2 * words.length < width && !words.includes('\n')) return 1
  let lines = 0
  let line = 0
  for (let at = 0; at <= words.length; at++) {
    const unit = at === words.length ? NEWLINE : words.charCodeAt(at)
    if (unit === NEWLINE) {
      lines += Math.max(1, Math.ceil(line / (width - 1)))
      line = 0
    } else line += unit <= LAST_HALF_WIDTH || isSecondHalf(unit) ? Number(!isSecondHalf(unit)) : 2
  }
  return lines
}

const NEWLINE = 10
/** A Chinese character is as wide as two Latin ones. */
const LAST_HALF_WIDTH = 0x2000
/** The second of the two units of a character outside the Basic Multilingual Plane. */
const isSecondHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

function pane(columns: number): string {
  const across = columns === 0 ? '' : ` xSplit="${columns}"`
  const active = columns === 0 ? 'bottomLeft' : 'bottomRight'
  return `<pane${across} ySplit="1" topLeftCell="${letters(columns)}2" activePane="${active}" state="frozen"/>`
}

/** How wide a printed page can be, in half-width characters, before its letters are too small to read. */
const PAGE_WIDTH = 200

/** Pages side by side. */
const pagesAcross = ({ columns }: SheetContent): number =>
  Math.max(1, Math.ceil(columns.reduce((all, { width }) => all + width, 0) / PAGE_WIDTH))

const pageXml = (sheet: SheetContent): string =>
  `<pageMargins left="0.4" right="0.4" top="${sheet.printTitle === undefined ? 0.5 : 0.8}" bottom="0.5" header="0.3" footer="0.3"/>` +
  `<pageSetup paperSize="9" fitToWidth="${pagesAcross(sheet)}" fitToHeight="0" pageOrder="overThenDown" orientation="landscape"/>` +
  `<headerFooter>${sheet.printTitle === undefined ? '' : `<oddHeader>&amp;C&amp;14${headerText(sheet.printTitle)}</oddHeader>`}<oddFooter>&amp;A　第&amp;P页　共&amp;N页</oddFooter></headerFooter>`

/** In a header & begins a code, and a digit after a size would be read with it. */
const headerText = (words: string): string =>
  ` ${words.replaceAll('&', '&&').replace(/[&<>]/gu, (found) => HEADER_ESCAPES[found] ?? found)}`
const HEADER_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function hyperlinks(links: readonly Link[]): string {
  if (links.length === 0) return ''
  const each = links.map(({ row, column, sheet, toRow }) => {
    const target = `'${sheet}'!A${toRow + 2}`
    return `<hyperlink ref="${letters(column)}${row + 2}" location="${target}" display="${target}"/>`
  })
  return `<hyperlinks>${each.join('')}</hyperlinks>`
}

/** Excel keeps a sheet's filter and its repeated header row as hidden names. */
export function definedNames(sheet: SheetContent, index: number): string {
  const [from, to] = range(sheet)
    .split(':')
    .map((corner) => corner.replace(/(\d+)/u, '$$$1').replace(/^/u, '$$'))
  const { frozenColumns = 0 } = sheet
  const isWide = frozenColumns > 0 && pagesAcross(sheet) > 1
  const titles = `${isWide ? `$A:$${letters(frozenColumns - 1)},'${sheet.name}'!` : ''}$1:$1`
  const name = (named: string, hidden: string, value: string): string =>
    `<definedName name="_xlnm.${named}" localSheetId="${index}"${hidden}>'${sheet.name}'!${value}</definedName>`
  return name('_FilterDatabase', ' hidden="1"', `${from}:${to}`) + name('Print_Titles', '', titles)
}

const range = ({ columns, rows }: SheetContent): string => `A1:${letters(columns.length - 1)}${rows.length + 1}`
