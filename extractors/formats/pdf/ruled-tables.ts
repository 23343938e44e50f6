/**
 * Tables drawn with rulings: the lines that cross each other make a grid, and where a line is missing between two fields they are one merged
 * cell. Outer sides may be open. A frame around text, an underline, a chart's axes make no table: a table has text in two fields or more.
 */
import { type Box, cluster, type Glyph, type Ruling, type Rulings } from './geometry.ts'
import { joinTexts } from './line-text.ts'
import { buildLines, type Line } from './lines.ts'
import type { Cell, Table } from './table.ts'

/** Lines that end this near each other, in points, meet; edges this near are one edge. */
const MEET = 3
const SAME_EDGE = 2.2
/** A side is drawn when rulings cover this part of it. */
const COVERED = 0.55
/** More lines than this in either direction are a drawing. */
const MOST_RULINGS = 1500

export interface RuledTables {
  readonly tables: readonly Table[]
  /** The glyphs that stand in no table. */
  readonly rest: readonly Glyph[]
}

export function findRuledTables(glyphs: readonly Glyph[], rulings: Rulings, page: number): RuledTables {
  const grids = crossing(rulings)
    .map(makeGrid)
    .filter((grid): grid is Grid => grid !== null)
    .sort((a, b) => area(b.box) - area(a.box))
  const tables: Table[] = []
  let rest = glyphs
  for (const grid of grids) {
    const inside = rest.filter((glyph) => contains(grid.box, glyph))
    const table = fillGrid(grid, inside, page)
    if (!table) continue
    tables.push(table)
    rest = rest.filter((glyph) => !contains(grid.box, glyph))
  }
  return { tables, rest }
}

interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly rulings: Rulings
  readonly box: Box
}

/** Groups of rulings that hang together by crossing or meeting. */
function crossing({ horizontal, vertical }: Rulings): Rulings[] {
  if (horizontal.length > MOST_RULINGS || vertical.length > MOST_RULINGS) return []
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, index) => index)
  const find = (index: number): number => {
    let root = index
    while (parent[root] !== root) root = parent[root] as number
    parent[index] = root
    return root
  }
  for (const [h, across] of horizontal.entries()) {
    for (const [v, down] of vertical.entries()) {
      if (meets(across, down)) parent[find(h)] = find(horizontal.length + v)
    }
  }
  const groups = new Map<number, { horizontal: Ruling[]; vertical: Ruling[] }>()
  const groupOf = (index: number): { horizontal: Ruling[]; vertical: Ruling[] } => {
    const root = find(index)
    const group = groups.get(root) ?? { horizontal: [], vertical: [] }
    groups.set(root, group)
    return group
  }
  for (const [h, across] of horizontal.entries()) groupOf(h).horizontal.push(across)
  for (const [v, down] of vertical.entries()) groupOf(horizontal.length + v).vertical.push(down)
  return [...groups.values()].filter((group) => group.horizontal.length >= 2 && group.vertical.length >= 1)
}

const meets = (across: Ruling, down: Ruling): boolean =>
  down.at >= across.from - MEET && down.at <= across.to + MEET && across.at >= down.from - MEET && across.at <= down.to + MEET

function makeGrid(rulings: Rulings): Grid | null {
  const left = Math.min(...rulings.horizontal.map(({ from }) => from), ...rulings.vertical.map(({ at }) => at))
  const right = Math.max(...rulings.horizontal.map(({ to }) => to), ...rulings.vertical.map(({ at }) => at))
  const top = Math.min(...rulings.vertical.map(({ from }) => from), ...rulings.horizontal.map(({ at }) => at))
  const bottom = Math.max(...rulings.vertical.map(({ to }) => to), ...rulings.horizontal.map(({ at }) => at))
  const xs = edges([left, ...rulings.vertical.map(({ at }) => at), right])
  const ys = edges([top, ...rulings.horizontal.map(({ at }) => at), bottom])
  if (xs.length < 2 || ys.length < 2 || (xs.length - 1) * (ys.length - 1) < 2) return null
  return { xs, ys, rulings, box: [left, top, right, bottom] }
}

/** Edges nearer to each other than any text is high are one. */
const edges = (values: readonly number[]): number[] => cluster(values, SAME_EDGE)

function fillGrid(grid: Grid, glyphs: readonly Glyph[], page: number): Table | null {
  const { xs, ys } = grid
  const fields = mergeFields(grid)
  const owner = new Map<number, Glyph[]>()
  const columns = xs.length - 1
  for (const glyph of glyphs) {
    const column = intervalOf(xs, (glyph.x0 + glyph.x1) / 2)
    const row = intervalOf(ys, glyph.baseline - glyph.size * 0.3)
    const field = fields.ownerOf[row * columns + column] as number
    const list = owner.get(field)
    if (list) list.push(glyph)
    else owner.set(field, [glyph])
  }
  const cells: Cell[] = fields.list.map(({ row, column, rowSpan, columnSpan }) => {
    const box: Box = [xs[column] ?? 0, ys[row] ?? 0, xs[column + columnSpan] ?? 0, ys[row + rowSpan] ?? 0]
    const lines = buildLines(owner.get(row * columns + column) ?? [])
    return { row, column, rowSpan, columnSpan, text: cellText(lines, box), box, page, header: false }
  })
  const filled = cells.filter(({ text }) => text !== '')
  if (filled.length < 2 || cells.length < 2) return null
  const size = glyphs.reduce((sum, glyph) => sum + glyph.size, 0) / Math.max(1, glyphs.length)
  return dropEmptyEdges({ box: grid.box, columnEdges: xs, rows: ys.length - 1, cells, size })
}

