/** Where a gold quote stands in a document, and whether a piece of evidence points there. Compared folded, so that width and blanks do not count. */
import { type Evidence, type Folded, foldedSpan, type Span, toSource } from '../../extractors/document.ts'
import { fold } from '../../extractors/language/fold.ts'
import type { DocumentText } from '../../reports/contract/records.ts'

/** A quote longer than the gold's by more than this points at nothing in particular. */
const LONGER = 60

export type Points = (file: string, quote: string, evidence: Evidence) => boolean

export function createPoints(texts: readonly DocumentText[]): Points {
  const byFile = new Map(texts.map((text) => [text.file, text]))
  const folded = new Map<string, Folded>()
  const known = new Map<string, readonly Span[]>()
  const foldedText = (file: string): Folded => {
    const text = byFile.get(file)
    const made = folded.get(file) ?? fold(text?.text ?? '', text?.blocks.map(({ span }) => span) ?? [])
    folded.set(file, made)
    return made
  }
  const places = (file: string, quote: string): readonly Span[] => {
    const key = `${file}\u0000${quote}`
    const found = known.get(key) ?? occurrences(foldedText(file), foldedQuote(quote))
    known.set(key, found)
    return found
  }
  return (file, quote, { start, end, quote: said }) =>
    said.length <= quote.length + LONGER && places(file, quote).some((place) => place.start < end && place.end > start)
}

/** A quote may run over cells, which a tab parts in the document's text. */
const foldedQuote = (quote: string): string =>
  quote
    .split('\t')
    .map((cell) => fold(cell).text)
    .join('\t')

function occurrences(folded: Folded, quote: string): Span[] {
  const found: Span[] = []
  if (quote === '') return found
  for (let at = folded.text.indexOf(quote); at >= 0; at = folded.text.indexOf(quote, at + 1))
    found.push(toSource(folded, foldedSpan(at, at + quote.length)))
  return found
}
