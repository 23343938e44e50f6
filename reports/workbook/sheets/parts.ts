/** 分项: where an item reads several things, one row for each, with what was read of it and room for a decision about it alone. */
import type { CountyScore, ScoredItem, Scores } from '../../../rules/scoring/score.ts'
import { periodWords } from '../../wording.ts'
import { type Cell, strong, text } from '../cell.ts'
import type { SheetContent } from '../sheet.ts'
import { type ReviewField, reviewCells, reviewColumns } from './review-columns.ts'

const FIELDS: readonly ReviewField[] = ['value']

export function partsSheet({ scheme, counties }: Scores): SheetContent {
  const partsOf = new Map(scheme.items.flatMap(({ item, parts = [] }) => (parts.length === 0 ? [] : [[item, parts] as const])))
  const rows = ({ county }: CountyScore, period: string, item: ScoredItem): Cell[][] =>
    (partsOf.get(item.item) ?? []).map(({ of, name, expected }) => [
      strong(county),
      text(periodWords(period)),
      text(item.name),
      text(name),
      text(readingOf(name, item)),
      text(expected === '' ? '按评分标准填写' : expected.replace(/^应为/u, '填')),
      ...reviewCells(FIELDS, `${county}/${period}/${item.item}/${of}`),
    ])
  return {
    name: '分项',
    frozenColumns: 4,
    columns: [
      { title: '县市', width: 16 },
      { title: '期间', width: 16 },
      { title: '项目', width: 30 },
      { title: '分项', width: 20 },
      { title: '程序读出', width: 60 },
      { title: '填写办法', width: 34 },
      ...reviewColumns(FIELDS),
    ],
    rows: counties.flatMap((county) => [
      ...county.quarters.flatMap(({ period, items }) => items.flatMap((item) => rows(county, period, item))),
      ...county.yearly.flatMap((item) => rows(county, item.period ?? String(scheme.year), item)),
    ]),
  }
}

/** What the reasons say of a part; else the records that bear its name. */
function readingOf(name: string, { why, open = [], uses = [] }: ScoredItem): string {
  const said = [...why, ...open].filter((words) => words.includes(name))
  return (said.length > 0 ? said : uses.filter(({ words }) => words.startsWith(`${name}：`)).map(({ words }) => words)).join('\n')
}
