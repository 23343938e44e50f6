/** What the stages give of one document, and what stands for it where they gave nothing. */
import type { Achievement } from '../extractors/achievements/achievement.ts'
import type { Format } from '../extractors/document.ts'
import type { StatedFact } from '../extractors/facts/fact.ts'
import { detectFormat } from '../extractors/formats/detect.ts'
import type { Value } from '../extractors/indicators/value.ts'
import type { TermCount } from '../extractors/language/terms.ts'
import type { DocumentRecord, DocumentText } from '../reports/contract/records.ts'
import type { Assessment } from '../rules/analysis/assessment.ts'
import type { Finding } from '../rules/checks/finding.ts'
import { type CopyTrace, noTrace } from '../rules/copying/copy.ts'
import type { Practice } from '../rules/practices/practice.ts'
import { formatBySuffix, type SourceFile } from './document-record.ts'
import type { DocumentInput } from './reading-kit.ts'

/** All that the rest of the run needs of one document: compact records, no tokens. */
export interface DocumentResult {
  readonly document: DocumentRecord
  readonly values: readonly Value[]
  readonly achievements: readonly Achievement[]
  readonly facts: readonly StatedFact[]
  readonly practices: readonly Practice[]
  readonly assessment: Assessment | null
  readonly checks: readonly Finding[]
  /** null when the file could not be read. */
  readonly text: DocumentText | null
  /** The content words it uses most. */
  readonly terms: readonly TermCount[]
  /** For finding documents of nearly equal text. */
  readonly sketch: readonly number[]
  /** For finding what was copied. */
  readonly trace: CopyTrace
  readonly fault: Fault | null
}

/** A mistake of this program, met in a file. */
export interface Fault {
  readonly file: string
  readonly stage: string
  readonly stack: string
}

export const internalError = (stage: string) => ({
  code: 'E_INTERNAL',
  message: `程序内部错误（${stage}），本文件未能处理，请把文件交给维护人员`,
})

/** The result of a file of which nothing but its record is known. */
export const unread = (document: DocumentRecord): DocumentResult => ({
  document,
  values: [],
  achievements: [],
  facts: [],
  practices: [],
  assessment: null,
  checks: [],
  text: null,
  terms: [],
  sketch: [],
  trace: noTrace,
  fault: null,
})

export const sourceOf = ({ file, sha256, bytes }: DocumentInput): SourceFile => ({ file, sha256, bytes: bytes.length })

export function formatOf({ bytes, file }: DocumentInput): Format {
  try {
    return detectFormat(bytes, file)
  } catch {
    return formatBySuffix(file)
  }
}
