/** 总览: one row a county: what it has sent for each period and how that was judged, what is missing, and how much was found. */

import type { ReportContext } from '../../context.ts'
import type { RunResult } from '../../contract/records.ts'
import { type CountyCoverage, coverage, type Submission, submissionWords } from '../../coverage.ts'
import { kindWords, periodWords, verdictWords } from '../../wording.ts'
import { number, strong, submissionCell, text } from '../cell.ts'
import type { SheetContent } from '../sheet.ts'

export function overviewSheet(result: RunResult, context: ReportContext): SheetContent {
  const counties = coverage(result, context)
  return {
    name: '总览',
    frozenColumns: 1,
    columns: [
      { title: '县市', width: 18 },
      ...context.scheme.submissions.map(({ kind, period }) => ({ title: `${periodWords(period)}\n${kindWords[kind]}`, width: 22 })),
      { title: '缺报', width: 30 },
      { title: '文件数', width: 9 },
      { title: '指标值', width: 9 },
      { title: '成果', width: 9 },
      { title: '核对错误', width: 11 },
      { title: '核对提示', width: 11 },
    ],
    rows: counties.map((county) => [
      strong(county.name),
      ...county.submissions.map((submission) => submissionCell(words(submission), submission.state, submission.assessment?.verdict)),
      text(missingWords(county) || '无'),
      number(county.documents.length),
      number(county.values),
      number(county.achievements),
      number(county.errors),
      number(county.warnings),
    ]),
  }
}

const words = ({ state, assessment, late }: Submission): string =>
  [submissionWords[state], assessment === null ? '' : `评价：${verdictWords[assessment.verdict]}`, late ? '逾期' : '']
    .filter(Boolean)
    .join('\n')

const missingWords = ({ submissions }: CountyCoverage): string =>
  submissions
    .filter(({ state }) => state === 'missing' || state === 'rejected')
    .map(({ kind, period }) => `${periodWords(period)}${kindWords[kind]}`)
    .join('；')
