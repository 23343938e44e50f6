/** What a rule sees while it is evaluated: the item's points, its readings, the other counties', and the rules within it. */
import type { Award } from './award.ts'
import type { Decimal } from './decimal.ts'
import type { Interval, Truth } from './interval.ts'
import type { AnswerOperand, AwardFilter, DocumentOperand, EntryOperand, NumberOperand, Operand, WordOperand } from './operand.ts'
import type { Outcome } from './outcome.ts'
import type { Rule } from './rule.ts'
import type { Passed, Use } from './trace.ts'

/** One of several things that a reviewer listed: a paper, a meeting. */
export interface Listed {
  readonly title: string
  /** How many share it. */
  readonly people?: number
}

interface Read {
  /** The reading as the reasons quote it: 97.5%（…）. */
  readonly words: string
  /** Why nothing certain was read and where it was looked for; empty where it was. */
  readonly open: string
}

export interface NumberReading extends Read {
  readonly allowed: Interval
  /** False where nothing was found at all: `allowed` is then all that the indicator can be. */
  readonly found: boolean
}
export interface AnswerReading extends Read {
  readonly answer: Truth
}
export interface WordReading extends Read {
  readonly word: string | null
}
export interface AwardsReading extends Read {
  readonly awards: readonly Award[]
  /** Told for a longer stretch than the period: perhaps of it, perhaps not. */
  readonly unplaced: readonly Award[]
  /** Told already by an earlier quarter that the item asks for. */
  readonly repeated: readonly Passed[]
  /** True where more may have been won than could be read. */
  readonly incomplete: boolean
}
export interface ReceiptReading extends Read {
  readonly received: Truth
  /** Day of receipt and last day in time; null where not known. */
  readonly day: string | null
  readonly due: string | null
}

interface Many {
  readonly least: number
  readonly most: number
}

/** The numbers of all counties as one of them stands among them, for ranks, averages and coefficients. */
export interface Peers {
  /** How many surely have a place, and how many with those to which the item may not apply. */
  readonly count: Many
  /** True where no other county can have a place. */
  readonly alone: boolean
  /** How many of the others are better, and how many are behind: equal or worse. */
  readonly better: (own: Interval, direction: 'higher' | 'lower') => Many & { readonly behind: Many }
  /** The mean with the county's own number as given, the others' at their lower or upper ends. */
  readonly mean: (own: Decimal, end: 'from' | 'to') => Decimal
  /** The lowest and highest of the others, where they are as high and where they are as low as can be; without others the lowest is ∞ and the highest −∞. */
  readonly ends: () => {
    readonly top: { readonly lowest: Decimal; readonly highest: Decimal }
    readonly bottom: { readonly lowest: Decimal; readonly highest: Decimal }
    /** Where the end lies beyond the number: the others are lower than `top.lowest`, higher than `bottom.highest`. */
    readonly openTop: boolean
    readonly openBottom: boolean
  }
  /** The ends of all numbers that lie within one; null where there are too many to try. */
  readonly endsWithin: (own: Interval) => readonly Decimal[] | null
  /** Counties whose numbers are not settled and matter, the first of them; `more`: there are others. */
  readonly unsettled: (matters: (number: Interval) => boolean) => { readonly counties: readonly string[]; readonly more: boolean }
}

export interface Scope {
  /** The item's points in this period. */
  readonly full: Decimal
  /** What there is before anything is deducted: the item's points; of a penalty, and among deductions, nothing. */
  readonly start: Decimal
  /** The same, for rules that only deduct. */
  readonly deducting: () => Scope
  readonly number: (operand: NumberOperand) => NumberReading
  readonly answer: (operand: AnswerOperand) => AnswerReading
  readonly word: (operand: WordOperand) => WordReading
  readonly awards: (filter: AwardFilter) => AwardsReading
  /** Which of what was read the points rest on, and what was passed over and why. */
  readonly rests: (uses: readonly Use[], passed: readonly Passed[]) => void
  readonly receipt: (operand: DocumentOperand) => ReceiptReading
  /** What a reviewer gave in points under this name; null without. */
  readonly entered: (operand: EntryOperand) => { readonly value: number; readonly reason: string } | null
  /** What a reviewer listed under this name; null without. */
  readonly listed: (operand: EntryOperand) => readonly Listed[] | null
  /** What the scheme asks of an indicator; null where it sets no target. */
  readonly target: (operand: NumberOperand) => { readonly op: '>=' | '<=' | '=' | '>' | '<'; readonly value: number } | null
  readonly peers: (operand: NumberOperand) => Peers
  /** What other counties still owe for this one's points; in words, for the reasons. */
  readonly awaits: (operand: NumberOperand, owing: ReturnType<Peers['unsettled']>) => string
  readonly nameOf: (operand: Operand) => string
  /** The unit in which it is reckoned; '' where it has none. */
  readonly unitOf: (operand: Operand) => string
  /** Which numbers are the better ones, where the rule does not say: as the lexicon has it; of findings and copied text fewer are. */
  readonly betterOf: (operand: NumberOperand) => 'higher' | 'lower'
  readonly evaluate: (rule: Rule) => Outcome
}
