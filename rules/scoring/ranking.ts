/**
 * Places among the counties, with ties as the scheme has them, and the best and worst place that open items leave possible. A score that lacks a quarter is
 * no score out of a hundred: its county has no place yet, and takes none from the others.
 */
import type { Decimal } from './decimal.ts'
import type { Settings } from './settings.ts'

export interface Ranked {
  readonly low: Decimal
  readonly high: Decimal
  readonly provisional: Decimal
  /** False where a quarter is missing and not settled by the scheme. */
  readonly whole: boolean
  /** Scores of the quarters that decide ties, in the scheme's order. */
  readonly tieBreakers: readonly Decimal[]
}

export interface Place {
  /** null while a missing quarter leaves it open. */
  readonly place: number | null
  readonly best: number
  readonly worst: number
  /** How many counties share the place, itself among them. */
  readonly sharing: number
}

export function places(counties: readonly Ranked[], { ties }: Settings): Place[] {
  const order = counties.flatMap(({ whole }, index) => (whole ? [index] : [])).sort((a, b) => compare(counties[b], counties[a]))
  const place = new Map<number, number>()
  const groups = new Map<number, number>()
  let [current, distinct] = [0, 0]
  for (const [position, index] of order.entries()) {
    const before = position === 0 ? undefined : counties[order[position - 1] ?? -1]
    if (before === undefined || compare(before, counties[index]) !== 0) {
      distinct += 1
      current = ties.method === 'dense' ? distinct : position + 1
    }
    place.set(index, current)
    groups.set(current, (groups.get(current) ?? 0) + 1)
  }
  const lows = counties.map(({ low }) => low).sort((a, b) => a.cmp(b))
  const highs = counties.map(({ high }) => high).sort((a, b) => a.cmp(b))
  return counties.map(({ low, high }, index) => {
    const own = place.get(index) ?? null
    const [best, worst] = [1 + above(lows, high), above(highs, low) + (high.gt(low) ? 0 : 1)]
    if (own === null) return { place: null, best, worst: Math.max(best, worst), sharing: 1 }
    return { place: own, best: Math.min(own, best), worst: Math.max(own, worst), sharing: groups.get(own) ?? 1 }
  })
}

function compare(a: Ranked | undefined, b: Ranked | undefined): number {
  if (a === undefined || b === undefined) return 0
  const first = a.provisional.cmp(b.provisional)
  if (first !== 0) return first
  for (const [index, own] of a.tieBreakers.entries()) {
    const next = own.cmp(b.tieBreakers[index] ?? own)
    if (next !== 0) return next
  }
  return 0
}

/** How many of the sorted numbers are greater. */
function above(sorted: readonly Decimal[], value: Decimal): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]?.lte(value)) low = middle + 1
    else high = middle
  }
  return sorted.length - low
}
