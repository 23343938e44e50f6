/**
 * Tables without rulings: three lines or more that are cut by wide gaps at the same places. Deliberately shy: running text has no such gaps,
 * a list of labels is none, and a column must really line up at its left, its right or its middle.
 */
import { type Box, unite } from './geometry.ts'
import { glyphsToText, joinTexts } from './line-text.ts'
import { type Line, linesBox, type Piece } from './lines.ts'
import type { Cell, Table } from './table.ts'

const FEWEST_ROWS = 3
/** Lines further apart than this, in ems, belong to different tables. */
const FURTHEST = 3.2

export interface AlignedTables {
  readonly tables: readonly Table[]
  readonly rest: readonly Line[]
}

export function findAlignedTables(lines: readonly Line[], page: number): AlignedTables {
  const tables: Table[] = []
  const rest: Line[] = []
  for (let at = 0; at < lines.length; ) {
    const group = growGroup(lines, at)
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
    const [above, line] = [lines[at - 1] as Line, lines[at] as Line]
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

/** A last line with one piece is the end of a cell only where it stands closer to its row than the rows to each other. */
function isContinuation({ lines }: Group): boolean {
  const last = lines[lines.length - 1] as Line
  const above = lines[lines.length - 2]
  return above !== undefined && last.baseline - above.baseline < rowDistance(lines) * 0.85
}

function rowDistance(lines: readonly Line[]): number {
  const rows = lines.filter(({ pieces }) => pieces.length >= 2)
  const distances = rows.slice(1).map((line, at) => line.baseline - (rows[at] as Line).baseline)
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

function makeTable({ lines, columns }: Group, page: number): Table | null {
  const distance = rowDistance(lines)
  const rows: Line[][] = []
  for (const line of lines) {
    const above = rows[rows.length - 1]
    const previous = above?.[above.length - 1]
    const continuesRow = previous && line.pieces.length < 2 && line.baseline - previous.baseline < distance * 0.85
    if (above && continuesRow) above.push(line)
    else rows.push([line])
  }
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
  return columns === 2 && labels.every(({ text }) => /^[(（]?[0-9一二三四五六七八九十]{1,3}[)）、.．]?$|^[•●■◆▪·○□√*—-]$/u.test(text))
}

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
