/**
 * What stands on the other side with the level before it.
 *
 *   同比减少25%和31.3%（2017年4起、64吨）     64吨 is of 2017 too: the bracket holds it
 *   上年同期受理61件、办结59件                 and so does the list
 */
import type { FoldedSpan } from '../document.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { Subject, ValueDraft } from './draft.ts'
import { periodOf } from './scope.ts'
import type { SentenceContext, SentenceKit } from './sentence-context.ts'

/** `before`: what was read just before the quantity, in the same clause. */
export function withSameSide(
  kit: SentenceKit,
  { text }: SentenceContext,
  drafts: readonly ValueDraft[],
  before: ValueDraft | undefined,
  { span }: Quantity,
  levels: readonly Subject[],
): readonly ValueDraft[] {
  if (before?.role !== 'reference' || drafts.some(({ role, region }) => role !== 'actual' || region !== null)) return drafts
  const between = text.slice(before.quantity.span.end, span.start)
  if (!isJoined(text, before.quantity.span, between) || kit.cues.backAt(between) >= 0 || kit.cues.levelBefore.test(between)) return drafts
  return drafts.map((draft) => {
    const isOpen = draft.subject.how === 'own-words' || draft.subject.how === 'inherited'
    const same = isOpen ? levels.findLast(({ unit }) => unit === draft.quantity.unit) : undefined
    const { role, basis, period, region } = before
    return { ...draft, role, basis, period, region, subject: same ? { ...same, how: 'earlier-clause' } : draft.subject }
  })
}

/** 一、二季度分别为98.4%（189批次合格186批次）、97.3%: what a bracket explains is of the same time as the level before it. */
export function withHostPeriod(
  text: string,
  drafts: readonly ValueDraft[],
  stated: readonly ValueDraft[],
  { span }: Quantity,
): readonly ValueDraft[] {
  const opened = text.lastIndexOf('（', span.start)
  const host = opened > text.lastIndexOf('）', span.start) ? stated.findLast(({ quantity }) => quantity.span.end === opened) : undefined
  if (host?.role !== 'actual') return drafts
  return drafts.map((draft) => (draft.role === 'actual' && draft.period !== host.period ? { ...draft, period: host.period } : draft))
}

/** 同比增加15万吨、56.73%: the same change, told in percent right behind its amount. */
export function withSameChange(
  { text }: SentenceContext,
  drafts: readonly ValueDraft[],
  before: ValueDraft | undefined,
): readonly ValueDraft[] {
  const [only] = drafts
  if (before?.role !== 'change' || /[%‰点]$/u.test(before.quantity.unit) || only?.role !== 'actual' || drafts.length > 1) return drafts
  const { quantity } = only
  if (quantity.unit !== '%' || text.slice(before.quantity.span.end, quantity.span.start) !== '、') return drafts
  const sign = before.quantity.value < 0 ? -1 : 1
  const { basis, period, region, subject } = before
  return [{ ...only, role: 'change', basis, period, region, subject, quantity: { ...quantity, value: sign * quantity.value } }]
}

/** 比上年同期上升0.5个百分点（97.8%）: the level that a change is measured against, alone in brackets behind it. */
export function withBracketedLevel(
  { text, period }: SentenceContext,
  drafts: readonly ValueDraft[],
  before: ValueDraft | undefined,
): readonly ValueDraft[] {
  const [only] = drafts
  if (before?.role !== 'change' || before.basis === null || only?.role !== 'actual' || drafts.length > 1) return drafts
  const { quantity } = only
  const fits = quantity.unit === '%' ? before.quantity.unit === '个百分点' : quantity.unit === before.quantity.unit
  const isAlone = text.slice(before.quantity.span.end, quantity.span.start) === '（' && text[quantity.span.end] === '）'
  if (!fits || !isAlone || quantity.value <= Math.abs(before.quantity.value)) return drafts
  const { basis, subject, region } = before
  const of =
    basis === 'yoy' || basis === 'qoq'
      ? periodOf('', 'reference', basis, { county: null, period: before.period ?? period, headings: [] })
      : period
  return [
    { ...only, role: basis === 'target' ? 'target' : 'reference', basis: basis === 'target' ? null : basis, subject, region, period: of },
  ]
}

/** In the bracket that the level before stands in, or directly behind it in a list. */
function isJoined(text: string, { start }: FoldedSpan, between: string): boolean {
  if (/[（）。；]/u.test(between)) return false
  if (/^[、和及与][^，]*$/u.test(between)) return true
  const opened = text.lastIndexOf('（', start)
  return opened > text.lastIndexOf('）', start)
}
