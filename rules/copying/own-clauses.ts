/**
 * A chain broken where the copier put in a clause of its own: what stands before it and behind it are two passages, each as long as it is.
 *
 *   【乳清粉投料口加装磁栅每班清理】，校服面料色牢度偏低，【筛选机除尘袋每两周拆洗】   two passages of 14 and 12, none of 35
 *   抽检〈32〉批次，【合格】〈31〉批次                                              one: only what is masked differs
 */
import type { Chain } from './chains.ts'
import type { Prepared } from './prepared.ts'
import { isWholeClauseStart } from './sentence-bounds.ts'
import { copyThresholds } from './thresholds.ts'

const { ownClause, ownClauseAgrees } = copyThresholds

export function withoutOwnClauses(chain: Chain, copier: Prepared): Chain[] {
  const [first, last] = [chain[0], chain.at(-1)]
  if (first === undefined || last === undefined || chain.length === 1) return [chain]
  const breaks = ownClauses(chain, copier, first.at, last.at + last.length)
  if (breaks.length === 0) return [chain]
  const parts: Chain[] = []
  let from = first.at
  for (const [start, end] of [...breaks, [last.at + last.length, 0] as const]) {
    const part = within(chain, from, start)
    if (part.length > 0) parts.push(part)
    from = end
  }
  return parts
}

/** First symbol and end of each clause within the chain that agrees in too little. */
function ownClauses(chain: Chain, copier: Prepared, from: number, to: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (let start = from, end = from + 1; start < to; start = end, end++) {
    while (end < to && !isWholeClauseStart(copier, end)) end++
    if (start === from || end === to || end - start < ownClause) continue
    if (agreeing(chain, start, end) < ownClauseAgrees * (end - start)) found.push([start, end])
  }
  return found
}

const agreeing = (chain: Chain, start: number, end: number): number =>
  within(chain, start, end).reduce((sum, { length }) => sum + length, 0)

/** What of a chain stands between two symbols of the copier. */
export const within = (chain: Chain, from: number, to: number): Chain =>
  chain.flatMap(({ at, sourceAt, length }) => {
    const [start, end] = [Math.max(at, from), Math.min(at + length, to)]
    return end > start ? [{ at: start, sourceAt: sourceAt + start - at, length: end - start }] : []
  })
