/**
 * Tables without rulings: three lines or more that are cut by wide gaps at the same places. Deliberately shy: running text has no such gaps,
 * a list of labels is none, and a column must really line up at its left, its right or its middle. A cell may be wrapped: beside its further
 * lines some columns are empty, and they stand closer than the rows do, or the line above them fills its column.
 */
import {
  columnsOf,
  continuesRow,
  FILLED,
  type Group,
  type Interval,
  isWithinRow,
  NARROWEST_WRAPPED,
  rowDistance,
  rowsOf,
} from './aligned-rows.ts'
import { type Box, type Glyph, unite } from './geometry.ts'
import { glyphsToText, joinTexts } from './line-text.ts'
import { type Line, linesBox, type Piece, pieceOf } from './lines.ts'
import { findNarrowColumns } from './narrow-columns.ts'
import type { Cell, Table } from './table.ts'

const FEWEST_ROWS = 3
/** Lines further apart than this, in ems, belong to different tables. */
const FURTHEST = 3.2
/** Unless they are rows of one, at most this far apart, none much further from the one above it than the others. */
const FURTHEST_ROWS = 8
const EVEN_STEP = 1.3
/** In ems: the narrowest gap where a column that lines above have shown begins again, and how near to its edge it does. */
const NARROW_GAP = 0.3
const AT_EDGE = 0.3
const CORRIDOR = 0.5

export interface AlignedTables {
  readonly tables: readonly Table[]
  readonly rest: readonly Line[]
}

export function findAlignedTables(lines: readonly Line[], page: number): AlignedTables {
  const tables: Table[] = []
  const rest: Line[] = []
  for (let at = 0; at < lines.length; ) {
    const grown = growGroup(lines, at)
    const group = grown && partAtCorridors(grown)
    const table = group ? makeTable(group, page) : null
    if (group && table) {
      const whole = withLineAbove(rest.at(-1), group, table, page)
      if (whole !== table) rest.pop()
      tables.push(whole)
      at += group.lines.length
    } else rest.push(lines[at++] as Line)
  }
  return { tables, rest }
}

/** The longest run of lines from `start` that keeps the columns of its first lines apart. */
function growGroup(lines: readonly Line[], start: number): Group | null {
  const first = lines[start]
  if (!first) return null
  if (first.pieces.length < 2) return narrowGroup(lines, start)
  let group: Group = { lines: [first], columns: first.pieces.map(intervalOf) }
  for (let at = start + 1; at < lines.length; at++) {
    const above = lines[at - 1] as Line
    const line = cutAtColumns(lines[at] as Line, group.columns)
    if (!isNear(line, above, group.lines)) break
    const columns = addToColumns(group.columns, line)
    if (columns.length < 2 || columns.length < group.columns.length) break
    if (line.pieces.length < 2 && !columnsOf(columns, line).every((column) => column >= 0)) break
    group = { lines: [...group.lines, line], columns }
  }
  return trimmed(group)
}

/** Without lines at its end that belong to no row; null where too few rows are left. */
function trimmed(grown: Group): Group | null {
  let group = grown
  while (group.lines.length > 0 && (group.lines[group.lines.length - 1] as Line).pieces.length < 2 && !isContinuation(group)) {
    group = { ...group, lines: group.lines.slice(0, -1) }
  }
  return group.lines.filter(({ pieces }) => pieces.length >= 2).length >= FEWEST_ROWS ? group : null
}

/** Rows may stand far apart where they keep their distance. */
function isNear(line: Line, above: Line, lines: readonly Line[]): boolean {
  const distance = line.baseline - above.baseline
  if (distance <= FURTHEST * above.size) return true
  const widest = Math.max(...lines.slice(1).map(({ baseline }, at) => baseline - (lines[at] as Line).baseline), 0)
  return distance <= FURTHEST_ROWS * above.size && line.pieces.length >= 2 && (widest === 0 || distance <= widest * EVEN_STEP)
}

/** Lines that no wide gap cuts, but narrow blanks that run through them. */
function narrowGroup(lines: readonly Line[], start: number): Group | null {
  const found = findNarrowColumns(lines, start, FEWEST_ROWS, (line, above) => line.baseline - above.baseline <= FURTHEST * above.size)
  if (found === null) return null
  const own = lines
    .slice(start, start + found.count)
    .map((line) => ({ ...line, pieces: line.pieces.flatMap((piece) => cutAt(piece, found.middles)) }))
  const columns = own.reduce<readonly Interval[]>(addToColumns, [])
  return columns.length === found.middles.length + 1 ? trimmed({ lines: own, columns }) : null
}

