/** 待核: what to look at first, by its effect on grade and score, with what may be written of it. Vetoes that can change a grade stand before all items, the others last. */
import { byUrgency } from '../../../rules/scoring/review-order.ts'
import type { CountyScore, SchemeRecord, ScoredMisfit, ScoredVeto, Scores, Turns } from '../../../rules/scoring/score.ts'
import { periodWords, turnsWords } from '../../wording.ts'
import { type Cell, points, strong, styledCell, text } from '../cell.ts'
import type { SheetContent } from '../sheet.ts'
import { type ReviewField, reviewCells, reviewColumns } from './review-columns.ts'
import { vetoId, vetoWritten } from './standings.ts'

/** A person reads from the top; every item stands in 评分. */
const MOST_OPEN = 5000
const FIELDS: readonly ReviewField[] = ['value', 'points']

export function reviewSheet({ scheme, counties }: Scores): SheetContent {
  const vetoes = counties.flatMap(({ county, vetoes: all }) =>
    all.filter(({ answer }) => answer === 'unknown').map((veto) => ({ county, veto, isIdle: (veto.turns ?? 'never') === 'never' })),
  )
  const rowsOf = (isIdle: boolean): Cell[][] =>
    vetoes.filter((each) => each.isIdle === isIdle).map(({ county, veto }) => vetoRow(county, veto, scheme.year))
  const described = new Map(scheme.items.map((item) => [item.item, item]))
  return {
    name: '待核',
    columns: [
      { title: '县市', width: 16 },
      { title: '期间', width: 16 },
      { title: '项目', width: 36 },
      { title: '影响年度得分', width: 13 },
      { title: '对等级的影响', width: 16 },
      { title: '待核原因', width: 70 },
      { title: '填写办法', width: 44 },
      ...reviewColumns(FIELDS),
    ],
    rows: [
      ...rowsOf(false),
      ...counties.flatMap(({ county, misfits = [] }) => misfits.map((misfit) => misfitRow(county, misfit))),
      ...openItems(counties).map(({ county, period, item, name, effect, turns, open }) => [
        strong(county),
        text(periodWords(period)),
        text(name),
        points(effect),
        turnsCell(turns),
        text(open.join('\n')),
        text(writtenOf(described.get(item), period)),
        ...reviewCells(FIELDS, `${county}/${period}/${item}`),
      ]),
      ...rowsOf(true),
    ],
  }
}

const vetoRow = (county: string, { veto, name, words, turns = 'never' }: ScoredVeto, year: number): Cell[] => [
  strong(county),
  text(periodWords(String(year))),
  text(`否决事项：${name}`),
  text(null),
  turnsCell(turns),
  text(words),
  text(vetoWritten),
  ...reviewCells(FIELDS, vetoId(county, year, veto)),
]

/** Mended where the other figures stand: nothing is written here. */
const misfitRow = (county: string, { decision, period, what, words }: ScoredMisfit): Cell[] => [
  strong(county),
  text(period === '' ? '' : periodWords(period)),
  text(`复核值与材料不符：${what}`),
  text(null),
  text(null),
  text(`人工决定第 ${decision} 条：${words}`),
  text('核对原始台账：其他数字也要更正的，填在“指标值”表；复核值有误的，更正或撤销该条决定。此处不填'),
  ...reviewCells(FIELDS, ''),
]

const turnsCell = (turns: Turns): Cell => (turns === 'never' ? text(turnsWords[turns]) : styledCell('doubt', turnsWords[turns]))

/** The most urgent of all counties first. */
const openItems = (counties: readonly CountyScore[]) =>
  byUrgency(
    counties.flatMap(({ county, review }) => review.map((entry) => ({ county, ...entry }))),
    (entry) => entry,
  ).slice(0, MOST_OPEN)

/** What to write of an item: what its rule reads, where that is one thing; else its parts or its points. */
function writtenOf(item: SchemeRecord['items'][number] | undefined, period: string): string {
  if (item === undefined) return ''
  const { expected, parts = [], kind } = item
  const most = item.points[period] ?? 0
  const given = `复核得分填 ${kind === 'penalty' ? `${-most}—0` : `0—${most}`} 分`
  const read = expected === undefined ? '' : `复核值${expected === '' ? '按评分标准填写' : expected.replace(/^应为/u, '填')}；或者`
  const apart = parts.length === 0 ? '' : '，或者在“分项”表逐项填写'
  return `${read}${given}${apart}。不涉及的，复核值填“不涉及”`
}
