/** Fairness: where the same value, or the same passage, was read in two counties, an item must give the same points; where it does not, it is said why. */

import { exact } from './decimal.ts'
import type { ItemScore } from './item-score.ts'
import type { Unequal } from './score.ts'

interface Same {
  readonly period: string
  readonly item: string
  readonly on: Unequal['on']
  readonly read: string
  readonly counties: { county: string; low: string; high: string; reason: string }[]
}

export interface Fairness {
  readonly add: (county: string, score: ItemScore) => void
  readonly unequal: () => Unequal[]
}

/** Shorter passages are figures, and compared as values. */
const PASSAGE = 8

export function createFairness(): Fairness {
  const groups = new Map<string, Same>()
  const put = (on: Same['on'], read: string, county: string, { item, period, outcome }: ItemScore, reason: string): void => {
    const key = `${period}\u0000${item.id}\u0000${on}\u0000${read}`
    const [low, high] = [exact(outcome.low), exact(outcome.high)]
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { period, item: item.id, on, read, counties: [{ county, low, high, reason }] })
    else if (group.counties.length > 1 || group.counties[0]?.low !== low || group.counties[0]?.high !== high)
      group.counties.push({ county, low, high, reason })
  }
  return {
    add(county, score) {
      const { uses, decisions } = score.trace
      if (uses.length === 0) return
      const reason =
        decisions.size > 0 ? `人工决定第 ${[...decisions].join('、')} 条` : [...score.outcome.why, ...score.outcome.open].join('；')
      put(
        'value',
        uses
          .map(({ words }) => words.replace(/（[^）]*）$/u, ''))
          .sort()
          .join('；'),
        county,
        score,
        reason,
      )
      const passages = uses.flatMap(({ evidence }) => (evidence !== undefined && evidence.quote.length >= PASSAGE ? [evidence.quote] : []))
      if (passages.length > 0) put('passage', passages.sort().join('；'), county, score, reason)
    },
    unequal: () => [...groups.values()].filter(({ counties }) => counties.length > 1),
  }
}
