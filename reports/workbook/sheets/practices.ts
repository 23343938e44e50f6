/** 创新做法: one row for each part of a sentence that tells of a new way of doing something, offered to the writer of the bulletin and never scored. */
import type { ReportContext } from '../../context.ts'
import type { RunResult } from '../../contract/records.ts'
import { excerpt } from '../../excerpt.ts'
import { officeOrder } from '../../office-order.ts'
import { practiceReason } from '../../practice-words.ts'
import { periodWords } from '../../wording.ts'
import { linked, number, strong, text } from '../cell.ts'
import type { SheetContent } from '../sheet.ts'
import { reviewCells, reviewColumns } from './review-columns.ts'

export function practicesSheet(result: RunResult, context: ReportContext): SheetContent {
  const texts = new Map(result.texts.map((document) => [document.file, document]))
  const documentRows = new Map(result.documents.map(({ file }, row) => [file, row]))
  const practices = officeOrder(context, result.practices)
  return {
    name: '创新做法',
    frozenColumns: 2,
    columns: COLUMNS,
    links: practices.flatMap(({ file }, row) => {
      const toRow = documentRows.get(file)
      return toRow === undefined ? [] : [{ row, column: FILE_COLUMN, sheet: '文件清单', toRow }]
    }),
    rows: practices.map((practice) => {
      const { county, period, evidence, file } = practice
      const document = texts.get(file)
      return [
        text(county),
        text(periodWords(period)),
        strong(evidence.quote),
        text(practiceReason(practice)),
        text(document === undefined ? evidence.quote : excerpt(document, evidence)),
        linked(file),
        number(evidence.page),
        text(evidence.cell),
        ...reviewCells(['value'], practice.id),
      ]
    }),
  }
}

const COLUMNS = [
  { title: '县市', width: 16 },
  { title: '期间', width: 16 },
  { title: '做法（原文）', width: 64 },
  { title: '选出的理由', width: 30 },
  { title: '原文摘录', width: 64 },
  { title: '文件', width: 44 },
  { title: '页', width: 6 },
  { title: '单元格', width: 12 },
  ...reviewColumns(['value']),
] as const

const FILE_COLUMN = COLUMNS.findIndex(({ title }) => title === '文件')
