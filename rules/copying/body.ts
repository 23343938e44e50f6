/** Which characters of a document are its body: running text, without titles, headings, tables, attachments, contact lines, and what it is signed with. */
import { type Block, type Folded, type FoldedSpan, toFolded } from '../../extractors/document.ts'
import { foldText } from '../../extractors/language/fold.ts'
import { DAY_LINE } from './signed-day.ts'

/** What the search for copied text needs of a document; the stored text serves as well as the document itself. */
export interface CopyText {
  readonly file: string
  readonly text: string
  readonly blocks: readonly Block[]
}

export function bodySpans({ text, blocks }: Pick<CopyText, 'text' | 'blocks'>, folded: Folded): FoldedSpan[] {
  const body = blocks.filter(isBody)
  const signature = signatureOf(body.map(({ span }) => text.slice(span.start, span.end)))
  return body.filter((_, index) => !signature.has(index)).map(({ span }) => toFolded(folded, span))
}

const isBody = ({ kind, zone }: Block): boolean => (kind === 'paragraph' || kind === 'list-item') && zone === 'body'

/** Lines at the end, or at the head, among which the day of signing stands. */
const NEAR = 6
/** Offices that sign together, a line each. */
const MOST_OFFICES = 3
/** An office's line: its name and nothing else. */
const OFFICE_LINE = /^[^，。；：！？、,;:!?0-9]{2,40}$/u

/** 托里县质量工作领导小组办公室 | 2020年10月9日: the lines of offices directly before the day, and the day's. */
function signatureOf(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [index, line] of lines.entries()) {
    if (index >= NEAR && index < lines.length - NEAR) continue
    if (!DAY_LINE.test(foldText(line.trim()))) continue
    found.add(index)
    for (let at = index - 1; at >= 0 && at >= index - MOST_OFFICES && OFFICE_LINE.test((lines[at] ?? '').trim()); at--) found.add(at)
  }
  return found
}
