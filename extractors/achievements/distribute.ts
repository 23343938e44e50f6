/** Honours dealt out to holders one by one: 甲镇、乙镇分别获得A、B称号; 甲、乙获A、B，前者为A，后者为B. */
import type { Span } from '../document.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Honour } from './honour.ts'
import type { Holders } from './named-in.ts'
import { createScan } from './scan.ts'

/** For each title of the honour (its elided ones first) the one whose it is; null where nothing is dealt out, or the numbers differ. */
export type Distributor = (text: string, honours: readonly Honour[], honour: Honour, holders: Holders) => readonly string[] | null

export function createDistributor(lexicon: Lexicon): Distributor {
  const respectively = createScan(lexicon, ['respectively', 'honour-respectively'])
  const formerAndLatter = createScan(lexicon, ['honour-former'])
  return (text, honours, honour, { names, start }) => {
    if (start === null || names.length < 2) return null
    const from = respectively(text).findLast((found) => found.start >= start && found.end <= honour.start)?.end
    const behind = text.slice(honour.end)
    const half = behind.search(/[；。]/u)
    const later = from === undefined && formerAndLatter(half < 0 ? behind : behind.slice(0, half)).length > 0
    const titles = listAround(text, honours, honour, from ?? start)
    // 甲超市、乙街被评为…示范单位和示范街区: two words of one title, each for its own.
    if (from === undefined && !later && !titles.some(({ led }) => led)) return null
    const count = (list: readonly Honour[]): number => list.reduce((sum, { elided }) => sum + elided.length + 1, 0)
    const at = count(titles.slice(0, titles.indexOf(honour)))
    return titles.includes(honour) && count(titles) === names.length ? names.slice(at, at + honour.elided.length + 1) : null
  }
}

/** The titles of the honour's clause from a place on. */
function listAround(text: string, honours: readonly Honour[], honour: Honour, from: number): readonly Honour[] {
  const end = text.slice(honour.end).search(/[，；。]/u)
  return honours.filter(
    (other) => other.start >= from && (end < 0 || other.start < honour.end + end) && !/[，；。]/u.test(gap(text, other, honour)),
  )
}

const gap = (text: string, one: Span, other: Span): string => text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start))
