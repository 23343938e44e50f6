/** A value as `values.jsonl` writes it (docs/contract.md): one line for each quantity, indicator and county that a document states. */
import type { Evidence, Span } from '../document.ts'
import type { Comparator } from '../quantities/comparator.ts'

export type Role = 'actual' | 'target' | 'reference' | 'change' | 'share' | 'rank'

export type Basis = 'yoy' | 'qoq' | 'previous' | 'target' | 'peer' | 'average' | 'base-year'

/** The part of a whole that a value is about. `of` is the whole's indicator, where the lexicon has one. */
export interface Breakdown {
  readonly of?: string
  readonly level?: string
  readonly product?: string
  readonly place?: string
  readonly stage?: string
}

export interface Value {
  readonly id: string
  readonly file: string
  readonly county: string | null
  readonly period: string | null
  readonly indicator: string | null
  readonly name: string
  readonly breakdown: Breakdown | null
  readonly role: Role
  readonly value: number
  readonly upper?: number
  readonly unit: string
  readonly comparator: Comparator
  readonly basis: Basis | null
  readonly evidence: Evidence
  readonly subject: Span | null
  /** 0 to 1. */
  readonly confidence: number
  readonly notes: readonly string[]
}
