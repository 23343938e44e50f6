/**
 * What each county has sent, period by period, held against what the scheme expects.
 *
 * Only the office's own submissions count: documents given for comparison (`superior:`, `history:`) and duplicates do not.
 */
import type { County } from '../extractors/lexicon.ts'
import type { Verdict } from '../rules/analysis/assessment.ts'
import { createVersionOrder } from '../rules/versions/version-order.ts'
import type { ExpectedSubmission, ReportContext } from './context.ts'
import type { DocumentKind } from './contract/records.ts'
import { grouped } from './grouped.ts'

export type SubmissionState = 'received' | 'partial' | 'rejected' | 'missing'

/** Of the records, what is counted. */
export interface CoveredRecords {
  readonly documents: readonly CoveredDocument[]
  readonly assessments: readonly { readonly file: string; readonly county: string | null; readonly verdict: Verdict }[]
  readonly values: readonly { readonly file: string }[]
  readonly achievements: readonly { readonly file: string }[]
  readonly checks: readonly { readonly file: string; readonly severity: 'error' | 'warning' }[]
}

export interface CoveredDocument {
  readonly file: string
  readonly status: 'ok' | 'partial' | 'rejected' | 'duplicate' | 'ignored'
  readonly kind: DocumentKind
  readonly county: string | null
  readonly period: string | null
  readonly receivedAt: string | null
}

/** One thing that one county has to send, and what came of it. */
export interface Submission {
  readonly kind: DocumentKind
  readonly period: string
  readonly due: string | null
  readonly state: SubmissionState
  /** Names of the files; the version that counts first. */
  readonly files: readonly string[]
  /** Of the version that counts; null where nothing is judged. */
  readonly verdict: Verdict | null
  /** True when received after `due`; null when the day is not known. */
  readonly late: boolean | null
  /** Numbers of the reviewers' decisions by which it stands so. */
  readonly decisions?: readonly number[]
}

/** A submission that does not stand as files and register have it, because reviewers decided otherwise. */
export interface DecidedSubmission extends Submission {
  /** The county's id. */
  readonly county: string
}

