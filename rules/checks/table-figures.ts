/** The exact figures of a document's tables, each at its row and column, with the step of its last digit. */
import { type Grid, grids } from '../../extractors/indicators/grid.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { writtenStep } from '../../extractors/quantities/rounding.ts'
import type { CheckContext, CheckedValue } from './check.ts'

export interface Figure {
  readonly value: CheckedValue
  readonly amount: number
  readonly step: number
}

/** A row or a column of figures; what is missing in it is a gap. `label` is its first cell's text. */
export interface Line {
  readonly figures: readonly (Figure | undefined)[]
  readonly label: string
  /** 净增, 增减: what the figures tell is how much others differ, whatever they were read as. */
  readonly isDifference: boolean
}

export interface FigureTable {
  readonly grid: Grid
  readonly rows: readonly Line[]
  readonly columns: readonly Line[]
}

const known = new WeakMap<CheckContext, readonly FigureTable[]>()

/** Read once for a document. */
export function figureTables(context: CheckContext): readonly FigureTable[] {
  const found = known.get(context) ?? readTables(context)
  known.set(context, found)
  return found
}

function readTables({ document, values, lexicon }: CheckContext): readonly FigureTable[] {
  const ofBlock = new Map<number, CheckedValue>()
  for (const value of values) if (value.evidence.cell !== undefined) ofBlock.set(value.evidence.block, value)
  if (ofBlock.size === 0) return []
  return grids(document, lexicon).map((grid) => {
    const at = (row: number, column: number): Figure | undefined => {
      const cell = grid.at(row, column)
      const value = cell?.cell.row === row && cell.cell.column === column ? ofBlock.get(cell.block) : undefined
      if (value === undefined || value.comparator !== '=' || value.upper !== undefined) return undefined
      return { value, amount: value.value, step: writtenStep(value.evidence.quote, value.value) }
    }
    const figures = range(grid.rows).map((row) => range(grid.columns).map((column) => at(row, column)))
    const lineOf = (line: readonly (Figure | undefined)[], label: string): Line => ({
      figures: line,
      label,
      isDifference: differences(lexicon).test(label),
    })
    const labelOf = (row: number, column: number): string => (grid.at(row, column)?.text ?? '').replace(/\s/gu, '')
    const first = isNumbered(range(grid.rows).map((row) => labelOf(row, 0))) ? 1 : 0
    return {
      grid,
      rows: figures.map((line, row) => lineOf(line, labelOf(row, first))),
      columns: range(grid.columns).map((column) =>
        lineOf(
          figures.map((line) => line[column]),
          labelOf(0, column),
        ),
      ),
    }
  })
}

/** 序号, 1, 2, 3: such a column names no row. */
const isNumbered = (labels: readonly string[]): boolean =>
  labels.length > 2 && labels.slice(1).every((label) => /^[0-9]*$/u.test(label)) && labels.some((label) => /^[0-9]+$/u.test(label))

const differences = perLexicon((lexicon) => new RegExp(`^(?:${wordPattern(cue(lexicon, 'difference-columns'))})`, 'u'))

export const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
