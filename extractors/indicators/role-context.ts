/** What deciding a quantity's role takes: the words around it, and what the sentence has said so far. */
import type { FoldedSpan } from '../document.ts'
import type { Period } from '../quantities/period.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { ComparedReader } from './compared.ts'
import { withoutUnit } from './label.ts'
import type { Said } from './said.ts'
import type { SentenceContext, SentenceKit } from './sentence-context.ts'
import type { Basis } from './value.ts'
import { isCount } from './whose.ts'

export interface RoleContext {
  /** From the sentence's beginning to the quantity. */
  readonly sentenceBefore: string
  readonly clauseBefore: string
  /** From the clause's beginning, or the quantity before, to the quantity. */
  readonly lead: string
  /** What follows the quantity in its clause. */
  readonly after: string
  /** What the next clause begins with. */
  readonly next: string
  /** The comparator's words between `lead` and the digits. */
  readonly bound: string
  /** True where `lead` names nothing: the quantity goes on about what was said before. */
  readonly bare: boolean
  readonly planned: boolean
  /** The first year of a plan of several. */
  readonly planFrom: string | undefined
  /** Whether the sentence foretells it for a time still to come (预计). */
  readonly foreseen: boolean
  /** Whether a level that is asked for stands before it in the sentence. */
  readonly afterTarget: boolean
  /** The last level stated in the sentence, in the quantity's unit. */
  readonly level: number | null
  /** Whether the sentence has told a share, and nothing reached since. */
  readonly afterShare: boolean
  /** Whether the quantity itself is a count. */
  readonly counting: boolean
  /** Whether that level is a count. */
  readonly counted: boolean
  /** What the level just stated in its clause was set against. */
  readonly against: Basis | null
  /** Whether the last level is below the one that its clause has set it against. */
  readonly below: boolean
  /** What the last level of the sentence was set against, in whichever clause. */
  readonly near: Basis | null
  /** The other side that `lead` ends with. */
  readonly compared: ReturnType<ComparedReader>
  readonly period: Period | null
}

/** So much of the next clause tells whether it says what was done. */
const NEXT = 6

export function contextOf(
  kit: SentenceKit,
  { text, sentence, planned, plannedFrom, planFrom, period }: SentenceContext,
  clause: FoldedSpan,
  leadStart: number,
  quantity: Quantity,
  said: Said,
): RoleContext {
  const words = text.slice(leadStart, quantity.span.start)
  // 2019年度为83.9%, beside a level of 2020 in a report of 2021: earlier than the level, not than the report.
  const of = said.period ?? period
  // 高出全地区平均分（81.9分）1.3分: what the brackets stand in goes on behind them.
  const opened = words.startsWith('）') ? text.lastIndexOf('（', leadStart) : -1
  const around = opened < clause.start ? words : text.slice(clause.start, opened) + words.slice(1)
  return {
    sentenceBefore: text.slice(sentence.span.start, quantity.span.start),
    clauseBefore: text.slice(clause.start, quantity.span.start),
    lead: withoutUnit(around),
    bound: text.slice(quantity.span.start, quantity.number.start),
    bare: kit.ownName(words, '', '').bare,
    compared: kit.compared(words, text.slice(quantity.span.end, clause.end), of),
    after: text.slice(quantity.span.end, clause.end),
    next: text.slice(clause.end, Math.min(clause.end + NEXT, sentence.span.end)),
    planned: planned && quantity.span.start >= plannedFrom,
    planFrom,
    foreseen: kit.plans.foresees(text.slice(sentence.span.start, quantity.span.start), period),
    afterTarget: said.target,
    against: said.against?.clause === clause ? said.against.basis : null,
    near: said.against?.basis ?? said.way,
    below: said.level !== null && said.against?.clause === clause && said.against.value !== null && said.level.value < said.against.value,
    level: said.level?.unit === quantity.unit ? said.level.value : null,
    afterShare: said.share,
    counting: isCount(quantity.unit),
    counted: said.level !== null && isCount(said.level.unit),
    period: of,
  }
}
