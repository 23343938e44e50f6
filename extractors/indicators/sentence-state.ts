/** What a sentence has told so far, beside what said.ts keeps: the other sides, the share told last, the rate of each field. */
import type { Indicator } from '../lexicon.ts'
import type { Subject, ValueDraft } from './draft.ts'
import type { SentenceKit } from './sentence-context.ts'

/** The other sides told since the last level reached, each in its turn. */
export function sidesAfter(sides: ValueDraft[], made: readonly ValueDraft[], levels: readonly Subject[]): ValueDraft[] {
  const [only] = made
  // 与塔城市（98.9%）、沙湾县（98.2%）相比，我市97.5%: told before the level that they are sides of.
  if (only?.role === 'actual') return levels.length === 0 ? sides : []
  return only?.role === 'reference' && made.length === 1 ? [...sides, only] : sides
}

/** The share told last, until a level is reached. */
export const shareAfter = (share: Subject | null, made: readonly ValueDraft[]): Subject | null =>
  made.findLast(({ role }) => role === 'share')?.subject ?? (made.some(({ role }) => role === 'actual' || role === 'target') ? null : share)

/** Keeps the rate of its own that each field was given last, and each rate under its own id. */
export function noteRates(kit: SentenceKit, known: Map<string, Indicator>, drafts: readonly ValueDraft[]): void {
  for (const { role, subject, quantity } of drafts) {
    const { indicator } = subject
    if (role !== 'actual' || quantity.unit !== '%' || !indicator?.field) continue
    known.set(indicator.id, indicator)
    if (kit.isHeadline(indicator)) known.set(indicator.field, indicator)
  }
}
