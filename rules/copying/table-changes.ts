/**
 * Cells that differ in a table that a passage runs over. Tables are no part of the body and count neither way; but where the text around a table was copied with it,
 * the figures that were exchanged in its rows are what a reader looks for.
 */
import type { Block, Span } from '../../extractors/document.ts'
import type { CopyText } from './body.ts'
import type { ChangedWords } from './copy.ts'

interface Place extends Span {
  readonly sourceStart: number
  readonly sourceEnd: number
}

/** So much of the cells must be the same for two tables to be one table with other figures in it. */
const ALIKE = 0.25

/** By position. The first table within the passage is held against the first within its source, and so on. */
export function tableChanges({ start, end, sourceStart, sourceEnd }: Place, copier: CopyText, source: CopyText): ChangedWords[] {
  const own = tablesIn(copier, { start, end })
  const others = tablesIn(source, { start: sourceStart, end: sourceEnd })
  return own.flatMap((cells, index) => changesOf(cells, others[index] ?? [], copier, source))
}

function changesOf(cells: readonly Block[], others: readonly Block[], copier: CopyText, source: CopyText): ChangedWords[] {
  const there = new Map(others.map((cell) => [keyOf(cell), cell]))
  const pairs = cells.flatMap((cell) => {
    const other = there.get(keyOf(cell))
    return other ? [{ cell, other }] : []
  })
  const changed = pairs.filter(({ cell, other }) => wordsOf(cell, copier) !== wordsOf(other, source))
  const isAlike = cells.length === others.length && pairs.length === cells.length && pairs.length - changed.length >= ALIKE * pairs.length
  return isAlike
    ? changed.map(({ cell: { span }, other }) => ({
        ...span,
        sourceStart: other.span.start,
        sourceEnd: other.span.end,
        kind: 'number' as const,
      }))
    : []
}

const keyOf = ({ cell }: Block): string => `${cell?.row} ${cell?.column}`

const wordsOf = ({ span }: Block, { text }: CopyText): string => text.slice(span.start, span.end)

/** The cells of each table that lies within the place, in order. */
function tablesIn({ blocks }: CopyText, { start, end }: Span): Block[][] {
  const tables = new Map<number, Block[]>()
  for (const block of blocks) {
    if (block.cell === undefined || block.span.start < start || block.span.end > end) continue
    const cells = tables.get(block.cell.table)
    if (cells) cells.push(block)
    else tables.set(block.cell.table, [block])
  }
  return [...tables.values()]
}
