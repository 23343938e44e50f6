/** Lists of times: 2018、2019、2020年合格率分别为…; 与去年同期、上季度相比，投诉量分别下降… */
import { previousQuarter, yearOf } from '../quantities/period.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { earlierPeriod } from './baseline.ts'
import type { Dealt, ListsOf } from './dealt.ts'
import type { Subject } from './draft.ts'
import { subjectOfHead } from './list-head.ts'
import { listItems, quartersListed } from './lists.ts'
import type { SentenceContext, SentenceKit } from './sentence-context.ts'
import { timesListed } from './times.ts'
import type { Role } from './value.ts'

/** A quarter, a year, an earlier period each. */
export function ofTimes(
  kit: SentenceKit,
  context: SentenceContext,
  { before, from, items, count, index, verb }: ListsOf,
  quantity: Quantity,
  role: Role,
  levels: readonly Subject[],
): Dealt | null {
  const year = context.period === null ? null : yearOf(context.period)
  // 一至三季度食品、药品、化妆品合格率分别为…: what the clause lists itself comes first.
  const quarter = items ? null : quartersListed(before, count, year)?.[index]
  if (quarter) {
    const head = { text: before.slice(from), at: 0 }
    const named = kit.mentionsOf(head.text).length > 0
    const subject = named ? null : subjectOfHead(kit, context, head, context.sentence.span.start + from, quantity, role, verb)
    return { subject, period: quarter }
  }
  const opening = listItems(before.slice(0, Math.max(0, before.indexOf('，'))))
  // 去年和今年三季度，合格率分别为…: the times may open the sentence.
  const listed = timesListed(kit, items ?? (opening.length === count ? opening : []), context.period)
  const time = listed?.times[index]
  if (!listed || !time) return null
  // 同比、环比分别上升1.2和0.3个百分点: what a change is measured against is no time of its own.
  if (role === 'change') {
    if (time.basis === null) return { subject: null, period: time.period }
    // 与去年同期、上季度相比，投诉量分别下降12%和上升3.1%
    const head = { text: before.slice(from), at: 0 }
    const subject = items ? null : subjectOfHead(kit, context, head, context.sentence.span.start + from, quantity, role, verb)
    return subject ? { subject, basis: time.basis } : null
  }
  // 代偿率3.8%，2019、2020两年分别是6.4%、4.5%: earlier years of the level just told.
  const told = items !== null && listed.head.text === '' && role === 'actual' ? levels.at(-1) : undefined
  const basis = told ? earlierPeriod(`${time.period}年`, context.period) : null
  if (told && basis) return { subject: { ...told, how: 'inherited' }, period: time.period, role: 'reference', basis }
  const subject = items === null ? null : subjectOfHead(kit, context, listed.head, context.sentence.span.start + from, quantity, role, verb)
  const sides = listed.times.some(({ basis }) => basis !== null)
  if (role === 'target' || !(sides || role === 'reference')) return { subject, period: time.period }
  // 二季度、去年三季度分别是95.1%、93.4%: the quarter before is a side too.
  const side =
    time.basis ?? (time.period === previousQuarter(context.period ?? time.period) && time.period !== context.period ? 'qoq' : null)
  return { subject, period: time.period, role: side ? 'reference' : 'actual', basis: side }
}
