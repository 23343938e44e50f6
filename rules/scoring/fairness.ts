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
  readonly counties: Given[]
}

/** By the values read, and by the passages: what the first county was given for each. */
type Readings = Readonly<Record<Unequal['on'], Map<string, Given>>>

/** What a county was given; no more of its score is kept. */
interface Given {
  /** The how-manieth reading that was new. */
  readonly at: number
  readonly county: string
  readonly outcome: Outcome
  readonly decisions: readonly number[]
}

export interface Fairness {
  readonly add: (county: string, score: ItemScore) => void
  readonly unequal: () => Unequal[]
}

/** Shorter passages are figures, and compared as values. */
const PASSAGE = 8

export function createFairness(): Fairness {
  /** By what the first county was given: most readings never need more. */
  const groups = new Map<Given, Same>()
  const known = new Map<ItemScore['item'], Map<string, Readings>>()
  let read = 0
  const readings = ({ item, period }: ItemScore): Readings => {
    const before = known.get(item)?.get(period)
    if (before !== undefined) return before
    const made = { value: new Map<string, Given>(), passage: new Map<string, Given>() }
    known.set(item, (known.get(item) ?? new Map<string, Readings>()).set(period, made))
    return made
  }
  const add = (on: Same['on'], words: string, county: string, score: ItemScore): void => {
    const { item, period, outcome, trace } = score
    const own = readings(score)[on]
    const first = own.get(words)
    const given = { at: read, county, outcome, decisions: trace.decisions }
    if (first === undefined) {
      read++
      own.set(words, given)
      return
    }
    const group = groups.get(first)
    if (group !== undefined) group.counties.push(given)
    else if (!isEqual(first.outcome, outcome)) groups.set(first, { period, item: item.id, on, read: words, counties: [first, given] })
  }
  return {
    add(county, score) {
      const { uses } = score.trace
      if (uses.length === 0) return
      add('value', together(uses.map(({ words }) => withoutSource(words))), county, score)
      const passages = uses.flatMap(({ evidence }) => (evidence !== undefined && evidence.quote.length >= PASSAGE ? [evidence.quote] : []))
      if (passages.length > 0) add('passage', together(passages), county, score)
    },
    unequal: () =>
      [...groups]
        .sort(([one], [other]) => one.at - other.at)
        .map(([, { counties, ...same }]) => ({ ...same, counties: counties.map(wordsOf) })),
  }
}

/** Without the period and the source in brackets at the end. */
function withoutSource(words: string): string {
  if (!words.endsWith('）')) return words
  const open = words.indexOf('（', words.lastIndexOf('）', words.length - 2) + 1)
  return open < 0 ? words : words.slice(0, open)
}

const together = (words: readonly string[]): string => (words.length === 1 ? (words[0] as string) : [...words].sort().join('；'))

const isEqual = (one: Outcome, other: Outcome): boolean => one.low.eq(other.low) && one.high.eq(other.high)

/** What a county was given, and why. */
function wordsOf({ county, outcome, decisions }: Given): Unequal['counties'][number] {
  const reason = decisions.length > 0 ? `人工决定第 ${decisions.join('、')} 条` : [...outcome.why, ...outcome.open].join('；')
  return { county, low: exact(outcome.low), high: exact(outcome.high), reason }
}
