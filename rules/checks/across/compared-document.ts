/** What the checks over all documents need to know of each: a compact record, its values and honours, and the text that they were cut from. */
import type { Achievement } from '../../../extractors/achievements/achievement.ts'
import type { Evidence } from '../../../extractors/document.ts'
import type { DocumentKind } from '../../../extractors/identity/kind.ts'
import type { Value } from '../../../extractors/indicators/value.ts'
import type { Period } from '../../../extractors/quantities/period.ts'
import type { Finding } from '../finding.ts'
import type { Readable } from '../statement.ts'

export interface ComparedDocument {
  readonly file: string
  readonly kind: DocumentKind
  readonly title: string
  readonly county: string | null
  readonly period: Period | null
  /** False for what is only given to be compared against: findings are not filed under it. */
  readonly submitted: boolean
  readonly values: readonly Value[]
  readonly achievements: readonly Achievement[]
  readonly text: Readable
}

export type CrossFinding = Omit<Finding, 'id'>

/** Evidence from another document than the finding's. */
export const elsewhere = (file: string, evidence: Evidence): Evidence => ({ ...evidence, file })
