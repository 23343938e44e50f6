/**
 * Fairness: where the same value, or the same passage, was read in two counties, an item must give the same points; where it does not, it is said why. A value that
 * a person corrected is compared by what the document says too: two that say the same are still to be told apart by a reason.
 */

import type { Evidence } from '../../extractors/document.ts'
import { exact } from './decimal.ts'
import type { ItemScore } from './item-score.ts'
import type { Outcome } from './outcome.ts'
import type { Unequal } from './score.ts'
import type { Use } from './trace.ts'

/** By the values read, by the values as they are written, and by the passages. */
const BASES = ['value', 'written', 'passage'] as const
type Base = (typeof BASES)[number]

interface Same {
  readonly period: string
  readonly item: string
  readonly read: string
  readonly counties: Given[]
}

/** What the first county was given for each reading of an item in a quarter. */
type Readings = Readonly<Record<Base, Map<string, Given>>>

/** What a county was given; no more of its score is kept. */
interface Given {
  /** The how-manieth score that was looked at. */
  readonly at: number
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

/** `corrects`: whether any value was corrected; only then it matters how values are written. */
export function createFairness(corrects: boolean): Fairness {
  /** By what the first county was given: most readings never need one. */
  const groups: Readonly<Record<Base, Map<Given, Same>>> = { value: new Map(), written: new Map(), passage: new Map() }
  const known = new Map<ItemScore['item'], Map<string, Readings>>()
  const readings = ({ item, period }: ItemScore): Readings => {
    const before = known.get(item)?.get(period)
    if (before !== undefined) return before
    const made: Readings = { value: new Map(), written: new Map(), passage: new Map() }
    known.set(item, (known.get(item) ?? new Map<string, Readings>()).set(period, made))
    return made
  }
  const add = (base: Base, read: string, given: Given, score: ItemScore): void => {
    const own = readings(score)[base]
    const first = own.get(read)
    if (first === undefined) own.set(read, given)
    else {
      const group = groups[base].get(first)
      if (group !== undefined) group.counties.push(given)
      else if (!isEqual(first.outcome, given.outcome))
        groups[base].set(first, { period: score.period, item: score.item.id, read, counties: [first, given] })
    }
  }
  let at = 0
  return {
    add(county, score) {
      const { uses, decisions } = score.trace
      if (uses.length === 0) return
      const given = { at: at++, county, outcome: score.outcome, decisions, isCorrected: uses.some(({ was }) => was !== undefined) }
      add('value', together(uses.map(({ words }) => withoutSource(words))), given, score)
      const written = corrects
        ? uses.flatMap(({ record, was, evidence }) => (record === 'value' ? [was ?? evidence?.quote ?? ''] : []))
        : NONE
      if (written.length === uses.length) add('written', together(written), given, score)
      const passages = uses.some(isPassage) ? uses.filter(isPassage).map(({ evidence }) => evidence.quote) : NONE
      if (passages.length > 0) add('passage', together(passages), given, score)
    },
    unequal: () =>
      BASES.flatMap((base) => [...groups[base]].map(([first, group]) => ({ base, first, group })))
        .filter(({ base, group }) => base !== 'written' || group.counties.some(({ isCorrected }) => isCorrected))
        .sort((one, other) => one.first.at - other.first.at)
        .map(({ base, group: { period, item, read, counties } }) => ({
          period,
          item,
          on: base === 'passage' ? 'passage' : 'value',
          read,
          counties: counties.map(wordsOf),
        })),
  }
}

const NONE: readonly string[] = []

const isPassage = <Of extends Use>(use: Of): use is Of & { readonly evidence: Evidence } =>
  use.evidence !== undefined && use.evidence.quote.length >= PASSAGE

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
