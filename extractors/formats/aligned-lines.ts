/**
 * Tables that are none to the program that wrote them: lines whose parts are set apart by tabs or by runs of blanks, under a line that names the columns.
 *
 * Deliberately shy. Running text, addresses, signatures, dates, numbered lists and tables of contents have gaps too: every line must have as many parts, the
 * first line must hold no number and all others some, and no part may be a sentence or a label with its value. Of two parts, the second must be a number and
 * nothing else. Without a line of names every number must bear its unit, a column's numbers the same.
 */

import type { BlockKind, Origin, TableCell } from '../document.ts'
import { officialLabel } from '../language/headings.ts'

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
  const partsAt = (at: number): string[] => partsOf(lines[at]?.text ?? '')
  const first = partsAt(from)
  const form = first.length > MOST_PARTS ? undefined : FORMS.find(({ begins }) => begins(first))
  if (form === undefined) return []
  const rows = [first]
  for (let parts = partsAt(from + 1); parts.length === first.length && form.goesOn(parts, first); parts = partsAt(from + rows.length))
    rows.push(parts)
  return form.isTable(rows) ? rows : []
}

/** A way in which lines make a table. */
interface Form {
  readonly begins: (parts: readonly string[]) => boolean
  readonly goesOn: (parts: readonly string[], first: readonly string[]) => boolean
  readonly isTable: (rows: readonly (readonly string[])[]) => boolean
}

const FORMS: readonly Form[] = [
  {
    begins: (parts) => parts.length >= FEWEST_PARTS && namesColumns(parts),
    goesOn: (parts) => holdsValues(parts),
    isTable: (rows) => rows.length >= FEWEST_LINES || (rows.length === 2 && rows[1]?.slice(1).every((part) => NUMBER.test(part)) === true),
  },
  {
    begins: (parts) => parts.length === 2 && namesColumns(parts),
    goesOn: (parts) => isNamedNumber(parts),
    isTable: (rows) => rows.length >= FEWEST_LINES && !areCodes(rows.slice(1).map((parts) => parts[1] ?? '')),
  },
  {
    begins: (parts) => parts.length >= FEWEST_PARTS && areUnits(unitsOf(parts)),
    goesOn: (parts, first) => isNamed(parts) && unitsOf(parts).join('\t') === unitsOf(first).join('\t'),
    isTable: (rows) => rows.length >= FEWEST_LINES,
  },
]

const isNamed = ([name = '']: readonly string[]): boolean =>
  name.length > 1 && isCell(name) && officialLabel(name) === null && !NUMBER.test(name)
const isNamedNumber = (parts: readonly string[]): boolean => isNamed(parts) && NUMBER.test(parts[1] ?? '') && !CALENDAR.test(parts[1] ?? '')

/** Telephone numbers and postal codes. */
const areCodes = (numbers: readonly string[]): boolean => numbers.every((number) => /^[0-9]{6,}$/u.test(number))

/** What stands behind the numbers of a line; null where something is no number. */
const unitsOf = (parts: readonly string[]): (string | null)[] =>
  parts.slice(1).map((part) => (NUMBER.test(part) && !CALENDAR.test(part) ? part.replace(/^[^%％‰\p{L}]*/u, '') : null))

/** All of them told, and no two the same: which of two shares is the other year's nothing tells. */
const areUnits = (units: readonly (string | null)[]): boolean =>
  units.every((unit) => unit !== null && unit !== '') && new Set(units).size === units.length

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
