/**
 * Sentences whose figures stand within a quotation that says whose it is; where a quotation runs over several, all of them.
 *
 *   地区通报：“合格率97.5%，比上年提高1个百分点。”              passed on
 *   地区通报“全地区合格率94%”，我县92.5%                        its own level stands outside
 */
import { type Document, foldedSpan, type Span, toSource } from '../../extractors/document.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import { createQuotations } from '../copying/quotations.ts'
import type { SentenceView } from './sentence-view.ts'

/** So much of a sentence without figures stands within. */
const MOST = 0.5

export function createQuotedMarker(lexicon: Lexicon): (document: Document, sentences: readonly SentenceView[]) => SentenceView[] {
  const quotationsIn = createQuotations(lexicon)
  return (document, sentences) => {
    const { folded } = document
    const quotations = paragraphsOf(sentences).flatMap(([from, to]) => {
      return quotationsIn(folded.text.slice(from, to)).map(([start, end]) => foldedSpan(from + start, from + end))
    })
    if (quotations.length === 0) return [...sentences]
    const sources = quotations.map((quotation) => toSource(folded, quotation))
    const isIn = (place: Span): boolean => sources.some(({ start, end }) => start <= place.start && place.end <= end)
    return sentences.map((sentence) => {
      const inside = sentence.values.filter(({ evidence }) => isIn(evidence))
      const covered = quotations.reduce((sum, one) => sum + overlap(one, sentence.folded), 0)
      const isQuoted =
        sentence.values.length === 0
          ? covered > (sentence.folded.end - sentence.folded.start) * MOST
          : inside.length > 0 &&
            sentence.values.every((value) => inside.includes(value) || !inside.some(({ unit }) => sameUnit(unit, value.unit)))
      return isQuoted ? { ...sentence, quoted: true } : sentence
    })
  }
}

/** From the first sentence of each block to the end of its last. */
function paragraphsOf(sentences: readonly SentenceView[]): [number, number][] {
  const bounds = new Map<number, [number, number]>()
  for (const { block, folded } of sentences) bounds.set(block, [bounds.get(block)?.[0] ?? folded.start, folded.end])
  return [...bounds.values()]
}

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** 94%与低1.5个百分点 are of one kind. */
const sameUnit = (one: string, other: string): boolean => one === other || (RATES.has(one) && RATES.has(other))
const RATES: ReadonlySet<string> = new Set(['%', '个百分点'])
