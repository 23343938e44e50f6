/** Which characters of a document are its body: running text, without titles, headings, tables, attachments and contact lines. */
import { type Block, type Folded, type FoldedSpan, toFolded } from '../../extractors/document.ts'

/** What the search for copied text needs of a document; the stored text serves as well as the document itself. */
export interface CopyText {
  readonly file: string
  readonly text: string
  readonly blocks: readonly Block[]
}

export function bodySpans({ blocks }: Pick<CopyText, 'blocks'>, folded: Folded): FoldedSpan[] {
  return blocks.filter(isBody).map(({ span }) => toFolded(folded, span))
}

const isBody = ({ kind, zone }: Block): boolean => (kind === 'paragraph' || kind === 'list-item') && zone === 'body'