interface Fields {
  readonly list: readonly { row: number; column: number; rowSpan: number; columnSpan: number }[]
  /** For each field of the grid the index (row × columns + column) of the merged field that it belongs to. */
  readonly ownerOf: Int32Array
}

function mergeFields({ xs, ys, rulings }: Grid): Fields {
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  const ownerOf = new Int32Array(rows * columns).fill(-1)
  const wallRight = sides(xs, ys, rulings.vertical)
  const wallBelow = sides(ys, xs, rulings.horizontal)
  const list: { row: number; column: number; rowSpan: number; columnSpan: number }[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (ownerOf[row * columns + column] !== -1) continue
      let columnSpan = 1
      while (column + columnSpan < columns && ownerOf[row * columns + column + columnSpan] === -1 && !wallRight(column + columnSpan, row))
        columnSpan++
      let rowSpan = 1
      while (row + rowSpan < rows && isOpenBelow(row + rowSpan, column, columnSpan)) rowSpan++
      for (let r = row; r < row + rowSpan; r++)
        ownerOf.fill(row * columns + column, r * columns + column, r * columns + column + columnSpan)
      list.push({ row, column, rowSpan, columnSpan })
    }
  }
  return { list, ownerOf }

  /** True when nothing separates a field's part from the row below it, and that row is one field there too. */
  function isOpenBelow(below: number, column: number, span: number): boolean {
    for (let at = column; at < column + span; at++) {
      if (wallBelow(below, at) || ownerOf[below * columns + at] !== -1) return false
      if (at > column && wallRight(at, below)) return false
    }
    return true
  }
}

/** Whether the side at edge `line` is drawn between the edges `field` and `field + 1` of the other direction. */
function sides(
  lineEdges: readonly number[],
  fieldEdges: readonly number[],
  rulings: readonly Ruling[],
): (line: number, field: number) => boolean {
  const byEdge = lineEdges.map((edge) => rulings.filter(({ at }) => Math.abs(at - edge) <= SAME_EDGE))
  return (line, field) => {
    const [from, to] = [fieldEdges[field] ?? 0, fieldEdges[field + 1] ?? 0]
    const covered = (byEdge[line] ?? []).reduce(
      (sum, ruling) => sum + Math.max(0, Math.min(to, ruling.to) - Math.max(from, ruling.from)),
      0,
    )
    return covered >= COVERED * (to - from)
  }
}

/** The text of one cell. Its lines are one paragraph; a break stays where a sentence ends well before the cell's right edge. */
function cellText(lines: readonly Line[], box: Box): string {
  let text = ''
  let previous: Line | undefined
  for (const line of lines) {
    const endsParagraph = previous && /[。；！？]$/u.test(text) && box[2] - previous.x1 > 2.5 * previous.size
    text = text === '' ? line.text : endsParagraph ? `${text}\n${line.text}` : joinTexts(text, line.text)
    previous = line
  }
  return text.trim()
}

/** Double borders leave rows and columns so thin that no text fits in; they are none. */
function dropEmptyEdges(table: Table): Table | null {
  const thinnest = table.size * 0.45
  const thinColumns = table.columnEdges.map((edge, at) => at > 0 && edge - (table.columnEdges[at - 1] ?? edge) < thinnest)
  if (!thinColumns.some(Boolean)) return table
  const keptBefore = table.columnEdges.map((_, at) => at - thinColumns.slice(1, at + 1).filter(Boolean).length)
  const cells = table.cells
    .map((cell) => {
      const column = keptBefore[cell.column] ?? 0
      return { ...cell, column, columnSpan: (keptBefore[cell.column + cell.columnSpan] ?? 0) - column }
    })
    .filter(({ columnSpan, text }) => columnSpan > 0 || text !== '')
    .map((cell) => ({ ...cell, columnSpan: Math.max(1, cell.columnSpan) }))
  return { ...table, cells, columnEdges: table.columnEdges.filter((_, at) => !thinColumns[at]) }
}

function intervalOf(sorted: readonly number[], value: number): number {
  let at = 0
  while (at < sorted.length - 2 && value >= (sorted[at + 1] ?? Infinity)) at++
  return at
}

const area = (box: Box): number => (box[2] - box[0]) * (box[3] - box[1])

function contains(box: Box, glyph: Glyph): boolean {
  const x = (glyph.x0 + glyph.x1) / 2
  const y = glyph.baseline - glyph.size * 0.3
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]
}
