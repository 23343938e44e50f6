/** 总览: one row a county: what it has sent for each period and how that was judged, what is missing, and how much was found. */

import type { ReportContext } from '../../context.ts'
import {
  type CountyCoverage,
  type CoveredRecords,
  coverage,
  type DecidedSubmission,
  type Submission,
  submissionWords,
  unplacedWords,
} from '../../coverage.ts'
import { decisionWords, kindWords, periodWords, verdictWords } from '../../wording.ts'
import { number, strong, submissionCell, text } from '../cell.ts'
import type { SheetContent } from '../sheet.ts'

export function overviewSheet(
  records: CoveredRecords,
  context: Pick<ReportContext, 'lexicon' | 'scheme'>,
  decided: readonly DecidedSubmission[] = [],
): SheetContent {
  const counties = coverage(records, context, decided)
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
      ...county.submissions.map((submission) => submissionCell(words(submission), submission.state, submission.verdict)),
      text(missingWords(county) || '无'),
      number(county.documents),
      number(county.values),
      number(county.achievements),
      number(county.errors),
      number(county.warnings),
    ]),
  }
}

const words = ({ state, verdict, late, decisions }: Submission): string =>
  [
    submissionWords[state],
    verdict === null ? '' : `评价：${verdictWords[verdict]}`,
    late ? '逾期' : '',
    decisions === undefined ? '' : decisionWords(decisions),
  ]
    .filter(Boolean)
    .join('\n')

const missingWords = ({ submissions, unplaced }: CountyCoverage): string => {
  const missing = submissions
    .filter(({ state }) => state === 'missing' || state === 'rejected')
    .map(({ kind, period }) => `${periodWords(period)}${kindWords[kind]}`)
    .join('；')
  return [missing, unplacedWords(unplaced)].filter(Boolean).join('\n')
}
