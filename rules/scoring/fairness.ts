/** Fairness: where the same value, or the same passage, was read in two counties, an item must give the same points; where it does not, it is said why. */

import { exact } from './decimal.ts'
import type { ItemScore } from './item-score.ts'
import type { Outcome } from './outcome.ts'
import type { Unequal } from './score.ts'

interface Same {
  readonly period: string
  readonly item: string
  readonly on: Unequal['on']
  readonly read: string
  readonly counties: { readonly county: string; readonly score: ItemScore }[]
}

export interface Fairness {
  readonly add: (county: string, score: ItemScore) => void
  readonly unequal: () => Unequal[]
}

/** Shorter passages are figures, and compared as values. */
const PASSAGE = 8

export function createFairness(): Fairness {
  const groups = new Map<string, Same>()
  const put = (on: Same['on'], read: string, county: string, score: ItemScore): void => {
    const { item, period } = score
    const key = `${period}\u0000${item.id}\u0000${on}\u0000${read}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { period, item: item.id, on, read, counties: [{ county, score }] })
    else if (group.counties.length > 1 || !isEqual(group.counties[0]?.score.outcome, score.outcome)) group.counties.push({ county, score })
  }
  return {
    add(county, score) {
      const { uses } = score.trace
      if (uses.length === 0) return
      put('value', together(uses.map(({ words }) => words.replace(/（[^）]*）$/u, ''))), county, score)
      const passages = uses.flatMap(({ evidence }) => (evidence !== undefined && evidence.quote.length >= PASSAGE ? [evidence.quote] : []))
      if (passages.length > 0) put('passage', together(passages), county, score)
    },
    unequal: () =>
      [...groups.values()]
        .filter(({ counties }) => counties.length > 1)
        .map(({ counties, ...read }) => ({ ...read, counties: counties.map(({ county, score }) => given(county, score)) })),
  }
}

const together = (words: readonly string[]): string => (words.length === 1 ? (words[0] as string) : [...words].sort().join('；'))

const isEqual = (one: Outcome | undefined, other: Outcome): boolean => one !== undefined && one.low.eq(other.low) && one.high.eq(other.high)

/** What a county was given, and why. */
function given(county: string, { outcome, trace: { decisions } }: ItemScore): Unequal['counties'][number] {
  const reason = decisions.size > 0 ? `人工决定第 ${[...decisions].join('、')} 条` : [...outcome.why, ...outcome.open].join('；')
  return { county, low: exact(outcome.low), high: exact(outcome.high), reason }
}
