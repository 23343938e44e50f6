/**
 * Levels that a table sets side by side, and the sentence that says how far apart they are: “压实度退得最凶，7.8个百分点” below a table with 2019年 96.1% and 2020年 88.3%
 * discusses it, though it repeats neither level.
 */
import type { Baseline } from './baseline.ts'
import type { JudgedValue } from './sentence-view.ts'

export interface TablePair {
  readonly level: JudgedValue
  readonly reference: JudgedValue
}

const ROW = /^(.*?)[A-Z]*([0-9]+)$/u
/** Levels are stated to one decimal or two; differences of them are exact to less than this. */
const EXACT = 0.005

/** In order of position; a reference and the levels of its row. */
export function pairsOf(values: readonly JudgedValue[]): TablePair[] {
  const levels = new Map<string, JudgedValue[]>()
  for (const value of values) if (value.role === 'actual') levels.set(rowOf(value), [...(levels.get(rowOf(value)) ?? []), value])
  return values
    .filter(({ role, basis, evidence }) => role === 'reference' && basis !== null && evidence.cell !== undefined)
    .flatMap((reference) => {
      const level = levels.get(rowOf(reference))?.find(({ unit }) => unit === reference.unit)
      return level && reference.evidence.cell !== undefined ? [{ level, reference }] : []
    })
}

/** The baseline of the pair that a change without one is the difference of. */
export function gapOf({ value }: JudgedValue, pairs: readonly TablePair[]): Baseline | null {
  const pair = pairs.findLast(({ level, reference }) => Math.abs(Math.abs(level.value - reference.value) - Math.abs(value)) < EXACT)
  const basis = pair?.reference.basis ?? null
  return basis === 'base-year' ? 'previous' : basis
}

function rowOf({ evidence: { cell } }: JudgedValue): string {
  const [, table = '', row = ''] = ROW.exec(cell ?? '') ?? []
  return cell === undefined ? '' : `${table} ${row}`
}
