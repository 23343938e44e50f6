/** A yes-or-no fact as `facts.jsonl` writes it (docs/contract.md): one line for each document, county, year and fact that it speaks of. */
import type { Evidence } from '../document.ts'

/** `unknown`: the document speaks of it without settling it. What it does not speak of has no line. */
export type Answer = 'yes' | 'no' | 'unknown'

/** One place where a document speaks of a fact. */
export interface FactStatement {
  readonly answer: Answer
  readonly evidence: Evidence
}

export interface StatedFact extends FactStatement {
  readonly id: string
  readonly file: string
  readonly county: string | null
  readonly period: string | null
  /** Id in the lexicon. */
  readonly fact: string
  /** Where the document answers otherwise, in order of position. */
  readonly others: readonly FactStatement[]
  readonly confidence: number
  readonly notes: readonly string[]
}
