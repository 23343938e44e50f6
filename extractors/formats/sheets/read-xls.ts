/**
 * .xls (BIFF 2 to 8, and Excel's XML of 2003) through SheetJS, which is loaded when the first such file comes. Run it in a worker only: its
 * release on the registry is old, and a hostile file can hold it up.
 */
import type { WorkBook, WorkSheet } from 'xlsx'
import type { Notice } from '../../document.ts'
import { isCompoundFile, openCompoundFile } from '../cfb.ts'
import { notice, rejection, tooMuchText } from '../codes.ts'
import type { Limits, Reading } from '../reading.ts'
import { formatNumber } from './number-format.ts'
import { type Merge, type Sheet, type SheetCell, sheetBlocks } from './sheet.ts'
import { type CellFonts, readCellFonts } from './xls-fonts.ts'

type SheetJs = typeof import('xlsx')
let loading: Promise<SheetJs> | undefined

/** The record that a workbook's stream begins with; SheetJS would take another stream for a text. */
const BEGINNING = 0x09

interface Cell {
  readonly t?: string
  readonly v?: unknown
  readonly w?: string
  readonly z?: string
  readonly f?: string
}

export async function readXls(bytes: Uint8Array, limits: Limits): Promise<Reading> {
  loading ??= import('xlsx')
  const book = bookIn(bytes)
  const { workbook, skipped } = open(await loading, book)
  const fonts = readCellFonts(book)
  const date1904 = workbook.Workbook?.WBProps?.date1904 ?? false
  const notices: Notice[] = skipped ? [notice('W_TRUNCATED')] : []
  let uncalculated = false
  const sheets = workbook.SheetNames.map((name, index): Sheet => {
    const worksheet = workbook.Sheets[name]
    const { cells, struck } = worksheet ? readCells(worksheet, { name, date1904, limits, fonts }) : { cells: [], struck: 0 }
    const where = `工作表“${name}”`
    if (struck > 0) notices.push(notice('W_STRUCK_THROUGH', `${where}（${struck} 处）`))
    if ((workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0 && cells.length > 0) notices.push(notice('W_HIDDEN_SHEET', where))
    if (worksheet) notices.push(...sheetNotices(worksheet, where))
    uncalculated ||= worksheet !== undefined && cellsOf(worksheet).some(isUncalculated)
    return { name, cells, merges: worksheet ? mergesOf(worksheet) : [] }
  })
  if (sheets.reduce((sum, { cells }) => sum + cells.reduce((length, { text }) => length + text.length, 0), 0) > limits.characters)
    throw tooMuchText(limits)
  return { format: 'xls', pages: null, blocks: sheetBlocks(sheets), notices, incomplete: skipped || uncalculated }
}

/**
 * The workbook's own stream, taken out of its container here: SheetJS would follow a chain of sectors that leads back to itself until the process ends for
 * want of memory, whatever memory its thread is allowed.
 */
function bookIn(bytes: Uint8Array): Uint8Array {
  if (!isCompoundFile(bytes)) return bytes
  const container = openCompoundFile(bytes)
  const stream = container?.read('Workbook') ?? container?.read('Book')
  if (stream?.[0] !== BEGINNING) throw rejection('E_CORRUPT')
  return stream
}

interface OpenWorkbook {
  readonly workbook: WorkBook
  /** SheetJS skips records that it does not know, and says so on the console alone. */
  readonly skipped: boolean
}

function open(sheetJs: SheetJs, bytes: Uint8Array): OpenWorkbook {
  const print = console.error
  let skipped = false
  console.error = () => {
    skipped = true
  }
  try {
    const workbook = sheetJs.read(bytes, { type: 'array', cellNF: true, cellText: true, cellStyles: true, cellHTML: false, bookVBA: false })
    return { workbook, skipped }
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    throw rejection(/password|encrypt/iu.test(message) ? 'E_ENCRYPTED' : 'E_CORRUPT')
  } finally {
    console.error = print
  }
}

interface SheetContext {
  readonly name: string
  readonly date1904: boolean
  readonly limits: Limits
  readonly fonts: CellFonts | null
}

function readCells(worksheet: WorkSheet, { name, date1904, limits, fonts }: SheetContext): { cells: SheetCell[]; struck: number } {
  const cells: SheetCell[] = []
  let length = 0
  let struck = 0
  for (const [address, value] of Object.entries(worksheet)) {
    const place = /^([A-Z]{1,3})([0-9]{1,7})$/u.exec(address)
    if (!place) continue
    const [row, column] = [Number(place[2]) - 1, columnOf(place[1] ?? 'A')]
    const written = cellText(value as Cell, date1904)
    if (written.trim() === '') continue
    const seen = fonts?.(name, row, column, written) ?? written
    if (seen.length < written.length) struck++
    const text = seen.replaceAll('\r\n', '\n')
    if (text.trim() === '') continue
    length += text.length
    if (length > limits.characters) throw tooMuchText(limits)
    cells.push({ row, column, text })
  }
  return { cells: cells.sort((a, b) => a.row - b.row || a.column - b.column), struck }
}

/** Numbers are formatted here as for .xlsx, so that one table gives one text whatever it was saved as. */
function cellText({ t, v, w, z }: Cell, date1904: boolean): string {
  if (t === 'n' && typeof v === 'number' && Number.isFinite(v)) {
    const formatted = formatNumber(v, z ?? 'General', date1904)
    return formatted.followed ? formatted.text : (w ?? formatted.text)
  }
  if (t === 's') return String(v ?? '')
  return w ?? (v === undefined || v === null ? '' : String(v))
}

const cellsOf = (worksheet: WorkSheet): (Cell & { c?: unknown })[] =>
  Object.entries(worksheet).flatMap(([address, cell]) => (address.startsWith('!') ? [] : [cell as Cell & { c?: unknown }]))

/** A formula that was never calculated is kept with an empty text as its result, as is one that says itself that it gives an empty text. */
const isUncalculated = ({ f, v }: Cell): boolean => f !== undefined && (v === undefined || v === '') && !f.includes('""')

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const mergesOf = (worksheet: WorkSheet): Merge[] =>
  (worksheet['!merges'] ?? []).map(({ s, e }) => ({ row: s.r, column: s.c, lastRow: e.r, lastColumn: e.c }))

function sheetNotices(worksheet: WorkSheet, where: string): Notice[] {
  const cells = cellsOf(worksheet)
  const count = {
    W_HIDDEN_ROWS: (worksheet['!rows'] ?? []).filter((row) => row?.hidden).length,
    W_HIDDEN_COLUMNS: (worksheet['!cols'] ?? []).filter((column) => column?.hidden).length,
    W_CELL_ERROR: cells.filter(({ t }) => t === 'e').length,
    W_FORMULA_NOT_CALCULATED: cells.filter(isUncalculated).length,
    W_COMMENTS: cells.filter(({ c }) => c !== undefined).length,
  }
  return (Object.keys(count) as (keyof typeof count)[])
    .filter((code) => count[code] > 0)
    .map((code) => notice(code, `${where}（${count[code]} 处）`))
}
