/**
 * The shape of a check: one claim that must add up. A check sees the values of a document in groups that were written together (a sentence, a table's
 * row) and yields what does not hold; the engine in index.ts makes the records.
 */
import type { Document, Evidence } from '../../extractors/document.ts'
import type { Identity } from '../../extractors/identity/identity.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { FindingWords } from './finding.ts'

export type CheckedValue = Omit<Value, 'id'>

/** Values that one sentence or one table row states, in order. */
export interface ValueGroup {
  readonly values: readonly CheckedValue[]
  readonly table: boolean
}

export interface CheckContext {
  readonly document: Document
  readonly identity: Pick<Identity, 'kind' | 'title' | 'period' | 'countyId'>
  readonly values: readonly CheckedValue[]
  readonly groups: readonly ValueGroup[]
  readonly lexicon: Lexicon
  /** The words between two places of the document. */
  readonly between: (start: number, end: number) => string
}

export interface Slip {
  /** Where it is not the check's own. */
  readonly kind?: string
  readonly severity: 'error' | 'warning'
  readonly claimed: number | string
  readonly recomputed: number | string
  readonly words?: FindingWords
  /** The claim first. */
  readonly evidence: readonly Evidence[]
  /** Chinese, with the recomputed figure. */
  readonly message: string
}

export interface Check {
  readonly kind: string
  readonly examine: (context: CheckContext) => Iterable<Slip>
}

export const defineCheck = (check: Check): Check => check

/** Two values about one thing: the same indicator, or the same part of it, of one county. */
export const sameSubject = (a: CheckedValue, b: CheckedValue): boolean => a.county === b.county && sameThing(a, b)

/** The same, whosever it is. */
export function sameThing(a: CheckedValue, b: CheckedValue): boolean {
  if (a.indicator !== b.indicator) return false
  return a.indicator !== null || a.name === b.name || (a.subject !== null && a.subject.start === b.subject?.start)
}
