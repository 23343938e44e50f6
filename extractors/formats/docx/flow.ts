/**
 * Where paragraphs go while a part is read: the body, a table cell, a text box, a note. Text boxes are read after the paragraph they hang on,
 * and a paragraph whose mark is deleted runs on into the next.
 */
import type { BlockKind } from '../../document.ts'
import type { Numbering } from './numbering.ts'
import type { Style } from './styles.ts'
import { closeCell, closeRow, closeTable, type Draft, type OpenCell, type OpenTable } from './table.ts'

export interface Paragraph {
  style: Style
  styleId: string | undefined
  outline: number | null | undefined
  numId: number | null
  numLevel: number | null
  markRemoved: boolean
  markHidden: boolean
  /** The first letter of the paragraph that follows. */
  dropCap: boolean
  text: string
  /** A page or column break was met: it parts the text only if text stands on both sides. */
  breakPending: boolean
  pageNumber: boolean
  /** The text boxes that hang on the paragraph. */
  readonly boxes: Draft[]
}

export interface Flow {
  readonly blocks: Draft[]
  readonly cell: OpenCell | null
  paragraph: Paragraph | null
  table: OpenTable | null
  /** Text before a deleted paragraph mark or set as a drop cap, with its text boxes. */
  carried: { text: string; readonly boxes: Draft[] } | null
}

export function openFlow(cell: OpenCell | null = null): Flow {
  return { blocks: [], cell, paragraph: null, table: null, carried: null }
}

export function openParagraph(style: Style): Paragraph {
  return {
    style,
    styleId: undefined,
    outline: undefined,
    numId: null,
    numLevel: null,
    markRemoved: false,
    markHidden: false,
    dropCap: false,
    text: '',
    breakPending: false,
    pageNumber: false,
    boxes: [],
  }
}

export function closeParagraph(flow: Flow, kind: BlockKind, numbering: Numbering): void {
  const paragraph = flow.paragraph
  flow.paragraph = null
  if (paragraph === null) return
  const text = (flow.carried?.text ?? '') + paragraph.text
  const boxes = [...(flow.carried?.boxes ?? []), ...paragraph.boxes]
  flow.carried = null
  if (paragraph.markRemoved || paragraph.dropCap) {
    flow.carried = { text: paragraph.dropCap ? text.trim() : text, boxes }
    return
  }
  const visible = text.trim() !== ''
  const label = paragraph.markHidden && !visible ? '' : nextLabel(paragraph, numbering)
  if (visible || (flow.cell !== null && label !== '')) flow.blocks.push(block(kind, paragraph, trimBreaks(text), label))
  flow.blocks.push(...boxes)
}

function nextLabel({ numId, numLevel, style }: Paragraph, numbering: Numbering): string {
  const inherited = style.numbering
  const id = numId ?? inherited?.numId ?? 0
  if (id === 0) return ''
  if (numId === null && numLevel === null) return numbering.next(id, inherited?.level ?? null, inherited?.definedBy ?? null)
  return numbering.next(id, numLevel, null)
}

function block(kind: BlockKind, { style, outline }: Paragraph, text: string, label: string): Draft {
  const level = kind !== 'paragraph' ? null : outline === undefined ? style.level : outline
  const own =
    level !== null ? 'heading' : kind !== 'paragraph' ? kind : style.caption ? 'caption' : label !== '' ? 'list-item' : 'paragraph'
  const draft: Draft = level === null ? { kind: own, text, origin: {} } : { kind: own, text, origin: {}, level }
  return label === '' ? draft : { ...draft, label }
}

/** Line breaks at either end of a paragraph are space on the page, not lines of text. */
function trimBreaks(text: string): string {
  let start = 0
  let end = text.length
  while (text[start] === '\n') start++
  while (end > start && text[end - 1] === '\n') end--
  return text.slice(start, end)
}

/** Ends what is still open: nothing after a deleted paragraph mark to run on into, or a damaged part. */
export function closeFlow(flow: Flow, kind: BlockKind, numbering: Numbering): void {
  closeParagraph(flow, kind, numbering)
  endTable(flow)
  flushCarried(flow, kind)
}

export function endTable(flow: Flow): void {
  if (flow.table === null) return
  closeRow(flow.table)
  flow.blocks.push(...closeTable(flow.table))
  flow.table = null
}

export function flushCarried(flow: Flow, kind: BlockKind): void {
  const carried = flow.carried
  flow.carried = null
  if (carried === null) return
  if (carried.text.trim() !== '') flow.blocks.push({ kind, text: trimBreaks(carried.text), origin: {} })
  flow.blocks.push(...carried.boxes)
}

export function endCell(outer: Flow, inner: Flow): void {
  const { table } = outer
  if (table?.row != null && inner.cell !== null) closeCell(table, table.row, inner.cell, inner.blocks)
  else outer.blocks.push(...inner.blocks)
}
