/** What a clause says of a fact, on its way to a statement. Places are in the clause's sentence. */
import type { Span } from '../document.ts'
import type { Fact } from '../lexicon.ts'
import type { Answer } from './fact.ts'

/** Why an answer is what it is: `lack` and `absent` deny the thing, `deed` what is done with it, `stage` says how far it is; the others leave it open. */
export type Ground = 'deed' | 'lack' | 'absent' | 'stage' | 'plan' | 'demand' | 'doubt' | 'cell'

export interface FactReading {
  readonly fact: Fact
  readonly answer: Answer
  readonly ground: Ground
  /** The clause, or the clauses from the thing to what is said of it. */
  readonly span: Span
  /** Where the words end that say whose it is: at the deed or the thing, whichever comes first. */
  readonly subjectEnd: number
  /** The words name something near the fact's thing. */
  readonly isNear: boolean
  /** What is said of the thing stands in a later clause. */
  readonly following: boolean
}
