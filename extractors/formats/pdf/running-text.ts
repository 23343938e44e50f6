/**
 * Whether columns of lines are running text, and not the columns of a table: each is wide, many of its lines are full, some hold a mark of punctuation,
 * and few a wide gap. Lines are full where they end at the column's margin, or hold as many characters as any other: a program that breaks lines by
 * count leaves them ragged where digits are narrow. Such lines, and few lines, are believed only where a paragraph shows its shape, which cells do not have.
 */
import { charactersOf } from './frame.ts'
import type { Line } from './lines.ts'

/** In ems: the narrowest column, and how far from the margin a full line ends. */
const NARROWEST = 8
const RAGGED = 1.6
const FEWEST_LINES = 5
const FULL_SHARE = 0.45
const MARKED_SHARE = 0.25
const CUT_SHARE = 0.2
/** What a few lines need: so many, so many of them marked, standing beside each other for so many ems. */
const FEW = { lines: 2, marked: 0.5, beside: 2.5 } as const
/** Of the column's width: a line that goes on takes at least this part. */
const GOING_ON = 0.7
/** In ems: how far the first line of a paragraph is set in. */
const INDENT = { from: 1.4, to: 2.7 } as const

export function isRunningText(columns: readonly (readonly Line[])[]): boolean {
  const facts = columns.map(factsOf)
  if (!facts.every((one) => one !== null && isProse(one))) return false
  const known = facts.filter((one) => one !== null)
  const together = Math.min(...known.map(({ bottom }) => bottom)) - Math.max(...known.map(({ top }) => top))
  const size = known[0]?.size ?? 0
  const enough = together >= size * FEWEST_LINES && known.every(({ lines }) => lines.length >= FEWEST_LINES)
  if (enough && columns.every((lines) => fullByWidth(lines) >= lines.length * FULL_SHARE)) return true
  const few =
    together >= size * FEW.beside && known.every(({ lines, marked }) => lines.length >= FEW.lines && marked >= lines.length * FEW.marked)
  return (enough || few) && columns.some(showsParagraph)
}

/** Characters a line, where a program broke the lines of columns by count: in one of them more agree in it than end at the margin, and in none it is exceeded; else undefined. */
export function countOf(columns: readonly (readonly Line[])[]): number | undefined {
  const counted = columns.map((lines) => ({ lines, ...fullByCount(lines, leftOf(lines)) }))
  const most = Math.max(...counted.map((column) => column.most))
  const isTold = counted.some(
    (column) =>
      column.most === most && column.full.length > fullByWidth(column.lines) && column.full.length >= column.lines.length * FULL_SHARE,
  )
  return isTold ? most : undefined
}

interface Facts {
  readonly lines: readonly Line[]
  readonly size: number
  readonly width: number
  readonly top: number
  readonly bottom: number
  readonly full: number
  readonly marked: number
}

function factsOf(lines: readonly Line[]): Facts | null {
  const [first, last] = [lines[0], lines[lines.length - 1]]
  if (!first || !last) return null
  const left = leftOf(lines)
  return {
    lines,
    size: first.size,
    width: rightOf(lines) - left,
    top: first.top,
    bottom: last.bottom,
    full: Math.max(fullByWidth(lines), fullByCount(lines, left).full.length),
    marked: lines.filter(({ text }) => /[，。；：、]/u.test(text)).length,
  }
}

function isProse({ lines, size, width, full, marked }: Facts): boolean {
  const cut = lines.filter(({ pieces }) => pieces.length > 1).length
  return (
    width > size * NARROWEST &&
    full >= lines.length * FULL_SHARE &&
    marked >= lines.length * MARKED_SHARE &&
    cut <= lines.length * CUT_SHARE
  )
}

function fullByWidth(lines: readonly Line[]): number {
  const right = rightOf(lines)
  return lines.filter((line) => right - line.x1 < line.size * RAGGED).length
}

function fullByCount(lines: readonly Line[], left: number): { readonly most: number; readonly full: readonly Line[] } {
  const counts = lines.map((line) => charactersOf(line, left))
  const most = Math.max(...counts)
  return { most, full: lines.filter((_, at) => counts[at] === most) }
}

/** True where a first line is set in and goes on at the margin, where a line ends within a sentence, or where a figure or a mark is cut off from what it belongs to. */
function showsParagraph(lines: readonly Line[]): boolean {
  const left = leftOf(lines)
  const width = rightOf(lines) - left
  return lines.some((line, at) => {
    const next = lines[at + 1]
    if (!next || line.x1 - line.x0 < width * GOING_ON || next.x0 - left > next.size / 2) return false
    const indent = (line.x0 - left) / line.size
    return (indent >= INDENT.from && indent <= INDENT.to) || isCutOff(line.text, next.text)
  })
}

const isCutOff = (before: string, after: string): boolean =>
  /[，、]$/u.test(before) ||
  /^[，。、；：！？）》”％%]/u.test(after) ||
  (/[0-9][.．]?$/u.test(before) && /^[.．]?[0-9]{1,4}(?:[.．][0-9]{1,4})?[%％]/u.test(after))

const leftOf = (lines: readonly Line[]): number => Math.min(...lines.map(({ x0 }) => x0))
const rightOf = (lines: readonly Line[]): number => Math.max(...lines.map(({ x1 }) => x1))
