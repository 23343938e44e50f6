/**
 * Pages to blocks: tables and lines in the order of reading, paragraphs joined between the tables, tables joined over page ends, captions and
 * the title told apart. Headers, footers and notes follow at the end.
 */
import { officialLabel } from '../../language/headings.ts'
import type { BlockDraft } from '../reading.ts'
import { appendTable, continuesTable } from './continued-tables.ts'
import type { Frame } from './frame.ts'
import { type Box, moveBox, roundBox } from './geometry.ts'
import type { PageLayout } from './page-layout.ts'
import { joinParagraphs, type Paragraph, type PlacedLine, paragraphOrigin } from './paragraphs.ts'
import type { Table } from './table.ts'

type Item = { readonly lines: PlacedLine[] } | { readonly table: Table; readonly page: PageLayout }

export function flowBlocks(pages: readonly PageLayout[], frames: ReadonlyMap<PageLayout, Frame>): BlockDraft[] {
  const shown = new Map(pages.map((page) => [page.number, page]))
  const blocks: BlockDraft[] = []
  const items = joinTables(pages.flatMap((page) => itemsOf(page, frames.get(page))))
  let tables = 0
  let isFirst = true
  for (const [at, item] of items.entries()) {
    if ('table' in item) {
      for (const block of tableBlocks(item.table, ++tables, shown)) blocks.push(block)
      continue
    }
    const paragraphs = joinParagraphs(item.lines)
    const following = items[at + 1]
    const captions = following && 'table' in following ? captionsBefore(paragraphs, following) : 0
    const title = isFirst ? findTitle(paragraphs) : undefined
    isFirst = false
    for (const [index, paragraph] of paragraphs.entries()) {
      if (paragraph.text === '') continue
      blocks.push(paragraphBlock(paragraph, paragraph === title, index >= paragraphs.length - captions))
    }
  }
  return blocks
}

/** Tables and stretches of lines of one page, from top to bottom. */
function itemsOf(page: PageLayout, frame: Frame | undefined): Item[] {
  if (!frame) return []
  const items: Item[] = []
  const tables = [...page.tables].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
  let next = 0
  let lines: PlacedLine[] = []
  const flush = (): void => {
    if (lines.length > 0) items.push({ lines })
    lines = []
  }
  for (const line of page.lines) {
    while (next < tables.length && (tables[next] as Table).box[1] < line.baseline - line.size * 0.4) {
      flush()
      items.push({ table: tables[next++] as Table, page })
    }
    lines.push({ line, page, frame })
  }
  flush()
  for (const table of tables.slice(next)) items.push({ table, page })
  return items
}

/** Joins what page ends have parted: lines with lines, and a table with the table that continues it. */
function joinTables(items: readonly Item[]): Item[] {
  const joined: Item[] = []
  let lastPage = 0
  for (const item of items) {
    const last = joined[joined.length - 1]
    if ('table' in item) {
      if (last && 'table' in last && item.page.number === lastPage + 1 && continuesTable(last.table, item.table)) {
        joined[joined.length - 1] = { table: appendTable(last.table, item.table), page: last.page }
      } else joined.push(item)
      lastPage = item.page.number
    } else if (last && 'lines' in last) {
      for (const line of item.lines) last.lines.push(line)
    } else joined.push({ lines: [...item.lines] })
  }
  return joined
}

function tableBlocks(table: Table, number: number, pages: ReadonlyMap<number, PageLayout>): BlockDraft[] {
  return [...table.cells]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((cell) => ({
      kind: 'table-cell',
      text: cell.text,
      origin: originOf(cell.page, moveBox(pages.get(cell.page)?.toShown ?? [1, 0, 0, 1, 0, 0], cell.box)),
      cell: {
        table: number,
        row: cell.row,
        column: cell.column,
        rowSpan: cell.rowSpan,
        columnSpan: cell.columnSpan,
        header: cell.header,
      },
    }))
}

function paragraphBlock(paragraph: Paragraph, isTitle: boolean, isCaption: boolean): BlockDraft {
  const { page, box } = paragraphOrigin(paragraph)
  const draft = { text: paragraph.text, origin: originOf(page, box) }
  if (isTitle) return { ...draft, kind: 'heading', level: 0 }
  if (isCaption || isFigureCaption(paragraph)) return { ...draft, kind: 'caption' }
  if (isLargeHeading(paragraph)) return { ...draft, kind: 'heading', level: officialLabel(paragraph.text)?.level ?? 1 }
  return { ...draft, kind: /^[•●■◆▪○□]/u.test(paragraph.text) ? 'list-item' : 'paragraph' }
}

export const originOf = (page: number, box: Box): BlockDraft['origin'] => ({ page, box: roundBox(box) })

const sizeOf = ({ lines }: Paragraph): number => lines[0]?.line.size ?? 0
const isLarge = (paragraph: Paragraph): boolean => sizeOf(paragraph) > (paragraph.lines[0]?.frame.size ?? 0) * 1.15

/** A heading by its size alone: a short stretch of larger type at the margin that does not end as a sentence does. */
const isLargeHeading = (paragraph: Paragraph): boolean =>
  isLarge(paragraph) && !paragraph.centred && !paragraph.rightAligned && paragraph.text.length <= 60 && !/[。；，]$/u.test(paragraph.text)

const isFigureCaption = ({ text, centred }: Paragraph): boolean =>
  centred && text.length <= 60 && /^图\s?[0-9０-９一二三四五六七八九十]/u.test(text)

/** The largest centred type of the first page; where a document number (〔2021〕2号) stands, what follows it: above is the letterhead. */
function findTitle(paragraphs: readonly Paragraph[]): Paragraph | undefined {
  const firstPage = paragraphs.filter(({ lines }) => lines[0]?.page.number === paragraphs[0]?.lines[0]?.page.number)
  const number = firstPage.findIndex(
    ({ text }) => text.length <= 40 && /[〔[［（(]\s?[12][0-9]{3}\s?[〕\]］）)]\s?[0-9]{1,4}\s?号$/u.test(text),
  )
  const candidates = firstPage
    .slice(number + 1)
    .filter((paragraph) => isLarge(paragraph) && paragraph.centred && paragraph.text.length >= 4)
  return candidates.reduce<Paragraph | undefined>((best, one) => (best && sizeOf(best) >= sizeOf(one) - 0.2 ? best : one), undefined)
}

/** How many of the last paragraphs before a table are its caption: 表1 …, a centred short line, or a short line at the right (单位：批次). */
function captionsBefore(paragraphs: readonly Paragraph[], { table, page }: { table: Table; page: PageLayout }): number {
  let count = 0
  let top = table.box[1]
  for (const paragraph of [...paragraphs].reverse().slice(0, 2)) {
    const last = paragraph.lines[paragraph.lines.length - 1]
    if (!last || last.page !== page || top - last.line.bottom > last.line.size * 2.5 || !isCaption(paragraph)) break
    top = paragraph.lines[0]?.line.top ?? top
    count++
  }
  return count
}

function isCaption(paragraph: Paragraph): boolean {
  const { text, centred, rightAligned } = paragraph
  if (text.length > 60 || /[。；，、]$/u.test(text)) return false
  if (/^(?:附|续)?表\s?[0-9０-９一二三四五六七八九十]/u.test(text)) return true
  if (isLarge(paragraph) || officialLabel(text)) return false
  return centred || (rightAligned && text.length <= 24 && /[:：]/u.test(text))
}
