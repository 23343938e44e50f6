/** What a quantity takes up again: the head of the one before, a field whose rate the document has stated, the whole after its parts. */
import { foldedSpan } from '../document.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { Subject } from './draft.ts'
import { isRate, type SubjectContext, type SubjectKit } from './subject-kit.ts'
import { agrees } from './units.ts'
import type { Role } from './value.ts'

/** 总体99.1% after its parts; 工业产品差0.2个百分点, where the document has stated the rate of 工业产品. */
export function takenUp(
  kit: SubjectKit,
  quantity: Quantity,
  role: Role,
  { text, sentence, leadStart, last, known }: SubjectContext,
): Subject | null {
  const raw = text.slice(leadStart, quantity.span.start)
  const lead = kit.withoutTurn(raw)
  const whole = last?.breakdown?.of
  const of = whole !== undefined && kit.saysWhole(lead) ? kit.indicatorOf(whole) : undefined
  const alone = of || !isRate(quantity) ? null : kit.fieldAt(lead)
  const topic =
    role === 'change' && !last?.indicator && kit.ownName(lead, '', '').bare
      ? kit.fieldsIn(text.slice(sentence.start, leadStart)).at(-1)
      : undefined
  const field = topic && TOPIC.test(text[sentence.start + topic.end] ?? '') ? kit.fieldAt(topic.word)?.field : undefined
  const indicator =
    of ??
    (field ? known.get(field) : undefined) ??
    (alone && (kit.ownName(lead.slice(alone.length), '', '').bare || kit.saysWhole(lead.slice(alone.length)))
      ? known.get(alone.field)
      : undefined)
  if (!indicator || !agrees(indicator, quantity.unit, role)) return null
  return {
    indicator,
    name: indicator.name,
    breakdown: null,
    span: null,
    how: of || field || role === 'change' || OPPOSED.test(raw) ? 'inherited' : 'beside',
    rate: true,
    notes: [],
  }
}

/** 与工业产品总体93.5%的水平相差: the other side is not what is spoken of. */
const OPPOSED = /^[，；、：而但]*[与同跟和比较]/u
/** 工业产品是唯一往下走的：比上年同期退1.3个百分点 */
const TOPIC = /[是，：也则]/u

/** 食品抽检合格率98.6%，药品为100%: the head said just before is left out. */
export function withHeadOf(
  kit: SubjectKit,
  last: Subject,
  quantity: Quantity,
  role: Role,
  { text, leadStart }: SubjectContext,
): Subject | null {
  if (!last.span || !last.indicator) return null
  const { name: words, at } = kit.ownName(text.slice(leadStart, quantity.span.start), '', quantity.unit)
  // 而药品则由98.0%升为99.2%
  const name = words.replace(/^[而但]|[则却也]$/gu, '')
  if (at < 0 || name.length > LONGEST_ELIDED) return null
  const head = last.head ?? text.slice(last.span.start, last.span.end)
  for (let from = 1; from < head.length - 1; from++) {
    const composed = kit.mentionsOf(name + head.slice(from)).at(-1)
    if (
      composed?.indicator &&
      composed.span.start === 0 &&
      (composed.indicator !== last.indicator || composed.span.end === name.length + head.length - from) &&
      agrees(composed.indicator, quantity.unit, role)
    )
      return {
        indicator: composed.indicator,
        name: composed.indicator.name,
        breakdown: null,
        span: foldedSpan(leadStart + at, leadStart + at + name.length),
        how: 'list',
        rate: true,
        head,
        notes: [],
      }
  }
  return null
}

const LONGEST_ELIDED = 8
