/**
 * The other side told at length: a clause that opens with an earlier period and says more than one level of it.
 *
 *   合格率96.4%，去年这个时候抽了80批次、不合格6批次，合格率只有92.5%，一年里…    80, 6 and 92.5 are all of last year
 *   合格率96.4%，上年同期为92.5%，不合格3批次                                    only 92.5 is
 *
 * What follows stays on that side until the text comes back to the report's own period, a change is told, or the part of the sentence ends.
 */
import type { FoldedSpan } from '../document.ts'
import { firstMonth, lastMonth, type Period, readPeriods, yearOf } from '../quantities/period.ts'
import { earlierPeriod } from './baseline.ts'
import type { ValueDraft } from './draft.ts'
import { periodOf } from './scope.ts'
import type { SentenceContext, SentenceKit } from './sentence-context.ts'
import type { Basis } from './value.ts'

export interface OtherSide {
  readonly basis: Basis
  readonly from: number
}

/** The side that holds for a clause: opened by it, kept from before, or none. */
export function sideOf(
  kit: SentenceKit,
  { text, sentence, quantities, period }: SentenceContext,
  clause: FoldedSpan,
  before: OtherSide | null,
): OtherSide | null {
  const words = text.slice(clause.start, clause.end)
  const opens = kit.cues.earlierAtHead.exec(words)
  const told = opens ? null : earlierYear(kit, text, sentence.span, clause, period)
  if (told) return told
  if (!opens) return before !== null && kit.cues.backAt(words) < 0 && !text.slice(before.from, clause.start).includes('；') ? before : null
  const inside = quantities.filter(({ span }) => span.start >= clause.start && span.end <= clause.end)
  const [first] = inside
  if (kit.cues.backAt(words) >= 0) return null
  const side: OtherSide = { basis: opens[1] === undefined ? 'yoy' : 'qoq', from: clause.start }
  // 上年同期，合格率92%: nothing but when.
  if (!first) return isPeriod(words.slice(opens.index + opens[0].length)) ? side : null
  // 上半年48批次，全部合格；去年同期52批次，合格51批次: what follows in the same part is told of that side too.
  const opensPart = words.startsWith('；') || text[clause.start - 1] === '；'
  const isTold = opensPart && goesOn(text.slice(clause.end, sentence.span.end))
  const tells = isTold || inside.length > 1 || !kit.ownName(text.slice(clause.start, first.span.start), '', '').bare
  return tells ? side : null
}

/** 2019年扦样55个，合格率89.1%，今年提高2.8个百分点: an earlier year at the sentence's head, and the report's own after it. */
function earlierYear(
  { cues }: SentenceKit,
  text: string,
  sentence: FoldedSpan,
  clause: FoldedSpan,
  period: Period | null,
): OtherSide | null {
  if (period === null || clause.start !== sentence.start || !/[12]/u.test(text[clause.start] ?? '')) return null
  const [named] = readPeriods(text.slice(clause.start, clause.start + HEAD), yearOf(period))
  if (!named?.yearWritten || named.span.start > 0 || lastMonth(named.period) >= firstMonth(period)) return null
  const rest = text.slice(clause.end, sentence.end)
  const back = cues.backAt(rest)
  if (back < 0 || !cues.moveIn.test(rest.slice(back)) || rest.slice(0, back).includes('；')) return null
  return {
    basis:
      earlierPeriod(named.period.length === 4 ? `${named.period}年` : text.slice(clause.start, clause.start + named.span.end), period) ??
      'previous',
    from: clause.start,
  }
}
const HEAD = 12

/** 去年‹三季度，›, or nothing. */
function isPeriod(rest: string): boolean {
  const words = rest.replace(/^的|[，：]$/gu, '')
  const [named] = readPeriods(words, 0)
  return words === '' || (named?.span.start === 0 && named.span.end === words.length)
}

/** Whether the next clause counts on: 合格51批次. */
const goesOn = (rest: string): boolean => /^，?\p{Script=Han}{1,6}[0-9]+\p{Script=Han}/u.test(rest)

/** Levels reached become references of the side; a change or a target ends it. */
export function onSide(side: OtherSide, context: SentenceContext, drafts: readonly ValueDraft[]): ValueDraft[] {
  return drafts.map((draft) =>
    draft.role === 'actual' && draft.region === null
      ? {
          ...draft,
          role: 'reference',
          basis: side.basis,
          period: periodOf(context.text.slice(side.from, draft.quantity.span.start), 'reference', side.basis, context),
        }
      : draft,
  )
}
