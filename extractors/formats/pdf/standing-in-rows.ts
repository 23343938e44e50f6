/**
 * Columns of lines that are the columns of a table whose cells are sentences: its rows begin beside each other, at the margins of all columns, where running
 * text begins its paragraphs in each column where it will. Rows are told by sentences that end together, or by the room between them.
 */
import type { Line } from './lines.ts'

/** A line of a column. */
export type ColumnLine = Pick<Line, 'text' | 'x0' | 'x1' | 'baseline' | 'size'>

/** Rows that begin together, besides the first. */
const FEWEST_ROWS = 2
const FEWEST_LINES = 3
/** In ems: lines no further apart are beside each other. */
export const BESIDE = 0.4
/** How near to the margin a cell begins, and the narrowest column of sentences. */
const FLUSH = 0.5
const NARROWEST = 8
/** Between rows there is this many times the distance that there is within. */
const CLEAR_STEP = 1.3
/** Of the column's width: a shorter line goes on with none. */
const SHORT = 0.7
const SENTENCE_END = /[。！；]$/u

/** A column by the rows of lines on the page. */
interface Column {
  readonly left: number
  readonly width: number
  /** undefined where it has no line. */
  readonly lines: readonly (ColumnLine | undefined)[]
}

export const standInRows = (columns: readonly (readonly ColumnLine[])[]): boolean => rowStarts(columns) !== null

/** Baselines of the lines that rows begin with, besides the first; null where the columns are no such table. */
export function rowStarts(columns: readonly (readonly ColumnLine[])[]): readonly number[] | null {
  if (!columns.every((lines) => lines.length >= FEWEST_LINES && widthOf(lines) >= NARROWEST * (lines[0]?.size ?? 0))) return null
  if (!columns.some((lines) => lines.some(({ text }) => SENTENCE_END.test(text)))) return null
  const baselines = baselinesOf(columns)
  const placed = columns.map(
    (lines): Column => ({
      left: leftOf(lines),
      width: widthOf(lines),
      lines: baselines.map((baseline) => lines.find((line) => Math.abs(line.baseline - baseline) <= line.size * BESIDE)),
    }),
  )
  const starts = baselines.flatMap((_, row) => (row > 0 && placed.every(({ left, lines }) => isFlush(lines[row], left)) ? [row] : []))
  const rows = startsByRoom(starts, baselines) ?? startsByEnds(starts, placed)
  return rows === null || rows.length < FEWEST_ROWS ? null : rows.map((row) => baselines[row] ?? 0)
}

const leftOf = (lines: readonly ColumnLine[]): number => Math.min(...lines.map(({ x0 }) => x0))
const widthOf = (lines: readonly ColumnLine[]): number => Math.max(...lines.map(({ x1 }) => x1)) - leftOf(lines)
const isFlush = (line: ColumnLine | undefined, left: number): boolean => line !== undefined && line.x0 - left <= line.size * FLUSH

function baselinesOf(columns: readonly (readonly ColumnLine[])[]): number[] {
  const lines = columns.flat().sort((a, b) => a.baseline - b.baseline)
  return lines.reduce<number[]>((found, { baseline, size }) => {
    const last = found[found.length - 1]
    if (last === undefined || baseline - last > size * BESIDE) found.push(baseline)
    return found
  }, [])
}

/** Rows with room before them, where there is such room nowhere else. */
function startsByRoom(starts: readonly number[], baselines: readonly number[]): readonly number[] | null {
  const steps = baselines.slice(1).map((baseline, at) => baseline - (baselines[at] ?? 0))
  const within = Math.min(...steps)
  const wide = steps.flatMap((step, at) => (step >= within * CLEAR_STEP ? [at + 1] : []))
  return wide.length >= FEWEST_ROWS && wide.length < steps.length && wide.every((row) => starts.includes(row)) ? wide : null
}

/** Rows before which all columns have ended what they say; null where one ends a sentence with a line and the others do not before it goes on. */
function startsByEnds(starts: readonly number[], columns: readonly Column[]): readonly number[] | null {
  const rows = starts.filter((row) => columns.every((column) => hasEnded(column, row)))
  const count = columns[0]?.lines.length ?? 0
  const areMet = columns.every(({ lines }) =>
    lines.every((line, at) => {
      if (line === undefined || !SENTENCE_END.test(line.text)) return true
      const next = lines.findIndex((other, row) => row > at && other !== undefined)
      return next < 0 || next >= count || rows.includes(next)
    }),
  )
  return areMet ? rows : null
}

function hasEnded({ left, width, lines }: Column, row: number): boolean {
  const last = lines.slice(0, row).findLast((line) => line !== undefined)
  return last !== undefined && (SENTENCE_END.test(last.text) || last.x1 - left < width * SHORT)
}
