/** A value before the engine cuts its evidence: places are in the folded text, county and period are resolved. */
import type { FoldedSpan } from '../document.ts'
import type { Indicator } from '../lexicon.ts'
import type { Period } from '../quantities/period.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { Basis, Breakdown, Role } from './value.ts'

/** What a quantity is about. */
export interface Subject {
  readonly indicator: Indicator | null
  /** The lexicon's name, or the document's own words. */
  readonly name: string
  readonly breakdown: Breakdown | null
  readonly span: FoldedSpan | null
  /** How it was found, which settles the confidence. */
  readonly how: 'beside' | 'earlier-clause' | 'list' | 'inherited' | 'heading' | 'table' | 'own-words' | 'event' | 'likeness'
  /** The unit of the level that it was stated with, once it is stated. */
  readonly unit?: string
  /** When that level was, where it was not the report's own period. */
  readonly period?: Period | null
  /** Whose level it was that a list dealt out. */
  readonly region?: string | null
  /** The words of the head that the subject shares with the one before it (食品抽检合格率98.6%，药品为100%). */
  readonly head?: string
  /** The indicator that is a change of this count (投诉总量同比变化), where its words name one. */
  readonly change?: Indicator
  /** True for a rate or score, false for a count or amount. */
  readonly rate: boolean
  readonly notes: readonly string[]
}

export interface ValueDraft {
  readonly subject: Subject
  readonly role: Role
  readonly basis: Basis | null
  readonly quantity: Pick<Quantity, 'value' | 'upper' | 'unit' | 'comparator' | 'span' | 'ahead'>
  /** A county's id, an area's name, or null for the document's own. */
  readonly region: string | null
  readonly period: Period | null
  readonly notes: readonly string[]
}
