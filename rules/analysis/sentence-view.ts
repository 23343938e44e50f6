/**
 * Sentences and clauses as the criteria see them: their words, the headings above them, and the values they state. Only the body speaks: titles, headings,
 * tables, quotations and contact lines do not.
 */
import { type Document, type FoldedSpan, type Span, toSource } from '../../extractors/document.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import { headingsAbove, type Structure, splitClauses } from '../../extractors/language/structure.ts'

export type JudgedValue = Omit<Value, 'id'>

/** The part of the report that a sentence stands in: the words that open it (a heading, a lead), null where it stands in none. */
export interface Parts {
  readonly problems: string | null
  readonly causes: string | null
  readonly measures: string | null
}

export const noParts: Parts = { problems: null, causes: null, measures: null }

export interface ClauseView {
  /** Folded. */
  readonly words: string
  readonly values: readonly JudgedValue[]
}

export interface SentenceView extends ClauseView {
  readonly folded: FoldedSpan
  readonly span: Span
  readonly block: number
  /** Nearest first; folded. */
  readonly headings: readonly string[]
  readonly clauses: readonly ClauseView[]
  readonly parts: Parts
  /** Its heading promises measures, and what stands below only tells what went on. */
  readonly unmeant?: boolean
  /** What it states stands within a quotation that says whose it is. */
  readonly quoted?: boolean
}

/** `values` in order of position. */
export function viewSentences(document: Document, structure: Structure, values: readonly JudgedValue[]): SentenceView[] {
  const speaks = bodyBlocks(document)
  const body = structure.sentences.filter(({ block }) => speaks.has(block))
  return body.map(({ span, block, section, clauses }) => {
    const headings = headingsAbove(structure, section).map(({ title }) => title)
    return viewSpan(document, span, clauses, { block, headings, parts: noParts }, values)
  })
}

/** Blocks of running text; the lines of issuer and date before the first sentence and after the last are none. */
function bodyBlocks({ blocks, text }: Document): ReadonlySet<number> {
  const body = blocks.flatMap(({ zone, kind }, index) => (zone === 'body' && kind !== 'heading' && kind !== 'caption' ? [index] : []))
  const hasSentence = (index: number): boolean => {
    const block = blocks[index]
    return block !== undefined && (block.kind === 'list-item' || /[，。；：！？,;]/u.test(text.slice(block.span.start, block.span.end)))
  }
  return new Set(body.slice(Math.max(0, body.findIndex(hasSentence)), body.findLastIndex(hasSentence) + 1))
}

/** A part of a sentence's block, seen as a sentence of its own. */
export function viewPart(
  document: Document,
  span: FoldedSpan,
  from: Pick<SentenceView, 'block' | 'headings' | 'parts'>,
  values: readonly JudgedValue[],
): SentenceView {
  return viewSpan(document, span, splitClauses(document.folded.text, span), from, values)
}

function viewSpan(
  { folded }: Document,
  span: FoldedSpan,
  clauses: readonly FoldedSpan[],
  { block, headings, parts }: Pick<SentenceView, 'block' | 'headings' | 'parts'>,
  values: readonly JudgedValue[],
): SentenceView {
  const source = toSource(folded, span)
  const own = within(values, source)
  return {
    words: folded.text.slice(span.start, span.end),
    values: own,
    folded: span,
    span: source,
    block,
    headings,
    parts,
    clauses: clauses.map((clause) => ({
      words: folded.text.slice(clause.start, clause.end),
      values: within(own, toSource(folded, clause)),
    })),
  }
}

function within(values: readonly JudgedValue[], { start, end }: Span): JudgedValue[] {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle]?.evidence.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: JudgedValue[] = []
  for (let at = low; at < values.length; at++) {
    const value = values[at]
    if (!value || value.evidence.start >= end) break
    if (value.evidence.end <= end) found.push(value)
  }
  return found
}
