/**
 * A stretch of the document's text with every mark on it. Marks may overlap (one quantity is said of two indicators): the text is cut at every
 * border, and each piece bears the classes of all marks that cover it.
 */
import type { Span } from '../../../extractors/document.ts'
import { h } from './dom.ts'

export interface Mark extends Span {
  readonly kind: 'value' | 'structural' | 'unexplained' | 'sentence' | 'quote'
  readonly title?: string
}

/** `marks` are those of the whole document, sorted by start. */
export function markedText(text: string, span: Span, marks: readonly Mark[]): (Node | string)[] {
  const covering = marks.filter(({ start, end }) => start < span.end && end > span.start)
  const borders = [...new Set([span.start, span.end, ...covering.flatMap(({ start, end }) => [start, end])])]
    .filter((border) => border >= span.start && border <= span.end)
    .sort((a, b) => a - b)
  return borders.slice(1).map((end, index) => {
    const start = borders[index] ?? span.start
    const over = covering.filter((mark) => mark.start <= start && mark.end >= end)
    const words = text.slice(start, end)
    if (over.length === 0) return words
    const title = over.flatMap((mark) => (mark.title === undefined ? [] : [mark.title])).join('\n')
    return h(
      'mark',
      { class: [...new Set(over.map(({ kind }) => `is-${kind}`))].join(' '), 'data-at': start, title: title === '' ? null : title },
      words,
    )
  })
}
