/**
 * Plain text. A line is a paragraph, unless the file was wrapped at a fixed width: then full lines are joined to the line after them.
 * Lines that are cut into the same number of cells by tabs are a table, and so are those of aligned-lines.ts.
 *
 * Joining is conservative: it needs a margin that many lines reach and none overruns, and it never crosses a blank line, an indented line,
 * an official heading label, or the end of a sentence. What stays apart by mistake still reads as sentences; what is joined by mistake does not.
 */
import { officialLabel } from '../language/headings.ts'
import { withAlignedTables } from './aligned-lines.ts'
import { notice, rejection, tooMuchText } from './codes.ts'
import { type DecodedText, decodeText } from './encoding.ts'
import type { BlockDraft, Limits, Reading } from './reading.ts'

/** How a program that wraps lines measures them. */
interface Ruler {
  readonly measure: (line: string) => number
  /** Margins that a wrapped file may have. */
  readonly narrowest: number
  readonly widest: number
  /** A line is full when not even this much more would have fitted. */
  readonly slack: number
}

/** A Chinese character takes two columns; a closing mark that may not begin a line goes over with the character before it. */
const COLUMNS: Ruler = { measure: displayWidth, narrowest: 40, widest: 200, slack: 4 }
/** So many characters to the line, whatever their width. */
const CHARACTERS: Ruler = { measure: (line) => [...line].length, narrowest: 20, widest: 100, slack: 1 }

interface Wrap {
  readonly ruler: Ruler
  readonly margin: number
  /** Lines that reach the margin and end no sentence: what shows that they were wrapped. */
  readonly broken: number
}

const LEAST_FULL_LINES = 3
const FULL_SHARE = 0.25
const SENTENCE_END = /[。！？!?][”’」』）》)]?$/u

export function readText(bytes: Uint8Array, limits: Limits): Reading {
  const decoded = decodeLines(bytes, limits)
  const { lines } = decoded
  const wrap = wrapOf(lines)
  const paragraphs = wrap === null ? lines.map((line) => line.trim()) : joinWrapped(lines, wrap)
  const joined = wrap !== null && paragraphs.length < lines.length
  return {
    format: 'txt',
    pages: null,
    blocks: withAlignedTables(toBlocks(paragraphs)),
    notices: [...encodingNotices(decoded), ...(joined ? [notice('W_LINES_JOINED')] : [])],
    incomplete: decoded.replaced > 0,
  }
}

export function decodeLines(bytes: Uint8Array, limits: Limits): DecodedText & { readonly lines: readonly string[] } {
  const decoded = decodeText(bytes)
  if (!decoded) throw rejection('E_CORRUPT')
  if (decoded.text.length > limits.characters) throw tooMuchText(limits)
  return { ...decoded, lines: decoded.text.split(/\r\n|[\n\r\f\u2028\u2029]/u) }
}

export const encodingNotices = ({ replaced }: DecodedText) => (replaced > 0 ? [notice('W_ENCODING', `${replaced} 处`)] : [])

/** How the file was wrapped, or null when its lines are paragraphs. */
function wrapOf(lines: readonly string[]): Wrap | null {
  const [inColumns, inCharacters] = [wrapBy(COLUMNS, lines), wrapBy(CHARACTERS, lines)]
  return (inCharacters?.broken ?? 0) > (inColumns?.broken ?? 0) ? inCharacters : inColumns
}

function wrapBy(ruler: Ruler, lines: readonly string[]): Wrap | null {
  const written = lines.map((line) => line.trimEnd()).filter((line) => line !== '')
  const widths = written.map(ruler.measure)
  const margin = widths.reduce((widest, width) => Math.max(widest, width), 0)
  if (margin < ruler.narrowest || margin > ruler.widest) return null
  const full = written.filter((_, index) => (widths[index] ?? 0) >= margin - ruler.slack)
  const broken = full.filter((line) => !SENTENCE_END.test(line)).length
  return full.length >= LEAST_FULL_LINES && full.length >= widths.length * FULL_SHARE ? { ruler, margin, broken } : null
}

function joinWrapped(lines: readonly string[], { ruler, margin }: Wrap): string[] {
  const paragraphs: string[][] = []
  let continues = false
  let previous = ''
  for (const line of lines) {
    const words = line.trim()
    if (continues && continuesLine(line, words)) paragraphs.at(-1)?.push(needsBlank(previous, words) ? ` ${words}` : words)
    else paragraphs.push([words])
    previous = words
    continues = ruler.measure(line.trimEnd()) >= margin - ruler.slack && !SENTENCE_END.test(words) && !words.includes('\t')
  }
  return paragraphs.map((parts) => parts.join(''))
}

const continuesLine = (line: string, words: string): boolean =>
  words !== '' && !/^[\s\u3000]/u.test(line) && !words.includes('\t') && officialLabel(words) === null

const needsBlank = (left: string, right: string): boolean => /[A-Za-z,]$/u.test(left) && /^[A-Za-z]/u.test(right)

function displayWidth(line: string): number {
  let width = 0
  for (const character of line) width += (character.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2
  return width
}

function toBlocks(paragraphs: readonly string[]): BlockDraft[] {
  const blocks: BlockDraft[] = []
  let table = 0
  for (let at = 0; at < paragraphs.length; ) {
    const rows = tableRows(paragraphs, at)
    if (rows.length > 1) {
      table++
      for (const [row, cells] of rows.entries())
        for (const [column, text] of cells.entries())
          blocks.push({ kind: 'table-cell', text, origin: {}, cell: { table, row, column, rowSpan: 1, columnSpan: 1, header: false } })
      at += rows.length
    } else {
      blocks.push({ kind: 'paragraph', text: paragraphs[at] ?? '', origin: {} })
      at++
    }
  }
  return blocks
}

/** The lines from here on that tabs cut into equally many cells; none when the first holds no tab. */
function tableRows(paragraphs: readonly string[], from: number): string[][] {
  const rows: string[][] = []
  for (let at = from; at < paragraphs.length; at++) {
    const cells = (paragraphs[at] ?? '').split('\t')
    if (cells.length < 2 || cells.length !== (rows[0] ?? cells).length) break
    rows.push(cells.map((cell) => cell.trim()))
  }
  return rows
}
