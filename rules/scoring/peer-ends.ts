/** The ends of several numbers, each sorted, an open lower end behind and an open upper end before a closed one of the same number: they lie beyond it. */
import type { Decimal } from './decimal.ts'
import type { Interval } from './interval.ts'

export type End = 'from' | 'to'

export interface Ends {
  readonly froms: readonly Decimal[]
  readonly tos: readonly Decimal[]
  readonly openFroms: readonly boolean[]
  readonly openTos: readonly boolean[]
}

export function endsOf(numbers: readonly Interval[]): Ends {
  const byFrom = [...numbers].sort((a, b) => a.from.cmp(b.from) || Number(a.openFrom) - Number(b.openFrom))
  const byTo = [...numbers].sort((a, b) => a.to.cmp(b.to) || Number(b.openTo) - Number(a.openTo))
  return {
    froms: byFrom.map(({ from }) => from),
    tos: byTo.map(({ to }) => to),
    openFroms: byFrom.map(({ openFrom }) => openFrom),
    openTos: byTo.map(({ openTo }) => openTo),
  }
}

/** The place of the lowest, or of the highest, that is not a number's own. */
export function outermost(
  ends: Ends,
  end: End,
  side: 'lowest' | 'highest',
  own: Interval | null,
): { readonly at: Decimal | undefined; readonly open: boolean } {
  const [sorted, open] = end === 'from' ? [ends.froms, ends.openFroms] : [ends.tos, ends.openTos]
  const [first, step] = side === 'lowest' ? [0, 1] : [sorted.length - 1, -1]
  const isOwn = own !== null && sorted[first]?.eq(own[end]) === true && open[first] === (end === 'from' ? own.openFrom : own.openTo)
  const place = isOwn ? first + step : first
  return { at: sorted[place], open: open[place] === true }
}

/** How many of the sorted numbers are smaller than a value, or with `equal` not larger. */
export function firstAfter(sorted: readonly Decimal[], value: Decimal, equal: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const order = sorted[middle]?.cmp(value) ?? 0
    if (order < 0 || (equal && order === 0)) low = middle + 1
    else high = middle
  }
  return low
}
