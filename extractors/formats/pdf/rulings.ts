/**
 * The straight lines of a page: stroked segments, and filled rectangles so thin that a reader sees a line. Producers draw one border as many
 * short pieces, cell by cell; pieces on one line that touch are one ruling.
 */
import { applyX, applyY, type Matrix, type Ruling, type Rulings } from './geometry.ts'
import type { OperatorCodes } from './page-content.ts'

export interface RulingCollector {
  /** Takes the arguments of one constructPath; true when the path is painted at all. */
  readonly add: (args: readonly unknown[], ctm: Matrix) => boolean
  readonly finish: () => Rulings
}

/** A filled shape this thin is a line; lines that lie this close are one. */
const THICKNESS = 3.2
const SAME_LINE = 1.6
const JOINT = 2.5
const SHORTEST = 5
/** A page with more pieces than this is a drawing, and no table is looked for in what goes beyond. */
const MOST_PIECES = 60_000

const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3

export function collectRulings(codes: OperatorCodes): RulingCollector {
  const horizontal: Ruling[] = []
  const vertical: Ruling[] = []
  const strokes = codesOf(codes, ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'])
  const fills = codesOf(codes, ['fill', 'eoFill'])
  const segment = (x0: number, y0: number, x1: number, y1: number): void => {
    if (horizontal.length + vertical.length >= MOST_PIECES) return
    if (Math.abs(y1 - y0) <= 0.7 && Math.abs(x1 - x0) > 0.7) horizontal.push(ruling((y0 + y1) / 2, x0, x1))
    else if (Math.abs(x1 - x0) <= 0.7 && Math.abs(y1 - y0) > 0.7) vertical.push(ruling((x0 + x1) / 2, y0, y1))
  }
  const shape = (x0: number, y0: number, x1: number, y1: number): void => {
    const [width, height] = [x1 - x0, y1 - y0]
    if (height <= THICKNESS && width > height) segment(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    else if (width <= THICKNESS && height > width) segment((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
  }
  return {
    add: (args, ctm) => {
      const operator = args[0]
      const isStroke = strokes.has(operator)
      if (!isStroke && !fills.has(operator)) return false
      const buffer = Array.isArray(args[1]) ? args[1][0] : null
      if (!(buffer instanceof Float32Array)) return false
      walkPath(buffer, ctm, isStroke ? segment : null, isStroke ? null : shape)
      return true
    },
    finish: () => ({ horizontal: joinPieces(horizontal), vertical: joinPieces(vertical) }),
  }
}

type Sink = (x0: number, y0: number, x1: number, y1: number) => void

/** Walks a path of pdfjs (operation, then its coordinates): each straight segment to `segment`, the box of each part without curves to `shape`. */
function walkPath(path: Float32Array, ctm: Matrix, segment: Sink | null, shape: Sink | null): void {
  let [startX, startY, x, y] = [0, 0, 0, 0]
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  let curved = false
  const endPart = (): void => {
    if (shape && !curved && right > left) shape(left, top, right, bottom)
    left = top = Infinity
    right = bottom = -Infinity
    curved = false
  }
  const reach = (toX: number, toY: number): void => {
    x = toX
    y = toY
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  for (let at = 0; at < path.length; ) {
    const operation = path[at++] as number
    if (operation === MOVE || operation === LINE) {
      const toX = applyX(ctm, path[at] ?? 0, path[at + 1] ?? 0)
      const toY = applyY(ctm, path[at] ?? 0, path[at + 1] ?? 0)
      at += 2
      if (operation === MOVE) {
        endPart()
        startX = toX
        startY = toY
      } else segment?.(x, y, toX, toY)
      reach(toX, toY)
    } else if (operation === CURVE || operation === QUADRATIC) {
      const last = at + (operation === CURVE ? 4 : 2)
      curved = true
      reach(applyX(ctm, path[last] ?? 0, path[last + 1] ?? 0), applyY(ctm, path[last] ?? 0, path[last + 1] ?? 0))
      at = last + 2
    } else {
      segment?.(x, y, startX, startY)
      x = startX
      y = startY
    }
  }
  endPart()
}

/** Pieces on one line that touch or overlap become one; what is then still too short to separate cells is dropped. */
function joinPieces(pieces: readonly Ruling[]): Ruling[] {
  const sorted = pieces.filter(({ at, from, to }) => Number.isFinite(at + from + to)).sort((a, b) => a.at - b.at)
  const joined: Ruling[] = []
  for (let low = 0; low < sorted.length; ) {
    let high = low + 1
    while (high < sorted.length && (sorted[high]?.at ?? 0) - (sorted[low]?.at ?? 0) <= SAME_LINE) high++
    const onOneLine = sorted.slice(low, high).sort((a, b) => a.from - b.from)
    let current = onOneLine[0] as Ruling
    for (const piece of onOneLine.slice(1)) {
      if (piece.from - current.to <= JOINT) current = { at: current.at, from: current.from, to: Math.max(current.to, piece.to) }
      else {
        joined.push(current)
        current = piece
      }
    }
    joined.push(current)
    low = high
  }
  return joined.filter(({ from, to }) => to - from >= SHORTEST)
}

const ruling = (at: number, a: number, b: number): Ruling => ({ at, from: Math.min(a, b), to: Math.max(a, b) })

const codesOf = (codes: OperatorCodes, names: readonly string[]): Set<unknown> => new Set(names.map((name) => codes[name]))
