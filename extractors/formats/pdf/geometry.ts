/**
 * The shapes that a page is made of, in points from the page's top left, y downwards: what the content streams give (glyphs and rulings)
 * and the small arithmetic of matrices and boxes. Knows neither pdfjs nor text.
 */

/** a b c d e f, as PDF writes them: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** x0, y0, x1, y1. */
export type Box = readonly [number, number, number, number]

/** One glyph that stands upright. `size` is its em in points, `font` tells fonts apart and nothing more. */
export interface Glyph {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly baseline: number
  readonly size: number
  readonly font: string
}

/** A straight line drawn on the page, horizontal or vertical: `at` is its y (or x), and it runs from `from` to `to`. */
export interface Ruling {
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Rulings {
  readonly horizontal: readonly Ruling[]
  readonly vertical: readonly Ruling[]
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const determinant = a * d - b * c
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ]
}

export const applyX = (matrix: Matrix, x: number, y: number): number => matrix[0] * x + matrix[2] * y + matrix[4]
export const applyY = (matrix: Matrix, x: number, y: number): number => matrix[1] * x + matrix[3] * y + matrix[5]

/** The box around a box that a matrix moves; meant for quarter turns, for which it is exact. */
export function moveBox(matrix: Matrix, box: Box): Box {
  const xs = [applyX(matrix, box[0], box[1]), applyX(matrix, box[2], box[3])]
  const ys = [applyY(matrix, box[0], box[1]), applyY(matrix, box[2], box[3])]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

export function unite(boxes: readonly Box[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const box of boxes) {
    x0 = Math.min(x0, box[0])
    y0 = Math.min(y0, box[1])
    x1 = Math.max(x1, box[2])
    y1 = Math.max(y1, box[3])
  }
  return [x0, y0, x1, y1]
}

export const roundBox = (box: Box): Box => [tenth(box[0]), tenth(box[1]), tenth(box[2]), tenth(box[3])]

const tenth = (value: number): number => Math.round(value * 10) / 10

/** Values that lie within `tolerance` of their neighbour count as one, which stands at their mean. */
export function cluster(values: readonly number[], tolerance: number): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const means: number[] = []
  let sum = 0
  let count = 0
  let last = -Infinity
  for (const value of sorted) {
    if (count > 0 && value - last > tolerance) {
      means.push(sum / count)
      sum = 0
      count = 0
    }
    sum += value
    count++
    last = value
  }
  if (count > 0) means.push(sum / count)
  return means
}

/** The value that most of the weight lies near: the middle of the best window of `width`; `fallback` without values. */
export function commonest(values: readonly { readonly value: number; readonly weight: number }[], width: number, fallback: number): number {
  const sorted = [...values].sort((a, b) => a.value - b.value)
  let [bestLow, bestHigh, bestWeight] = [0, -1, 0]
  let weight = 0
  let low = 0
  for (const [high, entry] of sorted.entries()) {
    weight += entry.weight
    while (entry.value - (sorted[low]?.value ?? entry.value) > width) weight -= sorted[low++]?.weight ?? 0
    if (weight > bestWeight) {
      bestWeight = weight
      bestLow = low
      bestHigh = high
    }
  }
  return sorted[(bestLow + bestHigh) >> 1]?.value ?? fallback
}
