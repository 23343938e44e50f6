/**
 * A worksheet, however its file stores it, and the blocks it becomes: a heading with its name, then one table for each region of rows that
 * no empty row divides. Titles, unit rows and remarks around a table are paragraphs.
 *
 * Cells keep the sheet's own row and column, counted from 0; `assemble.ts` names them so (`数据表!C5`) and counts from the table's corner.
 */
import type { BlockDraft } from '../reading.ts'

export interface SheetCell {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** First and last row and column, all included. */
export interface Merge {
  readonly row: number
  readonly column: number
  readonly lastRow: number
  readonly lastColumn: number
}

export interface Sheet {
  readonly name: string
  /** In order of row, then column; those without text left out. */
  readonly cells: readonly SheetCell[]
  readonly merges: readonly Merge[]
}

export interface PlacedCell extends SheetCell {
  readonly rowSpan: number
  readonly columnSpan: number
}

export type Row = readonly PlacedCell[]

/** More merged areas than any real sheet has; the rest is left unmerged. */
const MOST_MERGES = 20_000

/** The blocks of all sheets in order; sheets without text give none. */
export function sheetBlocks(sheets: readonly Sheet[]): BlockDraft[] {
  const blocks: BlockDraft[] = []
  let tables = 0
  for (const sheet of sheets) {
    if (sheet.cells.length === 0) continue
    const origin = { sheet: sheet.name }
    blocks.push({ kind: 'heading', text: sheet.name, origin, level: 1 })
    for (const region of regions(placeCells(sheet))) {
      const { above, table, below } = splitRegion(region)
      const addParagraphs = (rows: readonly Row[]): void => {
        for (const row of rows) for (const { text } of row) blocks.push({ kind: 'paragraph', text, origin })
      }
      addParagraphs(above)
      if (table.length > 0) tables++
      for (const row of table)
        for (const { text, row: at, column, rowSpan, columnSpan } of row)
          blocks.push({ kind: 'table-cell', text, origin, cell: { table: tables, row: at, column, rowSpan, columnSpan, header: false } })
      addParagraphs(below)
    }
  }
  return blocks
}

/** Rows that hold text, each cell with its span; what a merged area covers is left out, as Excel does not show it. */
function placeCells({ cells, merges }: Sheet): Row[] {
  const starting = [...merges.slice(0, MOST_MERGES)].sort((a, b) => a.row - b.row)
  const rows: Row[] = []
  let active: Merge[] = []
  for (let at = 0, next = 0; at < cells.length; ) {
    const { row } = cells[at] as SheetCell
    active = active.filter((merge) => merge.lastRow >= row)
    for (let merge = starting[next]; merge && merge.row <= row; merge = starting[++next]) if (merge.lastRow >= row) active.push(merge)
    const placed: PlacedCell[] = []
    for (let cell = cells[at]; cell?.row === row; cell = cells[++at]) {
      const { column } = cell
      const merge = active.find((area) => area.column <= column && column <= area.lastColumn)
      if (!merge) placed.push({ ...cell, rowSpan: 1, columnSpan: 1 })
      else if (merge.row === row && merge.column === column)
        placed.push({ ...cell, rowSpan: merge.lastRow - merge.row + 1, columnSpan: merge.lastColumn - merge.column + 1 })
    }
    if (placed.length > 0) rows.push(placed)
  }
  return rows
}

/** Rows that follow each other, merged cells bridging the rows they reach over. */
function regions(rows: readonly Row[]): Row[][] {
  const found: Row[][] = []
  let reach = -1
  for (const row of rows) {
    const at = row[0]?.row ?? 0
    if (found.length === 0 || at > reach + 1) found.push([])
    found.at(-1)?.push(row)
    reach = Math.max(reach, ...row.map((cell) => cell.row + Math.min(cell.rowSpan, 1000) - 1))
  }
  return found
}

/** Titles, unit rows and remarks of a table that stand in its first and last rows. Without two columns there is no table. */
export function splitRegion<Cell extends PlacedCell>(
  region: readonly (readonly Cell[])[],
): Record<'above' | 'table' | 'below', readonly (readonly Cell[])[]> {
  const widest = region.reduce((most, row) => Math.max(most, row.length), 0)
  if (widest < 2) return { above: region, table: [], below: [] }
  const isBeside = (row: Row): boolean => isTitle(row) || (widest > 2 && isStatement(row))
  const first = region.findIndex((row) => !isBeside(row))
  if (first < 0) return { above: region, table: [], below: [] }
  let end = region.length
  while (end > first + 1 && isRemark(region[end - 1] as Row)) end--
  return { above: region.slice(0, first), table: region.slice(first, end), below: region.slice(end) }
}

/** A row of one cell that does not reach into the rows below: a title over the table. */
const isTitle = (row: Row): boolean => row.length === 1 && row[0]?.rowSpan === 1

/** "填报单位：某某市    单位：万元": every cell states a label and its value. */
const isStatement = (row: Row): boolean => row.length <= 3 && row.every(({ text }) => /^[^：:]{1,12}[：:]/u.test(text.trim()))

/** A row of one cell under the table that is a sentence or states something, and not the last row's name alone. */
const isRemark = (row: Row): boolean =>
  isStatement(row) ||
  (row.length === 1 && (row[0]?.columnSpan ?? 1) > 1 && row[0]?.rowSpan === 1) ||
  (row.length === 1 && /[。；]$/u.test(row[0]?.text.trim() ?? ''))
