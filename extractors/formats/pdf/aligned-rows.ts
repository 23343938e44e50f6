/** Which lines of a table without rulings are one row: a cell may be wrapped, wherever in its row the others stand. */
import { glyphsToText } from './line-text.ts'
import type { Line } from './lines.ts'
import { BESIDE, rowStarts } from './standing-in-rows.ts'

/** Lines of one row are closer than this, in parts of the distance of rows. */
const WITHIN_ROW = 0.88
/** In ems: a line that ends this near to the next column has filled its own; a column narrower than this is not wrapped. */
export const FILLED = 1.3
export const NARROWEST_WRAPPED = 4
/** Between rows there is this many times the distance that there is within. */
const CLEAR_STEP = 1.3

export interface Group {
  readonly lines: readonly Line[]
  readonly columns: readonly Interval[]
}

export interface Interval {
  readonly from: number
  readonly to: number
}

/** undefined where no way of telling rows keeps the figures of a column apart. */
export const rowsOf = (group: Group): readonly (readonly Line[])[] | undefined =>
  [rowsOfSentences(group), rowsByDistance(group), rowsByGaps(group.lines)].find(
    (found) => found !== null && !stacksFigures(found, group.columns),
  ) ?? undefined

export function continuesRow(line: Line, above: Line, group: Group, distance: number): boolean {
  if (line.pieces.length >= group.columns.length) return false
  return isWithinRow(line, above, distance) || goesOn(line, above, group)
}

export const isWithinRow = (line: Line, above: Line, distance: number): boolean => line.baseline - above.baseline < distance * WITHIN_ROW

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

/** Between rows that fill every column, where such rows follow each other; else between all lines that are cut. */
export function rowDistance(lines: readonly Line[], columns = Number.POSITIVE_INFINITY): number {
  const between = (rows: readonly Line[], follow: (at: number) => boolean): number[] =>
    rows.flatMap((line, at) => (at > 0 && follow(at) ? [line.baseline - (rows[at - 1] as Line).baseline] : []))
  const full = between(lines, (at) => [lines[at - 1], lines[at]].every((line) => line?.pieces.length === columns))
  const cut = lines.filter(({ pieces }) => pieces.length >= 2)
  const distances = full.length > 0 ? full : between(cut, () => true)
  return distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0
}

export const columnsOf = (columns: readonly Interval[], line: Line): number[] =>
  line.pieces.map((piece) => columns.findIndex(({ from, to }) => piece.x0 >= from - 0.5 && piece.x1 <= to + 0.5))

/** Where every column holds sentences, rows begin where all of them do. */
function rowsOfSentences({ lines, columns }: Group): Line[][] | null {
  const ofColumns = columns.map((_, column) =>
    lines.flatMap((line) => {
      const piece = line.pieces[columnsOf(columns, line).indexOf(column)]
      return piece === undefined ? [] : [{ ...piece, text: glyphsToText(piece.glyphs), baseline: line.baseline, size: line.size }]
    }),
  )
  const starts = rowStarts(ofColumns)
  if (starts === null) return null
  const rows: Line[][] = [[], ...starts.map(() => [])]
  for (const line of lines) rows[starts.filter((start) => line.baseline >= start - line.size * BESIDE).length]?.push(line)
  return rows
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
