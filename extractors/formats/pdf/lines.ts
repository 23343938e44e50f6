/**
 * Glyphs to lines: what stands on one baseline, from left to right, split where a gap is wider than any blank. Characters struck twice (bold by
 * printing again, a little aside) are kept once; small raised marks are joined to the line that they belong to.
 */
import { type Box, type Glyph, unite } from './geometry.ts'
import { glyphsToText } from './line-text.ts'

/** A stretch of one line without a wide gap. */
export interface Piece {
  readonly glyphs: readonly Glyph[]
  readonly x0: number
  readonly x1: number
}

export interface Line extends Piece {
  readonly baseline: number
  readonly top: number
  readonly bottom: number
  /** The em that most of its characters have, and their font. */
  readonly size: number
  readonly font: string
  /** The line cut at gaps wider than a blank: one piece for running text, one a column in a table without rulings. */
  readonly pieces: readonly Piece[]
  readonly text: string
}

/** Baselines this near, in ems, are one line. */
const SAME_BASELINE = 0.3
const WIDE_GAP = 1.3
/** A raised mark is at most this large, in ems of its line; a browser's <sup> is 0.83. */
const SMALL = 0.87
/** The same character again this near, in ems, is the same character struck twice. */
const STRUCK_TWICE = 0.14

/** All lines of a region, top to bottom. Blanks at the ends of lines are dropped, lines of blanks altogether. */
export function buildLines(glyphs: readonly Glyph[]): Line[] {
  const rows = attachRaised(groupByBaseline(glyphs))
  const lines: Line[] = []
  for (const row of rows) {
    const inked = trimBlanks(dropStruckTwice(row.sort((a, b) => a.x0 - b.x0)))
    if (inked.length > 0) lines.push(makeLine(inked))
  }
  return lines.sort((a, b) => a.baseline - b.baseline)
}

export const lineBox = (line: Line): Box => [line.x0, line.top, line.x1, line.bottom]
export const linesBox = (lines: readonly Line[]): Box => unite(lines.map(lineBox))

function makeLine(glyphs: readonly Glyph[]): Line {
  const { size, font, baseline } = prevailing(glyphs)
  const [x0, x1] = [extreme(glyphs, 'x0', Math.min), extreme(glyphs, 'x1', Math.max)]
  const marked = glyphs.map((glyph) => (isRaised(glyph, size, baseline) ? { ...glyph, raised: true } : glyph))
  return {
    glyphs: marked,
    x0,
    x1,
    baseline,
    top: baseline - size * 0.88,
    bottom: baseline + size * 0.16,
    size,
    font,
    pieces: splitAtGaps(marked, size),
    text: glyphsToText(marked),
  }
}

/** A mark of a note, or an exponent: small, and above the baseline of its line. */
export const isRaised = (glyph: Glyph, size: number, baseline: number): boolean =>
  glyph.size < size * SMALL && baseline - glyph.baseline > size * 0.18 && /^[0-9*①-⑳［］[\]〔〕注+−–n-]+$/u.test(glyph.text)

function groupByBaseline(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.baseline - b.baseline)
  const rows: Glyph[][] = []
  let row: Glyph[] = []
  let reference = 0
  for (const glyph of sorted) {
    const first = row[0]
    if (first && glyph.baseline - reference > SAME_BASELINE * Math.min(first.size, glyph.size)) {
      rows.push(row)
      row = []
    }
    if (row.length === 0) reference = glyph.baseline
    row.push(glyph)
  }
  if (row.length > 0) rows.push(row)
  return rows
}

/** Moves rows of small characters that touch the larger characters of a neighbouring row, raised or lowered, into that row. */
function attachRaised(rows: Glyph[][]): Glyph[][] {
  const kept: Glyph[][] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Glyph[]
    const below = rows[at + 1]
    const above = kept[kept.length - 1]
    if (below && touches(row, below, -0.75)) below.push(...row)
    else if (above && touches(row, above, 0.35)) above.push(...row)
    else kept.push(row)
  }
  return kept
}

