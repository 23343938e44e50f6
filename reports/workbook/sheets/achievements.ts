/** 成果: one row for each holder and each honour. */
import type { RunResult } from '../../contract/records.ts'
import { excerpt } from '../../excerpt.ts'
import { achievementWords, awardLevelWords, periodWords } from '../../wording.ts'
import { number, percent, strong, text } from '../cell.ts'
import type { SheetContent } from '../sheet.ts'
import { reviewCells, reviewColumns } from './review-columns.ts'

export function achievementsSheet(result: RunResult): SheetContent {
  const texts = new Map(result.texts.map((document) => [document.file, document]))
  return {
    name: '成果',
    frozenColumns: 2,
    columns: [
      { title: '县市', width: 16 },
      { title: '成果', width: 36 },
      { title: '获得者', width: 30 },
      { title: '级别', width: 11 },
      { title: '状态', width: 10 },
      { title: '年份', width: 8 },
      { title: '报送期间', width: 16 },
      { title: '原文摘录', width: 64 },
      { title: '文件', width: 44 },
      { title: '页', width: 6 },
      { title: '单元格', width: 12 },
      { title: '可信度', width: 9 },
      { title: '备注', width: 30 },
      ...reviewColumns(['value', 'year']),
    ],
    rows: result.achievements.map(({ id, county, title, holder, level, status, year, period, evidence, file, confidence, notes }) => {
      const document = texts.get(file)
      return [
        text(county),
        strong(title),
        text(holder),
        text(awardLevelWords[level]),
        text(achievementWords[status]),
        number(year),
        text(periodWords(period)),
        text(document === undefined ? evidence.quote : excerpt(document, evidence)),
        text(file),
        number(evidence.page),
        text(evidence.cell),
        percent(confidence),
        text(notes.join('；')),
        ...reviewCells(['value', 'year'], id),
      ]
    }),
  }
}
