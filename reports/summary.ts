/** What the command line says when a run is over: how much was read, what somebody has to do, what was found, and what to open first. */

import { copiedFrom } from '../rules/copying/thresholds.ts'
import type { ReportContext } from './context.ts'
import type { DocumentRecord, DocumentStatus, RunResult } from './contract/records.ts'
import { coverage, type DecidedSubmission, isSubmitted, unplacedWords } from './coverage.ts'
import { kindWords, periodWords, verdictWords } from './wording.ts'

export interface SummaryContext extends ReportContext {
  /** The result folder as the user will find it. */
  readonly outputName: string
  /** Names of the files that were written there. */
  readonly files: readonly string[]
  /** Submissions that stand otherwise by decisions. */
  readonly submissions?: readonly DecidedSubmission[]
}

/** What a clerk opens, in this order, by how the names begin; of a folder, how many files it holds. */
const PRODUCTS: readonly (readonly [beginning: string, words: (count: number) => string])[] = [
  ['report.html', () => '先看这个：双击用浏览器打开，可逐条查看依据'],
  ['提取结果.xlsx', () => '全部数据表，供筛选、统计，也在这里填写复核意见'],
  ['反馈意见/', (count) => `${count} 件反馈意见函，给报告未达合格、或者材料须重新报送的县（市）`],
  ['反馈表/', (count) => `${count} 份反馈表，列出各县（市）每季度和全年的得分、扣分原因`],
  ['通报（草稿）.docx', () => '考核结果通报的草稿，批注是每句话的依据'],
  ['总览-', () => '供领导阅看的一页总览'],
]
const NAME_WIDTH = 20

export function terminalSummary(result: RunResult, context: SummaryContext): string {
  return [
    `审读完成：${context.inputName}`,
    '',
    ...filesLines(result),
    ...missingLines(result, context),
    ...foundLines(result),
    '',
    `结果在：${context.outputName}`,
    ...productLines(context.files),
    '',
  ].join('\n')
}

function productLines(files: readonly string[]): string[] {
  return PRODUCTS.flatMap(([beginning, words]) => {
    const own = files.filter((file) => file.startsWith(beginning))
    const name = beginning.endsWith('/') ? beginning : own[0]
    return own.length === 0 ? [] : [`  ${name}${' '.repeat(Math.max(1, NAME_WIDTH - columnsOf(name ?? '')))}${words(own.length)}`]
  })
}

/** A Chinese character takes two columns of a terminal. */
const columnsOf = (text: string): number => [...text].reduce((sum, character) => sum + (/[^ -~]/u.test(character) ? 2 : 1), 0)

function filesLines({ documents }: RunResult): string[] {
  const submitted = documents.filter(isSubmitted)
  const count = (status: DocumentStatus): number => submitted.filter((document) => document.status === status).length
  const others = [
    count('duplicate') > 0 ? `重复 ${count('duplicate')} 个（不重复计算）` : '',
    count('ignored') > 0 ? `未纳入 ${count('ignored')} 个` : '',
  ].filter((words) => words !== '')
  return [
    [
      `文件 ${submitted.length} 个：完整读取 ${count('ok')} 个`,
      `部分读取 ${count('partial')} 个`,
      `未能读取 ${count('rejected')} 个`,
      ...others,
    ].join('，'),
    ...listed('未能读取', submitted, 'rejected'),
    ...listed('只读出一部分', submitted, 'partial'),
  ]
}

function listed(title: string, documents: readonly DocumentRecord[], status: DocumentStatus): string[] {
  const chosen = documents.filter((document) => document.status === status)
  if (chosen.length === 0) return []
  return [
    '',
    `${title}：`,
    ...chosen.map(({ file, message, code }) => `  ${printable(file)}\n      ${printable(message ?? code ?? '原因不明')}`),
  ]
}

function missingLines(result: RunResult, context: SummaryContext): string[] {
  const lines = coverage(result, context, context.submissions).flatMap(({ name, submissions, unplaced }) => {
    const missing = submissions.filter(({ state }) => state === 'missing')
    return missing.length === 0
      ? []
      : [
          `  ${name}：${missing.map(({ period, kind }) => `${periodWords(period)}${kindWords[kind]}`).join('、')}`,
          ...(unplaced.length === 0 ? [] : [`      ${printable(unplacedWords(unplaced))}`]),
        ]
  })
  return lines.length === 0 ? ['', '应报材料均已收到。'] : ['', '尚未收到：', ...lines]
}

function foundLines({ values, achievements, facts, assessments, checks, copies, scores }: RunResult): string[] {
  const errors = checks.filter(({ severity }) => severity === 'error').length
  const verdicts = (['pass', 'review', 'weak'] as const).map(
    (verdict) => `${verdictWords[verdict]} ${assessments.filter((assessment) => assessment.verdict === verdict).length} 份`,
  )
  return [
    '',
    `提取指标值 ${values.length} 条，质量成果 ${achievements.length} 条，事实 ${facts.length} 条。`,
    `分析评价：${verdicts.join('，')}。`,
    ...copyingLines(assessments, copies.length),
    checks.length === 0
      ? '核对：未发现数字矛盾。'
      : `核对：数字对不上 ${checks.length} 处${errors === checks.length ? '' : `（错误 ${errors} 处，提示 ${checks.length - errors} 处）`}。`,
    ...scoreLines(scores),
  ]
}

function scoreLines(scores: RunResult['scores']): string[] {
  if (scores === undefined || scores === null || scores.counties.length === 0) return []
  const provisional = scores.counties.filter(({ provisional }) => provisional).length
  const unsettled = scores.counties.filter(({ provisional, grades }) => provisional && grades.length > 1).length
  const open = scores.counties.reduce((sum, { review }) => sum + review.length, 0)
  return [
    open === 0 && provisional === 0
      ? `评分：${scores.counties.length} 个县（市）均已评定。`
      : `评分：待核 ${open} 项；${[
          ...(unsettled === 0 ? [] : [`${unsettled} 个县（市）的得分和等级为暂定`]),
          ...(provisional === unsettled ? [] : [`${provisional - unsettled} 个县（市）等级已定、得分暂定`]),
        ].join('，')}。见网页“评分”栏。`,
  ]
}

/** Where there was nothing superior to compare with, nothing is said to be free of it. */
function copyingLines(assessments: RunResult['assessments'], passages: number): string[] {
  const compared = assessments.flatMap(({ copying }) => (copying === null ? [] : [copying]))
  if (compared.length === 0) return ['雷同：无法评定（没有可供比对的文件）。']
  const heavy = compared.filter(({ share }) => share >= copiedFrom.review).length
  return [
    `雷同：相同段落 ${passages} 段，雷同占比三成以上的分析报告 ${heavy} 份。`,
    ...(compared.some((copying) => copying.compared.includes('superior'))
      ? []
      : ['与上级文件的雷同情况：无法评定（没有提供上级文件，可用 --superior 指定）。']),
  ]
}

/** File names may hold what steers a terminal. */
const printable = (text: string): string => text.replace(/\p{Cc}|\p{Cf}/gu, '�')
