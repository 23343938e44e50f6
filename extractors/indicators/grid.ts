/** A document's tables as grids: each cell reachable by row and column, merged cells from every place they cover. */
import { type Document, type FoldedSpan, type TableCell, toFolded } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'

export interface GridCell {
  readonly block: number
  readonly span: FoldedSpan
  readonly text: string
  readonly cell: TableCell
}

export interface Grid {
  readonly rows: number
  readonly columns: number
  readonly cells: readonly GridCell[]
  at(row: number, column: number): GridCell | undefined
  /** Index of the block before the table's first cell: its caption or the sentence above it. */
  readonly above: number
}

/** The tables of a document in their order; one that goes on in another (续表) is one grid with it. */
export function grids(document: Document, lexicon: Lexicon): Grid[] {
  const tables = new Map<number, GridCell[]>()
  document.blocks.forEach((block, index) => {
    if (!block.cell) return
    const span = toFolded(document.folded, block.span)
    const cells = tables.get(block.cell.table) ?? []
    cells.push({ block: index, span, text: document.folded.text.slice(span.start, span.end), cell: block.cell })
    tables.set(block.cell.table, cells)
  })
  const parts = [...tables.values()]
  return parts.length > 1 ? joined(parts, document, lexicon).map(toGrid) : parts.map(toGrid)
}

/** The words between two parts of one table are at most this many blocks: its caption again, a page's number. */
const BETWEEN = 3

function joined(parts: readonly GridCell[][], { blocks, folded }: Document, lexicon: Lexicon): GridCell[][] {
  const goesOn = new RegExp(wordPattern(cue(lexicon, 'continued-tables')), 'u')
  const tables: GridCell[][] = []
  for (const part of parts) {
    const before = tables.at(-1)
    const from = (before?.at(-1)?.block ?? -1) + 1
    const between = blocks.slice(from, part[0]?.block ?? from)
    const said = between.map(({ span }) => {
      const { start, end } = toFolded(folded, span)
      return folded.text.slice(start, end)
    })
    const repeated = before === undefined ? 0 : repeatedRows(before, part)
    const isContinued = said.length <= BETWEEN && (said.some((words) => goesOn.test(words)) || (said.length === 0 && repeated > 0))
    if (before !== undefined && isContinued && widthOf(before) === widthOf(part)) before.push(...moved(part, repeated, heightOf(before)))
    else tables.push([...part])
  }
  return tables
}

const heightOf = (cells: readonly GridCell[]): number => cells.reduce((most, { cell }) => Math.max(most, cell.row + cell.rowSpan), 0)
const widthOf = (cells: readonly GridCell[]): number => cells.reduce((most, { cell }) => Math.max(most, cell.column + cell.columnSpan), 0)

const moved = (cells: readonly GridCell[], repeated: number, rows: number): GridCell[] =>
  cells
    .filter(({ cell }) => cell.row >= repeated)
    .map((entry) => ({ ...entry, cell: { ...entry.cell, row: entry.cell.row - repeated + rows } }))

/** How many rows a part begins with that the first part begins with as well: its headers again. */
function repeatedRows(first: readonly GridCell[], part: readonly GridCell[]): number {
  const rowText = (cells: readonly GridCell[], row: number): string =>
    cells
      .filter(({ cell }) => cell.row === row)
      .map(({ text, cell }) => `${cell.column} ${text}`)
      .join('|')
  let rows = 0
  while (rowText(part, rows) !== '' && rowText(part, rows) === rowText(first, rows)) rows++
  return rows
}

function toGrid(cells: readonly GridCell[]): Grid {
  const places = new Map<number, GridCell>()
  let rows = 0
  let columns = 0
  for (const { cell } of cells) {
    rows = Math.max(rows, cell.row + cell.rowSpan)
    columns = Math.max(columns, cell.column + cell.columnSpan)
  }
  for (const entry of cells) {
    const { row, column, rowSpan, columnSpan } = entry.cell
    for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + columnSpan; c++) places.set(r * columns + c, entry)
  }
  return { rows, columns, cells, at: (row, column) => places.get(row * columns + column), above: (cells[0]?.block ?? 0) - 1 }
}
