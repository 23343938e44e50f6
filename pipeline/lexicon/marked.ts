/** An example of the lexicon: a sentence in which ‹…› marks one place. */
import type { Span } from '../../extractors/document.ts'

export interface MarkedText {
  readonly text: string
  readonly mark: Span
}

export function unmarked(example: string): MarkedText {
  const start = example.indexOf('‹')
  const end = example.indexOf('›') - 1
  return { text: example.replace(/[‹›]/gu, ''), mark: { start, end } }
}

export const overlaps = (one: Span, other: Span): boolean => one.start < other.end && one.end > other.start
