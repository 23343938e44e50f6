/**
 * The PDF reader: a file's bytes to blocks. Glyphs and rulings come from `open-pdf.ts` and `page-content.ts`, the rest is geometry: tables, lines,
 * headers and footers, footnotes, paragraphs. A scan has no text to read: its pages are named in a notice, and the reading is incomplete.
 */
import type { Notice } from '../../document.ts'
import { notice, tooMuchText } from '../codes.ts'
import { type BlockDraft, type Limits, type Reading, Rejection } from '../reading.ts'
import { findAlignedTables } from './aligned-tables.ts'
import { findBandedTables } from './banded-tables.ts'
import { hasBrokenObjects } from './broken-objects.ts'
import type { PdfResources } from './character-maps.ts'
import { splitColumns } from './columns.ts'
import { hasDamagedText } from './damaged-streams.ts'
import { hasDisplacedObjects } from './displaced-objects.ts'
import { flowBlocks, originOf } from './flow.ts'
import { measureFrames } from './frame.ts'
import { separateFurniture } from './furniture.ts'
import { buildLines } from './lines.ts'
import { separateNotes } from './notes.ts'
import { type OpenPdf, withPdf } from './open-pdf.ts'
import { type PageContent, readPageContent } from './page-content.ts'
import type { PageLayout } from './page-layout.ts'
import { findRuledTables } from './ruled-tables.ts'

/** Throws a Rejection: E_PDF_ENCRYPTED, E_CORRUPT, E_TOO_MANY_PAGES, E_TOO_LARGE. */
export async function readPdf(bytes: Uint8Array, limits: Limits, resources: PdfResources): Promise<Reading> {
  return withPdf(bytes, resources, async (pdf) => {
    if (pdf.pages > limits.pages) {
      throw new Rejection(
        'E_TOO_MANY_PAGES',
        `文件有${pdf.pages}页，超过上限${limits.pages}页，请拆分后报送（上限可用 --limit pages=… 调整）`,
      )
    }
    const { layouts, troubles } = await readPages(pdf, limits)
    const damaged = hasBrokenObjects(bytes) || hasDisplacedObjects(bytes) || hasDamagedText(bytes, limits.inflatedBytes)
    return {
      format: 'pdf',
      pages: pdf.pages,
      blocks: blocksOf(layouts),
      notices: [...(damaged ? [notice('W_TRUNCATED')] : []), ...noticesOf(troubles)],
      incomplete: damaged || isIncomplete(troubles),
    }
  })
}

/** Page numbers by what is wrong with the page. */
interface Troubles {
  readonly withoutText: number[]
  readonly broken: number[]
  readonly unreadable: number[]
  readonly turned: number[]
  readonly askew: number[]
}

async function readPages(pdf: OpenPdf, limits: Limits): Promise<{ layouts: PageLayout[]; troubles: Troubles }> {
  const layouts: PageLayout[] = []
  const troubles: Troubles = { withoutText: [], broken: [], unreadable: [], turned: [], askew: [] }
  let characters = 0
  for (let number = 1; number <= pdf.pages; number++) {
    const page = await pdf.page(number)
    if (!page) {
      troubles.broken.push(number)
      continue
    }
    const content = readPageContent({ ...page, codes: pdf.codes })
    characters += content.glyphs.length
    if (characters > limits.characters) {
      throw tooMuchText(limits)
    }
    noteTroubles(troubles, content, number)
    layouts.push(layoutOf(content, number))
  }
  return { layouts, troubles }
}

function layoutOf(content: PageContent, number: number): PageLayout {
  const { width, height, toShown, rulings } = content
  const glyphs = content.glyphs.filter(
    (glyph) => glyph.x1 > 0 && glyph.x0 < width && glyph.baseline > 0 && glyph.baseline < height + glyph.size,
  )
  const { tables, rest } = findRuledTables(glyphs, rulings, number)
  return { number, width, height, toShown, tables, lines: buildLines(rest), horizontalRulings: rulings.horizontal }
}

function noteTroubles(troubles: Troubles, content: PageContent, number: number): void {
  const inked = content.glyphs.filter(({ text }) => text.trim() !== '').length
  if (inked === 0 && content.painted && content.askew + content.turned === 0) troubles.withoutText.push(number)
  if (content.unreadable > 0) troubles.unreadable.push(number)
  if (isTurned(content)) troubles.turned.push(number)
  if (content.askew > 0) troubles.askew.push(number)
}

/** Text in quarter turns beside upright text is content that is left out; on a page that is turned as a whole nothing is. */
const isTurned = ({ turned, toShown }: PageContent): boolean => turned > 0 && toShown[0] === 1

function blocksOf(layouts: readonly PageLayout[]): BlockDraft[] {
  const { pages: withoutFurniture, furniture } = separateFurniture(layouts)
  const roughFrames = measureFrames(withoutFurniture)
  const notes: BlockDraft[] = []
  const pages = withoutFurniture.flatMap((page) => {
    const frame = roughFrames.get(page)
    if (!frame) return [page]
    const separated = separateNotes(page, frame)
    for (const { text, page: number, box } of separated.notes) notes.push({ kind: 'note', text, origin: originOf(number, box) })
    const free = page.horizontalRulings.filter(({ at }) => !page.tables.some(({ box }) => at >= box[1] - 1 && at <= box[3] + 1))
    const banded = findBandedTables(separated.page.lines, free, page.number)
    return splitColumns({ ...separated.page, lines: banded.rest, tables: [...page.tables, ...banded.tables] }).map((part) => {
      const aligned = findAlignedTables(part.lines, page.number)
      return { ...part, lines: aligned.rest, tables: [...part.tables, ...aligned.tables] }
    })
  })
  return [
    ...flowBlocks(pages, measureFrames(pages)),
    ...furniture.map(({ kind, text, page, box }): BlockDraft => ({ kind, text, origin: originOf(page, box) })),
    ...notes,
  ]
}

const isIncomplete = ({ withoutText, broken, unreadable, turned }: Troubles): boolean =>
  withoutText.length + broken.length + unreadable.length + turned.length > 0

function noticesOf(troubles: Troubles): Notice[] {
  const notices: Notice[] = []
  const add = (pages: readonly number[], code: Notice['code'], message: string): void => {
    if (pages.length > 0) notices.push({ code, message: `${pagesInWords(pages)}${message}` })
  }
  add(troubles.withoutText, 'W_PAGE_WITHOUT_TEXT', '没有文字层（可能是扫描件），请提供可编辑版本或人工录入')
  add(troubles.broken, 'W_PAGE_UNREADABLE', '已损坏，未能读取，请重新导出后再报送')
  add(troubles.unreadable, 'W_UNREADABLE_CHARACTERS', '有字符没有可识别的编码，以�代替，请提供可编辑版本')
  add(troubles.turned, 'W_ROTATED_TEXT', '有旋转排列的文字，未读入，请人工核对')
  add(troubles.askew, 'W_ROTATED_TEXT', '有斜排文字（水印或印章），未读入')
  return notices
}

/** 第3页, 第2、4—7页. */
function pagesInWords(pages: readonly number[]): string {
  const runs: [number, number][] = []
  for (const page of pages) {
    const last = runs[runs.length - 1]
    if (last && last[1] === page - 1) last[1] = page
    else runs.push([page, page])
  }
  return `第${runs.map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}、${to}` : `${from}—${to}`)).join('、')}页`
}
