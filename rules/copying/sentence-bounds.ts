/** Where sentences and clauses of a stream begin: told from the marks between two symbols, which the stream itself leaves out. */
import type { Folded, Span } from '../../extractors/document.ts'
import type { Stream } from './stream.ts'

/** A stream in its text. */
export interface Placed {
  readonly folded: Pick<Folded, 'text'>
  readonly stream: Stream
}

const SENTENCE = /[。；！？\n]/u
const CLAUSE = /[。；！？\n，：、（）“”]/u
/** Between two of these stands a clause of its own, not a word of a list. */
const WHOLE_CLAUSE = /[。；！？\n，：]/u

/** Of a stretch of the folded text. */
export const isOneSentence = ({ text }: Pick<Folded, 'text'>, { start, end }: Span): boolean => !SENTENCE.test(text.slice(start, end))

/** The end of the stream is one too. */
export const isSentenceStart = (body: Placed, at: number): boolean => isBegun(body, at, SENTENCE)

export const isClauseStart = (body: Placed, at: number): boolean => isBegun(body, at, CLAUSE)

export const isWholeClauseStart = (body: Placed, at: number): boolean => isBegun(body, at, WHOLE_CLAUSE)

function isBegun({ folded: { text }, stream: { codes, starts, ends } }: Placed, at: number, marks: RegExp): boolean {
  if (at <= 0 || at >= codes.length) return true
  const [before, start] = [ends[at - 1] as number, starts[at] as number]
  return before < start && marks.test(text.slice(before, start))
}
