/** The words of a piece of evidence as they are quoted: a table's cell with its row and its columns, which alone say what its figure is of. */
import type { Block, Evidence, TableCell } from '../extractors/document.ts'
import { oneLine } from './excerpt.ts'

interface Readable {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** 食品监督抽检 上年同期合格率：96.9 */
export function evidenceWords({ text, blocks }: Readable, { quote, block }: Pick<Evidence, 'quote' | 'block'>): string {
  const cell = blocks[block]?.cell
  if (cell === undefined) return oneLine(quote).trim()
  const words = ({ span }: Block): string => oneLine(text.slice(span.start, span.end)).trim()
  const table = blocks.filter((each): each is CellBlock => each.cell !== undefined && each.cell.table === cell.table)
  const row = table.find((each) => isInRow(each.cell, cell) && each.cell.column < cell.column && isLabel(words(each)))
  const columns = table.filter((each) => isAbove(each.cell, cell) && isLabel(words(each))).map(words)
  const labels = [row === undefined ? '' : words(row), [...new Set(columns)].join('')].filter((label) => label !== '')
  return labels.length === 0 ? oneLine(quote).trim() : `${labels.join(' ')}：${oneLine(quote).trim()}`
}

type CellBlock = Block & { readonly cell: TableCell }

const isInRow = (other: TableCell, { row }: TableCell): boolean => other.row <= row && row < other.row + other.rowSpan

const isAbove = (other: TableCell, { row, column }: TableCell): boolean =>
  other.row < row && other.column <= column && column < other.column + other.columnSpan

/** Words, not a figure with its unit. */
const isLabel = (words: string): boolean => /\p{Script=Han}/u.test(words) && !/^[+-]?[0-9]/u.test(words.replace(/^[0-9]{4}年/u, ''))
