/** 分析质量: one row a judged analysis: the verdict, the four criteria with what is missing, and what to tell the county. */
import type { RunResult } from '../../contract/records.ts'
import { criterionNames, criterionWords, levelWords, periodWords } from '../../wording.ts'
import { percent, strong, text, verdictCell } from '../cell.ts'
import type { SheetContent } from '../sheet.ts'

export const assessmentsSheet = ({ assessments, terms }: RunResult): SheetContent => ({
  name: '分析质量',
  frozenColumns: 3,
  columns: [
    { title: '县市', width: 16 },
    { title: '期间', width: 16 },
    { title: '评价', width: 10 },
    ...criterionNames.map((name) => ({ title: criterionWords[name], width: 12 })),
    { title: '缺什么', width: 50 },
    { title: '叙述占比', width: 11 },
    { title: '雷同占比', width: 11 },
    { title: '建议人工复看', width: 15 },
    { title: '特征词', width: 30 },
    { title: '反馈意见', width: 64 },
    { title: '文件', width: 44 },
  ],
  rows: assessments.map(({ county, period, verdict, criteria, narrativeShare, copying, reviewSuggested, feedback, file }) => [
    strong(county ?? ''),
    text(periodWords(period)),
    verdictCell(verdict),
    ...criterionNames.map((name) => text(levelWords[criteria[name].level])),
    text(
      criterionNames
        .filter((name) => criteria[name].missing !== '')
        .map((name) => `${criterionWords[name]}：${criteria[name].missing}`)
        .join('\n'),
    ),
    percent(narrativeShare),
    copying === null ? text('无法评定') : percent(copying.share),
    text(reviewSuggested ? '是' : '否'),
    text(terms.find((entry) => entry.file === file)?.terms.join('、') ?? ''),
    text(feedback),
    text(file),
  ]),
})
