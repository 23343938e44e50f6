/**
 * Grade stability: whether any outcome of a county's open items could change its grade, and which few decide it.
 *
 * The few are found by effect: the fewest items, those of most effect first, such that all others together, at their worst or at their best, leave the
 * grade where the provisional score has it.
 */
import type { Decimal } from './decimal.ts'
import type { ItemScore } from './item-score.ts'

export interface OpenItem {
  readonly item: ItemScore
  /** Points of the year that its outcomes can move. */
  readonly effect: Decimal
}

export interface Stability {
  readonly stable: boolean
  /** The items that decide the grade; none where it is stable. */
  readonly deciding: readonly OpenItem[]
}

/** `bandAt`: the grade's band when the given items are at their lowest or highest and all others at their provisional points. */
export function stabilityOf(open: readonly OpenItem[], bandAt: (moving: ReadonlySet<ItemScore>, end: 'low' | 'high') => number): Stability {
  const settledWithout = (count: number): boolean => {
    const moving = new Set(open.slice(count).map(({ item }) => item))
    return bandAt(moving, 'low') === bandAt(moving, 'high')
  }
  if (settledWithout(0)) return { stable: true, deciding: [] }
  let [low, high] = [1, open.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (settledWithout(middle)) high = middle
    else low = middle + 1
  }
  return { stable: false, deciding: open.slice(0, low) }
}
