/**
 * A table as found on one page: its column and row edges, and its cells. Merged cells stand once, at their upper left part, and span the rest.
 */
import type { Box } from './geometry.ts'

export interface Cell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
  readonly box: Box
  /** The page on which the cell stands, from 1. */
  readonly page: number
  readonly header: boolean
}

export interface Table {
  readonly box: Box
  /** Left edges of the columns, and the right edge of the last: one more than there are columns. */
  readonly columnEdges: readonly number[]
  /** Where the text of each column stands, in a table without rulings: its edges are where the text happens to end. */
  readonly textColumns?: readonly { readonly from: number; readonly to: number }[]
  readonly rows: number
  /** In reading order: row by row. Empty cells are there too, with an empty text. */
  readonly cells: readonly Cell[]
  readonly size: number
}
