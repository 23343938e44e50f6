/** A sentence as the criteria see it: its words, the headings above it, and the values it states. Only the body speaks: titles, tables and contact lines do not. */
import { type Document, type Span, toSource } from '../../extractors/document.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import { headingsAbove, type Structure } from '../../extractors/language/structure.ts'

export type JudgedValue = Omit<Value, 'id'>

export interface SentenceView {
  /** Folded. */
  readonly words: string
  readonly span: Span
  /** Nearest first; folded. */
  readonly headings: readonly string[]
  readonly values: readonly JudgedValue[]
  /** Place among the sentences of the body, 0 to 1. */
  readonly depth: number
}

export function viewSentences(document: Document, structure: Structure, values: readonly JudgedValue[]): SentenceView[] {
  const body = structure.sentences.filter(({ block }) => {
    const { zone, kind } = document.blocks[block] ?? {}
    return zone === 'body' && kind !== 'heading' && kind !== 'caption'
  })
  return body.map(({ span, section }, index) => {
    const source = toSource(document.folded, span)
    return {
      words: document.folded.text.slice(span.start, span.end),
      span: source,
      headings: headingsAbove(structure, section).map(({ title }) => title),
      values: values.filter(({ evidence }) => evidence.start >= source.start && evidence.end <= source.end),
      depth: index / Math.max(1, body.length),
    }
  })
}
