/**
 * The sentence around a piece of evidence, as a place in the document's text; of a table cell, its whole row.
 *
 * Works on the stored text, in the browser too, so it keeps to what a reader sees: a sentence ends at 。！？ or with its block, closing quotation
 * marks and brackets included.
 */
import type { Block, Span } from '../extractors/document.ts'

interface Readable {
  readonly text: string
  readonly blocks: readonly Block[]
}

const SENTENCE_ENDS = '。！？!?\n'
const CLOSERS = '”’」』）》"\''

export function sentenceAround({ text, blocks }: Readable, { start, end }: Span): Span {
  const index = blockHolding(blocks, start)
  const block = blocks[index]
  if (block?.cell !== undefined) return rowOf(blocks, index)
  const { start: first, end: last } = block?.span ?? { start: 0, end: text.length }
  let from = start
  while (from > first && !SENTENCE_ENDS.includes(text.charAt(from - 1))) from -= 1
  while (from < start && (CLOSERS.includes(text.charAt(from)) || text.charAt(from).trim() === '')) from += 1
  let to = Math.max(end, start + 1)
  while (to < last && !SENTENCE_ENDS.includes(text.charAt(to - 1))) to += 1
  while (to < last && CLOSERS.includes(text.charAt(to))) to += 1
  return { start: from, end: Math.max(to, end) }
}

/** The sentence as one line. */
export const excerpt = (document: Readable, span: Span): string => oneLine(slice(document.text, sentenceAround(document, span))).trim()

/** The running text of a stretch: headings that it runs over are left out. */
export function runningWords({ text, blocks }: Readable, { start, end }: Span): string {
  const parts = blocks.flatMap(({ kind, span }) =>
    kind === 'heading' || span.start >= end || span.end <= start
      ? []
      : [text.slice(Math.max(span.start, start), Math.min(span.end, end)).trim()],
  )
  return parts.length === 0 ? text.slice(start, end) : parts.join('')
}

/** Cells set apart by a bar, line breaks made blanks. */
export const oneLine = (text: string): string => text.replaceAll('\t', ' ｜ ').replaceAll('\n', ' ')

const slice = (text: string, { start, end }: Span): string => text.slice(start, end)

/** Cells of a row stand side by side in reading order. */
function rowOf(blocks: readonly Block[], index: number): Span {
  const cell = blocks[index]?.cell
  const sameRow = (at: number): boolean => blocks[at]?.cell?.table === cell?.table && blocks[at]?.cell?.row === cell?.row
  let first = index
  let last = index
  while (first > 0 && sameRow(first - 1)) first -= 1
  while (last + 1 < blocks.length && sameRow(last + 1)) last += 1
  return { start: blocks[first]?.span.start ?? 0, end: blocks[last]?.span.end ?? 0 }
}

/** The index of the block that holds a position; -1 between blocks. */
export function blockHolding(blocks: readonly Block[], position: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const block = blocks[middle] as Block
    if (position < block.span.start) high = middle - 1
    else if (position >= block.span.end) low = middle + 1
    else return middle
  }
  return -1
}
