/**
 * The level of an earlier period beside the report's own: 优良天数比例88.0%…；三季度比例为98.9%，环比降低10.9个百分点.
 *
 * It is the other side where the report's own level of the same stands before it in the sentence, or how far it is from that follows. Levels one after the
 * other (一季度…，二季度…) are a series.
 */
import type { FoldedSpan } from '../document.ts'
import { earlierPeriod } from './baseline.ts'
import { lastBasis } from './cues.ts'
import type { Subject, ValueDraft } from './draft.ts'
import type { Said } from './said.ts'
import type { SentenceContext, SentenceKit } from './sentence-context.ts'

/** A clause that says how far something is from what stands before it: ，环比降低10.9个百分点. */
const NEXT = /^，(?:但|且|并)?([^，。；0-9]{2,10})[0-9]/u

export function withEarlierLevel(
  kit: SentenceKit,
  { text, sentence, period, county }: SentenceContext,
  drafts: readonly ValueDraft[],
  lead: FoldedSpan,
  said: Said,
  last: Subject | null,
): readonly ValueDraft[] {
  const [only] = drafts
  if (drafts.length !== 1 || only?.role !== 'actual' || only.quantity.unit !== '%' || period === null || county === null) return drafts
  const { indicator } = only.subject
  if (indicator === null || indicator !== last?.indicator || only.region !== null || only.period === period) return drafts
  // 98.3%，而2021年的头六个月，同样的盘子，得到的是96.9%: the earlier time may stand a clause before its level.
  const basis = earlierPeriod(text.slice(lead.start, lead.end), period) ?? earlierPeriod(text.slice(said.at, lead.end), period)
  if (basis === null) return drafts
  const next = NEXT.exec(text.slice(only.quantity.span.end, sentence.span.end))?.[1]
  const isSaid = said.level?.unit === '%' && said.period === period
  return isSaid || (next !== undefined && lastBasis(kit.cues, next)?.basis === basis) ? [{ ...only, role: 'reference', basis }] : drafts
}
