/**
 * One sheet of the workbook, and the few parts of its XML that the library has no option for: the filter, links between sheets, the printed page.
 */
import type { Feature, Image, Sheet } from 'write-excel-file/node'
import { type Cell, heading } from './cell.ts'

export interface Column {
  readonly title: string
  /** In half-width characters: a Chinese character takes two. */
  readonly width: number
}

export interface SheetContent {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Columns (from 0) that stay in sight when scrolling sideways. */
  readonly frozenColumns?: number
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

export const librarySheet = ({ name, columns, rows, frozenColumns }: SheetContent): Sheet<Image['content']> => ({
  sheet: name,
  data: [columns.map(({ title }) => heading(title)), ...rows].map((row) => withHeight(row, columns)),
  columns: columns.map(({ width }) => ({ width })),
  stickyRowsCount: 1,
  ...(frozenColumns === undefined ? {} : { stickyColumnsCount: frozenColumns }),
})

const LINE_POINTS = 15
const MOST_LINES = 16

/** Readers do not measure wrapped text when they open a file: the row says itself how many lines its fullest cell takes. */
function withHeight(row: readonly Cell[], columns: readonly Column[]): Cell[] {
  const lines = row.map((cell, column) => (typeof cell?.value === 'string' ? linesOf(cell.value, columns[column]?.width ?? 10) : 1))
  const height = LINE_POINTS * Math.min(Math.max(1, ...lines), MOST_LINES) + 3
  return row.map((cell, column) => (column === 0 && cell !== null ? { ...cell, height } : cell))
}

const linesOf = (words: string, width: number): number =>
  words.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(halfWidths(line) / (width - 1))), 0)

/** A Chinese character is as wide as two Latin ones. */
function halfWidths(line: string): number {
  let width = 0
  for (const character of line) width += character > '\u2000' ? 2 : 1
  return width
}

/** The feature that writes filters, links, page setup and the names that go with them. `sheets` is in the order of the workbook. */
export function sheetExtras(sheets: readonly SheetContent[]): Feature<Image['content']> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml
              .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
              .replace(/xSplit="0" (topLeftCell="A2") activePane="bottomRight"/u, '$1 activePane="bottomLeft"'),
          insert: (_options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex]
            return sheet === undefined ? '' : `<autoFilter ref="${range(sheet)}"/>${hyperlinks(sheet)}${PAGE}`
          },
        },
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('<definedNames/>', `<definedNames>${sheets.map(definedNames).join('')}</definedNames>`),
        },
      },
    },
  }
}

const PAGE =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
  '<headerFooter><oddFooter>&amp;A　第&amp;P页　共&amp;N页</oddFooter></headerFooter>'

function hyperlinks({ links = [] }: SheetContent): string {
  if (links.length === 0) return ''
  const each = links.map(({ row, column, sheet, toRow }) => {
    const target = `'${sheet}'!A${toRow + 2}`
    return `<hyperlink ref="${letters(column)}${row + 2}" location="${target}" display="${target}"/>`
  })
  return `<hyperlinks>${each.join('')}</hyperlinks>`
}

/** Excel keeps a sheet's filter and its repeated header row as hidden names. */
function definedNames(sheet: SheetContent, index: number): string {
  const [from, to] = range(sheet)
    .split(':')
    .map((corner) => corner.replace(/(\d+)/u, '$$$1').replace(/^/u, '$$'))
  const name = (named: string, hidden: string, value: string): string =>
    `<definedName name="_xlnm.${named}" localSheetId="${index}"${hidden}>'${sheet.name}'!${value}</definedName>`
  return name('_FilterDatabase', ' hidden="1"', `${from}:${to}`) + name('Print_Titles', '', '$1:$1')
}

const range = ({ columns, rows }: SheetContent): string => `A1:${letters(columns.length - 1)}${rows.length + 1}`

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
