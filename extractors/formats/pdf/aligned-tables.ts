/**
 * Tables without rulings: three lines or more that are cut by wide gaps at the same places. Deliberately shy: running text has no such gaps,
 * a list of labels is none, and a column must really line up at its left, its right or its middle. A cell may be wrapped: beside its further
 * lines some columns are empty, and they stand closer than the rows do, or the line above them fills its column.
 */
import { type Box, type Glyph, unite } from './geometry.ts'
import { glyphsToText, joinTexts } from './line-text.ts'
import { type Line, linesBox, type Piece, pieceOf } from './lines.ts'
import type { Cell, Table } from './table.ts'

const FEWEST_ROWS = 3
/** Lines further apart than this, in ems, belong to different tables. */
const FURTHEST = 3.2
/** In ems: the narrowest gap where a column that lines above have shown begins again, and how near to its edge it does. */
const NARROW_GAP = 0.3
const AT_EDGE = 0.3
/** Lines of one row are closer than this, in parts of the distance of rows. */
const WITHIN_ROW = 0.88
/** In ems: a line that ends this near to the next column has filled its own; a column narrower than this is not wrapped. */
const FILLED = 1.3
const CORRIDOR = 0.5
const NARROWEST_WRAPPED = 4
/** Between rows there is this many times the distance that there is within. */
const CLEAR_STEP = 1.3

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
      tables.push(table)
      at += group.lines.length
    } else rest.push(lines[at++] as Line)
  }
  return { tables, rest }
}

interface Group {
  readonly lines: readonly Line[]
  readonly columns: readonly Interval[]
}

interface Interval {
  readonly from: number
  readonly to: number
}

/** The longest run of lines from `start` that keeps the columns of its first lines apart. */
function growGroup(lines: readonly Line[], start: number): Group | null {
  const first = lines[start]
  if (!first || first.pieces.length < 2) return null
  let group: Group = { lines: [first], columns: first.pieces.map(intervalOf) }
  for (let at = start + 1; at < lines.length; at++) {
    const above = lines[at - 1] as Line
    const line = cutAtColumns(lines[at] as Line, group.columns)
    if (line.baseline - above.baseline > FURTHEST * above.size) break
    const columns = addToColumns(group.columns, line)
    if (columns.length < 2 || columns.length < group.columns.length) break
    if (line.pieces.length < 2 && !columnsOf(columns, line).every((column) => column >= 0)) break
    group = { lines: [...group.lines, line], columns }
  }
  while (group.lines.length > 0 && (group.lines[group.lines.length - 1] as Line).pieces.length < 2 && !isContinuation(group)) {
    group = { ...group, lines: group.lines.slice(0, -1) }
  }
  return group.lines.filter(({ pieces }) => pieces.length >= 2).length >= FEWEST_ROWS ? group : null
}

/** A last line with one piece is the end of a cell only where it stands closer to its row than the rows to each other, or goes on in a full column. */
function isContinuation({ lines, columns }: Group): boolean {
  const last = lines[lines.length - 1] as Line
  const above = lines[lines.length - 2]
  return above !== undefined && continuesRow(last, above, { lines, columns }, rowDistance(lines, columns.length))
}

function continuesRow(line: Line, above: Line, group: Group, distance: number): boolean {
  if (line.pieces.length >= group.columns.length) return false
  return isWithinRow(line, above, distance) || goesOn(line, above, group)
}

const isWithinRow = (line: Line, above: Line, distance: number): boolean => line.baseline - above.baseline < distance * WITHIN_ROW

/** True when each piece of the line stands below one that fills its column. */
function goesOn(line: Line, above: Line, { lines, columns }: Group): boolean {
  const [places, placesAbove] = [columnsOf(columns, line), columnsOf(columns, above)]
  return places.every((column) => {
    const piece = above.pieces[placesAbove.indexOf(column)]
    const width = columns[column]
    if (column < 0 || !piece || !width || width.to - width.from < NARROWEST_WRAPPED * line.size) return false
    const end = columns[column + 1]?.from ?? Math.max(...lines.flatMap(({ pieces }) => pieces.map(({ x1 }) => x1)))
    return end - piece.x1 <= FILLED * line.size
  })
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

/** Between rows that fill every column, where such rows follow each other; else between all lines that are cut. */
function rowDistance(lines: readonly Line[], columns = Number.POSITIVE_INFINITY): number {
  const between = (rows: readonly Line[], follow: (at: number) => boolean): number[] =>
    rows.flatMap((line, at) => (at > 0 && follow(at) ? [line.baseline - (rows[at - 1] as Line).baseline] : []))
  const full = between(lines, (at) => [lines[at - 1], lines[at]].every((line) => line?.pieces.length === columns))
  const cut = lines.filter(({ pieces }) => pieces.length >= 2)
  const distances = full.length > 0 ? full : between(cut, () => true)
  return distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0
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

const columnsOf = (columns: readonly Interval[], line: Line): number[] =>
  line.pieces.map((piece) => columns.findIndex(({ from, to }) => piece.x0 >= from - 0.5 && piece.x1 <= to + 0.5))

function makeTable(group: Group, page: number): Table | null {
  const { lines, columns } = group
  const rows = [rowsByDistance(group), rowsByGaps(lines)].find((found) => found && !stacksFigures(found, columns))
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

function rowsByDistance(group: Group): Line[][] {
  const { lines, columns } = group
  const distance = rowDistance(lines, columns.length)
  const rows: Line[][] = []
  for (const line of lines) {
    const above = rows[rows.length - 1]
    const previous = above?.[above.length - 1]
    const beginsAbove = above?.every(({ pieces }) => pieces.length < columns.length)
    if (above && previous && continuesRow(line, previous, group, distance)) above.push(line)
    else if (above && previous && beginsAbove && isWithinRow(line, previous, distance)) above.push(line)
    else rows.push([line])
  }
  return rows
}

/** Where no line fills every column, rows are told by the greatest step among the distances of lines: those within rows, and those between. */
function rowsByGaps(lines: readonly Line[]): Line[][] | null {
  const gaps = lines.slice(1).map((line, at) => line.baseline - (lines[at] as Line).baseline)
  const sorted = [...gaps].sort((a, b) => a - b)
  const steps = sorted.slice(1).map((gap, at) => ({ from: sorted[at] ?? gap, to: gap }))
  const widest = steps.reduce((most, step) => (step.to * most.from > most.to * step.from ? step : most), { from: 1, to: CLEAR_STEP })
  if (widest.from === 1) return null
  const within = (widest.from + widest.to) / 2
  return lines.reduce<Line[][]>((rows, line, at) => {
    if (at > 0 && (gaps[at - 1] ?? 0) < within) rows[rows.length - 1]?.push(line)
    else rows.push([line])
    return rows
  }, [])
}

/** True where a cell would hold two figures one below the other: a figure is not wrapped, so that they are two rows. */
const stacksFigures = (rows: readonly (readonly Line[])[], columns: readonly Interval[]): boolean =>
  rows.some((row) =>
    columns.some((_, column) => {
      const texts = row
        .flatMap((line) => line.pieces.filter((_, at) => columnsOf(columns, line)[at] === column))
        .map(({ glyphs }) => glyphsToText(glyphs))
      return texts.length > 1 && texts.every((text) => FIGURE.test(text))
    }),
  )

const FIGURE = /^[+-]?[0-9][0-9,.]{0,15}[%％‰]?$/u

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
