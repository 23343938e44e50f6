/**
 * Text set in columns: a stretch of a page that gutters part from top to bottom, with running text between them. Each column then is read as a page
 * of its own, from left to right; what stands above, between and below such stretches is read across the page.
 * What tells them from the columns of a table is in `running-text.ts`.
 */
import type { Glyph } from './geometry.ts'
import { buildLines, type Line } from './lines.ts'
import type { PageLayout } from './page-layout.ts'
import { countOf, isRunningText } from './running-text.ts'
import { standInRows } from './standing-in-rows.ts'
import type { Table } from './table.ts'

/** Where gutters may lie, in parts of the width that the page's text takes. */
const INNER = [0.22, 0.78] as const
const MOST_COLUMNS = 4
/** In ems: the narrowest gutter. */
const GUTTER = 0.8
const FEWEST_LINES = 2
/** On a page of more lines than any office prints, not each line is tried as the first of a stretch. */
const MOST_LINES = 150
/** Lines further apart than this, in ems, are not of one stretch. */
const FURTHEST = 3.2
/** Lines of a stretch keep their distance, to this many times it. */
const EVEN_STEP = 1.3

/** The page in parts, in the order of reading; the page itself where it has no columns. */
export function splitColumns(page: PageLayout): PageLayout[] {
  const stretches = stretchesOf(page)
  if (stretches.length === 0) return [page]
  const parts: PageLayout[] = []
  let tables = page.tables
  let next = 0
  for (const { from, to, gutters } of stretches) {
    const lines = page.lines.slice(from, to)
    const [top, bottom] = [lines[0]?.top ?? 0, lines[lines.length - 1]?.bottom ?? 0]
    const above = tables.filter(({ box }) => box[1] < top)
    const beside = tables.filter(({ box }) => box[1] >= top && box[1] < bottom)
    tables = tables.filter(({ box }) => box[1] >= bottom)
    parts.push({ ...page, lines: page.lines.slice(next, from), tables: above })
    parts.push(...columnsOf({ ...page, lines, tables: beside }, gutters))
    next = to
  }
  parts.push({ ...page, lines: page.lines.slice(next), tables })
  return parts.filter(({ lines, tables }) => lines.length + tables.length > 0)
}

/** For each column, whether a place across the page lies in it. */
const columnsBetween = (gutters: readonly number[]): ((x: number) => boolean)[] =>
  [Number.NEGATIVE_INFINITY, ...gutters].map((from, at) => {
    const to = gutters[at] ?? Number.POSITIVE_INFINITY
    return (x) => x >= from && x < to
  })

/** `width` is such that a column's margins are those of a page: as far from its left edge as from its right. */
function columnsOf(page: PageLayout, gutters: readonly number[]): PageLayout[] {
  const columns = columnLines(page.lines, gutters)
  const characters = countOf(columns)
  return columnsBetween(gutters).map((isIn, at) => {
    const lines = columns[at] ?? []
    const { left, right } = extentOf(lines)
    return { ...page, width: left + right, lines, tables: page.tables.filter(({ box }) => isIn(box[0])), characters }
  })
}

interface Stretch {
  /** Lines of the page, half-open. */
  readonly from: number
  readonly to: number
  /** The middles of the gutters, from left to right. */
  readonly gutters: readonly number[]
}

interface Interval {
  readonly from: number
  readonly to: number
}

function stretchesOf({ lines, tables }: PageLayout): Stretch[] {
  const { left, right } = extentOf(lines)
  const inner = { from: left + (right - left) * INNER[0], to: left + (right - left) * INNER[1] }
  const found: Stretch[] = []
  for (let at = 0; at < lines.length; ) {
    const grown = (lines[at]?.pieces.length ?? 0) > MOST_COLUMNS ? null : grow(lines, tables, at, inner)
    const parted = grown && partedByGutters(lines, grown)
    const stretch = parted && withLinesAbove(lines, parted, found.at(-1)?.to ?? 0)
    if (stretch) found.push(stretch)
    if (grown && stretch) at = stretch.to
    else if (grown && isTable(lines, grown)) at = grown.to
    else at += grown && lines.length > MOST_LINES ? Math.ceil((grown.to - at) / 8) : 1
  }
  return found
}

interface Grown {
  readonly from: number
  readonly to: number
  readonly gutters: readonly Interval[]
}

