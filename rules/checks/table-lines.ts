/** The lines of a document's tables as the text speaks of them: figures of one unit down a column or along a row, each with the words at its head. */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { isExact } from './agree.ts'
import type { CheckContext, CheckedValue } from './check.ts'
import { type FigureTable, figureTables, type Line, range } from './table-figures.ts'

export interface Point {
  readonly label: string
  readonly value: CheckedValue
  /** What the figure comes to where the document does not write it: a change between two columns. */
  readonly workedOut?: string
}

export interface TableLine {
  /** A column's header, a row's label. */
  readonly name: string
  readonly isColumn: boolean
  readonly unit: string
  /** Without what all of them make up. */
  readonly points: readonly Point[]
  readonly total: Point | undefined
  /** The block before its table, and its place among the lines of the same way. */
  readonly above: number
  readonly at: number
}

const patterns = perLexicon((lexicon) => ({
  total: new RegExp(
    `^(?:${wordPattern([...cue(lexicon, 'table-sum'), ...cue(lexicon, 'whole-rows'), ...cue(lexicon, 'part-sums')])})`,
    'u',
  ),
  ofWhich: new RegExp(`^(?:${wordPattern(cue(lexicon, 'of-which'))})[：:]?`, 'u'),
}))

const known = new WeakMap<CheckContext, readonly TableLine[]>()

/** Read once for a document. */
export function tableLines(context: CheckContext): readonly TableLine[] {
  const found = known.get(context) ?? figureTables(context).flatMap((table) => linesOf(context, table))
  known.set(context, found)
  return found
}

function linesOf({ lexicon }: CheckContext, { grid, rows, columns }: FigureTable): readonly TableLine[] {
  const { total, ofWhich } = patterns(lexicon)
  const nameOf = (text: string): string => text.replace(/[（(][^（()）]*[)）]|\s/gu, '').replace(ofWhich, '')
  const headerOf = (column: number): string => [...new Set([0, 1].map((row) => headOf(row, column)))].join('')
  const headOf = (row: number, column: number): string =>
    rows[row]?.figures.some((figure) => figure !== undefined) ? '' : nameOf(grid.at(row, column)?.text ?? '')
  const heads = range(grid.columns).map(headerOf)
  const labels = rows.map(({ label }) => nameOf(label))
  const read = (line: Line, at: number, isColumn: boolean): readonly TableLine[] => {
    const points = line.figures.flatMap((figure, index): Point[] =>
      figure !== undefined && isExact(figure.value) ? [{ label: (isColumn ? labels : heads)[index] ?? '', value: figure.value }] : [],
    )
    const units = [...new Set(points.map(({ value }) => `${value.unit} ${value.role === 'change'}`))]
    return units.map((unit): TableLine => {
      const own = points.filter(({ value }) => `${value.unit} ${value.role === 'change'}` === unit)
      return {
        name: (isColumn ? heads : labels)[at] ?? '',
        isColumn,
        unit: unit.split(' ')[0] ?? '',
        points: own.filter(({ label }) => !total.test(label)),
        total: own.find(({ label }) => total.test(label)),
        above: grid.above,
        at,
      }
    })
  }
  return [...columns.flatMap((line, at) => read(line, at, true)), ...rows.flatMap((line, at) => read(line, at, false))]
}

export interface Clause {
  /** As it is written, without blanks. */
  readonly text: string
  readonly start: number
  readonly block: number
  /** The clause before it in its sentence. */
  readonly before: string
}

/** A cell that is written as a sentence (| 创造 | 全年专利授权42件，其中… |). */
const PROSE = /[，。；].{8}/su

/** The clauses of a document's running text that hold one of some words. */
export function* clausesWith({ document, between }: CheckContext, words: RegExp): Iterable<Clause> {
  for (const [at, block] of document.blocks.entries()) {
    const text = between(block.span.start, block.span.end)
    if ((block.cell !== undefined && !PROSE.test(text)) || !words.test(text)) continue
    let start = block.span.start
    let before = ''
    for (const part of text.split(/(?<=[，,。；;：:（(）)])/u)) {
      if (words.test(part)) yield { text: part, start, block: at, before }
      before = /[。；;]$/u.test(part) ? '' : part
      start += part.length
    }
  }
}

/** The last level of the report's own period that a paragraph gives in the sentence of a place, before it. */
export function levelBefore({ groups, identity }: CheckContext, { block }: Clause, at: number): CheckedValue | undefined {
  const own = groups.findLast(
    ({ values, table }) => !table && values[0]?.evidence.block === block && (values[0]?.evidence.start ?? at) < at,
  )
  return own?.values.findLast(({ role, evidence, period }) => role === 'actual' && evidence.start < at && period === identity.period)
}
