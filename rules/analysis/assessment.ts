/** The judgement of one analysis as `assessments.jsonl` writes it (docs/contract.md). */
import type { Evidence } from '../../extractors/document.ts'
import type { CopyingShare } from '../copying/copy.ts'
import type { Genre } from './classifier/genre.ts'

export type Verdict = 'pass' | 'review' | 'weak'
export type ComparisonLevel = 'adequate' | 'thin' | 'absent'
export type ProblemsLevel = 'specific' | 'boilerplate' | 'absent'
export type CausesLevel = 'present' | 'absent'
export type MeasuresLevel = 'concrete' | 'slogan' | 'absent'

/** Why something that looks like it does not count. */
export type RejectionReason =
  | 'placeholder'
  | 'foreign'
  | 'quoted'
  | 'copied'
  | 'planned'
  | 'unreal'
  | 'effort'
  | 'macro'
  | 'contest'
  | 'limit'
  | 'unquantified'
  | 'listing'
  | 'lookalike'
  | 'boilerplate'
  | 'attitude'
  | 'slogan'

export interface Rejected {
  readonly evidence: Evidence
  readonly reason: RejectionReason
}

export interface Criterion<Level extends string> {
  readonly level: Level
  /** What counted; where the level is below the top, what it rests on. */
  readonly evidence: readonly Evidence[]
  /** What was considered and does not count, and why. */
  readonly rejected: readonly Rejected[]
  /** What is missing and where it was looked for, in Chinese; empty at the top level. */
  readonly missing: string
}

export interface Criteria {
  readonly comparison: Criterion<ComparisonLevel>
  readonly problems: Criterion<ProblemsLevel>
  readonly causes: Criterion<CausesLevel>
  readonly measures: Criterion<MeasuresLevel>
}

/** A problem with the causes given for it and the measures that answer it. */
export interface Chain {
  readonly problem: Evidence
  readonly causes: readonly Evidence[]
  readonly measures: readonly Evidence[]
}

/** What is named of this county: its towns, farms, markets and quarters, and the figures of quality. */
export interface Locality {
  readonly places: readonly string[]
  readonly qualityFigures: number
}

/** Of the measures: how many there are, and how many of them name each of these. */
export interface Usefulness {
  readonly measures: number
  readonly owner: number
  readonly deadline: number
  readonly quantity: number
  /** The text says what comes first, or what it costs. */
  readonly priority: boolean
  readonly resources: boolean
}

/** A figure from another document of the same county. */
export interface KnownFigure {
  readonly indicator: string
  readonly name: string
  readonly basis: 'yoy' | 'qoq'
  readonly period: string
  readonly value: number
  readonly unit: string
  /** As written in the document that `source` names. */
  readonly quote: string
  readonly source: string
}

export interface Assessment {
  readonly id: string
  readonly file: string
  readonly county: string | null
  readonly period: string | null
  readonly verdict: Verdict
  readonly criteria: Criteria
  /** Share of the body's characters that narrates activities, 0 to 1. */
  readonly narrativeShare: number
  /** null when there was nothing to compare against. */
  readonly copying: CopyingShare | null
  /** Each specific problem with the causes given for it and the measures that answer it. */
  readonly chains: readonly Chain[]
  /** Measures that answer no problem stated. */
  readonly unprompted: readonly Evidence[]
  /** Claims within this document that its own figures do not bear out; they never turn a comparison into none. */
  readonly slips: readonly { readonly evidence: Evidence; readonly message: string }[]
  /** The county's own earlier figures that could be set against one stated without a comparison. */
  readonly known: readonly KnownFigure[]
  readonly locality: Locality
  readonly usefulness: Usefulness
  /** What the paragraphs look like to the classifier, as shares of the body's characters; null where none was at hand. */
  readonly genres: Readonly<Record<Genre, number>> | null
  /** The two signals disagree: a person should look. It never changes the verdict. */
  readonly reviewSuggested: boolean
  /** From 0 to 1: the nearer to 1, the earlier a person should look. */
  readonly doubt: number
  readonly feedback: string
}

/** The words that set one analysis apart from the others of its period. */
export interface DistinctiveTerms {
  readonly file: string
  readonly terms: readonly string[]
}
