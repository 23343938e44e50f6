/** What `zhijian check` prints: what was read, the values, the arithmetic, the four criteria, and what could not be looked at. */
import type { Evidence } from '../../extractors/document.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import type { ReportContext } from '../../reports/context.ts'
import type { RunResult } from '../../reports/contract/records.ts'
import { isSubmitted } from '../../reports/coverage.ts'
import { evidenceWords } from '../../reports/evidence-words.ts'
import { excerpt, runningWords } from '../../reports/excerpt.ts'
import { setAside } from '../../reports/set-aside.ts'
import { attainment, attainmentWords, targetWords } from '../../reports/targets.ts'
import { unseenWords } from '../../reports/unseen.ts'
import { byCopyingWords } from '../../reports/verdict-words.ts'
import {
  achievementWords,
  answerWords,
  awardLevelWords,
  basisWords,
  checkKindWords,
  criterionNames,
  criterionWords,
  differenceWords,
  kindWords,
  levelWords,
  periodWords,
  rejectionWords,
  roleWords,
  sameAsWords,
  severityWords,
  sourceClassWords,
  valueWords,
  verdictWords,
  writerAdvice,
} from '../../reports/wording.ts'
import { beyondGaps } from '../../rules/analysis/feedback.ts'
import { copiedFrom } from '../../rules/copying/thresholds.ts'
import { fileName } from '../../rules/versions/file-name.ts'
import { printable, table } from '../terminal.ts'
import { revisionLines } from './revision-report.ts'

export function checkReport(all: RunResult, context: ReportContext): string {
  const result = { ...all, documents: all.documents.filter(isSubmitted), texts: all.texts.filter(isSubmitted) }
  const document = result.documents[0]
  if (document === undefined) return ''
  if (document.status === 'rejected') return `${printable(document.file)} 未能读取（${document.code}）：${document.message}`
  return [
    ...headLines(document),
    ...valueLines(result, context),
    ...achievementLines(result),
    ...factLines(result, context),
    ...unexplainedLines(result),
    ...findingLines(result),
    ...assessmentLines(result),
    ...copyingLines(result),
    ...revisionLines(result),
    ...unseenLines(result),
  ].join('\n')
}

function headLines({ title, kind, county, period, pages, characters, status, notices }: RunResult['documents'][number]): string[] {
  const size = `${pages === null ? '' : `${pages} 页，`}${characters} 字${status === 'partial' ? '，只读出一部分' : ''}`
  return [
    `《${printable(title) || '未找到标题'}》`,
    `${kindWords[kind]} · ${county ?? '县市不明'} · ${periodWords(period)} · ${size}`,
    ...notices.map(({ message }) => `  提示：${printable(message)}`),
  ]
}

function valueLines({ values }: RunResult, { lexicon, scheme }: ReportContext): string[] {
  const indicators = new Map(lexicon.indicators.map((indicator) => [indicator.id, indicator]))
  const targetCell = (value: Value): string => {
    const target = value.indicator === null ? undefined : scheme.targets[value.indicator]
    const indicator = value.indicator === null ? undefined : indicators.get(value.indicator)
    const met = attainment(value, target, indicator)
    return met === null || target === undefined ? '' : `${attainmentWords[met]}（${targetWords(target, indicator?.unit ?? '')}）`
  }
  const rows = values.map((value) => [
    value.name,
    roleWords[value.role],
    valueWords(value),
    value.basis === null ? '' : basisWords[value.basis],
    targetCell(value),
    periodWords(value.period),
    value.evidence.quote,
  ])
  if (rows.length === 0) return section('指标值', ['没有找到指标值'])
  return section(`指标值 ${rows.length} 项`, [
    table([['指标', '类别', '读作', '比较对象', '目标', '期间', '原文'], ...rows], [36, 8, 18, 16, 24, 20, 24]),
  ])
}

function achievementLines({ achievements }: RunResult): string[] {
  if (achievements.length === 0) return []
  const rows = achievements.map(({ title, holder, level, status }) => [title, holder, awardLevelWords[level], achievementWords[status]])
  return section(`成果 ${rows.length} 项`, [table([['名称', '获得者', '级别', '状态'], ...rows], [40, 30, 10, 10])])
}

