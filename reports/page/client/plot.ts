/** A small trend over the periods of one year, for a cell, and the same larger and labelled, for the panel. */
import type { PageIndicator } from '../payload.ts'
import { svg } from './dom.ts'

export interface Point {
  readonly label: string
  /** null where the county reports nothing for the period: the line is broken there. */
  readonly value: number | null
  readonly words: string
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly sides: number
  readonly top: number
  readonly bottom: number
}

const SPARK: Frame = { width: 56, height: 18, sides: 3, top: 3, bottom: 3 }
const LARGE: Frame = { width: 380, height: 150, sides: 36, top: 24, bottom: 26 }

/** Worth drawing only where two periods at least can be compared. */
export const hasTrend = (points: readonly Point[]): boolean => points.filter(({ value }) => value !== null).length > 1

export function spark(points: readonly Point[], target: PageIndicator['target']): SVGElement {
  const at = scale(points, target, SPARK)
  return svg(
    'svg',
    { class: 'spark', viewBox: `0 0 ${SPARK.width} ${SPARK.height}`, width: SPARK.width, height: SPARK.height, 'aria-hidden': 'true' },
    targetLine(target, at, SPARK),
    lines(points, at),
    dots(points, at, 1.8),
  )
}

export function largePlot(points: readonly Point[], target: PageIndicator['target']): SVGElement {
  const at = scale(points, target, LARGE)
  const spoken = points.map(({ label, value, words }) => `${label} ${value === null ? '无' : words}`).join('，')
  return svg(
    'svg',
    { class: 'plot', viewBox: `0 0 ${LARGE.width} ${LARGE.height}`, role: 'img', 'aria-label': `走势：${spoken}` },
    targetLine(target, at, LARGE),
    target === null
      ? null
      : svg('text', { class: 'target-label', x: LARGE.width - 2, y: at.y(target.value) - 4, 'text-anchor': 'end' }, `目标 ${target.words}`),
    lines(points, at),
    dots(points, at, 3.5),
    points.map(({ label, value, words }, index) => [
      svg('text', { class: 'axis', x: at.x(index), y: LARGE.height - 6, 'text-anchor': 'middle' }, label),
      value === null ? null : svg('text', { class: 'figure', x: at.x(index), y: at.y(value) - 9, 'text-anchor': 'middle' }, words),
    ]),
  )
}

interface Scale {
  readonly x: (index: number) => number
  readonly y: (value: number) => number
}

function scale(points: readonly Point[], target: PageIndicator['target'], { width, height, sides, top, bottom }: Frame): Scale {
  const values = [...points.flatMap(({ value }) => (value === null ? [] : [value])), ...(target === null ? [] : [target.value])]
  const low = Math.min(...values)
  const range = Math.max(...values) - low
  return {
    x: (index) => sides + (index * (width - 2 * sides)) / Math.max(1, points.length - 1),
    y: (value) => height - bottom - (range === 0 ? 0.5 : (value - low) / range) * (height - top - bottom),
  }
}

function targetLine(target: PageIndicator['target'], at: Scale, { width }: Frame): SVGElement | null {
  return target === null ? null : svg('line', { class: 'target-line', x1: 0, x2: width, y1: at.y(target.value), y2: at.y(target.value) })
}

/** Only neighbouring periods are joined. */
const lines = (points: readonly Point[], at: Scale): SVGElement[] =>
  points.slice(1).flatMap(({ value }, index) => {
    const before = points[index]?.value ?? null
    if (value === null || before === null) return []
    return [svg('line', { class: 'trend', x1: at.x(index), y1: at.y(before), x2: at.x(index + 1), y2: at.y(value) })]
  })

const dots = (points: readonly Point[], at: Scale, radius: number): SVGElement[] =>
  points.flatMap(({ value }, index) =>
    value === null ? [] : [svg('circle', { class: 'dot', cx: at.x(index), cy: at.y(value), r: radius })],
  )
