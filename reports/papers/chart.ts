/** A plot as plain data. `docx/` draws it as a chart that the office's own programs can restyle. */

interface AnyChart {
  readonly title: string
  /** The ends of the axis of figures. */
  readonly least: number
  readonly most: number
  /** Levels drawn across the plot: where a grade begins. */
  readonly levels: readonly { readonly at: number; readonly name: string }[]
}

/** A line a row of figures, over the same periods. A figure that is not there breaks its line. */
export interface LineChart extends AnyChart {
  readonly kind: 'lines'
  readonly periods: readonly string[]
  readonly lines: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
}

/** A bar a row: up to the lowest possible figure, on to the provisional one, and to the highest. `at` is null where there is none yet. */
export interface RangeChart extends AnyChart {
  readonly kind: 'ranges'
  /** Which part of a bar is which. */
  readonly key: string
  readonly bars: readonly { readonly name: string; readonly low: number; readonly at: number | null; readonly high: number }[]
}

export type Chart = LineChart | RangeChart
