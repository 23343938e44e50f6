/** The two plots: the counties' scores over the quarters, and the year's with what it can still become; levels are where grades begin. */
import type { Scores } from '../../../rules/scoring/score.ts'
import { isUnscored } from '../../wording.ts'
import type { Chart, RangeChart } from '../chart.ts'
import { filled } from '../wording.ts'
import { shortPeriod } from './read.ts'
import type { OverviewWording } from './wording.ts'

const STEP = 10
const FULL = 100

/** Of a single quarter nothing moves: its scores are told as the year's are. */
export function trendChart({ scheme, counties }: Scores, wording: OverviewWording): Chart {
  const [only, ...others] = scheme.quarters
  if (only !== undefined && others.length === 0) return quarterChart(only.period, { scheme, counties }, wording)
  const lines = counties.map(({ county, quarters }) => ({
    name: county,
    values: quarters.map(({ state, shown }) => (state === 'missing' ? null : Number(shown))),
  }))
  return {
    kind: 'lines',
    title: wording.trendTitle,
    periods: scheme.quarters.map(({ period }) => shortPeriod(period)),
    lines,
    ...axis(
      lines.flatMap(({ values }) => values.flatMap((value) => value ?? [])),
      scheme.bands,
      wording,
    ),
  }
}

function quarterChart(asked: string, { scheme, counties }: Scores, wording: OverviewWording): RangeChart {
  const bars = counties.flatMap(({ county, quarters }) => {
    const quarter = quarters.find(({ period }) => period === asked)
    if (quarter === undefined) return []
    const at = quarter.state === 'missing' ? null : Number(quarter.shown)
    return [{ name: county, low: two(quarter.low), at, high: two(quarter.high) }]
  })
  return rangesOf(bars, shortPeriod(asked), scheme, wording)
}

export function rangeChart({ scheme, counties }: Scores, wording: OverviewWording): RangeChart {
  const bars = counties.map((scored) => ({
    name: scored.county,
    low: two(scored.score.low),
    at: isUnscored(scored) ? null : two(scored.score.provisional),
    high: two(scored.score.high),
  }))
  return rangesOf(bars, wording.wholeYear, scheme, wording)
}

function rangesOf(bars: RangeChart['bars'], period: string, { bands }: Scores['scheme'], wording: OverviewWording): RangeChart {
  const ends = bars.flatMap(({ low, high }) => [low, high])
  return { kind: 'ranges', title: filled(wording.rangesTitle, { period }), key: wording.rangesKey, bars, ...axis(ends, bands, wording) }
}

const two = (decimal: string): number => Number(Number(decimal).toFixed(2))

function axis(values: readonly number[], bands: Scores['scheme']['bands'], wording: OverviewWording) {
  const least = Math.max(0, Math.floor(Math.min(FULL - STEP, ...values) / STEP) * STEP)
  const most = Math.ceil(Math.max(FULL, ...values) / STEP) * STEP
  const levels = bands.flatMap(({ grade, from }) =>
    from === undefined || from <= least || from >= most ? [] : [{ at: from, name: filled(wording.level, { grade, score: from }) }],
  )
  return { least, most, levels }
}
