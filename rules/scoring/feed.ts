/**
 * What the engine reads: the records of the contract's files, and of each only what it needs. It sees no document.
 *
 * `facts` may be absent: a result without facts.jsonl leaves the items that ask for facts 待核.
 */
import type { Achievement } from '../../extractors/achievements/achievement.ts'
import type { Evidence } from '../../extractors/document.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import type { Assessment, Criteria, Criterion } from '../analysis/assessment.ts'
import type { Finding } from '../checks/finding.ts'
import type { Practice } from '../practices/practice.ts'

export type FeedKind = 'analysis' | 'summary' | 'bulletin' | 'plan' | 'data' | 'evidence' | 'unknown'

export interface FeedDocument {
  readonly id: string
  readonly file: string
  readonly status: 'ok' | 'partial' | 'rejected' | 'duplicate' | 'ignored'
  readonly duplicateOf?: string
  readonly message?: string
  readonly kind: FeedKind
  readonly county: string | null
  readonly period: string | null
  readonly receivedAt: string | null
}

export interface FeedFact {
  readonly id: string
  readonly file: string
  readonly county: string | null
  readonly period: string | null
  readonly fact: string
  readonly answer: 'yes' | 'no' | 'unknown'
  readonly evidence: Evidence
  readonly confidence: number
  readonly notes?: readonly string[]
}

/** Of a judgement, what the rules ask for. */
export interface FeedAssessment extends Pick<Assessment, 'id' | 'file' | 'county' | 'period' | 'verdict' | 'copying' | 'feedback'> {
  readonly criteria: Readonly<
    Record<keyof Criteria, Pick<Criterion<string>, 'level' | 'evidence' | 'missing'> & Partial<Pick<Criterion<string>, 'rejected'>>>
  >
}

export interface Feed {
  readonly documents: readonly FeedDocument[]
  readonly values: readonly Value[]
  readonly achievements: readonly Achievement[]
  readonly assessments: readonly FeedAssessment[]
  readonly checks: readonly Finding[]
  readonly facts?: readonly FeedFact[]
  /** Levels that the counties had reported in earlier submissions, given to compare with (`--history`). */
  readonly earlier?: readonly Value[]
  /** For the writer of the bulletin; nothing is scored by them. */
  readonly practices?: readonly Practice[]
}
