/**
 * What each county has sent, period by period, held against what the scheme expects.
 *
 * Only the office's own submissions count: documents given for comparison (`superior:`, `history:`) and duplicates do not.
 */
import type { County } from '../extractors/lexicon.ts'
import type { Assessment } from '../rules/analysis/assessment.ts'
import { createVersionOrder } from '../rules/versions/version-order.ts'
import type { ReportContext, ReportScheme } from './context.ts'
import type { DocumentKind, DocumentRecord, RunResult } from './contract/records.ts'

export type SubmissionState = 'received' | 'partial' | 'rejected' | 'missing'

/** One thing that one county has to send, and what came of it. */
export interface Submission {
  readonly kind: DocumentKind
  readonly period: string
  readonly due: string | null
  readonly state: SubmissionState
  /** The version that counts first. */
  readonly documents: readonly DocumentRecord[]
  /** Of the version that counts. */
  readonly assessment: Assessment | null
  /** True when received after `due`; null when the day is not known. */
  readonly late: boolean | null
}

export interface CountyCoverage {
  readonly id: string
  /** The name in use in the scheme's year. */
  readonly name: string
  readonly submissions: readonly Submission[]
  readonly documents: readonly DocumentRecord[]
  readonly values: number
  readonly achievements: number
  readonly errors: number
  readonly warnings: number
}

export const submissionWords: Readonly<Record<SubmissionState, string>> = {
  received: '已收到',
  partial: '已收到，部分未读出',
  rejected: '已收到，但无法读取',
  missing: '未收到',
}

export const isSubmitted = ({ file }: { readonly file: string }): boolean => !/^(?:superior|history):/u.test(file)

export function coverage(result: RunResult, { lexicon, scheme }: ReportContext): readonly CountyCoverage[] {
  const { compare } = createVersionOrder(lexicon, scheme.letters.counted)
  return scheme.counties.map((id) => {
    const county = lexicon.regions.counties.find((each) => each.id === id)
    const names = new Set(county === undefined ? [id] : county.names.map(({ name }) => name))
    const own = <Record extends { readonly file: string; readonly county: string | null }>(records: readonly Record[]): Record[] =>
      records.filter((record) => isSubmitted(record) && record.county !== null && names.has(record.county))
    const documents = own(result.documents)
    const files = new Set(documents.map(({ file }) => file))
    const findings = result.checks.filter(({ file }) => files.has(file))
    return {
      id,
      name: county === undefined ? id : countyName(county, `${scheme.year}-12`),
      submissions: scheme.submissions.map((expected) => submission(expected, [...documents].sort(compare), own(result.assessments))),
      documents,
      values: result.values.filter(({ file }) => files.has(file)).length,
      achievements: result.achievements.filter(({ file }) => files.has(file)).length,
      errors: findings.filter(({ severity }) => severity === 'error').length,
      warnings: findings.filter(({ severity }) => severity === 'warning').length,
    }
  })
}

/** The county's official name in a month ("2020-12"). */
const countyName = ({ id, names }: County, month: string): string =>
  names.find(({ from, to }) => (from ?? '') <= month && month <= (to ?? '9999'))?.name ?? names.at(-1)?.name ?? id

function submission(
  { kind, period, due }: ReportScheme['submissions'][number],
  documents: readonly DocumentRecord[],
  assessments: readonly Assessment[],
): Submission {
  const sent = documents.filter(
    (document) => document.period === period && document.status !== 'duplicate' && document.status !== 'ignored',
  )
  const right = sent.filter((document) => document.kind === kind && document.status !== 'rejected')
  const unread = sent.filter((document) => document.status === 'rejected' && (document.kind === kind || document.kind === 'unknown'))
  const chosen = right.length > 0 ? right : unread
  const days = right.flatMap(({ receivedAt }) => (receivedAt === null ? [] : [receivedAt])).sort()
  return {
    kind,
    period,
    due: due ?? null,
    state: stateOf(right, unread),
    documents: chosen,
    assessment: right.flatMap((document) => assessments.filter(({ file }) => file === document.file))[0] ?? null,
    late: due === undefined || days[0] === undefined ? null : days[0] > due,
  }
}

function stateOf(right: readonly DocumentRecord[], unread: readonly DocumentRecord[]): SubmissionState {
  if (right.some(({ status }) => status === 'ok')) return 'received'
  if (right.length > 0) return 'partial'
  return unread.length > 0 ? 'rejected' : 'missing'
}
