/** Pieces of evidence as their sentences, the quotes marked, with the way to the document. */
import type { Span } from '../../../extractors/document.ts'
import { oneLine, sentenceAround } from '../../excerpt.ts'
import { textOf } from './data.ts'
import { type Child, h } from './dom.ts'
import { documentLink } from './parts.ts'

/** The longest stretch of a sentence shown on either side of the quote. */
const SIDE = 160

interface Quoted extends Span {
  readonly quote: string
  readonly page?: number
  readonly cell?: string
}

export const evidenceBlock = (document: number, evidence: Quoted): HTMLElement => block(document, [evidence])

interface Placed extends Quoted {
  readonly document: number
}

/** Several pieces in their order; those of one sentence are marked in it together, so that nobody reads it twice. */
export function evidenceBlocks(pieces: readonly Placed[]): HTMLElement[] {
  const sentences = new Map<string, Placed[]>()
  for (const piece of pieces) {
    const text = textOf(piece.document)
    const { start, end } = text === null ? piece : sentenceAround(text, piece)
    const key = `${piece.document} ${start} ${end}`
    sentences.set(key, [...(sentences.get(key) ?? []), piece])
  }
  return [...sentences.values()].map((together) => block(together[0]?.document ?? 0, together))
}

/** Pieces of one sentence. */
function block(document: number, pieces: readonly Quoted[]): HTMLElement {
  const places = pieces.flatMap(({ page, cell }) => [page === undefined ? '' : `第${page}页`, cell ?? '']).filter(Boolean)
  const place = [...new Set(places)].join('，')
  return h(
    'div',
    { class: 'evidence' },
    h('blockquote', {}, sentence(document, pieces)),
    h(
      'p',
      { class: 'source' },
      documentLink(document),
      place === '' ? '' : `（${place}）`,
      ' ',
      documentLink(document, pieces[0], '在原文中查看'),
    ),
  )
}

function sentence(document: number, pieces: readonly Quoted[]): Child[] {
  const text = textOf(document)
  const inOrder = [...pieces].sort((a, b) => a.start - b.start || b.end - a.end)
  const [first] = inOrder
  if (text === null || first === undefined) return inOrder.map(({ quote }) => h('mark', {}, quote))
  const around = sentenceAround(text, first)
  const before = text.text.slice(around.start, first.start)
  const shown: Child[] = [oneLine(before.length > SIDE ? `…${before.slice(-SIDE)}` : before)]
  let at = first.start
  for (const { start, end } of inOrder) {
    if (end <= at) continue
    shown.push(oneLine(text.text.slice(at, Math.max(at, start))), h('mark', {}, text.text.slice(Math.max(at, start), end)))
    at = end
  }
  const after = text.text.slice(at, around.end)
  return [...shown, oneLine(after.length > SIDE ? `${after.slice(0, SIDE)}…` : after)]
}
