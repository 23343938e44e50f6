/** 事实: one row for each yes-or-no fact that a document speaks of. */
import type { ReportContext } from '../../context.ts'
import type { RunResult } from '../../contract/records.ts'
import { excerpt } from '../../excerpt.ts'
import { answerWords, periodWords } from '../../wording.ts'
import { number, percent, strong, text } from '../cell.ts'
import type { SheetContent } from '../sheet.ts'
import { reviewCells, reviewColumns } from './review-columns.ts'

export function factsSheet(result: RunResult, { lexicon }: ReportContext): SheetContent {
  const texts = new Map(result.texts.map((document) => [document.file, document]))
  const names = new Map(lexicon.facts.map(({ id, name }) => [id, name]))
  return {
    name: '事实',
    frozenColumns: 2,
    columns: [
      { title: '县市', width: 16 },
      { title: '事实', width: 34 },
      { title: '回答', width: 9 },
      { title: '期间', width: 16 },
      { title: '原文', width: 44 },
      { title: '原文摘录', width: 64 },
      { title: '同一文件的其他说法', width: 44 },
      { title: '文件', width: 44 },
      { title: '页', width: 6 },
      { title: '单元格', width: 12 },
      { title: '可信度', width: 9 },
      { title: '备注', width: 30 },
      ...reviewColumns(['value']),
    ],
    rows: result.facts.map(({ id, county, fact, answer, period, evidence, others, file, confidence, notes }) => {
      const document = texts.get(file)
      return [
        text(county),
        strong(names.get(fact) ?? fact),
        text(answerWords[answer]),
        text(periodWords(period)),
        text(evidence.quote),
        text(document === undefined ? evidence.quote : excerpt(document, evidence)),
        text(others.map((other) => `${answerWords[other.answer]}：${other.evidence.quote}`).join('；')),
        text(file),
        number(evidence.page),
        text(evidence.cell),
        percent(confidence),
        text(notes.join('；')),
        ...reviewCells(['value'], id),
      ]
    }),
  }
}
