/**
 * The document and the ways to point at it. Plain readonly data: it crosses worker borders and can be stored.
 *
 * Every position is a half-open range of UTF-16 offsets into `Document.text`; patterns run over `Folded.text`, and `toSource` is the only
 * way back. Nothing here knows a file format.
 */

/** Half-open range of UTF-16 offsets into `Document.text`: `text.slice(start, end)`. The only kind of position that leaves an extractor. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The same over `Folded.text`; branded, so that the two cannot be mixed up. */
export type FoldedSpan = Span & { readonly of: 'folded' }

/** What patterns match: width, script and blanks made uniform. `map[i]` is where folded character i stands in `Document.text`; it has one entry more than `text` (the end). */
export interface Folded {
  readonly text: string
  readonly map: Uint32Array
}

export type Format = 'docx' | 'doc' | 'wps' | 'pdf' | 'xlsx' | 'xls' | 'txt' | 'md' | 'csv' | 'html' | 'zip' | 'ofd' | 'image' | 'unknown'

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'table-cell' | 'caption' | 'header' | 'footer' | 'note'
export type Zone = 'body' | 'title' | 'table' | 'quote' | 'attachment' | 'contact'

/** Where a block stands in the file: `page` from 1; `box` in PDF points [x0, y0, x1, y1] from the page's top left; `sheet` the worksheet's name. */
export interface Origin {
  readonly page?: number
  readonly box?: readonly [number, number, number, number]
  readonly sheet?: string
}

/** A cell's place in its table, counted from 0. Covered parts of a merged cell have no block of their own. `table` counts the document's tables from 1. */
export interface TableCell {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** The cell's name as the office would say it: `表2!C5`, or `数据表!C5` for a worksheet. */
  readonly name: string
  /** True where the file itself marks the row as a header (repeated header rows, <th>). */
  readonly header: boolean
}

export interface Block {
  readonly kind: BlockKind
  readonly span: Span
  readonly zone: Zone
  readonly origin: Origin
  /** Headings: 1 is 一、, 2 is （一）, 3 is 1., 4 is （1）; 0 is the document's title. */
  readonly level?: number
  readonly cell?: TableCell
}

/** Something about a document that a reader must be told: what could not be read, or what was decided where the file disagrees with itself. */
export interface Notice {
  readonly code: `W_${string}`
  readonly message: string
}

export interface Document {
  readonly file: string
  readonly sha256: string
  readonly format: Format
  readonly pages: number | null
  /** What a reader of the file would read, in reading order: one block a line, cells of a row separated by tabs. Headers, footers and notes stand at the end. */
  readonly text: string
  readonly folded: Folded
  readonly blocks: readonly Block[]
  readonly notices: readonly Notice[]
  /** True when content was lost (a page without text, a part that could not be read): status `partial`. */
  readonly incomplete: boolean
}

/** What every finding rests on. `quote` is `Document.text.slice(start, end)`. */
export interface Evidence {
  /** Only where it is another file than the record's: a claim that another document does not bear out. */
  readonly file?: string
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly block: number
  readonly page?: number
  readonly cell?: string
}

export const foldedSpan = (start: number, end: number): FoldedSpan => ({ start, end, of: 'folded' })

/** The place in `Document.text` of a place in the folded text. Blanks at either end are left out. */
export function toSource(folded: Folded, span: FoldedSpan): Span {
  if (span.end <= span.start) {
    const at = folded.map[span.start] ?? 0
    return { start: at, end: at }
  }
  return { start: folded.map[span.start] ?? 0, end: (folded.map[span.end - 1] ?? 0) + 1 }
}

/** The place in the folded text of a place in `Document.text`: the folded characters that stand within it. */
export function toFolded(folded: Folded, span: Span): FoldedSpan {
  return foldedSpan(lowerBound(folded.map, span.start), lowerBound(folded.map, span.end))
}

/** The index of the block that holds a position of `Document.text`; -1 between blocks. */
export function blockAt(document: Document, position: number): number {
  let low = 0
  let high = document.blocks.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const { start, end } = (document.blocks[middle] as Block).span
    if (position < start) high = middle - 1
    else if (position >= end) low = middle + 1
    else return middle
  }
  return -1
}

/** Cuts the evidence for a place in the document: the quote is the document's own text. */
export function quote(document: Document, span: Span): Evidence {
  const index = blockAt(document, span.start)
  const block = document.blocks[index]
  return {
    quote: document.text.slice(span.start, span.end),
    start: span.start,
    end: span.end,
    block: index,
    ...(block?.origin.page === undefined ? {} : { page: block.origin.page }),
    ...(block?.cell === undefined ? {} : { cell: block.cell.name }),
  }
}

function lowerBound(map: Uint32Array, position: number): number {
  let low = 0
  let high = map.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((map[middle] as number) < position) low = middle + 1
    else high = middle
  }
  return Math.min(low, map.length - 1)
}
