/**
 * The body of a Word binary file: its paragraphs made into blocks, with their numbers, and those in tables put into cells. A table within a cell is a table
 * of its own and stands where it is written.
 */
import type { BlockKind } from '../../document.ts'
import type { BlockDraft } from '../reading.ts'
import type { ListLabels } from './list-labels.ts'
import type { ParagraphProperties } from './paragraph-properties.ts'
import type { WordParagraph } from './paragraphs.ts'
import { tableBlocks, type WordRow } from './word-table.ts'

export interface BodyBlocks {
  readonly blocks: readonly BlockDraft[]
  readonly unlabelled: number
  readonly pictures: number
}

interface OpenTable {
  readonly number: number
  readonly rows: WordRow[]
  cells: (readonly BlockDraft[])[]
  /** Paragraphs of the cell that is being read, and tables within it. */
  cell: BlockDraft[]
}

export function bodyBlocks(
  paragraphs: readonly WordParagraph[],
  propertiesAt: (position: number) => ParagraphProperties,
  labels: ListLabels,
): BodyBlocks {
  const blocks: BlockDraft[] = []
  /** The tables around the paragraph, from the outermost. */
  const open: OpenTable[] = []
  let tables = 0
  let unlabelled = 0
  let pictures = 0
  const labelOf = ({ list, listLevel }: ParagraphProperties): string => {
    if (list === 0) return ''
    const label = labels.next(list, listLevel)
    if (label === null) unlabelled++
    return label ?? ''
  }
  const toDepth = (depth: number): void => {
    while (open.length > depth) {
      const table = open.pop() as OpenTable
      const around = open.at(-1)?.cell ?? blocks
      for (const block of closed(table)) around.push(block)
    }
    while (open.length < depth) open.push({ number: ++tables, rows: [], cells: [], cell: [] })
  }
  for (const { paragraph, properties } of joined(paragraphs, propertiesAt)) {
    const depth = Math.max(properties.tableDepth, paragraph.endsCell ? 1 : 0)
    pictures += paragraph.pictures
    toDepth(depth)
    const table = open.at(-1)
    if (table === undefined) blocks.push(draft(paragraph, properties, labelOf(properties)))
    else if (properties.rowEnd && endsCell(paragraph, properties, depth)) {
      table.rows.push({ cells: table.cells, definition: properties.row, header: properties.rowHeader })
      table.cells = []
      table.cell = []
    } else {
      table.cell.push(draft(paragraph, properties, labelOf(properties)))
      if (endsCell(paragraph, properties, depth)) {
        table.cells.push(table.cell)
        table.cell = []
      }
    }
  }
  toDepth(0)
  return { blocks, unlabelled, pictures }
}

const endsCell = (paragraph: WordParagraph, { innerCellEnd, rowEnd }: ParagraphProperties, depth: number): boolean =>
  depth > 1 ? innerCellEnd || rowEnd : paragraph.endsCell

/** A table of one cell is a frame around its paragraphs. */
function closed({ number, rows, cells, cell }: OpenTable): readonly BlockDraft[] {
  const last = cell.length > 0 ? [...cells, cell] : cells
  const all = last.length > 0 ? [...rows, { cells: last, definition: null, header: false }] : rows
  const [only] = all
  return all.length === 1 && only?.cells.length === 1 ? (only.cells[0] ?? []) : tableBlocks(all, number)
}

interface Shown {
  readonly paragraph: WordParagraph
  readonly properties: ParagraphProperties
}

/**
 * Paragraphs as they are shown: one whose mark is deleted or hidden goes on with the next one, whose formatting it takes; with all its text deleted, nothing
 * is left of it, and no number. Into a cell, or out of one, no paragraph goes on.
 */
function joined(paragraphs: readonly WordParagraph[], propertiesAt: (position: number) => ParagraphProperties): Shown[] {
  const shown: Shown[] = []
  let carried: Shown | null = null
  for (const paragraph of paragraphs) {
    const properties = propertiesAt(paragraph.mark)
    if (carried !== null && carried.properties.tableDepth !== properties.tableDepth) {
      if (carried.paragraph.text !== '') shown.push(carried)
      carried = null
    }
    const whole: WordParagraph = carried === null ? paragraph : withCarried(carried.paragraph, paragraph)
    carried = null
    if (paragraph.markShown || paragraph.endsCell || properties.innerCellEnd || properties.rowEnd)
      shown.push({ paragraph: whole, properties })
    else carried = { paragraph: whole, properties }
  }
  if (carried !== null && carried.paragraph.text !== '') shown.push(carried)
  return shown
}

const withCarried = (carried: WordParagraph, next: WordParagraph): WordParagraph => ({
  ...next,
  text: carried.text + next.text,
  pictures: carried.pictures + next.pictures,
})

function draft({ text }: WordParagraph, { level, list }: ParagraphProperties, label: string): BlockDraft {
  const kind: BlockKind = level !== null ? 'heading' : list > 0 ? 'list-item' : 'paragraph'
  return { kind, text, origin: {}, ...(level === null ? {} : { level }), ...(label === '' ? {} : { label }) }
}
