/** The counties' scores as plots: a line a county over the quarters, and a bar from the lowest to the highest that a year can still come to. Grades are bands behind them. */
import type { LineChart, RangeChart } from '../../papers/chart.ts'
import { type Child, svg } from './dom.ts'
import { link } from './route.ts'

const TREND = { width: 620, height: 300, left: 34, right: 150, top: 14, bottom: 26 }
const ROW = 30
const RANGES = { width: 620, left: 110, right: 60, top: 10, bottom: 26 }
const COLOURS = 10
/** Labels nearer than this would stand on each other. */
const LINE = 15

interface Band {
  readonly from: number
  readonly to: number
  readonly name: string
}

/** From the axis' lower end to the first level, between levels, and up to the upper end. */
function bandsOf({ least, most, levels }: LineChart | RangeChart): Band[] {
  const sorted = [...levels].sort((a, b) => a.at - b.at)
  return [{ at: least, name: '' }, ...sorted].map(({ at, name }, index) => ({ from: at, to: sorted[index]?.at ?? most, name }))
}

const bandClass = (index: number): string => `grade-band ${index % 2 === 0 ? '' : 'other'}`

export function trendPlot(chart: LineChart): SVGElement {
  const { width, height, left, right, top, bottom } = TREND
  const { least, most, periods, lines } = chart
  const x = (index: number): number => left + (index * (width - left - right)) / Math.max(1, periods.length - 1)
  const y = (value: number): number => height - bottom - ((value - least) / (most - least)) * (height - top - bottom)
  const ends = labelled(
    lines.flatMap(({ name, values }, index) => {
      const last = values.findLastIndex((value) => value !== null)
      const value = values[last]
      return value === null || value === undefined ? [] : [{ name, index, value, at: y(value) }]
    }),
  )
  const spoken = lines.map(({ name, values }) => `${name} ${values.map((value) => value ?? '缺').join('、')}`).join('；')
  return svg(
    'svg',
    { class: 'plot scores-plot', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${chart.title}：${spoken}` },
    bandsOf(chart).map(({ from, to }, index) =>
      svg('rect', { class: bandClass(index), x: left, y: y(to), width: width - left - right, height: y(from) - y(to) }),
    ),
    ticks(least, most).map((value) => svg('text', { class: 'axis', x: left - 6, y: y(value) + 4, 'text-anchor': 'end' }, value)),
    periods.map((period, index) => svg('text', { class: 'axis', x: x(index), y: height - 8, 'text-anchor': 'middle' }, period)),
    lines.map(({ name, values }, index) => lineOf(name, values, index, x, y)),
    // Above the lines, which may run where a grade's name stands.
    bandsOf(chart).map(({ from, name }) =>
      name === '' ? null : svg('text', { class: 'band-name over', x: left + 8, y: y(from) - 5 }, name),
    ),
    ends.map(({ name, index, value, at }) =>
      svg('text', { class: `end series-${index % COLOURS}`, x: width - right + 10, y: at + 4 }, `${name} ${value}`),
    ),
  )
}

/** Only neighbouring quarters are joined; each point says what it is. */
const lineOf = (
  name: string,
  values: readonly (number | null)[],
  index: number,
  x: (index: number) => number,
  y: (value: number) => number,
): Child => [
  values.slice(1).flatMap((value, at) => {
    const before = values[at] ?? null
    if (value === null || before === null) return []
    return [svg('line', { class: `series series-${index % COLOURS}`, x1: x(at), y1: y(before), x2: x(at + 1), y2: y(value) })]
  }),
  values.flatMap((value, at) =>
    value === null
      ? []
      : [
          svg(
            'circle',
            { class: `point series-${index % COLOURS}`, cx: x(at), cy: y(value), r: 3.5 },
            svg('title', {}, `${name} ${value}`),
          ),
        ],
  ),
]

/** The labels from the top down, each below the one before. */
function labelled<Label extends { readonly at: number }>(labels: readonly Label[]): Label[] {
  let last = Number.NEGATIVE_INFINITY
  return [...labels]
    .sort((a, b) => a.at - b.at)
    .map((label) => {
      last = Math.max(label.at, last + LINE)
      return { ...label, at: last }
    })
}

function ticks(least: number, most: number): number[] {
  return Array.from({ length: Math.round((most - least) / 10) + 1 }, (_, index) => least + index * 10)
}

export function rangesPlot(chart: RangeChart): SVGElement {
  const { width, left, right, top, bottom } = RANGES
  const { least, most, bars } = chart
  const height = top + bars.length * ROW + bottom
  const x = (value: number): number => left + ((value - least) / (most - least)) * (width - left - right)
  const spoken = bars.map(({ name, low, at, high }) => `${name} ${at ?? '暂无得分'}，${low}至${high}`).join('；')
  return svg(
    'svg',
    { class: 'plot scores-plot', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${chart.title}及可能范围：${spoken}` },
    bandsOf(chart).map(({ from, to, name }, index) => [
      svg('rect', { class: bandClass(index), x: x(from), y: top, width: x(to) - x(from), height: height - top - bottom }),
      name === '' ? null : svg('text', { class: 'band-name', x: x(from) + 3, y: height - bottom + 16 }, name),
    ]),
    bars.map(({ name, low, at, high }, index) => {
      const middle = top + index * ROW + ROW / 2
      return svg(
        'a',
        { href: link('scores', { county: name }) },
        svg('title', {}, `${name}：${at ?? '暂无得分'}（${low}—${high}）`),
        svg('text', { class: 'row-name', x: left - 8, y: middle + 4, 'text-anchor': 'end' }, name),
        svg('rect', { class: 'range', x: x(low), y: middle - 5, width: Math.max(1, x(high) - x(low)), height: 10, rx: 3 }),
        at === null ? null : svg('circle', { class: 'at', cx: x(at), cy: middle, r: 5 }),
        svg('text', { class: 'figure', x: width - right + 8, y: middle + 4 }, at === null ? '—' : at.toFixed(2)),
      )
    }),
  )
}
