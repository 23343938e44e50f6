/** The letters of a run: one for each report that counts and is not pass, each a file of 反馈意见/. */
import { createVersionOrder } from '../../../rules/versions/version-order.ts'
import type { ReportContext } from '../../context.ts'
import type { DocumentRecord, RunResult } from '../../contract/records.ts'
import { isSubmitted } from '../../coverage.ts'
import { officeOrder } from '../../office-order.ts'
import { renderDocx } from '../docx/render.ts'
import { type LetterFacts, passagesOf, type Speech } from './facts.ts'
import { letter } from './letter.ts'
import { letterNames } from './letter-names.ts'

export interface LetterFile {
  readonly name: string
  readonly content: Uint8Array
}

export async function letters(result: RunResult, speech: Speech): Promise<LetterFile[]> {
  const names = letterNames(result, speech.context)
  const files: LetterFile[] = []
  for (const facts of letterFacts(result, speech.context)) {
    const name = names.get(facts.assessment.file)
    if (name !== undefined) files.push({ name, content: await renderDocx(letter(facts, speech)) })
  }
  return files
}

export function letterFacts(result: RunResult, context: ReportContext): LetterFacts[] {
  const names = letterNames(result, context)
  const documents = new Map(result.documents.map((document) => [document.file, document]))
  const texts = new Map(result.texts.map((text) => [text.file, text]))
  const { compare, reason } = createVersionOrder(context.lexicon, context.scheme.letters.counted)
  return officeOrder(context, result.assessments).flatMap((assessment) => {
    const { file } = assessment
    const [document, text] = [documents.get(file), texts.get(file)]
    if (!names.has(file) || document === undefined || text === undefined) return []
    const superseded = result.documents.filter((other) => isOtherVersion(document, other)).sort(compare)
    return [
      {
        document,
        text,
        assessment,
        findings: result.checks.filter((finding) => finding.file === file),
        passages: passagesOf(result, file),
        revision: result.revisions.find((revision) => revision.file === file) ?? null,
        superseded,
        reason: superseded[0] === undefined ? 'none' : reason(document, superseded[0]),
        valueCount: result.values.filter((value) => value.file === file).length,
        documents,
      },
    ]
  })
}

const isOtherVersion = (one: DocumentRecord, other: DocumentRecord): boolean =>
  other.file !== one.file &&
  isSubmitted(other) &&
  other.kind === 'analysis' &&
  one.county !== null &&
  other.county === one.county &&
  other.period === one.period &&
  (other.status === 'ok' || other.status === 'partial' || other.status === 'duplicate')
