/** What the products need beside the result of the run: how things are called, what is asked for, and what the input was called. */
import type { Lexicon } from '../extractors/lexicon.ts'
import type { LetterSettings } from '../rules/scoring/letter-settings.ts'
import type { DocumentKind } from './contract/records.ts'

/** The part of a scheme that the products show. */
export interface ReportScheme {
  readonly year: number
  readonly office: string
  /** Ids of the counties, in the office's order. */
  readonly counties: readonly string[]
  /** What every county has to send. */
  readonly submissions: readonly ExpectedSubmission[]
  readonly letters: LetterSettings
  /** Values of less confidence are listed first for review. */
  readonly reviewBelow: number
  readonly targets: Readonly<Record<string, Target>>
}

export interface ExpectedSubmission {
  readonly kind: DocumentKind
  readonly period: string
  /** The last day on which it counts as in time: 2020-10-15. */
  readonly due?: string
  /** The last day for a mended report. */
  readonly amendBy?: string
}

/** What is asked of an indicator, in the indicator's own unit. */
export interface Target {
  readonly op: '>=' | '<=' | '=' | '>' | '<'
  readonly value: number
  readonly source?: string
  readonly note?: string
}

export interface ReportContext {
  readonly lexicon: Lexicon
  readonly scheme: ReportScheme
  /** The input folder as the user named it. */
  readonly inputName: string
}
