/**
 * Tables of honours: a column with the title, one with the holder, perhaps one each with level, status and year.
 *
 *   | 单位 | 荣誉名称 | 级别 | 进展 |
 *   | 凯赛生物 | 绿色工厂 | 自治区级 | 已命名 |
 *
 * Which column is which `table-columns.ts` tells; a table without titles or holders is left to the reading of sentences.
 */
import { type Document, toFolded } from '../document.ts'
import { type Grid, type GridCell, grids } from '../indicators/grid.ts'
import type { Lexicon } from '../lexicon.ts'
import type { AchievementStatus } from './achievement.ts'
import type { AchievementDraft } from './draft.ts'
import type { HonourReader } from './honour.ts'
import type { LevelReader } from './level.ts'
import type { NameReader } from './names.ts'
import type { Scan } from './scan.ts'
import { statusOf } from './status.ts'
import { type Column, createColumnReader } from './table-columns.ts'

export interface HonourTables {
  readonly drafts: readonly AchievementDraft[]
  /** Indices of the blocks that were read here. */
  readonly blocks: ReadonlySet<number>
}

/** A longer cell is prose, and is read as sentences. */
const LONGEST_CELL = 120
const LONGEST_STATUS = 16
/** Nothing but the title. */
const RUN = /^[\p{Script=Han}A-Z0-9“”]{4,30}$/u
const EMPTY = /^[\s—–\-/无]*$/u

/** Which cells name somebody. */
type CellNames = Pick<NameReader, 'isName' | 'isWellFormed'>

export function createHonourTableReader(lexicon: Lexicon, honoursIn: HonourReader, cuesIn: Scan, levels: LevelReader, names: CellNames) {
  const statusIn = (text: string): AchievementStatus | null | undefined => statusOf(cuesIn(text))
  /** 获得及申报的荣誉: of several kinds, and none is the usual one. */
  const ofOneMind = (text: string): AchievementStatus | null | undefined => {
    const said = new Set(cuesIn(text).map((word) => statusOf([word])))
    return said.size === 1 ? [...said][0] : undefined
  }
  const wholeTitle = (text: string): boolean => {
    if (text.length > LONGEST_CELL || cuesIn(text).length > 0) return false
    const [honour] = honoursIn(text, [{ start: 0, end: text.length }], [])
    return honour !== undefined && honour.start === 0 && Math.max(honour.tailEnd, honour.wholeEnd) === text.length && !honour.bare
  }
  const columnsOf = createColumnReader(lexicon, {
    title: wholeTitle,
    holder: (text) => text.length <= LONGEST_CELL && names.isName(text) && names.isWellFormed(text) && !wholeTitle(text),
    status: (text) => text.length <= LONGEST_STATUS && statusIn(text) !== undefined && !wholeTitle(text) && !names.isWellFormed(text),
    level: (text) => text.length <= LONGEST_STATUS && levels.in(text) !== null,
  })

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
      title: verbs.length === 0 && RUN.test(title.text) ? title.text : title.text.slice(from, honour?.end),
      award: honour?.award?.level ? honour.award.name : null,
      holder: holder.text,
      level: (honour && levels.catalogued(honour)) ?? levels.ofGiver(cell('level')?.text ?? '') ?? levels.in(title.text) ?? 'unknown',
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
      const usual = statusIn(head) ?? ofOneMind(caption) ?? 'obtained'
      for (const { block, text } of grid.cells) if (text.length <= LONGEST_CELL) blocks.add(block)
      for (let row = header.row + 1; row < grid.rows; row++) {
        const draft = readRow(grid, row, header.places, usual, plan)
        if (draft) drafts.push(draft)
      }
    }
    return { drafts, blocks }
  }
}
