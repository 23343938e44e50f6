/** The rows of the workbook's sheets that can be decided, by the titles of their columns; each cell knows its place as the spreadsheet names it. */
import { defaultLimits } from '../extractors/formats/reading.ts'
import { readXlsx } from '../extractors/formats/sheets/read-xlsx.ts'
import { letters } from '../reports/workbook/letters.ts'
import { reviewTitles } from '../reports/workbook/sheets/review-columns.ts'

export interface ReviewRow {
  readonly sheet: string
  /** Whether the sheet has a column of the title. */
  readonly has: (title: string) => boolean
  /** What stands in the column of a title; '' where nothing does. */
  readonly cell: (title: string) => string
  /** The row in words, or a cell of it: 工作表“指标值”第2行（T2）. */
  readonly place: (title?: string) => string
}

/** A workbook of a whole region is longer than a report may be. */
const LIMITS = { ...defaultLimits, characters: 500_000_000 }

/** Throws Rejection for what is no workbook. */
export function reviewRows(bytes: Uint8Array): ReviewRow[] {
  return [...sheetsOf(bytes)].flatMap(([sheet, rows]) => {
    const [headRow, head] = [...rows].find(([, row]) => [...row.values()].includes(reviewTitles.id)) ?? []
    if (head === undefined || headRow === undefined) return []
    const columns = new Map([...head].map(([column, title]) => [title, column]))
    return [...rows].filter(([number]) => number > headRow).map(([number, row]) => reviewRow(sheet, number + 1, row, columns))
  })
}

const reviewRow = (sheet: string, number: number, row: ReadonlyMap<number, string>, columns: ReadonlyMap<string, number>): ReviewRow => ({
  sheet,
  has: (title) => columns.has(title),
  cell: (title) => row.get(columns.get(title) ?? -1) ?? '',
  place: (title = '') => {
    const column = columns.get(title)
    return `工作表“${sheet}”第${number}行${column === undefined ? '' : `（${letters(column)}${number}）`}`
  },
})

function sheetsOf(bytes: Uint8Array): Map<string, Map<number, Map<number, string>>> {
  const sheets = new Map<string, Map<number, Map<number, string>>>()
  for (const { cell, origin, text } of readXlsx(bytes, LIMITS).blocks) {
    if (cell === undefined) continue
    const rows = sheets.get(origin.sheet ?? '') ?? new Map<number, Map<number, string>>()
    sheets.set(origin.sheet ?? '', rows)
    const row = rows.get(cell.row) ?? new Map<number, string>()
    rows.set(cell.row, row.set(cell.column, text.trim()))
  }
  return sheets
}
