/**
 * One worksheet part of an .xlsx (ECMA-376 part 1, 18.3): its cells as their reader sees them, merged areas, and what must be said about them.
 * A formula gives the result that was saved with it; formulas are not calculated here.
 */
import { MOST_COLUMNS, MOST_ROWS, parseArea, parseReference } from './cell-reference.ts'
import { formatNumber } from './number-format.ts'
import { richText } from './rich-text.ts'
import type { Merge, SheetCell } from './sheet.ts'
import { isOn, isShown, unescapeCharacters } from './workbook.ts'
import { type Attributes, walkXml } from './xml.ts'

export interface CellContext {
  readonly strings: readonly string[]
  readonly formats: readonly (string | number)[]
  readonly date1904: boolean
  /** The styles whose cells are struck through. */
  readonly struck: ReadonlySet<number>
}

export interface Worksheet {
  readonly cells: readonly SheetCell[]
  readonly merges: readonly Merge[]
  readonly hiddenRows: number
  readonly hiddenColumns: number
  readonly errors: number
  readonly uncalculated: number
  readonly unknownFormats: number
  /** Cells struck through. */
  readonly struck: number
  readonly wellFormed: boolean
}

interface OpenCell {
  readonly row: number
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  inline: string
  formula: boolean
}

export function readWorksheet(bytes: Uint8Array, context: CellContext): Worksheet {
  const cells: SheetCell[] = []
  const merges: Merge[] = []
  const count = { hiddenRows: 0, hiddenColumns: 0, errors: 0, uncalculated: 0, unknownFormats: 0, struck: 0 }
  let row = -1
  let column = -1
  let cell: OpenCell | null = null
  const runs = richText()

  const wellFormed = walkXml(bytes, {
    open(name, attributes, path) {
      runs.open(name, attributes, path)
      if (name === 'row') {
        row = rowOf(attributes, row + 1)
        column = -1
        if (isOn(attributes['hidden'])) count.hiddenRows++
      } else if (name === 'c') {
        const place = parseReference(attributes['r'] ?? '') ?? { row, column: column + 1 }
        row = place.row
        column = place.column
        cell = { ...place, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '', inline: '', formula: false }
      } else if (name === 'f' && cell) cell.formula = true
      else if (name === 'col' && isOn(attributes['hidden'])) count.hiddenColumns += columnsOf(attributes)
      else if (name === 'mergeCell') {
        const area = parseArea(attributes['ref'] ?? '')
        if (area) merges.push(area)
      }
    },
    text(chunk, path) {
      if (!cell) return
      if (path.at(-1) === 'v') cell.value += chunk
      else if (isShown(path)) cell.inline += runs.seen(chunk)
    },
    fault() {
      cell = null
    },
    close(name) {
      if (name !== 'c' || !cell) return
      const shown = cellText(cell, context)
      if (cell.type === 'e') count.errors++
      if (cell.formula && cell.value === '' && cell.inline === '' && cell.type !== 'str') count.uncalculated++
      if (!shown.followed) count.unknownFormats++
      const isStruck = context.struck.has(cell.style) && shown.text.trim() !== ''
      if (isStruck) count.struck++
      if (!isStruck && shown.text.trim() !== '' && cell.column < MOST_COLUMNS)
        cells.push({ row: cell.row, column: cell.column, text: shown.text })
      cell = null
    },
  })
  cells.sort((a, b) => a.row - b.row || a.column - b.column)
  return { cells, merges, ...count, wellFormed }
}

function cellText(cell: OpenCell, { strings, formats, date1904 }: CellContext): { readonly text: string; readonly followed: boolean } {
  const asIs = (text: string) => ({ text, followed: true })
  switch (cell.type) {
    case 's':
      return asIs(strings[Number(cell.value)] ?? '')
    case 'inlineStr':
      return asIs(unescapeCharacters(cell.inline))
    case 'str':
      return asIs(unescapeCharacters(cell.value))
    case 'b':
      return asIs(cell.value === '1' ? 'TRUE' : cell.value === '' ? '' : 'FALSE')
    case 'e':
      return asIs(cell.value)
    case 'd':
      return asIs(cell.value.replace('T00:00:00', ''))
    default: {
      const value = Number(cell.value)
      if (cell.value.trim() === '' || !Number.isFinite(value)) return asIs(cell.value)
      const format = formats[cell.style]
      const shown = formatNumber(value, format ?? 0, date1904)
      // A style that the workbook does not tell of may have been a percentage.
      return format === undefined && cell.style > 0 ? { ...shown, followed: false } : shown
    }
  }
}

function rowOf(attributes: Attributes, next: number): number {
  const stated = Number(attributes['r'])
  return Number.isInteger(stated) && stated >= 1 && stated <= MOST_ROWS ? stated - 1 : next
}

function columnsOf(attributes: Attributes): number {
  const columns = Number(attributes['max']) - Number(attributes['min']) + 1
  return columns >= 1 && columns < MOST_COLUMNS / 2 ? columns : 0
}
