/** 指标值: one row a value, with the sentence that it stands in and, for a level reached, whether it meets the scheme's target. */
import type { ReportContext } from '../../context.ts'
import type { RunResult } from '../../contract/records.ts'
import { isDoubtful } from '../../doubtful.ts'
import { excerpt } from '../../excerpt.ts'
import { attainment, attainmentWords, targetWords } from '../../targets.ts'
import { basisWords, comparatorWords, periodWords, roleWords } from '../../wording.ts'
import { attainmentCell, faint, linked, number, percent, strong, text } from '../cell.ts'
import type { SheetContent } from '../sheet.ts'
import { type ReviewField, reviewCells, reviewColumns } from './review-columns.ts'

export const valuesSheet = (result: RunResult, context: ReportContext): SheetContent => sheetOf('指标值', result.values, result, context)

/** 待复核: the values that a person should look at first, the least sure on top. */
export const doubtfulSheet = (result: RunResult, context: ReportContext): SheetContent =>
  sheetOf(
    '待复核',
    result.values.filter((value) => isDoubtful(value, context.scheme)).sort((a, b) => a.confidence - b.confidence),
    result,
    context,
  )

function sheetOf(name: string, values: RunResult['values'], result: RunResult, { lexicon, scheme }: ReportContext): SheetContent {
  const texts = new Map(result.texts.map((document) => [document.file, document]))
  const documentRows = new Map(result.documents.map(({ file }, row) => [file, row]))
  const indicators = new Map(lexicon.indicators.map((indicator) => [indicator.id, indicator]))
  const links = values.flatMap(({ file }, row) => {
    const toRow = documentRows.get(file)
    return toRow === undefined ? [] : [{ row, column: FILE_COLUMN, sheet: '文件清单', toRow }]
  })
  return {
    name,
    frozenColumns: 3,
    columns: COLUMNS,
    links,
    rows: values.map((value) => {
      const document = texts.get(value.file)
      const indicator = indicators.get(value.indicator ?? '')
      const target = value.indicator === null ? undefined : scheme.targets[value.indicator]
      const met = attainment(value, target, indicator)
      return [
        text(value.county),
        text(periodWords(value.period)),
        indicator === undefined ? text(value.name) : strong(value.name),
        indicator === undefined ? faint('指标库外') : text(indicator.domain),
        text(roleWords[value.role]),
        number(value.value),
        number(value.upper),
        text(value.unit),
        text(comparatorWords[value.comparator]),
        text(target === undefined ? '' : targetWords(target, indicator?.unit ?? '')),
        met === null ? text('') : attainmentCell(attainmentWords[met], met),
        text(value.basis === null ? '' : basisWords[value.basis]),
        text(value.evidence.quote),
        text(document === undefined ? value.evidence.quote : excerpt(document, value.evidence)),
        linked(value.file),
        number(value.evidence.page),
        text(value.evidence.cell),
        percent(value.confidence),
        text(value.notes.join('；')),
        ...reviewCells(FIELDS, value.id),
      ]
    }),
  }
}

/** What a person can correct of a value. */
const FIELDS: readonly ReviewField[] = ['value', 'indicator', 'county', 'period']

const COLUMNS = [
  { title: '县市', width: 16 },
  { title: '期间', width: 16 },
  { title: '指标', width: 34 },
  { title: '类别', width: 10 },
  { title: '角色', width: 9 },
  { title: '值', width: 13 },
  { title: '上限', width: 10 },
  { title: '单位', width: 10 },
  { title: '比较符', width: 9 },
  { title: '目标', width: 10 },
  { title: '达标情况', width: 11 },
  { title: '依据（基期）', width: 20 },
  { title: '原文', width: 20 },
  { title: '原文摘录', width: 64 },
  { title: '文件', width: 44 },
  { title: '页', width: 6 },
  { title: '单元格', width: 12 },
  { title: '可信度', width: 9 },
  { title: '备注', width: 30 },
  ...reviewColumns(FIELDS),
] as const

const FILE_COLUMN = COLUMNS.findIndex(({ title }) => title === '文件')
