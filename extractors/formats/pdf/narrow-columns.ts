/**
 * Columns that no line parts by a wide gap: they are told by the blanks that run between them through several lines, one below the other. Running text has no
 * such blanks; text set in columns, of which more than one is as wide as running text needs, is no table.
 */
import type { Interval } from './aligned-rows.ts'
import type { Line, Piece } from './lines.ts'

export interface NarrowColumns {
  /** How many lines they run through. */
  readonly count: number
  /** Where lines are to be cut. */
  readonly middles: readonly number[]
}

/** In ems. */
const NARROWEST_BLANK = 0.5
const WIDE_COLUMN = 8

/** From a line on, as long as `follows` says that a line belongs to the one above it. null where fewer than `fewest` lines keep the blanks. */
export function findNarrowColumns(
  lines: readonly Line[],
  start: number,
  fewest: number,
  follows: (line: Line, above: Line) => boolean,
): NarrowColumns | null {
  const first = lines[start] as Line
  let blanks = blanksIn(first).filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to))
  if (blanks.length === 0) return null
  let end = start + 1
  for (; end < lines.length; end++) {
    const line = lines[end] as Line
    if (!follows(line, lines[end - 1] as Line)) break
    const common = shared(blanks, blanksIn(line), NARROWEST_BLANK * line.size)
    // Only the first line, a header, may have blanks within its cells.
    if (common.length === 0 || (common.length < blanks.length && end > start + 1)) break
    blanks = common
  }
  const edges = [Number.NEGATIVE_INFINITY, ...blanks.map(({ from, to }) => (from + to) / 2), Number.POSITIVE_INFINITY]
  const own = lines.slice(start, end)
  const parted = own.filter((line) => edges.filter((from, at) => hasInk(line, from, edges[at + 1])).length >= 2)
  if (parted.length < fewest || wideColumns(own, edges) > 1) return null
  return { count: end - start, middles: edges.slice(1, -1) }
}

/** Where a line has no ink, before its first character and behind its last too. */
function blanksIn({ glyphs, size }: Line): Interval[] {
  const blanks: Interval[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const { text, x0, x1 } of glyphs) {
    if (x0 - end < NARROWEST_BLANK * size) {
      if (x1 > end && text.trim() !== '') end = x1
      continue
    }
    if (text.trim() === '') continue
    blanks.push({ from: end, to: x0 })
    end = Math.max(end, x1)
  }
  return [...blanks, { from: end, to: Number.POSITIVE_INFINITY }]
}

const shared = (a: readonly Interval[], b: readonly Interval[], narrowest: number): Interval[] =>
  a
    .flatMap((one) => b.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })))
    .filter(({ from, to }) => to - from >= narrowest)

const inkBetween = ({ glyphs }: Line, from: number, to: number): Piece['glyphs'] =>
  glyphs.filter(({ text, x0 }) => text.trim() !== '' && x0 >= from && x0 < to)

const hasInk = (line: Line, from: number, to = from): boolean => inkBetween(line, from, to).length > 0

function wideColumns(lines: readonly Line[], edges: readonly number[]): number {
  const size = lines[0]?.size ?? 0
  return edges.slice(0, -1).filter((from, at) => {
    const ink = lines.flatMap((line) => inkBetween(line, from, edges[at + 1] ?? from))
    return Math.max(...ink.map(({ x1 }) => x1)) - Math.min(...ink.map(({ x0 }) => x0)) > WIDE_COLUMN * size
  }).length
}