function factLines({ facts }: RunResult, { lexicon }: ReportContext): string[] {
  if (facts.length === 0) return []
  const names = new Map(lexicon.facts.map(({ id, name }) => [id, name]))
  const rows = facts.map(({ fact, answer, county, evidence }) => [
    names.get(fact) ?? fact,
    answerWords[answer],
    county ?? '县市不明',
    evidence.quote,
  ])
  return section(`事实 ${rows.length} 项`, [table([['事实', '回答', '县市', '原文'], ...rows], [36, 8, 14, 40])])
}

function unexplainedLines({ texts }: RunResult): string[] {
  const text = texts[0]
  if (text === undefined || text.unexplained.length === 0) return []
  const lines = text.unexplained.map(
    (span) => `  ${printable(text.text.slice(span.start, span.end))}  在：${printable(excerpt(text, span))}`,
  )
  return section(`没有读懂的数字 ${lines.length} 个（写明指标名称和单位，便于提取）`, lines)
}

function findingLines({ checks }: RunResult): string[] {
  if (checks.length === 0) return section('数据核对', ['没有发现前后不符的数据'])
  return section(
    `数据核对：${checks.length} 处需要核对`,
    checks.map(({ severity, kind, message }) => `  【${severityWords[severity]}】${checkKindWords(kind)}：${printable(message)}`),
  )
}

function assessmentLines({ assessments, documents, texts }: RunResult): string[] {
  const assessment = assessments[0]
  if (assessment === undefined)
    return documents[0]?.kind === 'analysis'
      ? []
      : section('分析质量', [
          `  ${printable(documents[0]?.notJudged ?? '这份文件不是质量分析报告，不作评判')}（如判断有误，可加 --as analysis）`,
        ])
  const lines = criterionNames.flatMap((name) => {
    const { level, missing, evidence } = assessment.criteria[name]
    const rejected = setAside(assessment.criteria[name])
    const words = (each: Evidence): string => printable(shortened(texts[0] === undefined ? each.quote : evidenceWords(texts[0], each)))
    const shown = evidence[0]
    return [
      `  ${criterionWords[name]}：${levelWords[level]}${missing === '' ? '' : `。${printable(missing)}`}`,
      ...(shown === undefined ? [] : [`      例如：${words(shown)}`]),
      ...rejected.slice(0, MOST_REJECTED).map(({ evidence: each, reason }) => `      未计：${words(each)}（${rejectionWords[reason]}）`),
      ...(rejected.length > MOST_REJECTED ? [`      未计的还有 ${rejected.length - MOST_REJECTED} 处，可用 --html 查看`] : []),
    ]
  })
  return section(`分析质量：${verdictWords[assessment.verdict]}`, [
    `  ${writerAdvice[assessment.verdict]}`,
    ...[byCopyingWords(assessment)].filter((words) => words !== '').map((words) => `  ${words}`),
    '',
    ...lines,
    ...[beyondGaps(assessment)].filter((words) => words !== '').flatMap((words) => ['', `  ${printable(words)}`]),
  ])
}

function unseenLines(result: RunResult): string[] {
  return section(
    '没有检查的内容（没有检查，不等于没有问题）',
    unseenWords(result).map((words) => `  ${words}`),
  )
}

function copyingLines({ assessments, copies, texts }: RunResult): string[] {
  const copying = assessments[0]?.copying ?? null
  if (copying === null) return []
  const text = texts[0]
  return section(
    `雷同：占正文 ${Math.round(copying.share * 100)}%${copies.length === 0 ? '，没有发现 20 字以上的相同段落' : `，相同段落 ${copies.length} 段`}`,
    [
      ...(copying.share < copiedFrom.review ? [] : ['  占比达到三成须复核，达到六成评为薄弱，请结合本县市实际改写']),
      ...copies.map(
        ({ start, end, length, source, sourceClass, order, changed }) =>
          `  ${length} 字${sameAsWords(order, `${sourceClassWords[sourceClass]}“${printable(fileName(source))}”`)}${
            changed.length === 0 ? '' : `（${differenceWords(changed.map(({ kind }) => kind))}不同）`
          }：${printable(shortened(text === undefined ? '' : runningWords(text, { start, end })))}`,
      ),
    ],
  )
}

/** What was considered and does not count, of one criterion. */
const MOST_REJECTED = 3

const shortened = (words: string): string => (words.length > 90 ? `${words.slice(0, 90)}…` : words)

const section = (title: string, lines: readonly string[]): string[] => ['', `■ ${title}`, ...lines]
