/**
 * Tables with lines across but none down (三线表): three rulings or more of the same width, one above the other, with text cut into columns between
 * them. Running text between two rules of the page is none. A cell over several columns spans them.
 */
import { type Box, type Ruling, unite } from './geometry.ts'
import { glyphsToText, joinTexts } from './line-text.ts'
import type { Line, Piece } from './lines.ts'
import type { Cell, Table } from './table.ts'

const SAME_END = 3
const FEWEST_RULINGS = 3
/** A line of one piece this wide, in parts of the table's width, is running text. */
const RUNNING_TEXT = 0.6

export interface BandedTables {
  readonly tables: readonly Table[]
  readonly rest: readonly Line[]
}

export function findBandedTables(lines: readonly Line[], rulings: readonly Ruling[], page: number): BandedTables {
  const tables: Table[] = []
  let rest = lines
  for (const group of sameWidth(rulings)) {
    const [top, bottom] = [group[0]?.at ?? 0, group[group.length - 1]?.at ?? 0]
    const inside = rest.filter((line) => line.baseline > top && line.baseline < bottom)
    const table = makeTable(group, inside, page)
    if (!table) continue
    tables.push(table)
    rest = rest.filter((line) => line.baseline <= top || line.baseline >= bottom)
  }
  return { tables, rest }
}

/** Rulings that begin and end at the same places, from top to bottom. */
function sameWidth(rulings: readonly Ruling[]): Ruling[][] {
  const groups: Ruling[][] = []
  for (const ruling of [...rulings].sort((a, b) => a.at - b.at).slice(0, 400)) {
    const group = groups.find(
      ([first]) => first && Math.abs(first.from - ruling.from) < SAME_END && Math.abs(first.to - ruling.to) < SAME_END,
    )
    if (group) group.push(ruling)
    else groups.push([ruling])
  }
  return groups.filter((group) => group.length >= FEWEST_RULINGS)
}

function makeTable(rulings: readonly Ruling[], lines: readonly Line[], page: number): Table | null {
  const first = rulings[0]
  if (!first || !looksTabular(lines, first)) return null
  const columns = columnsOf(lines)
  if (columns.length < 2) return null
  const rows = rowsOf(lines, rulings)
  const cells = rows.flatMap((row, index) => cellsOf(row, index, columns, page))
  const columnEdges = [first.from, ...columns.slice(1).map(({ from }, at) => (from + (columns[at]?.to ?? from)) / 2), first.to]
  const box: Box = [first.from, first.at, first.to, rulings[rulings.length - 1]?.at ?? first.at]
  return { box, columnEdges, textColumns: columns, rows: rows.length, cells, size: lines[0]?.size ?? 0 }
}

function looksTabular(lines: readonly Line[], { from, to }: Ruling): boolean {
  if (lines.filter(({ pieces }) => pieces.length >= 2).length < 2) return false
  return lines.every(
    (line) =>
      line.x0 > from - line.size && line.x1 < to + line.size && (line.pieces.length >= 2 || line.x1 - line.x0 < (to - from) * RUNNING_TEXT),
  )
}

interface Interval {
  readonly from: number
  readonly to: number
}

/** Where the columns' text stands, by the lines that are cut into the most pieces. */
function columnsOf(lines: readonly Line[]): Interval[] {
  const most = lines.reduce((count, { pieces }) => Math.max(count, pieces.length), 0)
  const intervals = lines
    .filter(({ pieces }) => pieces.length === most)
    .flatMap(({ pieces }) => pieces.map(({ x0, x1 }) => ({ from: x0, to: x1 })))
    .sort((a, b) => a.from - b.from)
  const merged: Interval[] = []
  for (const interval of intervals) {
    const last = merged[merged.length - 1]
    if (last && interval.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, interval.to) }
    else merged.push(interval)
  }
  return merged
}

/** One row for each band where every row has its rulings; else one for each line, and lines that only carry on a cell join the row above. */
function rowsOf(lines: readonly Line[], rulings: readonly Ruling[]): Line[][] {
  const bands = rulings
    .slice(1)
    .map((ruling, at) => lines.filter((line) => line.baseline > (rulings[at]?.at ?? 0) && line.baseline < ruling.at))
  const filled = bands.filter((band) => band.length > 0)
  if (filled.length > 3) return filled
  return filled.flatMap((band) => {
    const rows: Line[][] = []
    for (const line of band) {
      const above = rows[rows.length - 1]
      const previous = above?.[above.length - 1]
      if (above && previous && line.pieces.length === 1 && previous.pieces.length > 1 && line.top - previous.bottom < line.size * 0.3)
        above.push(line)
      else rows.push([line])
    }
    return rows
  })
}

function cellsOf(lines: readonly Line[], row: number, columns: readonly Interval[], page: number): Cell[] {
  const places = lines.flatMap((line) => line.pieces.map((piece) => ({ line, piece, ...spanOf(line, piece, columns) })))
  const cells: Cell[] = []
  for (let column = 0; column < columns.length; ) {
    const own = places.filter((place) => place.column === column)
    const columnSpan = Math.max(1, ...own.map((place) => place.columnSpan))
    const text = own.reduce(
      (joined, { piece }) => (joined === '' ? glyphsToText(piece.glyphs) : joinTexts(joined, glyphsToText(piece.glyphs))),
      '',
    )
    const [top, bottom] = [lines[0]?.top ?? 0, lines[lines.length - 1]?.bottom ?? 0]
    const empty: Box = [columns[column]?.from ?? 0, top, columns[column + columnSpan - 1]?.to ?? 0, bottom]
    const box = own.length === 0 ? empty : unite(own.map(({ line, piece }): Box => [piece.x0, line.top, piece.x1, line.bottom]))
    cells.push({ row, column, rowSpan: 1, columnSpan, text, box, page, header: false })
    column += columnSpan
  }
  return cells
}

/** The columns that a piece reaches into by more than half a character; in a line with a piece for every column, the column it overlaps. */
function spanOf(line: Line, piece: Piece, columns: readonly Interval[]): { column: number; columnSpan: number } {
  const isFull = line.pieces.length === columns.length
  const touched = columns.flatMap(({ from, to }, column) => {
    const left = isFull ? from : (from + (columns[column - 1]?.to ?? Number.NEGATIVE_INFINITY)) / 2
    const right = isFull ? to : (to + (columns[column + 1]?.from ?? Number.POSITIVE_INFINITY)) / 2
    return Math.min(piece.x1, right) - Math.max(piece.x0, left) > (isFull ? 0 : line.size / 2) ? [column] : []
  })
  const column = touched[0] ?? 0
  return { column, columnSpan: (touched[touched.length - 1] ?? column) - column + 1 }
}
