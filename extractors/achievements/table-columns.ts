/**
 * Which column of a table of honours holds what: by its header (荣誉名称, 获奖单位), else by what stands in it.
 *
 *   | 给谁 | 给的什么 | 哪级 | 走到哪步 |       no header that a list knows, but one column of titles and one of names
 *
 * A table is one of honours when it has a column of titles and one of those who hold them; any other is left to the reading of sentences.
 */
import type { Grid } from '../indicators/grid.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'

export type Column = 'title' | 'holder' | 'status' | 'level' | 'year'

export interface Columns {
  /** The last row of the header; -1 where there is none. */
  readonly row: number
  readonly places: ReadonlyMap<Column, number>
}

/** What a cell looks like by itself. */
export type CellTests = Readonly<Record<'title' | 'holder' | 'status' | 'level', (text: string) => boolean>>

const COLUMNS: readonly Column[] = ['title', 'holder', 'status', 'level', 'year']
const HEADER_ROWS = 3
/** So many titles make a column of titles. */
const FEWEST = 2
/** A header stands no lower. */
const LOWEST = 200
/** Wider or longer tables are read as far as this. */
const MOST = 40

export function createColumnReader(lexicon: Lexicon, tests: CellTests): (grid: Grid) => Columns | null {
  const words = new Map(COLUMNS.map((column) => [column, cue(lexicon, `honour-table-${column}`)]))
  /** 荣誉类别: of what kind, and not which. */
  const ofKind = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-table-kind'))})$`, 'u')
  const meaningOf = (written: string): Column | null => {
    const header = written.replace(/（[^（）]{0,12}）/gu, '')
    if (ofKind.test(header)) return null
    let best: { column: Column; length: number } | null = null
    for (const [column, group] of words)
      for (const word of group) if (header.includes(word) && word.length > (best?.length ?? 0)) best = { column, length: word.length }
    return best?.column ?? null
  }

  const byHeader = (grid: Grid, row: number): Map<Column, number> => {
    const places = new Map<Column, number>()
    for (let column = 0; column < Math.min(grid.columns, MOST); column++) {
      const meaning = meaningOf(grid.at(row, column)?.text ?? '')
      if (meaning && !places.has(meaning)) places.set(meaning, column)
    }
    return places
  }

  /** A table of honours below others on the same sheet: its header says 荣誉 and 单位 and nothing more. */
  const stacked = (grid: Grid): Columns | null => {
    for (let row = HEADER_ROWS; row < Math.min(grid.rows, LOWEST); row++) {
      const places = byHeader(grid, row)
      const isWhole = (['title', 'holder'] as const).every((column) => {
        const place = places.get(column)
        return place !== undefined && words.get(column)?.includes(grid.at(row, place)?.text ?? '') === true
      })
      if (isWhole) return { row, places }
    }
    return null
  }

  /** Of the columns that no header has told, the one most of whose cells look so. */
  const byCells = (grid: Grid, taken: ReadonlyMap<Column, number>, kind: keyof CellTests): number | null => {
    let best: { column: number; count: number } | null = null
    for (let column = 0; column < Math.min(grid.columns, MOST); column++) {
      if ([...taken.values()].includes(column)) continue
      const cells = Array.from({ length: Math.min(grid.rows, MOST) }, (_, row) => grid.at(row, column)?.text ?? '').filter(
        (text) => text !== '',
      )
      const count = cells.filter(tests[kind]).length
      if (count * 2 >= cells.length && count >= FEWEST && count > (best?.count ?? 0)) best = { column, count }
    }
    return best?.column ?? null
  }

  return (grid) => {
    for (let row = 0; row < Math.min(HEADER_ROWS, grid.rows); row++) {
      const places = byHeader(grid, row)
      if (places.has('title') && places.has('holder')) return { row, places }
    }
    const below = stacked(grid)
    if (below) return below
    const places = byHeader(grid, 0)
    const title = byCells(grid, new Map(), 'title')
    if (title === null) return null
    for (const [column, place] of places) if (place === title || column === 'title') places.delete(column)
    places.set('title', title)
    for (const kind of ['holder', 'status', 'level'] as const) {
      const place = places.has(kind) ? null : byCells(grid, places, kind)
      if (place !== null) places.set(kind, place)
    }
    const isHeader = !tests.title(grid.at(0, title)?.text ?? '')
    return places.has('holder') ? { row: isHeader ? 0 : -1, places } : null
  }
}
