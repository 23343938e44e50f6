/**
 * An official paper as plain data: what stands on it, in the order in which it is read. How it looks (GB/T 9704-2012) is `docx/`'s.
 *
 * Headings are numbered by their level as official documents do: 一、 （一） 1. （1）.
 */
import type { Cell as BookCell } from '../workbook/cell.ts'
import type { SheetContent } from '../workbook/sheet.ts'
import type { Chart } from './chart.ts'

/** 仿宋 is the face of the body; the others stand where the standard asks for them. */
export type Face = 'fangsong' | 'hei' | 'kai'

export interface Words {
  readonly text: string
  readonly face?: Face
  /** What a clerk has to settle or may look up before sending, as a comment in the margin; it is not part of the paper. Lines are parted by \n. */
  readonly comment?: string
  /** Left for the writer to fill in, to choose or to confirm: it stands out. */
  readonly gap?: boolean
  /** Differs from what it is held against: underlined. */
  readonly mark?: boolean
}

/** A stretch of text, or several that differ in face or bear a comment. */
export type Text = string | readonly (string | Words)[]

export type HeadingLevel = 1 | 2 | 3 | 4

export interface Column {
  readonly title: string
  /** Share of the table's width, of all columns' shares. */
  readonly share: number
  readonly centred?: boolean
}

/** What a colour says: how something stands, or that a row sums up or divides. */
export type Tone = 'good' | 'doubt' | 'bad' | 'band'

/** A cell of several paragraphs, over several columns, or with a colour of its own. */
export interface Cell {
  readonly lines: readonly Text[]
  readonly columns?: number
  readonly tone?: Tone
}

export type TableRow = readonly (Text | Cell)[]

export type Part =
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: Text }
  /** A paragraph, its first line two characters in. */
  | { readonly kind: 'body'; readonly text: Text }
  /** To whom the paper goes: flush left, with its colon. */
  | { readonly kind: 'addressee'; readonly text: Text }
  /** 附件说明, after the body. */
  | { readonly kind: 'annex-list'; readonly names: readonly string[] }
  /** `note` stands below the office: （代章）. */
  | { readonly kind: 'signature'; readonly office: Text; readonly note?: Text; readonly date: Text }
  /** A new page that begins an annex; across (横排), it and all that follows stand on pages across. `label` is 附件 or 附件1. */
  | { readonly kind: 'annex'; readonly label: string; readonly title: string; readonly across?: boolean }
  /** Its header row is repeated on each page. */
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Text[])[] }

export type TablePart = Extract<FormPart, { readonly kind: 'table' }>

/** What a form is made of. */
export type FormPart =
  /** A paragraph in the size of the tables, flush left. */
  | { readonly kind: 'note'; readonly text: Text }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly TableRow[] }
  /** Plots side by side; `height` in millimetres. */
  | { readonly kind: 'charts'; readonly charts: readonly Chart[]; readonly height: number }

/** 版记, at the foot of the last page: to whom copies go, who printed it and when. */
export interface Imprint {
  readonly copies: readonly string[]
  readonly office: string
  readonly date: Text
}

interface AnyPaper {
  /** As the heading bears it, and the file's properties. */
  readonly office: string
  readonly title: string
  /** The day that comments and the file's own properties bear, as 2020-10-28. */
  readonly day: string
}

/**
 * A letter (信函格式): the office's name above a red double rule, a second rule at the foot of the first page. Or a document (公文格式): the name in
 * red over the number and a red rule, page numbers on every page.
 */
export interface Paper extends AnyPaper {
  /** A letter where left out. */
  readonly form?: 'letter' | 'document'
  readonly documentNumber: Text
  readonly parts: readonly Part[]
  readonly imprint?: Imprint
}

/** A form: a title, no mark, tables in small type. */
export interface FormPaper extends AnyPaper {
  /** Across (横排) its head is at the binding side; dense, with narrower margins, what has to stand on one page. */
  readonly form: 'across' | 'dense'
  readonly parts: readonly FormPart[]
}

/** A sheet with all its rows: it may be set elsewhere. */
export interface BookSheet extends SheetContent {
  readonly rows: readonly (readonly BookCell[])[]
}

/** A form as a workbook. */
export interface FormBook {
  readonly form: 'book'
  readonly sheets: readonly BookSheet[]
}

/** Whatever becomes the bytes of one file; plain data all of it. */
export type Printable = Paper | FormPaper | FormBook

export const linesOf = (cell: Text | Cell): readonly Text[] => (isCell(cell) ? cell.lines : [cell])

export const isCell = (cell: Text | Cell): cell is Cell => typeof cell === 'object' && 'lines' in cell

export const wordsOf = (text: Text): readonly Words[] =>
  (typeof text === 'string' ? [text] : text).map((each) => (typeof each === 'string' ? { text: each } : each))

export const plainText = (text: Text): string =>
  wordsOf(text)
    .map((each) => each.text)
    .join('')
