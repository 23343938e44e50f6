/** The two plots: the counties' scores over the quarters, and the year's with what it can still become; levels are where grades begin. */
import type { Scores } from '../../../rules/scoring/score.ts'
import { isUnscored } from '../../wording.ts'
import type { LineChart, RangeChart } from '../chart.ts'
import { filled } from '../wording.ts'
import { shortPeriod } from './read.ts'
import type { OverviewWording } from './wording.ts'

const STEP = 10
const FULL = 100

export function trendChart({ scheme, counties }: Scores, wording: OverviewWording): LineChart {
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

export function rangeChart({ scheme, counties }: Scores, wording: OverviewWording): RangeChart {
  const bars = counties.map((scored) => ({
    name: scored.county,
    low: two(scored.score.low),
    at: isUnscored(scored) ? null : two(scored.score.provisional),
    high: two(scored.score.high),
  }))
  return {
    kind: 'ranges',
    title: wording.rangesTitle,
    bars,
    ...axis(
      bars.flatMap(({ low, high }) => [low, high]),
      scheme.bands,
      wording,
    ),
  }
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
