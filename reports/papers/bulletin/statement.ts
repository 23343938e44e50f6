/**
 * What a draft is made of. A statement says something that records bear out, and knows them; a gap is left to the writer, with the reason; plain words
 * (headings, set phrases) state nothing.
 */
import type { Evidence } from '../../../extractors/document.ts'
import type { UsedRecord } from '../../../rules/scoring/trace.ts'
import type { HeadingLevel, Words } from '../paper.ts'

/** A record that a statement rests on. */
export interface Source {
  readonly county: string | null
  /** `score`: a county's line, or an item of it, in scores.jsonl. */
  readonly record: UsedRecord | 'practice' | 'score' | 'decision' | 'scheme'
  /** The record's id in its own file. */
  readonly id: string
  readonly file: string
  /** What the record says, in words. */
  readonly words: string
  readonly evidence?: Evidence
}

export interface Statement {
  readonly kind: 'statement'
  /** Stays the same as long as the statement is about the same. */
  readonly id: string
  readonly text: readonly (string | Words)[]
  readonly sources: readonly Source[]
  /** What the writer should know beside. */
  readonly notes: readonly string[]
}

export interface Gap {
  readonly kind: 'gap'
  readonly id: string
  readonly text: string
  readonly sources: readonly Source[]
  /** Where it bears its sources as a comment, what the writer should know beside. */
  readonly notes?: readonly string[]
}

export type Piece = Statement | Gap | { readonly kind: 'plain'; readonly text: string }

export type Passage =
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: string }
  /** With a level it is numbered as a heading of that level that runs on as text. */
  | { readonly kind: 'paragraph'; readonly level?: 3 | 4; readonly pieces: readonly Piece[] }

type Said = string | readonly (string | Words)[]

export const statement = (id: string, text: Said, sources: readonly Source[], notes: readonly string[] = []): Statement => ({
  kind: 'statement',
  id,
  text: typeof text === 'string' ? [text] : text,
  sources,
  notes,
})

export const gap = (id: string, text: string, sources: readonly Source[] = [], notes?: readonly string[]): Gap => ({
  kind: 'gap',
  id,
  text,
  sources,
  ...(notes === undefined ? {} : { notes }),
})
export const plain = (text: string): Piece => ({ kind: 'plain', text })
export const heading = (level: HeadingLevel, text: string): Passage => ({ kind: 'heading', level, text })
export const paragraph = (...pieces: readonly Piece[]): Passage => ({ kind: 'paragraph', pieces })

/** Statements one after another, each with words before and after it; `end` follows the last. */
export function joined(statements: readonly Statement[], before: (index: number) => string, between: string, end: string): Statement[] {
  return statements.map((each, index) => ({
    ...each,
    text: [before(index), ...each.text, index === statements.length - 1 ? end : between],
  }))
}
