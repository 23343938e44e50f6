/** The numbers of a document's blocks, without those that only number a paragraph. */
import { type Document, type Span, toFolded } from '../document.ts'
import { officialLabel } from '../language/headings.ts'
import type { NumberReading, QuantityReader } from '../quantities/quantity.ts'

const LONGEST_LABEL = 16
/** 1-2 县政府常务会议纪要, 3 服务与环境: a label that only a blank parts from the text. */
function plainLabel(text: string): { readonly length: number } | null {
  const label = /^\s*([0-9]{1,2}(?:[-.．][0-9]{1,2}){0,3})\s+[\p{Script=Han}“《]/u.exec(text)?.[1]
  return label === undefined ? null : { length: label.length }
}

/** Numbers are read block by block: nothing reaches over a block's end. Positions are the whole text's. */
export function readBlocks(document: Document, read: QuantityReader): NumberReading[] {
  return document.blocks.map((block) => {
    const span = toFolded(document.folded, block.span)
    const text = document.folded.text.slice(span.start, span.end)
    const label = block.cell
      ? null
      : (officialLabel(text) ?? plainLabel(document.text.slice(block.span.start, block.span.start + LONGEST_LABEL)))
    const { quantities, structural } = read(label ? ' '.repeat(label.length) + text.slice(label.length) : text)
    const move = <T extends Span>(place: T): T => ({ ...place, start: place.start + span.start, end: place.end + span.start })
    return {
      quantities: quantities.map((quantity) => ({
        ...quantity,
        ...(quantity.ahead === undefined ? {} : { ahead: quantity.ahead + span.start }),
        span: move(quantity.span),
        number: move(quantity.number),
      })),
      structural: [...(label ? [move({ start: 0, end: label.length, class: 'numbering' as const })] : []), ...structural.map(move)],
    }
  })
}
