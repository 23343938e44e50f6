/** A piece of evidence as its sentence, the quote marked, with the way to the document. */
import type { Span } from '../../../extractors/document.ts'
import { oneLine, sentenceAround } from '../../excerpt.ts'
import { textOf } from './data.ts'
import { h } from './dom.ts'
import { documentLink } from './parts.ts'

/** The longest stretch of a sentence shown on either side of the quote. */
const SIDE = 160

interface Quoted extends Span {
  readonly quote: string
  readonly page?: number
  readonly cell?: string
}

export function evidenceBlock(document: number, evidence: Quoted): HTMLElement {
  const place = [evidence.page === undefined ? '' : `第${evidence.page}页`, evidence.cell ?? ''].filter(Boolean).join('，')
  return h(
    'div',
    { class: 'evidence' },
    h('blockquote', {}, sentence(document, evidence)),
    h(
      'p',
      { class: 'source' },
      documentLink(document),
      place === '' ? '' : `（${place}）`,
      ' ',
      documentLink(document, evidence, '在原文中查看'),
    ),
  )
}

function sentence(document: number, { quote, start, end }: Quoted): (string | HTMLElement)[] {
  const text = textOf(document)
  if (text === null) return [h('mark', {}, quote)]
  const around = sentenceAround(text, { start, end })
  const before = text.text.slice(around.start, start)
  const after = text.text.slice(end, around.end)
  return [
    oneLine(before.length > SIDE ? `…${before.slice(-SIDE)}` : before),
    h('mark', {}, text.text.slice(start, end)),
    oneLine(after.length > SIDE ? `${after.slice(0, SIDE)}…` : after),
  ]
}
