/**
 * Heads that come later: a level of the other side, or a target, stands before the clause that names what both are of.
 *
 *   全区平均93.1%，我县工业产品抽查合格率91.3%
 *   与塔城市（97.1%）、额敏县（95.4%）相比，我县工业产品抽查合格率94.2%
 */
import type { ValueDraft } from './draft.ts'
import type { SentenceContext, SentenceKit } from './sentence-context.ts'

/** What the sentence's beginning leaves open is of the first indicator that it names, in the same unit. */
export function headsAhead(kit: SentenceKit, { text, sentence }: SentenceContext, drafts: readonly ValueDraft[]): ValueDraft[] {
  const named = drafts.findIndex(({ subject }) => subject.indicator !== null || subject.breakdown !== null)
  const head = drafts[named]
  if (named < 1 || !head || head.role === 'change') return [...drafts]
  const open = (draft: ValueDraft): boolean =>
    (draft.role === 'reference' || draft.role === 'target' || draft.region !== null) &&
    draft.quantity.unit === head.quantity.unit &&
    draft.subject.indicator === null &&
    draft.subject.breakdown === null &&
    (draft.subject.span === null || kit.ownName(text.slice(sentence.span.start, draft.quantity.span.start), '', '').bare)
  return drafts.map((draft, index) => {
    if (index >= named || !drafts.slice(0, named).every(open)) return draft
    const { indicator, breakdown, name } = head.subject
    return { ...draft, subject: { ...draft.subject, indicator, breakdown, name, how: 'inherited' } }
  })
}
