/**
 * A table that goes on over a page end is one table: the next page begins with a table of the same outer sides, whose columns are the same or a
 * finer or coarser division of them. Header rows that the file repeats are kept and marked, on the first page too. A row that the page end cuts is one row:
 * what goes on on the next page is put to the cells that it belongs to.
 */
import { cluster } from './geometry.ts'
import { joinTexts } from './line-text.ts'
import type { Cell, Table } from './table.ts'

const SAME_EDGE = 4

export function continuesTable(table: Table, next: Table): boolean {
  if (table.textColumns && next.textColumns) return isAligned(table.textColumns, next.textColumns)
  const [a, b] = [table.columnEdges, next.columnEdges]
  if (!near(a[0], b[0]) || !near(a[a.length - 1], b[b.length - 1])) return false
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a]
  return fewer.every((edge) => more.some((other) => near(edge, other)))
}

/** The same number of columns, and the text of each where the other's is and nowhere near another column. */
function isAligned(a: readonly Interval[], b: readonly Interval[]): boolean {
  if (a.length !== b.length) return false
  return a.every((column, at) => {
    const overlaps = b.map((other) => Math.min(column.to, other.to) > Math.max(column.from, other.from))
    return overlaps.every((overlap, other) => overlap === (other === at))
  })
}

type Interval = { readonly from: number; readonly to: number }

const near = (a: number | undefined, b: number | undefined): boolean => a !== undefined && b !== undefined && Math.abs(a - b) <= SAME_EDGE

export function appendTable(table: Table, next: Table): Table {
  const isText = table.textColumns !== undefined && next.textColumns !== undefined
  const columnEdges = isText ? table.columnEdges : cluster([...table.columnEdges, ...next.columnEdges], SAME_EDGE)
  const before = isText ? table.cells : table.cells.map((cell) => onEdges(cell, table.columnEdges, columnEdges))
  const behind = isText ? next.cells : next.cells.map((cell) => onEdges(cell, next.columnEdges, columnEdges))
  const repeated = repeatedRows(before, behind)
  const mark = (cell: Cell): Cell => (cell.row < repeated ? { ...cell, header: true } : cell)
  const rest = restOfRow(before, table.rows - 1, behind, repeated, table.size)
  const isRest = rest.size > 0
  const whole = before.map((cell) => ({ ...cell, text: rest.has(cell) ? joinTexts(cell.text, rest.get(cell) ?? '') : cell.text }))
  const further = isRest ? behind.filter(({ row }) => row !== repeated) : behind
  const place = (row: number): number => table.rows + row - (isRest && row > repeated ? 1 : 0)
  return {
    ...table,
    columnEdges,
    rows: table.rows + next.rows - (isRest ? 1 : 0),
    cells: [...whole.map(mark), ...further.map(mark).map((cell) => ({ ...cell, row: place(cell.row) }))],
  }
}

/** What goes on stands below a text of some length that does not end as a sentence does; a name, which is short, must fill its cell. */
const SHORTEST_CUT = 4
const SENTENCE_END = /[。！；]$/u
/** In ems: what a line may lack of a full cell, its margins included. */
const FULL = 2
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u

/**
 * What the first row behind a page end goes on with, by the cell above it: where some columns have no more to say, and the others break off above. Empty where
 * it is a row of its own.
 */
function restOfRow(before: readonly Cell[], last: number, behind: readonly Cell[], row: number, size: number): ReadonlyMap<Cell, string> {
  const found = new Map<Cell, string>()
  const cells = behind.filter((cell) => cell.row === row)
  const filled = cells.filter(({ text }) => text !== '')
  if (filled.length === cells.length || cells.some(({ rowSpan }) => rowSpan > 1)) return found
  for (const { column, columnSpan, text } of filled) {
    const above = before.find((cell) => cell.row + cell.rowSpan - 1 === last && cell.column === column && cell.columnSpan === columnSpan)
    if (above === undefined || !/\p{L}/u.test(text) || above.text.length < SHORTEST_CUT || SENTENCE_END.test(above.text)) return new Map()
    if (column === 0 && !fillsCell(above, size)) return new Map()
    found.set(above, text)
  }
  return found
}

function fillsCell({ text, box }: Cell, size: number): boolean {
  const ems = Array.from(text, (character) => (WIDE.test(character) ? 1 : 0.5)).reduce((sum, width) => sum + width, 0)
  return size > 0 && ems <= (box[2] - box[0]) / size && ems >= (box[2] - box[0]) / size - FULL
}

function onEdges(cell: Cell, from: readonly number[], to: readonly number[]): Cell {
  const column = nearest(to, from[cell.column] ?? 0)
  const end = nearest(to, from[cell.column + cell.columnSpan] ?? 0)
  return { ...cell, column, columnSpan: Math.max(1, end - column) }
}

function nearest(edges: readonly number[], value: number): number {
  let best = 0
  for (const [at, edge] of edges.entries()) if (Math.abs(edge - value) < Math.abs((edges[best] ?? Infinity) - value)) best = at
  return best
}

/** How many rows the second part begins with that the first part begins with as well. */
function repeatedRows(first: readonly Cell[], second: readonly Cell[]): number {
  const rowText = (cells: readonly Cell[], row: number): string =>
    cells
      .filter((cell) => cell.row === row)
      .map(({ column, text }) => `${column}:${text.replace(/\s+/gu, '')}`)
      .join('\t')
  let rows = 0
  while (rows < 4 && /\p{L}/u.test(rowText(first, rows)) && rowText(first, rows) === rowText(second, rows)) rows++
  return rows
}
