/** Which stated value stands for an indicator in one county and period, and how it runs over the periods. */

import { periodWords, valueWords } from '../../wording.ts'
import type { PageValue } from '../payload.ts'
import { data, shownCounty } from './data.ts'
import type { Point } from './plot.ts'

export interface MatrixCell {
  /** The value shown: the surest level reached that the county itself reports. */
  readonly shown: PageValue | null
  /** All that is said of the indicator there, whatever its role. */
  readonly all: readonly PageValue[]
  /** How many different levels are stated. */
  readonly readings: number
}

const EMPTY: MatrixCell = { shown: null, all: [], readings: 0 }

const key = (indicator: string, county: string, period: string): string => `${indicator}\n${county}\n${period}`

const cells: ReadonlyMap<string, MatrixCell> = (() => {
  const grouped = new Map<string, PageValue[]>()
  for (const value of data.values) {
    if (value.indicator === null || value.county === null || value.period === null) continue
    const at = key(value.indicator, shownCounty(value.county), value.period)
    const group = grouped.get(at)
    if (group === undefined) grouped.set(at, [value])
    else group.push(value)
  }
  return new Map([...grouped].map(([at, all]) => [at, cellOf(all)]))
})()

export const cellAt = (indicator: string, county: string, period: string): MatrixCell => cells.get(key(indicator, county, period)) ?? EMPTY

/** The quarters of the year that the period lies in. */
export const trendOf = (indicator: string, county: string, period: string): Point[] =>
  [1, 2, 3, 4].map((quarter) => {
    const at = `${period.slice(0, 4)}-Q${quarter}`
    const { shown } = cellAt(indicator, county, at)
    return { label: periodWords(at).slice(5), value: shown?.value ?? null, words: shown === null ? '' : valueWords(shown) }
  })

function cellOf(all: readonly PageValue[]): MatrixCell {
  const levels = all.filter(({ role, document }) => role === 'actual' && data.documents[document]?.submitted === true)
  const shown = [...levels].sort((a, b) => rank(b) - rank(a))[0] ?? null
  return { shown, all, readings: new Set(levels.map(valueWords)).size }
}

/** An exact figure in the county's own report before a bound or another's words about it, then the surer reading. */
function rank(value: PageValue): number {
  return (data.documents[value.document]?.county === value.county ? 4 : 0) + (value.comparator === '=' ? 2 : 0) + value.confidence
}