export interface CountyCoverage {
  readonly id: string
  /** The name in use in the scheme's year. */
  readonly name: string
  readonly submissions: readonly Submission[]
  /** Where something is missing: its files that may be it, because their kind or their period could not be told. */
  readonly unplaced: readonly string[]
  readonly documents: number
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

/** `decided`: submissions that stand otherwise by the reviewers' decisions. */
export function coverage(
  records: CoveredRecords,
  context: Pick<ReportContext, 'lexicon' | 'scheme'>,
  decided: readonly DecidedSubmission[] = [],
): readonly CountyCoverage[] {
  const { lexicon, scheme } = context
  const own = byCounty(records.documents, context)
  const sent = submissionsByCounty(records, context)
  const [values, achievements] = [counted(records.values), counted(records.achievements)]
  const [errors, warnings] = (['error', 'warning'] as const).map((severity) =>
    counted(records.checks.filter((finding) => finding.severity === severity)),
  ) as [ReadonlyMap<string, number>, ReadonlyMap<string, number>]
  const decidedOf = grouped(decided, ({ county }) => county)
  return scheme.counties.map((id) => {
    const county = lexicon.regions.counties.find((each) => each.id === id)
    const submissions = withDecided(sent.get(id) ?? [], decidedOf.get(id) ?? [])
    const files = [...new Set((own.get(id) ?? []).map(({ file }) => file))]
    const sum = (counts: ReadonlyMap<string, number>): number => files.reduce((all, file) => all + (counts.get(file) ?? 0), 0)
    return {
      id,
      name: county === undefined ? id : countyName(county, `${scheme.year}-12`),
      submissions,
      unplaced: unplaced(own.get(id) ?? [], submissions),
      documents: files.length,
      values: sum(values),
      achievements: sum(achievements),
      errors: sum(errors),
      warnings: sum(warnings),
    }
  })
}

/** Files of a missing submission's kind or of none, and of its period or of none, where one of the two could not be told. */
function unplaced(documents: readonly CoveredDocument[], submissions: readonly Submission[]): string[] {
  const missing = submissions.filter(({ state }) => state === 'missing')
  const mayBe = ({ kind, period }: CoveredDocument): boolean =>
    (kind === 'unknown' || period === null) &&
    missing.some((expected) => (kind === 'unknown' || kind === expected.kind) && (period === null || period === expected.period))
  const isRead = ({ status }: CoveredDocument): boolean => status === 'ok' || status === 'partial'
  return [...new Set(documents.filter((document) => isRead(document) && mayBe(document)).map(({ file }) => file))].sort()
}

/** What to say beside what is missing; '' where no file may be it. */
export const unplacedWords = (files: readonly string[]): string =>
  files.length === 0
    ? ''
    : `另有${files.length}份文种或期间认不出的材料，可能就在其中，请打开核对：${files.slice(0, MOST_NAMED).join('、')}${files.length > MOST_NAMED ? '等' : ''}`
const MOST_NAMED = 5

/** What each county was asked for, by its id, as files and register have it. */
export function submissionsByCounty(
  { documents, assessments }: Pick<CoveredRecords, 'documents' | 'assessments'>,
  context: Pick<ReportContext, 'lexicon' | 'scheme'>,
): ReadonlyMap<string, readonly Submission[]> {
  const { lexicon, scheme } = context
  const { compare } = createVersionOrder(lexicon, scheme.letters.counted)
  const own = byCounty(documents, context)
  const judged = byCounty(assessments, context)
  return new Map(
    scheme.counties.map((id) => {
      const sorted = [...(own.get(id) ?? [])].sort(compare)
      const verdicts = new Map((judged.get(id) ?? []).map(({ file, verdict }) => [file, verdict]))
      return [id, scheme.submissions.map((expected) => submission(expected, sorted, verdicts))]
    }),
  )
}

/** A submission as reviewers decided it takes the place of the one for the same kind and period. */
export const withDecided = <Sent extends { readonly kind: DocumentKind; readonly period: string }>(
  submissions: readonly Sent[],
  decided: readonly Sent[],
): Sent[] => submissions.map((each) => decided.find(({ kind, period }) => kind === each.kind && period === each.period) ?? each)

/** Of the office's own submissions, by the county's id under any of its names. */
function byCounty<Record extends { readonly file: string; readonly county: string | null }>(
  records: readonly Record[],
  { lexicon }: Pick<ReportContext, 'lexicon'>,
): ReadonlyMap<string, readonly Record[]> {
  const idOf = new Map(lexicon.regions.counties.flatMap(({ id, names }) => names.map(({ name }) => [name, id] as const)))
  return grouped(
    records.filter((record) => isSubmitted(record) && record.county !== null),
    ({ county }) => idOf.get(county ?? '') ?? county ?? '',
  )
}

function counted(records: readonly { readonly file: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { file } of records) counts.set(file, (counts.get(file) ?? 0) + 1)
  return counts
}

/** The county's official name in a month ("2020-12"). */
const countyName = ({ id, names }: County, month: string): string =>
  names.find(({ from, to }) => (from ?? '') <= month && month <= (to ?? '9999'))?.name ?? names.at(-1)?.name ?? id

function submission(
  { kind, period, due }: ExpectedSubmission,
  documents: readonly CoveredDocument[],
  verdicts: ReadonlyMap<string, Verdict>,
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
    files: chosen.map(({ file }) => file),
    verdict: right.flatMap(({ file }) => verdicts.get(file) ?? [])[0] ?? null,
    late: due === undefined || days[0] === undefined ? null : days[0] > due,
  }
}

function stateOf(right: readonly CoveredDocument[], unread: readonly CoveredDocument[]): SubmissionState {
  if (right.some(({ status }) => status === 'ok')) return 'received'
  if (right.length > 0) return 'partial'
  return unread.length > 0 ? 'rejected' : 'missing'
}
