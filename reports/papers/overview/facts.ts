/** What the overview tells, as plain data: the paper prints it and the page shows it, so that both say the same. */
import type { Verdict } from '../../../rules/analysis/assessment.ts'
import type { Chart, RangeChart } from '../chart.ts'

export interface OverviewRow {
  readonly county: string
  /** null while several are possible and the scheme gives none. */
  readonly grade: string | null
  readonly grades: readonly string[]
  readonly score: string
  /** What the score may still come to; null where it is settled. */
  readonly range: { readonly low: string; readonly high: string } | null
  /** null while a quarter is missing. */
  readonly place: number | null
  readonly quarters: readonly { readonly shown: string | null; readonly verdict: Verdict | null }[]
}

export interface OverviewFacts {
  readonly title: string
  readonly standing: string
  /** What * beside a county means; null where none bears it. */
  readonly doubt: string | null
  /** The best grade first; counties whose grade may still change are marked. */
  readonly grades: readonly {
    readonly grade: string | null
    readonly counties: readonly { readonly name: string; readonly open: boolean }[]
  }[]
  readonly periods: readonly string[]
  readonly rows: readonly OverviewRow[]
  readonly trend: Chart
  readonly ranges: RangeChart
  readonly standouts: readonly string[]
  readonly deciding: readonly DecidingRow[]
  /** Counties whose grade no open item can change. */
  readonly steady: readonly string[]
}

export interface DecidingRow {
  readonly county: string
  /** The best first. */
  readonly grades: readonly string[]
  /** The first of them named, and how many there are. */
  readonly words: string
  readonly count: number
}
