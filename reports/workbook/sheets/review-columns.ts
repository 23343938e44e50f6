/** Columns in which a person decides: what is written there is read back by `zhijian decisions`. They stand last, the record's id behind them. */
import { type Cell, faint, text } from '../cell.ts'
import type { Column } from '../sheet.ts'

/** Titles that the reader of the workbook looks for. */
export const reviewTitles = {
  value: '复核值',
  points: '复核得分',
  indicator: '复核指标',
  county: '复核县市',
  period: '复核期间',
  kind: '复核类别',
  year: '复核年份',
  reason: '理由',
  by: '复核人',
  on: '复核日期',
  id: '编号',
} as const

export type ReviewField = Exclude<keyof typeof reviewTitles, 'reason' | 'by' | 'on' | 'id'>

export const reviewColumns = (fields: readonly ReviewField[]): Column[] => [
  ...fields.map((field) => ({ title: reviewTitles[field], width: 12 })),
  { title: reviewTitles.reason, width: 28 },
  { title: reviewTitles.by, width: 10 },
  { title: reviewTitles.on, width: 12 },
  { title: reviewTitles.id, width: 36 },
]

/** Empty cells to write in, and the id. */
export const reviewCells = (fields: readonly ReviewField[], id: string): Cell[] => [
  ...fields.map(() => text(null)),
  text(null),
  text(null),
  text(null),
  faint(id),
]
