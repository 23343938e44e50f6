/** The table of figures behind a plot: its categories, and the series drawn over them. */
import type { Chart } from '../chart.ts'

export interface Series {
  readonly name: string
  readonly values: readonly (number | null)[]
  /** `line` of its own colour, `level` across the plot, `base`, `lower` and `upper` part of a bar. */
  readonly look: 'line' | 'level' | 'base' | 'lower' | 'upper'
}

export interface ChartTable {
  readonly categories: readonly string[]
  readonly series: readonly Series[]
}

export function chartTable(chart: Chart): ChartTable {
  if (chart.kind === 'lines')
    return {
      categories: chart.periods,
      series: [
        ...chart.lines.map((line): Series => ({ ...line, look: 'line' })),
        ...chart.levels.map(({ at, name }): Series => ({ name, values: chart.periods.map(() => at), look: 'level' })),
      ],
    }
  const { bars } = chart
  return {
    categories: bars.map(({ name }) => name),
    series: [
      { name: '最低', values: bars.map(({ low }) => low), look: 'base' },
      { name: '最低至暂定', values: bars.map(({ low, at }) => (at === null ? null : difference(low, at))), look: 'lower' },
      { name: '暂定至最高', values: bars.map(({ low, at, high }) => difference(at ?? low, high)), look: 'upper' },
    ],
  }
}

/** Without the remainder that binary figures leave. */
const difference = (from: number, to: number): number => Number((to - from).toFixed(6))
