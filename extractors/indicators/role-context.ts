/** What deciding a quantity's role takes: the words around it, and what the sentence has said so far. */
import type { FoldedSpan } from '../document.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { withoutUnit } from './label.ts'
import type { RoleContext } from './role.ts'
import type { Said } from './said.ts'
import type { SentenceContext, SentenceKit } from './sentence-context.ts'
import { isCount } from './whose.ts'

export function contextOf(
  kit: SentenceKit,
  { text, sentence, planned, plannedFrom, period }: SentenceContext,
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
    planned: planned && quantity.span.start >= plannedFrom,
    afterTarget: said.target,
    against: said.against?.clause === clause ? said.against.basis : null,
    near: said.against?.basis ?? said.way,
    below: said.level !== null && said.against?.clause === clause && said.against.value !== null && said.level.value < said.against.value,
    level: said.level?.unit === quantity.unit ? said.level.value : null,
    counted: said.level !== null && isCount(said.level.unit),
    period: of,
  }
}
