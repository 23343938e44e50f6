/**
 * Page headers, footers and page numbers: lines at the page's upper or lower edge that return at the same place on every page or every other page
 * of a stretch, or that have the shape of a page number (3, — 3 —, 第 3 页 共 9 页, 3/9). Each is given once; page numbers count as one, whatever
 * the number. Two lines that differ in a figure are the same where the figure counts the pages, and rows of a table where it does not.
 */
import { type Box, moveBox } from './geometry.ts'
import { type Line, lineBox } from './lines.ts'
import type { PageLayout } from './page-layout.ts'

export interface Furniture {
  readonly kind: 'header' | 'footer'
  readonly text: string
  readonly page: number
  readonly box: Box
}

/** Parts of the page's height in which headers and footers stand, and how many lines from the edge they reach. */
const UPPER_ZONE = 0.13
const LOWER_ZONE = 0.86
const DEEPEST = 3
const SAME_PLACE = 4
/** Numbers of one line that may be the page's. */
const MOST_NUMBERS = 4

const PAGE_NUMBERS: readonly RegExp[] = [
  /^[-—–－·.•~\s]{0,4}[0-9０-９]{1,4}[-—–－·.•~\s]{0,4}$/u,
  /^[-—–－\s]{0,4}第\s?[0-9一二三四五六七八九十]{1,4}\s?页[，,、/／\s]{0,3}(?:[（(]?共\s?[0-9一二三四五六七八九十]{1,4}\s?页[）)]?)?[-—–－\s]{0,4}$/u,
  /^(?:[Pp]age\s?)?[0-9]{1,4}\s?(?:\/|／|of)\s?[0-9]{1,4}$/u,
  /^[-—–－\s]{1,4}[ivxIVX]{1,6}[-—–－\s]{1,4}$/u,
]

const isPageNumber = (text: string): boolean => text.length <= 24 && PAGE_NUMBERS.some((pattern) => pattern.test(text.trim()))

interface Candidate {
  readonly page: PageLayout
  readonly line: Line
  readonly kind: Furniture['kind']
  /** Place and text: as it stands, and once for each of its numbers with the number given as its distance from the page's. */
  readonly keys: readonly string[]
  readonly alone: boolean
}

export function separateFurniture(pages: readonly PageLayout[]): { pages: PageLayout[]; furniture: Furniture[] } {
  const candidates = pages.flatMap(candidatesOf)
  const pagesOf = new Map<string, Set<number>>()
  for (const { keys, page } of candidates)
    for (const key of keys) {
      const seen = pagesOf.get(key)
      if (seen) seen.add(page.number)
      else pagesOf.set(key, new Set([page.number]))
    }
  const withText = pages.filter(({ lines }) => lines.length > 0).map(({ number }) => number)
  const taken = new Set<Line>()
  const furniture = new Map<string, Furniture>()
  for (const { keys, page, line, kind, alone } of candidates) {
    const numbering = isPageNumber(line.text)
    const returning = keys.findIndex((key) => returns(pagesOf.get(key) ?? new Set(), withText))
    if (!(numbering && alone) && returning < 0) continue
    taken.add(line)
    const name = `${kind}:${numbering ? '#' : returning > 0 ? keys[returning] : line.text.replace(/\s+/gu, '')}`
    if (!furniture.has(name)) furniture.set(name, { kind, text: line.text, page: page.number, box: moveBox(page.toShown, lineBox(line)) })
  }
  return {
    pages: pages.map((page) => ({ ...page, lines: page.lines.filter((line) => !taken.has(line)) })),
    furniture: [...furniture.values()],
  }
}

/** On two pages or more, and on more than half of those from the first to the last: the issuer over a text and again under it is no header. */
function returns(seen: ReadonlySet<number>, pages: readonly number[]): boolean {
  const [first, last] = [Math.min(...seen), Math.max(...seen)]
  const between = pages.filter((page) => page >= first && page <= last).length
  return seen.size >= 2 && seen.size * 2 > between
}

function candidatesOf(page: PageLayout): Candidate[] {
  const { lines, tables, height } = page
  const above = lines.filter(
    (line, at) => at < DEEPEST && line.baseline < height * UPPER_ZONE && !tables.some(({ box }) => box[1] < line.top),
  )
  const below = lines.filter(
    (line, at) => at >= lines.length - DEEPEST && line.baseline > height * LOWER_ZONE && !tables.some(({ box }) => box[3] > line.bottom),
  )
  return [...above.map((line) => candidate(page, line, 'header')), ...below.map((line) => candidate(page, line, 'footer'))]
}

function candidate(page: PageLayout, line: Line, kind: Furniture['kind']): Candidate {
  const edge = kind === 'header' ? line.baseline : page.height - line.baseline
  const place = `${kind}:${Math.round(edge / SAME_PLACE)}:`
  return { page, line, kind, keys: readings(line.text, page.number).map((text) => place + text), alone: standsAlone(page, line, kind) }
}

/** A text as it stands; and with each of its first numbers told as so many pages before or after this one. */
function readings(written: string, page: number): string[] {
  const text = written.normalize('NFKC').replace(/\s+/gu, '')
  const numbers = [...text.matchAll(/[0-9]{1,4}/gu)].slice(0, MOST_NUMBERS)
  return [
    text,
    ...numbers.map(({ 0: digits, index }) => `${text.slice(0, index)}#${Number(digits) - page}#${text.slice(index + digits.length)}`),
  ]
}

/** True for the outermost line, clear of its neighbour by more than the body's spacing would leave. */
function standsAlone({ lines }: PageLayout, line: Line, kind: Furniture['kind']): boolean {
  const at = lines.indexOf(line)
  if (kind === 'header') {
    const next = lines[at + 1]
    return at === 0 && (!next || next.top - line.bottom > line.size * 0.6)
  }
  const previous = lines[at - 1]
  return at === lines.length - 1 && (!previous || line.top - previous.bottom > line.size * 0.6)
}
