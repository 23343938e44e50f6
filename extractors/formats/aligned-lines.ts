/**
 * Tables that are none to the program that wrote them: lines whose parts are set apart by tabs or by runs of blanks, under a line that names the columns.
 *
 * Deliberately shy. Running text, addresses, signatures, dates, numbered lists and tables of contents have gaps too: there must be three parts or more to
 * every line and as many in each, the first line must hold no number and all others some, and no part may be a sentence or a label with its value.
 */
import type { BlockKind, Origin, TableCell } from '../document.ts'

interface Block {
  readonly kind: BlockKind
  readonly text: string
  readonly origin: Origin
  readonly label?: string
  readonly cell?: Omit<TableCell, 'name'>
}

/** A row made of a line: `header` is never known. */
interface AlignedCell {
  readonly kind: 'table-cell'
  readonly text: string
  readonly origin: Origin
  readonly cell: Omit<TableCell, 'name'>
}

const FEWEST_PARTS = 3
const MOST_PARTS = 30
const LONGEST_PART = 24
/** With two lines alone, what stands under the names must be numbers and nothing else. */
const FEWEST_LINES = 3
const HAS_GAP = /\t|[ \u00a0\u3000]{2}/u
const GAP = /([ \u00a0\u3000\t]+)/u
const NUMBER = /^[-+−–↑↓≥≤<>＜＞约]?[0-9][0-9,]*(?:\.[0-9]+)?(?:[%％‰]|\p{Script=Han}{1,4})?$/u
const CALENDAR = /[0-9][年月日季号]/u
const NO_VALUE = /^(?:[-−–—/]{1,3}|无|)$/u
/** Of sentences, labels with their values, and the leaders of a table of contents. */
const NO_CELL = /[，。；：！？!?;:]|\.{3}|…|·{3}/u

/** The blocks with such lines as the cells of tables. All tables are counted anew, in the order in which they come. */
export function withAlignedTables<B extends Block>(blocks: readonly B[]): (B | AlignedCell)[] {
  const lines = blocks.flatMap((block): Line<B>[] =>
    block.kind === 'paragraph' && block.cell === undefined && block.label === undefined
      ? block.text.split('\n').map((text) => ({ block, text }))
      : [{ block, text: null }],
  )
  let table = Math.max(0, ...blocks.map(({ cell }) => cell?.table ?? 0))
  const result: (B | AlignedCell)[] = []
  let open: Line<B>[] = []
  const flush = (): void => {
    for (const block of rejoined(open)) result.push(block)
    open = []
  }
  for (let at = 0; at < lines.length; ) {
    const rows = alignedRows(lines, at)
    if (rows.length === 0) open.push(lines[at++] as Line<B>)
    else {
      flush()
      result.push(...cellsOf(rows, ++table, (lines[at] as Line<B>).block.origin))
      at += rows.length
    }
  }
  flush()
  return result.length === blocks.length ? result : counted(result)
}

function counted<B extends Block>(blocks: readonly B[]): B[] {
  const numbers = new Map<number, number>()
  const cells = new Map<object, Block['cell']>()
  return blocks.map((block) => {
    if (block.cell === undefined) return block
    const number = numbers.get(block.cell.table) ?? numbers.size + 1
    numbers.set(block.cell.table, number)
    const cell = cells.get(block.cell) ?? { ...block.cell, table: number }
    cells.set(block.cell, cell)
    return { ...block, cell }
  })
}

interface Line<B> {
  readonly block: B
  /** null for a block that is no paragraph. */
  readonly text: string | null
}

/** Lines of one block that are no table stay one block. */
function rejoined<B extends Block>(lines: readonly Line<B>[]): B[] {
  const blocks: B[] = []
  for (let at = 0; at < lines.length; ) {
    const { block } = lines[at] as Line<B>
    let end = at + 1
    while (lines[end]?.block === block) end++
    const text = lines
      .slice(at, end)
      .map((line) => line.text)
      .join('\n')
    blocks.push(lines[at]?.text === null || text === block.text ? block : { ...block, text })
    at = end
  }
  return blocks
}

const cellsOf = (rows: readonly (readonly string[])[], table: number, origin: Origin): AlignedCell[] =>
  rows.flatMap((parts, row) =>
    parts.flatMap((text, column): AlignedCell[] =>
      text === '' ? [] : [{ kind: 'table-cell', text, origin, cell: { table, row, column, rowSpan: 1, columnSpan: 1, header: false } }],
    ),
  )

/** The rows that begin at a line, by whichever way of parting them finds more; none where they are no table. */
function alignedRows(lines: readonly Line<unknown>[], from: number): string[][] {
  const byGaps = rowsFrom(lines, from, partsByGaps)
  const byTabs = rowsFrom(lines, from, partsByTabs)
  return byTabs.length > byGaps.length ? byTabs : byGaps
}

function rowsFrom(lines: readonly Line<unknown>[], from: number, partsOf: (line: string) => string[]): string[][] {
  const rows: string[][] = []
  for (let at = from; at < lines.length; at++) {
    const text = lines[at]?.text ?? null
    const parts = text === null ? [] : partsOf(text)
    if (parts.length < FEWEST_PARTS || parts.length > MOST_PARTS || parts.length !== (rows[0] ?? parts).length) break
    if (!(rows.length === 0 ? namesColumns(parts) : holdsValues(parts))) break
    rows.push(parts)
  }
  return rows.length >= FEWEST_LINES || (rows.length === 2 && rows[1]?.slice(1).every((part) => NUMBER.test(part))) ? rows : []
}

/** Every tab begins another cell: some may be empty. */
const partsByTabs = (line: string): string[] => (line.includes('\t') ? line.split('\t').map((part) => part.trim()) : [])

/** Several tabs or blanks are one gap. */
function partsByGaps(line: string): string[] {
  const words = line.trim()
  const parts: string[] = ['']
  if (!HAS_GAP.test(words)) return parts
  for (const [index, piece] of words.split(GAP).entries()) {
    const isGap = index % 2 === 1
    if (isGap && (piece.length > 1 || piece === '\t')) parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts
}

const isCell = (part: string): boolean => part.length <= LONGEST_PART && !NO_CELL.test(part)

/** 质  量  分  析 is a word set wide. */
const namesColumns = (parts: readonly string[]): boolean =>
  parts.filter((part) => part.length > 1).length > 1 &&
  parts.slice(1).every((part) => part !== '' && isCell(part) && (!NUMBER.test(part) || CALENDAR.test(part))) &&
  isCell(parts[0] ?? '')

function holdsValues(parts: readonly string[]): boolean {
  const [name = '', ...others] = parts
  const values = others.filter((part) => NUMBER.test(part) && !CALENDAR.test(part))
  const told = others.filter((part) => !NO_VALUE.test(part))
  return name !== '' && parts.every(isCell) && values.length > 0 && values.length * 2 >= told.length
}
