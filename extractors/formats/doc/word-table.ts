/**
 * Tables of a Word binary file: cells end with a mark of their own, rows with a mark whose formatting describes the row ([MS-DOC] 2.4.3). The columns are
 * the places where cells begin in any row, so that a cell as wide as two others spans two columns.
 */
import type { BlockDraft } from '../reading.ts'
import type { RowDefinition } from './paragraph-properties.ts'

export interface WordRow {
  /** The paragraphs of each, and the cells of tables within it. */
  readonly cells: readonly (readonly BlockDraft[])[]
  readonly definition: RowDefinition | null
  readonly header: boolean
}

/** Edges nearer than this (twentieths of a point) are one: rows drawn by hand do not meet exactly. */
const SAME_EDGE = 60

interface Placed {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  content: readonly BlockDraft[]
  header: boolean
}

export function tableBlocks(rows: readonly WordRow[], table: number): BlockDraft[] {
  const columns = columnEdges(rows)
  const placed: Placed[] = []
  let above = new Map<number, Placed>()
  for (const [row, { cells, definition, header }] of rows.entries()) {
    const current = new Map<number, Placed>()
    let last: Placed | undefined
    for (const [index, content] of cells.entries()) {
      const [column, columnSpan] = columnsOf(definition, index, columns, last)
      const marks = definition?.cells[index]
      const covering = marks?.continuesAbove ? above.get(column) : undefined
      if (covering) {
        covering.rowSpan = row - covering.row + 1
        current.set(column, covering)
        last = { row, column, rowSpan: 1, columnSpan, content, header }
      } else if (marks?.continuesLeft && last && isEmpty(content)) {
        last.columnSpan = column + columnSpan - last.column
      } else {
        last = { row, column, rowSpan: 1, columnSpan, content, header }
        placed.push(last)
        current.set(column, last)
      }
    }
    above = current
  }
  return placed.flatMap(({ content, ...cell }) => cellBlocks({ table, ...cell }, content))
}

const isEmpty = (content: readonly BlockDraft[]): boolean => content.every(({ text, label }) => text.trim() === '' && label === undefined)

/** One block for a cell's paragraphs; a table within it stands between what comes before and after it. */
function cellBlocks(cell: NonNullable<BlockDraft['cell']>, content: readonly BlockDraft[]): BlockDraft[] {
  const blocks: BlockDraft[] = []
  let lines: string[] = []
  const flush = (): void => {
    if (lines.length > 0 || blocks.length === 0) blocks.push({ kind: 'table-cell', text: lines.join('\n'), origin: {}, cell })
    lines = []
  }
  for (const block of content) {
    if (block.cell !== undefined) {
      if (lines.length > 0) flush()
      blocks.push(block)
    } else if (block.text.trim() !== '' || block.label !== undefined) lines.push(labelled(block))
  }
  flush()
  return blocks
}

/** "1." and "5月" must not become "1.5月". */
function labelled({ label = '', text }: BlockDraft): string {
  const trimmed = text.trim()
  return /[\w.]$/u.test(label) && /^\w/u.test(trimmed) ? `${label} ${trimmed}` : label + trimmed
}

function columnEdges(rows: readonly WordRow[]): readonly number[] {
  const edges = [...new Set(rows.flatMap(({ definition }) => definition?.edges ?? []))].sort((a, b) => a - b)
  return edges.filter((edge, index) => index === 0 || edge - (edges[index - 1] as number) > SAME_EDGE)
}

function columnsOf(
  definition: RowDefinition | null,
  index: number,
  columns: readonly number[],
  last: Placed | undefined,
): readonly [number, number] {
  const next = last ? last.column + last.columnSpan : 0
  const [left, right] = [definition?.edges[index], definition?.edges[index + 1]]
  if (left === undefined || right === undefined) return [next, 1]
  const column = Math.max(next, columnAt(columns, left))
  return [column, Math.max(1, columnAt(columns, right) - column)]
}

/** The last column that begins no further right than the place. */
function columnAt(columns: readonly number[], place: number): number {
  let low = 0
  let high = columns.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((columns[middle] as number) <= place) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}
