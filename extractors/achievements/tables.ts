/**
 * Tables of honours: a column with the title, one with the holder, perhaps one each with level, status and year.
 *
 *   | 单位 | 荣誉名称 | 级别 | 进展 |
 *   | 凯赛生物 | 绿色工厂 | 自治区级 | 已命名 |
 *
 * A table is one of honours when a header cell says so (荣誉名称, 奖项); any other table is left to the reading of sentences.
 */
import { type Document, toFolded } from '../document.ts'
import { type Grid, type GridCell, grids } from '../indicators/grid.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { AchievementStatus } from './achievement.ts'
import type { AchievementDraft } from './draft.ts'
import type { HonourReader } from './honour.ts'
import type { LevelReader } from './level.ts'
import type { Scan } from './scan.ts'
import { statusOf } from './status.ts'

export interface HonourTables {
  readonly drafts: readonly AchievementDraft[]
  /** Indices of the blocks that were read here. */
  readonly blocks: ReadonlySet<number>
}

type Column = 'title' | 'holder' | 'status' | 'level' | 'year'
const COLUMNS: readonly Column[] = ['title', 'holder', 'status', 'level', 'year']
const HEADER_ROWS = 3
/** A longer cell is prose, and is read as sentences. */
const LONGEST_CELL = 120
const EMPTY = /^[\s—–\-/无]*$/u

export function createHonourTableReader(lexicon: Lexicon, honoursIn: HonourReader, cuesIn: Scan, levels: LevelReader) {
  const words = new Map(COLUMNS.map((column) => [column, cue(lexicon, `honour-table-${column}`)]))
  const meaningOf = (written: string): Column | null => {
    const header = written.replace(/（[^（）]{0,12}）/gu, '')
    let best: { column: Column; length: number } | null = null
    for (const [column, group] of words)
      for (const word of group) if (header.includes(word) && word.length > (best?.length ?? 0)) best = { column, length: word.length }
    return best?.column ?? null
  }

  const columnsOf = (grid: Grid): { row: number; places: ReadonlyMap<Column, number> } | null => {
    for (let row = 0; row < Math.min(HEADER_ROWS, grid.rows); row++) {
      const places = new Map<Column, number>()
      for (let column = 0; column < grid.columns; column++) {
        const meaning = meaningOf(grid.at(row, column)?.text ?? '')
        if (meaning && !places.has(meaning)) places.set(meaning, column)
      }
      if (places.has('title') && places.has('holder')) return { row, places }
    }
    return null
  }

  const statusIn = (text: string): AchievementStatus | null | undefined => statusOf(cuesIn(text))

  const readRow = (
    grid: Grid,
    row: number,
    places: ReadonlyMap<Column, number>,
    usual: AchievementStatus,
    planned: boolean,
  ): AchievementDraft | null => {
    const cell = (column: Column): GridCell | undefined => (places.has(column) ? grid.at(row, places.get(column) ?? 0) : undefined)
    const title = cell('title')
    const holder = cell('holder')
    if (!title || !holder || title.cell.row !== row || EMPTY.test(title.text) || EMPTY.test(holder.text)) return null
    if (title.text.length > LONGEST_CELL || holder.text.length > LONGEST_CELL) return null
    const whole = { start: 0, end: title.text.length }
    const verbs = cuesIn(title.text)
    const honour = honoursIn(title.text, [whole], verbs)[0]
    const from = honour && verbs.some(({ end }) => end <= honour.start) ? honour.start : 0
    const said = statusIn(cell('status')?.text ?? '')
    const status = said === undefined ? (statusIn(title.text) ?? usual) : said
    if (status === null) return null
    const year = /(?:19|20)[0-9]{2}/u.exec(cell('year')?.text ?? title.text)?.[0]
    return {
      span: title.span,
      title: title.text.slice(from, honour?.end),
      award: honour?.award?.level ? honour.award.name : null,
      holder: holder.text,
      level: honour?.award?.level ?? levels.ofGiver(cell('level')?.text ?? '') ?? levels.in(title.text) ?? 'unknown',
      status: planned && status !== 'obtained' ? 'planned' : status,
      year: year ? Number(year) : null,
      region: null,
      confidence: honour ? 0.9 : 0.75,
      notes: [],
    }
  }

  return (document: Document, headingsOf: (block: number) => readonly string[], plan: boolean): HonourTables => {
    const drafts: AchievementDraft[] = []
    const blocks = new Set<number>()
    for (const grid of grids(document, lexicon)) {
      const header = columnsOf(grid)
      if (!header) continue
      const above = document.blocks[grid.above]
      const span = above ? toFolded(document.folded, above.span) : null
      const caption = `${headingsOf(grid.cells[0]?.block ?? 0).join()}${span ? document.folded.text.slice(span.start, span.end) : ''}`
      const head = grid.at(header.row, header.places.get('title') ?? 0)?.text ?? ''
      const usual = statusIn(head) ?? statusIn(caption) ?? 'obtained'
      for (const { block, text } of grid.cells) if (text.length <= LONGEST_CELL) blocks.add(block)
      for (let row = header.row + 1; row < grid.rows; row++) {
        const draft = readRow(grid, row, header.places, usual, plan)
        if (draft) drafts.push(draft)
      }
    }
    return { drafts, blocks }
  }
}
