/** What to look at first: what changes a grade by itself, then what does so together with others, then by points of the year. */
import { decimal } from './decimal.ts'
import type { ReviewEntry, Turns } from './score.ts'

const RANK: Readonly<Record<Turns, number>> = { alone: 0, together: 1, never: 2 }

/** Sorts the most urgent first; what is equal stays in its order. */
export function byUrgency<Of>(entries: readonly Of[], entryOf: (one: Of) => Pick<ReviewEntry, 'turns' | 'effect'>): Of[] {
  return entries
    .map((one) => {
      const { turns, effect } = entryOf(one)
      return { one, rank: RANK[turns], effect: decimal(effect) }
    })
    .sort((a, b) => a.rank - b.rank || b.effect.cmp(a.effect))
    .map(({ one }) => one)
}