/** The first line of a wrapped name, above the figures of its row: it fills the column that it stands in, and stands as near as lines of a row do. */
function withLineAbove(above: Line | undefined, group: Group, table: Table, page: number): Table {
  const first = group.lines[0] as Line
  const [piece] = above?.pieces ?? []
  if (above === undefined || piece === undefined || above.pieces.length > 1 || above.baseline > first.baseline) return table
  const column = columnsOf(group.columns, above)[0] ?? -1
  const { from, to } = group.columns[column] ?? { from: 0, to: 0 }
  const wrapped = group.lines.filter((line) => line.pieces.length === 1 && columnsOf(group.columns, line)[0] === column).length
  const fills =
    wrapped >= FEWEST_ROWS ||
    (to - from >= NARROWEST_WRAPPED * above.size && to - piece.x1 <= FILLED * above.size && piece.x0 - from <= AT_EDGE * above.size)
  if (!fills || Math.abs(above.size - first.size) > AT_EDGE || !isWithinRow(first, above, rowDistance(group.lines, group.columns.length)))
    return table
  const whole = makeTable({ ...group, lines: [above, ...group.lines] }, page)
  return whole !== null && whole.rows === table.rows ? whole : table
}

/** A last line with one piece is the end of a cell only where it stands closer to its row than the rows to each other, or goes on in a full column. */
function isContinuation({ lines, columns }: Group): boolean {
  const last = lines[lines.length - 1] as Line
  const above = lines[lines.length - 2]
  return above !== undefined && continuesRow(last, above, { lines, columns }, rowDistance(lines, columns.length))
}

/** A line whose text fills a column up to the next one has no wide gap there: it is cut where that column begins in the lines above. */
function cutAtColumns(line: Line, columns: readonly Interval[]): Line {
  const begins = ({ x0 }: Glyph, before: Glyph): boolean =>
    x0 - before.x1 >= NARROW_GAP * line.size && columns.some(({ from }) => Math.abs(from - x0) <= AT_EDGE * line.size)
  const pieces = line.pieces.flatMap(({ glyphs }) => {
    const inked = glyphs.filter(({ text }) => text.trim() !== '')
    const starts = [0, ...inked.flatMap((glyph, at) => (at > 0 && begins(glyph, inked[at - 1] as Glyph) ? [at] : []))]
    return starts.map((from, index) => pieceOf(inked.slice(from, starts[index + 1])))
  })
  return pieces.length === line.pieces.length ? line : { ...line, pieces }
}

/** Columns set closer than a wide gap, figures to the right and words to the left, are told by the blank that runs between them through all lines. */
function partAtCorridors(group: Group): Group {
  const corridors = group.columns.flatMap((column) => corridorsIn(column, group.lines))
  if (corridors.length === 0) return group
  const middles = corridors.map(({ from, to }) => (from + to) / 2)
  const lines = group.lines.map((line) => ({ ...line, pieces: line.pieces.flatMap((piece) => cutAt(piece, middles)) }))
  const columns = group.columns.flatMap((column) => {
    const parts = corridors.filter(({ from, to }) => from >= column.from && to <= column.to)
    const edges = [column.from, ...parts.flatMap(({ from, to }) => [from, to]), column.to]
    return Array.from({ length: parts.length + 1 }, (_, at) => ({ from: edges[at * 2] ?? 0, to: edges[at * 2 + 1] ?? 0 }))
  })
  return { lines, columns }
}

function corridorsIn({ from, to }: Interval, lines: readonly Line[]): Interval[] {
  const size = lines[0]?.size ?? 0
  const ink = lines.map(({ glyphs }) => glyphs.filter(({ text, x0, x1 }) => text.trim() !== '' && x0 >= from - 0.5 && x1 <= to + 0.5))
  const sorted = ink.flat().sort((a, b) => a.x0 - b.x0)
  const blanks: Interval[] = []
  let end = from
  for (const { x0, x1 } of sorted) {
    if (x0 - end >= CORRIDOR * size) blanks.push({ from: end, to: x0 })
    end = Math.max(end, x1)
  }
  const hasBothSides = ({ from: left, to: right }: Interval): boolean =>
    ink.filter((glyphs) => glyphs.some(({ x1 }) => x1 <= left) && glyphs.some(({ x0 }) => x0 >= right)).length >= FEWEST_ROWS
  return blanks.filter(hasBothSides)
}

