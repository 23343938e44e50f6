/** The quantity of a table cell that holds nothing else: 97.5%, -2件, 下降12.5%, 持平. */
import { foldedSpan } from '../document.ts'
import type { Quantity, QuantityReader } from '../quantities/quantity.ts'
import type { GridCell } from './grid.ts'
import type { RoleCues } from './role-cues.ts'

export interface CellQuantity extends Quantity {
  /** True for 持平: a change of 0, which says something only in a column of changes. */
  readonly flat: boolean
  /** True where the cell itself says that it is a change (下降12.5%). */
  readonly moves: boolean
}

const DECORATION = /[\s（）()*＊↑↓+＋-]/gu

export function createCellReader(read: QuantityReader, cues: RoleCues): (cell: GridCell) => CellQuantity | null {
  const flat = new RegExp(`^(?:${cues.flat.source})$`, 'u')
  return ({ text, span: { start, end } }) => {
    if (flat.test(text)) {
      const span = foldedSpan(start, end)
      return { value: 0, unit: '', comparator: '=', span, number: span, step: 1, rank: false, chinese: true, flat: true, moves: false }
    }
    // The separator lets 1 126 be read as one number.
    const { quantities, structural } = read(`${text}\t`)
    const only = quantities[0]
    if (quantities.length !== 1 || !only || structural.length > 0) return null
    const rest = `${text.slice(0, only.span.start)}${text.slice(only.span.end)}`.replace(DECORATION, '')
    const moves = cues.up.has(rest) || cues.down.has(rest)
    if (rest !== '' && !moves) return null
    const falls = cues.down.has(rest)
    return {
      ...only,
      value: falls ? -only.value : only.value,
      ...(only.upper === undefined ? {} : { upper: falls ? -only.upper : only.upper }),
      span: foldedSpan(start + (moves ? text.indexOf(rest) : only.span.start), start + only.span.end),
      number: foldedSpan(start + only.number.start, start + only.number.end),
      flat: false,
      moves,
    }
  }
}
