/**
 * Comma-separated values (RFC 4180, and as Excel and WPS write them): the separator is the one that cuts the lines most evenly; quotes may
 * hold separators and line breaks. Rows of a single cell above the table are paragraphs (a title, a unit row).
 */
import type { Format } from '../document.ts'
import { notice, rejection, tooMuchText } from './codes.ts'
import { decodeText } from './encoding.ts'
import type { BlockDraft, Limits, Reading } from './reading.ts'

const SEPARATORS = [',', '\t', ';', '，', '|'] as const
const SAMPLE_LINES = 50

export function readCsv(bytes: Uint8Array, limits: Limits): Reading {
  const decoded = decodeText(bytes)
  if (!decoded) throw rejection('E_CORRUPT')
  if (decoded.text.length > limits.characters) throw tooMuchText(limits)
  const text = decoded.text.replace(/^sep=(.)\r?\n/u, '')
  const rows = splitRows(text, findSeparator(text))
  return {
    format: 'csv' satisfies Format,
    pages: null,
    blocks: tableBlocks(rows),
    notices: decoded.replaced > 0 ? [notice('W_ENCODING')] : [],
    incomplete: decoded.replaced > 0,
  }
}

function tableBlocks(rows: readonly (readonly string[])[]): BlockDraft[] {
  const filled = rows.map((row) => row.filter((cell) => cell.trim() !== '').length)
  const first = Math.max(
    0,
    filled.findIndex((count) => count > 1),
  )
  return rows.flatMap((row, rowIndex) =>
    row.flatMap((text, column): BlockDraft[] => {
      if (text.trim() === '') return []
      if (rowIndex < first) return [{ kind: 'paragraph', text, origin: {} }]
      return [{ kind: 'table-cell', text, origin: {}, cell: { table: 1, row: rowIndex, column, rowSpan: 1, columnSpan: 1, header: false } }]
    }),
  )
}

function findSeparator(text: string): string {
  let best: string = ','
  let bestScore = 0
  for (const separator of SEPARATORS) {
    const widths = splitRows(text, separator, SAMPLE_LINES).map((row) => row.length)
    const common = mostCommon(widths.filter((width) => width > 1))
    const score = widths.filter((width) => width === common).length / Math.max(1, widths.length)
    if (common > 1 && score > bestScore) {
      best = separator
      bestScore = score
    }
  }
  return best
}

function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** A quote opens a quoted cell only at the cell's start; elsewhere it is a character like any other. */
function splitRows(text: string, separator: string, most = Number.POSITIVE_INFINITY): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let at = 0
  const endRow = (): void => {
    row.push(cell)
    rows.push(row)
    row = []
    cell = ''
  }
  while (at < text.length && rows.length < most) {
    const character = text[at] as string
    if (character === '"' && cell === '') {
      const [content, next] = quoted(text, at + 1)
      cell = content
      at = next
    } else if (character === separator) {
      row.push(cell)
      cell = ''
      at++
    } else if (character === '\n' || character === '\r') {
      endRow()
      at += character === '\r' && text[at + 1] === '\n' ? 2 : 1
    } else {
      cell += character
      at++
    }
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

/** The content of a quoted cell and the place after its closing quote. A quote that never closes holds its own line only. */
function quoted(text: string, start: number): readonly [string, number] {
  let end = text.indexOf('"', start)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end < 0) {
    const line = /[\r\n]/u.exec(text.slice(start, start + 10_000))
    end = line ? start + line.index : Math.min(text.length, start + 10_000)
    return [text.slice(start, end), end]
  }
  return [text.slice(start, end).replaceAll('""', '"').replaceAll('\r\n', '\n'), end + 1]
}