function cutAt({ glyphs }: Piece, places: readonly number[]): Piece[] {
  const sides = [Number.NEGATIVE_INFINITY, ...places].map((from, at) =>
    glyphs.filter(({ text, x0 }) => text.trim() !== '' && x0 >= from && x0 < (places[at] ?? Number.POSITIVE_INFINITY)),
  )
  return sides.filter((side) => side.length > 0).map(pieceOf)
}

function addToColumns(columns: readonly Interval[], line: Line): Interval[] {
  const all = [...columns, ...line.pieces.map(intervalOf)].sort((a, b) => a.from - b.from)
  const merged: Interval[] = []
  for (const interval of all) {
    const last = merged[merged.length - 1]
    if (last && interval.from - last.to < line.size * 0.4)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, interval.to) }
    else merged.push(interval)
  }
  return merged
}

const intervalOf = ({ x0, x1 }: Piece): Interval => ({ from: x0, to: x1 })

function makeTable(group: Group, page: number): Table | null {
  const { lines, columns } = group
  const rows = rowsOf(group)
  if (!rows) return null
  const cells: Cell[] = []
  for (const [row, rowLines] of rows.entries()) {
    for (const column of columns.keys()) {
      const { text, box } = cellAt(rowLines, columns, column)
      cells.push({ row, column, rowSpan: 1, columnSpan: 1, text, box, page, header: false })
    }
  }
  const filled = cells.filter(({ text }) => text !== '').length
  if (
    filled < cells.length * 0.6 ||
    isLabelledList(cells, columns.length) ||
    !columns.every((_, column) => linesUp(lines, columns, column))
  )
    return null
  const columnEdges = [...columns.map(({ from }) => from), columns[columns.length - 1]?.to ?? 0]
  return { box: linesBox(lines), columnEdges, textColumns: columns, rows: rows.length, cells, size: lines[0]?.size ?? 0 }
}

function cellAt(lines: readonly Line[], columns: readonly Interval[], column: number): { text: string; box: Box } {
  let text = ''
  const boxes: Box[] = []
  for (const line of lines) {
    const places = columnsOf(columns, line)
    for (const [at, piece] of line.pieces.entries()) {
      if (places[at] !== column) continue
      const pieceText = glyphsToText(piece.glyphs)
      text = text === '' ? pieceText : joinTexts(text, pieceText)
      boxes.push([piece.x0, line.top, piece.x1, line.bottom])
    }
  }
  const [top, bottom] = [lines[0]?.top ?? 0, lines[lines.length - 1]?.bottom ?? 0]
  return { text, box: boxes.length > 0 ? unite(boxes) : [columns[column]?.from ?? 0, top, columns[column]?.to ?? 0, bottom] }
}

/** 1. … 2. … with a tab behind the label is a list, not a table of two columns. */
function isLabelledList(cells: readonly Cell[], columns: number): boolean {
  const labels = cells.filter(({ column, text }) => column === 0 && text !== '')
  return columns === 2 && labels.every(({ text }) => LABEL.test(text))
}

const LABEL =
  /^(?:[(（【]?(?:[0-9０-９]{1,3}(?:[.．][0-9]{1,2}){0,3}|[一二三四五六七八九十百]{1,4}|[a-zA-Z]{1,5}(?=[)）.．、])|\p{Unified_Ideograph}(?=、))[)）】、.．]?|[①-⒛㈠-㈩•●■◆▪·○□√*—-])$/u

/** True when most pieces of a column share their left edge, their right edge or their middle. */
function linesUp(lines: readonly Line[], columns: readonly Interval[], column: number): boolean {
  const pieces = lines.flatMap((line) => line.pieces.filter((_, at) => columnsOf(columns, line)[at] === column))
  const tolerance = (lines[0]?.size ?? 10) * 0.6
  const share = (of: (piece: Piece) => number): number => {
    const values = pieces.map(of).sort((a, b) => a - b)
    const middle = values[values.length >> 1] ?? 0
    return values.filter((value) => Math.abs(value - middle) <= tolerance).length / Math.max(1, values.length)
  }
  return (
    Math.max(
      share(({ x0 }) => x0),
      share(({ x1 }) => x1),
      share(({ x0, x1 }) => (x0 + x1) / 2),
    ) >= 0.7
  )
}
