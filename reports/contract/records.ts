/** The record of one file as `documents.jsonl` writes it, and the whole result of a run. The other records' types live in the rooms that make them. */
import type { Achievement } from '../../extractors/achievements/achievement.ts'
import type { Block, Evidence, Format, Notice, Span } from '../../extractors/document.ts'
import type { StatedFact } from '../../extractors/facts/fact.ts'
import type { StructuralNumber } from '../../extractors/indicators/ledger.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import type { Assessment, DistinctiveTerms } from '../../rules/analysis/assessment.ts'
import type { Finding } from '../../rules/checks/finding.ts'
import type { CopiedPassage } from '../../rules/copying/copy.ts'
import type { Practice } from '../../rules/practices/practice.ts'
import type { Revision } from '../../rules/resubmission/revision.ts'
import type { Scores } from '../../rules/scoring/score.ts'

export type DocumentStatus = 'ok' | 'partial' | 'rejected' | 'duplicate' | 'ignored'
export type DocumentKind = 'analysis' | 'summary' | 'bulletin' | 'plan' | 'data' | 'evidence' | 'unknown'

export interface DocumentRecord {
  readonly id: string
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly format: Format
  readonly status: DocumentStatus
  readonly duplicateOf?: string
  readonly code?: string
  readonly message?: string
  readonly kind: DocumentKind
  readonly title: string
  /** Why it has no assessment, for one that was read; null where it has one, or could not be read. */
  readonly notJudged: string | null
  readonly county: string | null
  readonly period: string | null
  readonly pages: number | null
  readonly characters: number
  readonly receivedAt: string | null
  /** How many numbers of the text are part of a value, structural (and by what they were taken for), or unexplained. */
  readonly numbers: {
    readonly extracted: number
    readonly structural: number
    readonly unexplained: number
    readonly structuralByClass: Readonly<Record<string, number>>
  }
  /** The numbers that nothing explains, themselves. */
  readonly unexplained: readonly Evidence[]
  readonly notices: readonly Notice[]
}

/** The document's text as the page shows it. Not a file of the contract. */
export interface DocumentText {
  readonly file: string
  readonly text: string
  readonly blocks: readonly Block[]
  /** Every number that is none of a value's (a date, a document number), with what it was taken for. */
  readonly structural: readonly StructuralNumber[]
  /** Every number that nothing explains. */
  readonly unexplained: readonly Span[]
}

/** Everything that the products (contract files, workbook, page, terminal summary) are made from. Records are sorted by file, then by position. */
export interface RunResult {
  readonly documents: readonly DocumentRecord[]
  readonly values: readonly Value[]
  readonly achievements: readonly Achievement[]
  readonly facts: readonly StatedFact[]
  readonly practices: readonly Practice[]
  /** Levels of earlier submissions (`--history`), for rules that compare with them. */
  readonly earlier: readonly Value[]
  readonly assessments: readonly Assessment[]
  readonly checks: readonly Finding[]
  /** Absent where nothing was scored: a single file, an evaluation. */
  readonly scores?: Scores
  /** What was found in other documents too. */
  readonly copies: readonly CopiedPassage[]
  /** What became of an earlier version's shortcomings, of each analysis that came in again. Not a file of the contract. */
  readonly revisions: readonly Revision[]
  /** The words that set each analysis apart from the others of its period. Not a file of the contract. */
  readonly terms: readonly DistinctiveTerms[]
  readonly texts: readonly DocumentText[]
}

/** The version of the contract that this program writes: a field added raises the second figure. */
export const contractVersion = '1.6'

/** `run.json`: all that differs between two runs of the same input. Made by the pipeline, which alone knows the time. */
export interface RunRecord {
  readonly contractVersion: string
  readonly version: string
  /** ISO 8601 with the zone. */
  readonly startedAt: string
  readonly finishedAt: string
  readonly durationMs: number
  readonly input: string
  readonly jobs: number
  /** Hashes of the knowledge that the run used. */
  readonly lexicon: string
  readonly scheme: string
  /** Hash of the decisions that took part. */
  readonly decisions?: string
  readonly documents: Readonly<Record<DocumentStatus, number>>
  readonly counts: {
    readonly values: number
    readonly achievements: number
    readonly facts: number
    readonly assessments: number
    readonly checks: number
    readonly copies?: number
  }
  /** Documents whose result was kept from an earlier run. */
  readonly cached?: number
  readonly limits?: Readonly<Record<string, number>>
  /** The stages of one document with their versions, and their milliseconds over all documents and workers. */
  readonly stages?: readonly { readonly name: string; readonly version: number; readonly ms: number }[]
  /** Mistakes of this program, each met in one file. */
  readonly faults?: readonly { readonly file: string; readonly stage: string; readonly stack: string }[]
  /** What the user was told beside: folders that could not be opened, rows of the register that name no file. */
  readonly remarks?: readonly string[]
}
