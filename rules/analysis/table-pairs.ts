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

/** 牧区75.9分，镇区84.3分，牧区低8.4分: the difference of the two levels beside it. */
export function gapWithin({ value, unit }: JudgedValue, levels: readonly JudgedValue[]): Baseline | null {
  const [one, other, ...more] = levels.filter((level) => level.role === 'actual' && isUnitOfGap(level.unit, unit))
  const isGap = one && other && more.length === 0 && Math.abs(Math.abs(one.value - other.value) - Math.abs(value)) < EXACT
  return isGap ? 'structure' : null
}

/** Rates are as many 个百分点 apart. */
const isUnitOfGap = (level: string, gap: string): boolean => level === gap || (level === '%' && gap === '个百分点')

function rowOf({ evidence: { cell } }: JudgedValue): string {
  const [, table = '', row = ''] = ROW.exec(cell ?? '') ?? []
  return cell === undefined ? '' : `${table} ${row}`
}
