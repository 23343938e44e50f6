/**
 * The measure of running text: its margins, size and line spacing, taken from the lines themselves. Pages of one width share a frame, since a
 * single page may have too few full lines to tell.
 */
import { commonest } from './geometry.ts'
import type { Line } from './lines.ts'
import type { PageLayout } from './page-layout.ts'

export interface Frame {
  readonly left: number
  readonly right: number
  /** The em of body text, and the distance of its baselines. */
  readonly size: number
  readonly pitch: number
  /** Characters a line, where a program cut the lines by count and not by width; else null. */
  readonly count: number | null
}

/** So many lines of one count, and this part of all, tell that lines were cut by count. */
const FEWEST_COUNTED = 6
const COUNTED_SHARE = 0.3
/** A line of running text that goes on in the next has at least this part of the widest one's width. */
const RUNNING = 0.7

/** The frame of each page. */
export function measureFrames(pages: readonly PageLayout[]): ReadonlyMap<PageLayout, Frame> {
  const groups = new Map<number, PageLayout[]>()
  for (const page of pages) {
    const key = Math.round(page.width / 10)
    const group = groups.get(key)
    if (group) group.push(page)
    else groups.set(key, [page])
  }
  const frames = new Map<PageLayout, Frame>()
  for (const group of groups.values()) {
    const frame = measure(group)
    for (const page of group) frames.set(page, frame)
  }
  return frames
}

function measure(pages: readonly PageLayout[]): Frame {
  const width = pages[0]?.width ?? 0
  const lines = pages.flatMap((page) => page.lines)
  const size = commonest(
    lines.map((line) => ({ value: line.size, weight: line.text.length })),
    0.3,
    12,
  )
  const body = lines.filter((line) => Math.abs(line.size - size) < size * 0.08)
  const widest = body.reduce((most, line) => Math.max(most, line.x1 - line.x0), 0)
  const pitch = commonest(
    pages.flatMap((page) => pitches(page.lines, size, widest * RUNNING)),
    1,
    size * 1.5,
  )
  const long = body.filter((line) => line.x1 - line.x0 > widest * RUNNING)
  const tables = pages.flatMap((page) => page.tables)
  const leftmost = [...body.map((line) => line.x0), ...tables.map(({ box }) => box[0])].reduce((least, x) => Math.min(least, x), width / 2)
  const left =
    long.length < 3
      ? leftmost
      : commonest(
          long.map(({ x0 }) => ({ value: x0, weight: 1 })),
          size * 0.3,
          leftmost,
        )
  const margin = firstLineIndents(long, left, size)
  return {
    left: margin,
    right: rightMargin(body, left, width, size),
    size,
    pitch,
    count: commonCount(body, margin, size) ?? countTold(pages),
  }
}

/** What all columns of one width were found to hold a line. */
const countTold = (pages: readonly PageLayout[]): number | null => {
  const [first, ...others] = new Set(pages.map(({ characters }) => characters))
  return first !== undefined && others.length === 0 ? first : null
}

/** A line's characters, and those that its indent takes the place of. */
export const charactersOf = (line: Line, left: number): number => line.glyphs.length + Math.round(Math.max(0, line.x0 - left) / line.size)

/** What many lines have and none exceeds, though they end at different places: a line of digits is shorter than one of Chinese. */
function commonCount(body: readonly Line[], left: number, size: number): number | null {
  const counts = body.map((line) => charactersOf(line, left))
  const most = counts.reduce((highest, count) => Math.max(highest, count), 0)
  const full = body.filter((_, at) => counts[at] === most)
  if (full.length < FEWEST_COUNTED || full.length < body.length * COUNTED_SHARE) return null
  const ends = full.map(({ x1 }) => x1)
  return ends.reduce((high, x) => Math.max(high, x), 0) - ends.reduce((low, x) => Math.min(low, x), Number.POSITIVE_INFINITY) > size * 2.5
    ? most
    : null
}

/** Where most long lines are first lines (each paragraph has one or two), the margin is what the other lines stand at, two ems to the left. */
function firstLineIndents(long: readonly Line[], left: number, size: number): number {
  const outer = long.filter(({ x0 }) => left - x0 > size * 1.5 && left - x0 < size * 2.6)
  return outer.length >= 2 || (outer.length === 1 && long.length <= 4)
    ? commonest(
        outer.map(({ x0 }) => ({ value: x0, weight: 1 })),
        size * 0.3,
        left,
      )
    : left
}

/**
 * Where full lines end. Trusted when several end there (many, where that is far from a margin as wide as the left: a few short items may happen to
 * be equally long); else that margin is assumed. Lines that end in a mark of punctuation only bound it: it may hang over the margin.
 */
function rightMargin(body: readonly Line[], left: number, width: number, size: number): number {
  const symmetric = width - left
  const measured = body.filter(({ x0 }) => x0 < left + size * 3)
  const ends = measured.filter(({ text }) => !/\p{P}$/u.test(text)).map(({ x1 }) => x1)
  const furthest = ends.reduce((most, end) => Math.max(most, end), 0)
  const outermost = measured.reduce((most, { x1 }) => Math.max(most, x1), 0)
  const near = ends.filter((end) => furthest - end < size * 1.2)
  const enough = furthest > symmetric - size * 4 ? 3 : 8
  const trusted = near.length >= enough && near.length >= ends.length * 0.2 && outermost - furthest < size * 1.1
  if (trusted)
    return commonest(
      near.map((value) => ({ value, weight: 1 })),
      size * 0.5,
      furthest,
    )
  return Math.max(outermost, symmetric)
}

/** The distances of lines, of those above all that follow a line of running text: what stands in the cells of a table is set closer. */
function pitches(lines: readonly Line[], size: number, running: number): { value: number; weight: number }[] {
  const found: { value: number; weight: number }[] = []
  for (let at = 1; at < lines.length; at++) {
    const [above, below] = [lines[at - 1] as Line, lines[at] as Line]
    const distance = below.baseline - above.baseline
    const bodies = Math.abs(above.size - size) < size * 0.08 && Math.abs(below.size - size) < size * 0.08
    if (bodies && distance > size && distance < size * 3.5)
      found.push({ value: distance, weight: above.x1 - above.x0 >= running ? 100 : 1 })
  }
  return found
}