/** True when each run of small glyphs stands beside a larger one, before or behind it, its baseline off by at most `reach` ems of the larger (negative: above). */
function touches(small: readonly Glyph[], large: readonly Glyph[], reach: number): boolean {
  const big = large.reduce((most, glyph) => (glyph.size > most.size ? glyph : most))
  const first = small[0]
  if (!first || small.length > 40 || small.some((glyph) => glyph.size > big.size * SMALL)) return false
  const offset = (first.baseline - big.baseline) / big.size
  if (reach < 0 ? offset < reach || offset > 0 : offset > reach || offset < 0) return false
  return runsOf(small).every(({ x0, x1, size }) =>
    large.some((other) => other.size > size && Math.min(Math.abs(x0 - other.x1), Math.abs(other.x0 - x1)) < other.size * 0.4),
  )
}

/** Glyphs that stand side by side. */
function runsOf(glyphs: readonly Glyph[]): { readonly x0: number; readonly size: number; x1: number }[] {
  const runs: { readonly x0: number; readonly size: number; x1: number }[] = []
  for (const { x0, x1, size } of [...glyphs].sort((a, b) => a.x0 - b.x0)) {
    const last = runs[runs.length - 1]
    if (last && x0 - last.x1 < size * 0.5) last.x1 = x1
    else runs.push({ x0, size, x1 })
  }
  return runs
}

function dropStruckTwice(sorted: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = []
  for (const glyph of sorted) {
    let isCopy = false
    for (let back = kept.length - 1; back >= Math.max(0, kept.length - 4) && !isCopy; back--) {
      const other = kept[back] as Glyph
      isCopy = other.text === glyph.text && glyph.x0 - other.x0 < STRUCK_TWICE * glyph.size && glyph.text !== ' '
    }
    if (!isCopy) kept.push(glyph)
  }
  return kept
}

function trimBlanks(glyphs: readonly Glyph[]): Glyph[] {
  let [start, end] = [0, glyphs.length]
  while (start < end && isBlank(glyphs[start])) start++
  while (end > start && isBlank(glyphs[end - 1])) end--
  return glyphs.slice(start, end)
}

const isBlank = (glyph: Glyph | undefined): boolean => glyph !== undefined && glyph.text.trim() === ''

function splitAtGaps(glyphs: readonly Glyph[], size: number): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  let end = -Infinity
  let lastInked = 0
  for (let at = 0; at < glyphs.length; at++) {
    const glyph = glyphs[at] as Glyph
    if (isBlank(glyph)) continue
    if (end > -Infinity && glyph.x0 - end > WIDE_GAP * size) {
      pieces.push(pieceOf(glyphs.slice(start, lastInked + 1)))
      start = at
    }
    end = Math.max(end, glyph.x1)
    lastInked = at
  }
  pieces.push(pieceOf(glyphs.slice(start, lastInked + 1)))
  return pieces
}

export const pieceOf = (glyphs: readonly Glyph[]): Piece => ({
  glyphs,
  x0: extreme(glyphs, 'x0', Math.min),
  x1: extreme(glyphs, 'x1', Math.max),
})

function extreme(glyphs: readonly Glyph[], side: 'x0' | 'x1', of: (a: number, b: number) => number): number {
  return glyphs.reduce((value, glyph) => of(value, glyph[side]), glyphs[0]?.[side] ?? 0)
}

/** Size, font and baseline of most of the ink: of the glyphs in the font and size that cover most width. */
function prevailing(glyphs: readonly Glyph[]): { size: number; font: string; baseline: number } {
  const kinds: { width: number; readonly glyph: Glyph }[] = []
  for (const glyph of glyphs) {
    const kind = kinds.find((one) => one.glyph.font === glyph.font && Math.abs(one.glyph.size - glyph.size) < 0.1)
    if (kind) kind.width += glyph.x1 - glyph.x0
    else kinds.push({ width: glyph.x1 - glyph.x0, glyph })
  }
  const { glyph } = kinds.reduce((most, kind) => (kind.width > most.width ? kind : most))
  return { size: glyph.size, font: glyph.font, baseline: glyph.baseline }
}
