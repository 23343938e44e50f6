/**
 * The account of a document's numbers: each is part of a value, structural (with what it was taken for), or unexplained.
 *
 * A Chinese numeral is a number only where it was read as a quantity: 一 and 三 stand in too many words. What is unexplained is an estimate of what was
 * missed that needs no gold.
 */
import { type Document, foldedSpan, type Span, toFolded, toSource } from '../document.ts'
import { readNumerals } from '../quantities/numeral.ts'
import type { NumberReading } from '../quantities/quantity.ts'
import type { StructuralClass } from '../quantities/structural.ts'

export interface StructuralNumber extends Span {
  /** `page`: in a header, a footer or contact details. */
  readonly class: StructuralClass | 'page'
}

/** Places are in `Document.text`, in order. */
export interface NumberLedger {
  /** How many numbers are part of a value. */
  readonly extracted: number
  readonly structural: readonly StructuralNumber[]
  readonly unexplained: readonly Span[]
}

/** `readings` are of each block, `values` the places of values, `serial` those of serial numbers and header cells; all in the folded text. */
export function openLedger(
  document: Document,
  readings: readonly NumberReading[],
  values: readonly Span[],
  serial: readonly Span[],
): NumberLedger {
  const { text } = document.folded
  const valueAt = finder(values)
  const serialAt = finder(serial)
  const structural: StructuralNumber[] = []
  const unexplained: Span[] = []
  let extracted = 0
  document.blocks.forEach((block, index) => {
    const span = toFolded(document.folded, block.span)
    const reading = readings[index] as NumberReading
    const structuralAt = finder(reading.structural)
    const quantityAt = finder(reading.quantities.map((quantity) => quantity.span))
    const aside = block.kind === 'header' || block.kind === 'footer' || block.zone === 'contact'
    for (const numeral of readNumerals(text.slice(span.start, span.end))) {
      const place = { start: numeral.start + span.start, end: numeral.end + span.start }
      const source = (): Span => toSource(document.folded, foldedSpan(place.start, place.end))
      const shape = structuralAt(place)
      if (valueAt(place)) extracted++
      else if (shape) structural.push({ ...source(), class: shape.class })
      else if (serialAt(place)) structural.push({ ...source(), class: 'numbering' })
      else if (numeral.chinese && !quantityAt(place)) continue
      else if (aside) structural.push({ ...source(), class: 'page' })
      else unexplained.push(source())
    }
  })
  return { extracted, structural, unexplained }
}

/** Finds the place of many that overlaps another, in logarithmic time. */
function finder<Place extends Span>(places: readonly Place[]): (at: Span) => Place | undefined {
  const ordered: Place[] = []
  for (const place of [...places].sort((a, b) => a.start - b.start || b.end - a.end))
    if (place.end > (ordered.at(-1)?.end ?? -1)) ordered.push(place)
  return ({ start, end }) => {
    let low = 0
    let high = ordered.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ordered[middle] as Place).end <= start) low = middle + 1
      else high = middle
    }
    const found = ordered[low]
    return found !== undefined && found.start < end ? found : undefined
  }
}
