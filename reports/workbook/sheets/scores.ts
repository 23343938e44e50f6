/**
 * 得分 (a row a county), 评分 (a row an item, with its evidence), 分项 (a row for each of the several things that an item reads), 季度和等级 and 待核 (what to look at first, by its effect): all but the first with room for a
 * decision.
 */
import type { CountyScore, ScoredItem, Scores } from '../../../rules/scoring/score.ts'
import { quarterShown } from '../../quarter-shown.ts'
import { boundShown, periodWords, provisionalNote, yearScore } from '../../wording.ts'
import { type Cell, number, points, strong, styledCell, text } from '../cell.ts'
import type { Rows, SheetContent } from '../sheet.ts'
import { partsSheet } from './parts.ts'
import { reviewSheet } from './review.ts'
import { reviewCells, reviewColumns } from './review-columns.ts'
import { standingsSheet } from './standings.ts'

export function scoreSheets(scores: Scores): SheetContent[] {
  return [countiesSheet(scores), itemsSheet(scores), partsSheet(scores), standingsSheet(scores), reviewSheet(scores)]
}

const countiesSheet = ({ scheme, counties }: Scores): SheetContent => ({
  name: '得分',
  frozenColumns: 1,
  columns: [
    { title: '县市', width: 18 },
    { title: '等级', width: 8 },
    { title: '得分', width: 10 },
    { title: '最低', width: 10 },
    { title: '最高', width: 10 },
    { title: '名次', width: 8 },
    ...scheme.quarters.map(({ name, weight }) => ({ title: `${name}\n（${weight}%）`, width: 14 })),
    { title: '加分、扣分', width: 12 },
    { title: '说明', width: 40 },
    { title: '稳定性', width: 50 },
    { title: '提醒', width: 50 },
  ],
  rows: counties.map((county) => [
    strong(county.county),
    text(county.grade ?? '暂不定级'),
    shown(yearScore(county, scheme)),
    number(Number(boundShown(county.score.low, scheme))),
    number(Number(boundShown(county.score.high, scheme))),
    county.place.place === null ? text('暂不排名') : number(county.place.place),
    ...county.quarters.map((quarter) => (quarter.state === 'missing' ? text('缺报') : shown(quarterShown(quarter, county, scheme)))),
    points(String(county.yearly.reduce((sum, { provisional }) => sum + Number(provisional), 0))),
    text(
      `${county.quartersScored < county.quartersAsked ? `${county.quartersScored}/${county.quartersAsked}季度，` : ''}${provisionalNote(county)}${county.gradeWords}`,
    ),
    text(county.stability.words),
    text(county.warnings.join('\n')),
  ]),
})

const shown = (words: string): Cell => (Number.isNaN(Number(words)) ? text(words) : number(Number(words)))

/** Words that stand in thousands of rows, made a cell once. */
function cellsOf(cell: (words: string) => Cell): (words: string) => Cell {
  const known = new Map<string, Cell>()
  return (words) => {
    const before = known.get(words)
    if (before !== undefined) return before
    const made = cell(words)
    known.set(words, made)
    return made
  }
}

const joined = (words: readonly string[]): string => (words.length === 1 ? (words[0] ?? '') : words.join('\n'))

const STATES = { settled: '已核定', open: '待核', decided: '人工复核', 'not-applicable': '不涉及' } as const
const TONES = { settled: 'good', open: 'doubt', decided: 'good', 'not-applicable': 'faint' } as const
const STATE_CELLS = {
  settled: styledCell(TONES.settled, STATES.settled),
  open: styledCell(TONES.open, STATES.open),
  decided: styledCell(TONES.decided, STATES.decided),
  'not-applicable': styledCell(TONES['not-applicable'], STATES['not-applicable']),
}

function itemsSheet({ scheme, counties }: Scores): SheetContent {
  const described = new Map(scheme.items.map((item) => [item.item, item]))
  const [said, named, earned] = [cellsOf(text), cellsOf(strong), cellsOf(points)]
  const row = (county: CountyScore, period: string, item: ScoredItem): Cell[] => [
    named(county.county),
    said(periodWords(period)),
    said(described.get(item.item)?.part ?? ''),
    said(item.name),
    said(described.get(item.item)?.standard ?? ''),
    number(item.points),
    earned(item.provisional),
    earned(item.low),
    earned(item.high),
    STATE_CELLS[item.state],
    text(joined(item.why)),
    text(joined(item.open ?? [])),
    text(joined((item.uses ?? []).map(({ words, evidence }) => `${words}${evidence === undefined ? '' : `“${evidence.quote}”`}`))),
    said(
      joined([
        ...new Set(
          (item.uses ?? []).map(
            ({ file, evidence }) =>
              `${file}${evidence?.page === undefined ? '' : `（第${evidence.page}页）`}${evidence?.cell === undefined ? '' : `（${evidence.cell}）`}`,
          ),
        ),
      ]),
    ),
    text((item.passed ?? []).map(({ words, why }) => `${words}：${why}`).join('\n')),
    item.effect === undefined ? text('') : points(item.effect),
    text((item.decisions ?? []).map((decision) => `第${decision}条`).join('、')),
    ...reviewCells(['value', 'points'], `${county.county}/${period}/${item.item}`),
  ]
  return {
    name: '评分',
    frozenColumns: 4,
    columns: [
      { title: '县市', width: 16 },
      { title: '期间', width: 16 },
      { title: '部分', width: 14 },
      { title: '项目', width: 30 },
      { title: '评分标准', width: 40 },
      { title: '分值', width: 8 },
      { title: '得分', width: 8 },
      { title: '最低', width: 8 },
      { title: '最高', width: 8 },
      { title: '状态', width: 10 },
      { title: '得失分原因', width: 44 },
      { title: '待核原因', width: 44 },
      { title: '依据', width: 44 },
      { title: '文件', width: 40 },
      { title: '未采用的', width: 40 },
      { title: '影响年度得分', width: 13 },
      { title: '决定', width: 10 },
      ...reviewColumns(['value', 'points']),
    ],
    rows: itemRows(counties, (county, period, item) => row(county, period, item), String(scheme.year)),
  }
}

/** A sheet of more rows takes longer to open than anybody reads in it: the counties after these stand in scores.jsonl, and the last row says so. */
const MOST_ITEMS = 100_000

function itemRows(
  counties: readonly CountyScore[],
  row: (county: CountyScore, period: string, item: ScoredItem) => readonly Cell[],
  year: string,
): Rows {
  let length = 0
  const shown = counties.filter(({ quarters, yearly }) => {
    if (length >= MOST_ITEMS) return false
    length += yearly.length + quarters.reduce((all, { items }) => all + items.length, 0)
    return true
  })
  const left = counties.length - shown.length
  return {
    length: length + Number(left > 0),
    *[Symbol.iterator]() {
      for (const county of shown) {
        for (const { period, items } of county.quarters) for (const item of items) yield row(county, period, item)
        for (const item of county.yearly) yield row(county, item.period ?? year, item)
      }
      if (left > 0) yield [strong(`其余 ${left} 个县市的各项得分见 scores.jsonl`)]
    },
  }
}
