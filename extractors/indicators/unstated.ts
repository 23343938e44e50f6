/** Values without a number of their own: events that did not happen (0), and levels that stayed the same (持平, a change of 0). */
import { type FoldedSpan, foldedSpan } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import type { Period } from '../quantities/period.ts'
import { earlierPeriod } from './baseline.ts'
import { lastBasis } from './cues.ts'
import type { Subject, ValueDraft } from './draft.ts'
import type { AbsentEvent } from './events.ts'
import { listItems } from './lists.ts'
import { periodOf, regionsOf } from './scope.ts'
import type { SentenceContext, SentenceKit } from './sentence-context.ts'
import type { Basis } from './value.ts'
import { eventPeriod, partOf } from './when.ts'

/** One for each county that the negation is said of. */
export function eventDrafts(kit: SentenceKit, context: SentenceContext, clause: FoldedSpan, event: AbsentEvent): ValueDraft[] {
  const before = context.text.slice(clause.start, event.span.start)
  const sentenceBefore = context.text.slice(context.sentence.span.start, event.span.start)
  const asked =
    (context.planned && event.span.start >= context.plannedFrom) ||
    kit.cues.targetVerb.test(before) ||
    kit.cues.askedAfter.test(context.text.slice(event.span.end, clause.end))
  return regionsOf(kit.regionsIn, before, '', context.headings).map((region) => ({
    subject: { indicator: event.indicator, name: event.name, breakdown: null, span: event.span, how: 'event', rate: false, notes: [] },
    role: asked ? 'target' : 'actual',
    basis: null,
    quantity: { value: 0, unit: event.indicator?.unit ?? '起', comparator: '=', span: event.span },
    region,
    period: eventPeriod(
      kit,
      context,
      periodOf(sentenceBefore, 'actual', null, context, kit.cues),
      partOf(context.text, context.sentence.span, event.span),
    ),
    notes: [],
  }))
}

/** 与上年同期持平: a change of 0, in the unit of its level. `inList`: what one that stands in a list is of (提高1.2个百分点、持平和下降0.3个百分点). */
export function flatChanges(
  kit: SentenceKit,
  context: SentenceContext,
  clause: FoldedSpan,
  last: Subject | null,
  levels: readonly Subject[],
  moved: readonly Subject[],
  inList: (start: number) => Subject | null,
): ValueDraft[] {
  const { text, sentence } = context
  return matchesOf(kit.cues.flat, text.slice(clause.start, clause.end)).flatMap((match) => {
    const start = clause.start + match.index
    const before = text.slice(sentence.span.start, start)
    const bases = basesOfFlat(kit, text.slice(clause.start, start), before, context.period)
    const mention = context.mentions.filter(({ span, indicator }) => span.end <= start && indicator).at(-1)
    const named = levels.length > 1 ? kit.cues.formerOrLatter(text.slice(clause.start, start)) : null
    const subject: Subject | null =
      inList(start) ??
      (named ? levels.at(named) : (ofOwnClause(kit, context, clause.start, start, last) ?? last)) ??
      moved.at(-1) ??
      (mention?.indicator
        ? {
            indicator: mention.indicator,
            name: mention.indicator.name,
            breakdown: null,
            span: mention.span,
            how: 'inherited',
            rate: mention.indicator.unit === '%',
            notes: [],
          }
        : null)
    if (bases.length === 0 || !subject) return []
    const level = context.quantities.filter(({ span, unit }) => span.end <= start && unit !== '个百分点').at(-1)
    const stated = levels.length > 0 ? levels : context.paragraphLevels
    const subjects = bases.length === 1 && !inList(start) ? ofEachLevel(kit, text.slice(clause.start, start), subject, stated) : [subject]
    return subjects.flatMap((one) =>
      bases.map(
        (basis) =>
          ({
            subject: { ...one, how: 'inherited' },
            role: 'change',
            basis,
            quantity: {
              value: 0,
              unit: level?.unit ?? one.unit ?? subject.indicator?.unit ?? '',
              comparator: '=',
              span: foldedSpan(start, start + match[0].length),
            },
            region: regionsOf(kit.regionsIn, '', '', context.headings)[0] ?? null,
            period: context.period,
            notes: [],
          }) satisfies ValueDraft,
      ),
    )
  })
}

/** 一次交验合格率与上年持平; 医疗器械与上季度持平: what the clause itself names, where it is another thing than was spoken of before. */
function ofOwnClause(
  kit: SentenceKit,
  { text, mentions, known }: SentenceContext,
  from: number,
  to: number,
  last: Subject | null,
): Subject | null {
  const mention = mentions.findLast(({ span, indicator }) => span.start >= from && span.end <= to && indicator)
  const base = { breakdown: null, how: 'inherited', rate: true, notes: [] } as const
  if (mention?.indicator)
    return { ...base, indicator: mention.indicator, name: mention.indicator.name, span: mention.span, rate: mention.indicator.unit === '%' }
  const words = kit.withoutTurn(text.slice(from, to))
  const [field] = kit.fieldsIn(words)
  if (!field || !words.startsWith(field.word) || last?.name.includes(field.word)) return null
  const indicator = known.get(kit.fieldAt(words)?.field ?? '') ?? null
  return { ...base, indicator, name: indicator?.name ?? field.word, span: null, unit: '%' }
}

/** 水质优良比例100%；水源地达标率100%，两项均与去年同期持平: of each of the levels just stated. */
function ofEachLevel({ cues }: SentenceKit, before: string, subject: Subject, levels: readonly Subject[]): readonly Subject[] {
  const count = cues.collectiveCount(before)
  return count !== null && cues.collective.test(before) && levels.length >= count ? levels.slice(-count) : [subject]
}

/** 与去年同期、今年二季度均持平: against each of the sides that its clause lists; against one named before where it lists none. */
function basesOfFlat({ cues }: SentenceKit, clause: string, before: string, period: Period | null): Basis[] {
  const listed = listItems(clause.slice(Math.max(clause.lastIndexOf('，'), 0)))
  const each = listed.map(({ text }) => lastBasis(cues, text)?.basis ?? earlierPeriod(text, period))
  const told = each.filter((basis) => basis !== null)
  if (listed.length > 1 && told.length === listed.length) return [...new Set(told)]
  // 超过98%的目标0.9个百分点，与乌苏市（98.9%）持平
  if (cues.peerCompared.test(clause.slice(clause.lastIndexOf('，') + 1))) return ['peer']
  const basis = lastBasis(cues, before)?.basis ?? earlierPeriod(clause, period)
  return basis === null ? [] : [basis]
}
