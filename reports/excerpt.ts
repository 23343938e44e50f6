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
  const block = blockHolding(blocks, start)
  if (block?.cell !== undefined) return rowOf(blocks, block)
  const { start: first, end: last } = block?.span ?? { start: 0, end: text.length }
  let from = start
  while (from > first && !SENTENCE_ENDS.includes(text.charAt(from - 1))) from -= 1
  while (from < start && (CLOSERS.includes(text.charAt(from)) || text.charAt(from).trim() === '')) from += 1
  let to = Math.max(end, start + 1)
  while (to < last && !SENTENCE_ENDS.includes(text.charAt(to - 1))) to += 1
  while (to < last && CLOSERS.includes(text.charAt(to))) to += 1
  return { start: from, end: Math.max(to, end) }
}

/** The sentence as one line: cells are set apart by a bar, line breaks by a blank. */
export const excerpt = (document: Readable, span: Span): string => oneLine(slice(document.text, sentenceAround(document, span)))

export const oneLine = (text: string): string => text.replaceAll('\t', ' ｜ ').replaceAll('\n', ' ').trim()

const slice = (text: string, { start, end }: Span): string => text.slice(start, end)

function rowOf(blocks: readonly Block[], { cell, span }: Block): Span {
  const row = blocks.filter((other) => other.cell?.table === cell?.table && other.cell?.row === cell?.row)
  return { start: row[0]?.span.start ?? span.start, end: row.at(-1)?.span.end ?? span.end }
}

function blockHolding(blocks: readonly Block[], position: number): Block | undefined {
  let low = 0
  let high = blocks.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const block = blocks[middle] as Block
    if (position < block.span.start) high = middle - 1
    else if (position >= block.span.end) low = middle + 1
    else return block
  }
  return undefined
}
