/** The parts of a document that say whose it is and of when: the lines about its title, the text, and the lines it is signed with. */
import { type Block, type Document, toFolded } from '../document.ts'
import { foldText } from '../language/fold.ts'
import { officialLabel } from '../language/headings.ts'
import type { IdentitySource } from './vote.ts'

const LONGEST_SIGNATURE_LINE = 40
const MOST_SIGNATURE_LINES = 6
/** Below its signature a paper says whom to ask, and has its attachments. */
const BELOW_SIGNATURE: ReadonlySet<Block['zone']> = new Set(['contact', 'attachment'])
const ASIDE: ReadonlySet<Block['kind']> = new Set(['header', 'footer', 'note'])
/** A sentence ends with one, a line of a signature does not. */
const TEXT_END = /[。；！？：:，、]$/u

export function identityParts(document: Document, title: readonly number[]): Pick<IdentitySource, 'head' | 'body' | 'signature'> {
  const { blocks, folded } = document
  const textOf = (index: number): string => {
    const span = blocks[index]?.span
    return span ? foldText(document.text.slice(span.start, span.end)) : ''
  }
  const isHead = (index: number): boolean => blocks[index]?.zone === 'title' && !title.includes(index)
  const head = blocks.flatMap((_, index) => (isHead(index) ? [textOf(index)] : []))
  const last = blocks.findLastIndex(({ kind, zone }) => !ASIDE.has(kind) && !BELOW_SIGNATURE.has(zone))
  let signed = last + 1
  while (last - signed < MOST_SIGNATURE_LINES && isSigned(blocks[signed - 1], textOf(signed - 1))) signed--
  const begin = blocks.find(({ zone }, index) => zone !== 'title' && !title.includes(index))?.span.start
  const end = blocks[signed]?.span.start ?? document.text.length
  const body =
    begin === undefined || begin >= end
      ? ''
      : folded.text.slice(toFolded(folded, { start: begin, end }).start, toFolded(folded, { start: begin, end }).end)
  return {
    head: head.join('\n'),
    body,
    signature: blocks
      .slice(signed, last + 1)
      .map((_, at) => textOf(signed + at))
      .join('\n'),
  }
}

const isSigned = (block: Block | undefined, text: string): boolean =>
  block !== undefined &&
  block.kind === 'paragraph' &&
  block.zone === 'body' &&
  text.length <= LONGEST_SIGNATURE_LINE &&
  officialLabel(text) === null &&
  !TEXT_END.test(text)
