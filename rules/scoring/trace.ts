/** What an item rests on, gathered while its rule is evaluated: the records used with their places, those not taken and why, and what stays in doubt. */
import type { Evidence } from '../../extractors/document.ts'

export type UsedRecord = 'value' | 'fact' | 'achievement' | 'assessment' | 'document' | 'check'

/** A record that points rest on, with its place in the document. */
export interface Use {
  readonly record: UsedRecord
  readonly id: string
  readonly file: string
  /** The reading in words: 97.5%（2020-Q3，正文）. */
  readonly words: string
  readonly evidence?: Evidence
  /** The decision that corrected the record, and what the machine had read. */
  readonly decision?: number
  readonly was?: string
}

/** A record that could have served and was not taken. */
export interface Passed extends Use {
  readonly why: string
}

export interface Trace {
  readonly uses: Use[]
  readonly passed: Passed[]
  /** Readings that were taken and are to be looked at: the points are then open. */
  readonly doubts: string[]
  /** Numbers of the decisions that took part. */
  readonly decisions: Set<number>
}

export const newTrace = (): Trace => ({ uses: [], passed: [], doubts: [], decisions: new Set() })
