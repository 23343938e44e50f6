/**
 * Fairness: where the same value, or the same passage, was read in two counties, an item must give the same points; where it does not, it is said why. A value that
 * a person corrected is compared by what the document says too: two that say the same are still to be told apart by a reason.
 */

import { exact } from './decimal.ts'
import type { ItemScore } from './item-score.ts'
import type { Outcome } from './outcome.ts'
import type { Unequal } from './score.ts'

interface Same {
  readonly period: string
  readonly item: string
  readonly on: Unequal['on']
  readonly read: string
  readonly counties: Given[]
  /** True for a group by what the documents say, which is of interest where one of them was corrected. */
  readonly asWritten: boolean
}

/** By the values read, by the passages, and by the values as they are written. */
type Readings = Readonly<Record<Unequal['on'] | 'written', Map<string, Same>>>

/** What a county was given; no more of its score is kept. */
interface Given {
  readonly county: string
  readonly outcome: Outcome
  readonly decisions: readonly number[]
  readonly isCorrected: boolean
}

export interface Fairness {
  readonly add: (county: string, score: ItemScore) => void
  readonly unequal: () => Unequal[]
}

/** Shorter passages are figures, and compared as values. */
const PASSAGE = 8

export function createFairness(): Fairness {
  const groups: Same[] = []
  const known = new Map<ItemScore['item'], Map<string, Readings>>()
  const readings = ({ item, period }: ItemScore): Readings => {
    const before = known.get(item)?.get(period)
    if (before !== undefined) return before
    const made = { value: new Map<string, Same>(), passage: new Map<string, Same>(), written: new Map<string, Same>() }
    known.set(item, (known.get(item) ?? new Map<string, Readings>()).set(period, made))
    return made
  }
  const add = (on: keyof Readings, read: string, county: string, score: ItemScore): void => {
    const { item, period, outcome, trace } = score
    const own = readings(score)[on]
    const group = own.get(read)
    const given = { county, outcome, decisions: trace.decisions, isCorrected: trace.uses.some(({ was }) => was !== undefined) }
    if (group === undefined) {
      const asWritten = on === 'written'
      const made: Same = { period, item: item.id, on: asWritten ? 'value' : on, read, counties: [given], asWritten }
      own.set(read, made)
      groups.push(made)
    } else if (group.counties.length > 1 || !isEqual(group.counties[0]?.outcome, outcome)) group.counties.push(given)
  }
  return {
    add(county, score) {
      const { uses } = score.trace
      if (uses.length === 0) return
      add('value', together(uses.map(({ words }) => withoutSource(words))), county, score)
      const written = uses.flatMap(({ record, was, evidence }) => (record === 'value' ? [was ?? evidence?.quote ?? ''] : []))
      if (written.length === uses.length) add('written', together(written), county, score)
      const passages = uses.flatMap(({ evidence }) => (evidence !== undefined && evidence.quote.length >= PASSAGE ? [evidence.quote] : []))
      if (passages.length > 0) add('passage', together(passages), county, score)
    },
    unequal: () =>
      groups
        .filter(({ counties, asWritten }) => counties.length > 1 && (!asWritten || counties.some(({ isCorrected }) => isCorrected)))
        .map(({ period, item, on, read, counties }) => ({ period, item, on, read, counties: counties.map(wordsOf) })),
  }
}

/** Without the period and the source in brackets at the end. */
function withoutSource(words: string): string {
  if (!words.endsWith('）')) return words
  const open = words.indexOf('（', words.lastIndexOf('）', words.length - 2) + 1)
  return open < 0 ? words : words.slice(0, open)
}

const together = (words: readonly string[]): string => (words.length === 1 ? (words[0] as string) : [...words].sort().join('；'))

const isEqual = (one: Outcome | undefined, other: Outcome): boolean => one?.low.eq(other.low) === true && one.high.eq(other.high)

/** What a county was given, and why. */
function wordsOf({ county, outcome, decisions }: Given): Unequal['counties'][number] {
  const reason = decisions.length > 0 ? `人工决定第 ${decisions.join('、')} 条` : [...outcome.why, ...outcome.open].join('；')
  return { county, low: exact(outcome.low), high: exact(outcome.high), reason }
}
