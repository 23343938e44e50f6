/**
 * A sentence in pieces short enough to be weighed as a whole: every honour of a piece is set against every word of it.
 *
 * A sentence of usual length is one piece. A longer one is cut behind its last ；, else behind a clause, else anywhere, so that text of any form is
 * read in time that grows with its length and no faster.
 */
import { type FoldedSpan, foldedSpan } from '../document.ts'
import type { Sentence } from '../language/structure.ts'

export interface Passage {
  readonly span: FoldedSpan
  readonly clauses: readonly FoldedSpan[]
}

const LONGEST = 1200

export function passages(text: string, sentence: Pick<Sentence, 'span' | 'clauses'>): Passage[] {
  if (sentence.span.end - sentence.span.start <= LONGEST) return [sentence]
  const pieces: Passage[] = []
  let open: FoldedSpan[] = []
  const close = (count: number): void => {
    const clauses = open.slice(0, count)
    const [first, last] = [clauses[0], clauses.at(-1)]
    if (first && last) pieces.push({ span: foldedSpan(first.start, last.end), clauses })
    open = open.slice(count)
  }
  for (const clause of sentence.clauses.flatMap(cut)) {
    while (open[0] && clause.end - open[0].start > LONGEST)
      close(open.findLastIndex(({ end }) => text[end - 1] === '；') + 1 || open.length)
    open.push(clause)
  }
  close(open.length)
  return pieces
}

function cut({ start, end }: FoldedSpan): FoldedSpan[] {
  const parts: FoldedSpan[] = []
  for (let at = start; at < end; at += LONGEST) parts.push(foldedSpan(at, Math.min(at + LONGEST, end)))
  return parts
}
