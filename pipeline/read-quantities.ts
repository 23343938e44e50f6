/** The reader of quantities on its own, so that other programs and public test suites can use it. */
import { foldedSpan, type Span, toSource } from '../extractors/document.ts'
import { fold } from '../extractors/language/fold.ts'
import type { Comparator } from '../extractors/quantities/comparator.ts'
import { createQuantityReader, type QuantityReader } from '../extractors/quantities/quantity.ts'
import { loadKnowledge } from './knowledge.ts'

export interface ReadQuantity {
  /** 万 and 亿 multiplied out; a fall written with a sign or an arrow is negative. */
  readonly value: number
  /** Only for a range: 80～85分. */
  readonly upper?: number
  /** As the lexicon writes it (批次 for 批, % for 成); '' where the text names none. */
  readonly unit: string
  readonly comparator: Comparator
  /** UTF-16 offsets into the text as given, comparator words included: `text.slice(start, end)`. */
  readonly start: number
  readonly end: number
}

let reader: QuantityReader | null = null

/**
 * Every number of a text that counts or measures something, in order. Dates, document numbers, articles of law, numbering and numbers within names are
 * left out. A Chinese numeral of several characters counts without a unit too (四百五 is 450), which it does not in a report. Lines are read one by one.
 * Throws nothing.
 *
 *   readQuantities('抽检120余批次，合格率达到百分之九十七点五以上')
 *   → [{ value: 120, unit: '批次', comparator: '>', start: 2, end: 8 }, { value: 97.5, unit: '%', comparator: '>=', start: 14, end: 24 }]
 */
export function readQuantities(text: string): ReadQuantity[] {
  reader ??= createQuantityReader(loadKnowledge().lexicon, { bare: true })
  const read = reader
  const folded = fold(text, lines(text))
  return linesOf(folded.text).flatMap(({ start, end }) =>
    read(folded.text.slice(start, end)).quantities.map(({ value, upper, unit, comparator, span }) => ({
      value,
      ...(upper === undefined ? {} : { upper }),
      unit,
      comparator,
      ...toSource(folded, foldedSpan(span.start + start, span.end + start)),
    })),
  )
}

const lines = (text: string): Span[] => linesOf(text).filter(({ start, end }) => end > start)

function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