/** The stretch with all gaps that run through it as gutters, else with the widest alone; null when neither has running text between them. */
function partedByGutters(lines: readonly Line[], { from, to, gutters }: Grown): Stretch | null {
  const widest = gutters.reduce((one, other) => (other.to - other.from > one.to - one.from ? other : one))
  for (const chosen of gutters.length > 1 && gutters.length < MOST_COLUMNS ? [gutters, [widest]] : [[widest]]) {
    const middles = chosen.map(middleOf)
    const columns = columnLines(lines.slice(from, to), middles)
    if (isRunningText(columns) && !standInRows(columns)) return { from, to, gutters: middles }
  }
  return null
}

/** With the lines directly above that the same gutters part, as close as those of the stretch are: too few of them are full, and they are no less of it. */
function withLinesAbove(lines: readonly Line[], stretch: Stretch, first: number): Stretch {
  const step = (at: number): number => (lines[at + 1]?.baseline ?? 0) - (lines[at]?.baseline ?? 0)
  let { from } = stretch
  while (from > first && step(from - 1) <= step(from) * EVEN_STEP && isParted(lines[from - 1] as Line, stretch.gutters)) from--
  return { ...stretch, from }
}

const isParted = (line: Line, gutters: readonly number[]): boolean => {
  const gaps = gapsOf(line)
  return gutters.every((gutter) => line.x0 < gutter && line.x1 > gutter && gaps.some(({ from, to }) => from < gutter && to > gutter))
}

const isTable = (lines: readonly Line[], { from, to, gutters }: Grown): boolean =>
  standInRows(columnLines(lines.slice(from, to), gutters.map(middleOf)))

const middleOf = ({ from, to }: Interval): number => (from + to) / 2

/** The longest stretch from a line on that the same gaps run through. */
function grow(lines: readonly Line[], tables: readonly Table[], start: number, inner: Interval): Grown | null {
  let gutters: readonly Interval[] = [inner]
  let to = start
  for (; to < lines.length; to++) {
    const line = lines[to] as Line
    const above = lines[to - 1]
    if (to > start && above && (line.baseline - above.baseline > FURTHEST * line.size || hasTableBetween(tables, above, line, gutters)))
      break
    const common = intersect(gutters, gapsOf(line), line.size * GUTTER)
    if (common.length === 0) break
    gutters = common
  }
  return to - start < FEWEST_LINES ? null : { from: start, to, gutters }
}

/** A table across the gutter parts the text above it from the text below. */
const hasTableBetween = (tables: readonly Table[], above: Line, below: Line, gutters: readonly Interval[]): boolean =>
  tables.some(({ box }) => box[1] >= above.top && box[1] < below.baseline && gutters.every(({ from, to }) => box[0] < from && box[2] > to))

/** Where a line has no ink: before its first character, behind its last, and between. */
function gapsOf({ glyphs, size }: Line): Interval[] {
  const gaps: Interval[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') continue
    if (glyph.x0 - end > size * GUTTER) gaps.push({ from: end, to: glyph.x0 })
    end = Math.max(end, inkEnd(glyph))
  }
  return [...gaps, { from: end, to: Number.POSITIVE_INFINITY }]
}

/** A mark that closes a phrase is blank in its right half; at a line's end it may hang into the gutter. */
const inkEnd = ({ text, x0, x1 }: Glyph): number => (/^[，。、；：！？）》〉」』】”’]$/u.test(text) ? x0 + (x1 - x0) * 0.55 : x1)

function intersect(a: readonly Interval[], b: readonly Interval[], narrowest: number): Interval[] {
  return a
    .flatMap((one) => b.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })))
    .filter(({ from, to }) => to - from >= narrowest)
}

function columnLines(lines: readonly Line[], gutters: readonly number[]): Line[][] {
  const glyphs = glyphsOf(lines)
  return columnsBetween(gutters).map((isIn) => buildLines(glyphs.filter(({ x0 }) => isIn(x0))))
}

const glyphsOf = (lines: readonly Line[]): Glyph[] => lines.flatMap(({ glyphs }) => glyphs)

const extentOf = (lines: readonly Line[]): { left: number; right: number } =>
  lines.reduce(({ left, right }, { x0, x1 }) => ({ left: Math.min(left, x0), right: Math.max(right, x1) }), {
    left: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
  })
