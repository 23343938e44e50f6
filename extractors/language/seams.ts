/**
 * A sentence that a page break cut in two: the first half ends its paragraph without a mark, the second begins the next one.
 *
 *   …荣获自治区 ⏎ 乡村旅游重点村。
 *
 * Only running text is joined: a heading or a title stands alone, and what begins with a number of its own begins anew.
 */
import { type Document, type FoldedSpan, foldedSpan } from '../document.ts'
import { officialLabel } from './headings.ts'
import type { Sentence } from './structure.ts'

/** A stretch of text with its clauses. */
export interface Stretch {
  readonly span: FoldedSpan
  readonly clauses: readonly FoldedSpan[]
}

/** A sentence over two paragraphs, and the place of the separator between them. */
export interface Seamed extends Stretch {
  readonly seam: number
}

const SHORTEST = 12
const LONGEST = 600
const ENDED = /[。！？；：”）!?]$/u
const RUNNING = /[，；。、：]/u
/** 7. 额敏县：某村荣获自治区: a heading that runs into its text. */
const RUN_IN = /：[^：]{8,}$/u
/** A heading cut by the end of a line is as long as a line. */
const SHORTEST_RUN_IN = 20
const BEGINS_ANEW = /^[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．是]/u

/** Null where the second sentence does not go on with the first. */
export function seamed({ folded, blocks }: Document, first: Sentence, second: Sentence | undefined): Seamed | null {
  if (!second || second.block === first.block || second.span.start - first.span.end > 1) return null
  const [before, after] = [first, second].map(({ span }) => folded.text.slice(span.start, span.end)) as [string, string]
  const isText = blocks[first.block]?.kind === 'paragraph' || (before.length >= SHORTEST_RUN_IN && RUN_IN.test(before))
  if (!isText || blocks[second.block]?.kind !== 'paragraph') return null
  if (before.length < SHORTEST || before.length + after.length > LONGEST || ENDED.test(before) || !RUNNING.test(before)) return null
  if (BEGINS_ANEW.test(after) || officialLabel(after.slice(0, 16))) return null
  const [cut, rest] = [first.clauses.at(-1), second.clauses[0]]
  if (!cut || !rest) return null
  const clauses: FoldedSpan[] = [...first.clauses.slice(0, -1), foldedSpan(cut.start, rest.end), ...second.clauses.slice(1)]
  return { span: foldedSpan(first.span.start, second.span.end), clauses, seam: first.span.end }
}

/** The text of a passage without the separator, its clauses in it, and the way back. */
export interface PassageText {
  readonly raw: string
  readonly clauses: readonly { readonly start: number; readonly end: number }[]
  toFolded(start: number, end: number): FoldedSpan
}

export function passageText(text: string, { span, clauses }: Stretch, seam: number | null): PassageText {
  const whole = text.slice(span.start, span.end)
  const at = seam === null ? whole.length : seam - span.start
  const within = (place: number): number => place - span.start - (place - span.start > at ? 1 : 0)
  const back = (place: number): number => place + span.start + (seam !== null && place >= at ? 1 : 0)
  return {
    raw: whole.slice(0, at) + whole.slice(at + (seam === null ? 0 : 1)),
    clauses: clauses.map(({ start, end }) => ({ start: within(start), end: within(end) })),
    toFolded: (start, end) => foldedSpan(back(start), back(end - 1) + 1),
  }
}
