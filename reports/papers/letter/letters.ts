/** The letters of a run: one for each report that counts and is not pass, and one for each county that has to send again what cannot be read; each a file of 反馈意见/. */
import type { Finding } from '../../../rules/checks/finding.ts'
import { createVersionOrder } from '../../../rules/versions/version-order.ts'
import type { ReportContext } from '../../context.ts'
import type { DocumentRecord, RunResult } from '../../contract/records.ts'
import { isSubmitted } from '../../coverage.ts'
import { byFile, grouped } from '../../grouped.ts'
import { officeOrder } from '../../office-order.ts'
import type { PaperFile } from '../paper-file.ts'
import { paperFiles, type RenderPapers, renderHere } from '../render-papers.ts'
import type { LetterFacts, Speech } from './facts.ts'
import { letter } from './letter.ts'
import { letterNames } from './letter-names.ts'
import { type ResendFacts, resendFacts, resendLetter, resendName } from './resend.ts'

export async function letters(result: RunResult, speech: Speech, render: RenderPapers = renderHere): Promise<PaperFile[]> {
  const names = letterNames(result, speech.context)
  const facts = letterFacts(result, speech.context)
  const again = resends(result, facts, speech)
  const named = facts.flatMap((each) => {
    const name = names.get(each.assessment.file)
    return name === undefined ? [] : [{ name, paper: letter(each, speech) }]
  })
  return paperFiles(
    [...named, ...again.map((each) => ({ name: resendName(each, speech.wording), paper: resendLetter(each, speech) }))],
    render,
  )
}

/** The letters that ask for a file again, by the file: one of their own, or that of the report beside which it lay. */
export function lettersAskingAgain(result: RunResult, speech: Pick<Speech, 'context' | 'wording'>): ReadonlyMap<string, string> {
  const names = letterNames(result, speech.context)
  const facts = letterFacts(result, speech.context)
  const own = resends(result, facts, speech).flatMap((each) =>
    each.files.map(({ file }) => [file, resendName(each, speech.wording)] as const),
  )
  const beside = facts.flatMap(({ assessment, unread }) => unread.map(({ file }) => [file, names.get(assessment.file) ?? ''] as const))
  return new Map([...beside, ...own])
}

function resends(
  result: RunResult,
  facts: readonly LetterFacts[],
  { context, wording }: Pick<Speech, 'context' | 'wording'>,
): ResendFacts[] {
  const told = new Set(facts.flatMap(({ unread }) => unread.map(({ file }) => file)))
  return officeOrder(context, resendFacts(result, wording, told))
}

export function letterFacts(result: RunResult, context: ReportContext): LetterFacts[] {
  const names = letterNames(result, context)
  const documents = new Map(result.documents.map((document) => [document.file, document]))
  const texts = new Map(result.texts.map((text) => [text.file, text]))
  const revisions = new Map(result.revisions.map((revision) => [revision.file, revision]))
  const findings = byFile(result.checks)
  const copies = byFile(result.copies)
  const versions = grouped(result.documents.filter(isVersion), versionKey)
  const { compare, reason } = createVersionOrder(context.lexicon, context.scheme.letters.counted)
  return officeOrder(context, result.assessments).flatMap((assessment) => {
    const { file } = assessment
    const [document, text] = [documents.get(file), texts.get(file)]
    if (!names.has(file) || document === undefined || text === undefined) return []
    const alike = document.county === null ? [] : (versions.get(versionKey(document)) ?? [])
    const revision = revisions.get(file) ?? null
    const superseded = alike.filter((other) => other.file !== file).sort(compare)
    return [
      {
        document,
        text,
        assessment,
        findings: (findings.get(file) ?? []).filter((finding) => revision === null || !isOfVersions(finding, superseded)),
        passages: copies.get(file) ?? [],
        revision,
        superseded,
        reason: superseded[0] === undefined ? 'none' : reason(document, superseded[0]),
        resultCount: assessment.locality.qualityFigures,
        documents,
        texts,
        unread: document.county === null ? [] : result.documents.filter((other) => isUnread(other, document)),
      },
    ]
  })
}

/** A figure that only the version before writes otherwise is listed as changed, and is no slip. */
const isOfVersions = ({ evidence }: Finding, superseded: readonly DocumentRecord[]): boolean => {
  const others = evidence.flatMap(({ file }) => file ?? [])
  return others.length > 0 && others.every((other) => superseded.some(({ file }) => file === other))
}

const isUnread = (other: DocumentRecord, { county, period }: DocumentRecord): boolean =>
  isSubmitted(other) && other.status === 'rejected' && other.county === county && (other.period === period || other.period === null)

/** What may be another version of a report. */
const isVersion = (document: DocumentRecord): boolean =>
  isSubmitted(document) &&
  document.kind === 'analysis' &&
  (document.status === 'ok' || document.status === 'partial' || document.status === 'duplicate')

const versionKey = ({ county, period }: DocumentRecord): string => `${county}\n${period}`
