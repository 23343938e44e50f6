/**
 * Stretches joined over the words that differ between them: a passage that was copied and touched up. Local alignment over whole stretches: a chain gains
 * the symbols that agree and loses half of those between them, and is broken where it would gain more without its beginning.
 */
import type { Scratch } from './scratch.ts'
import type { Match, Stretches } from './seeds.ts'
import { copyThresholds } from './thresholds.ts'

/** By position; stretches of a chain do not overlap on either side. */
export type Chain = readonly Match[]

const { gap: GAP, gapDifference: GAP_DIFFERENCE, seed: SEED } = copyThresholds
/** In halves of a symbol, for each between two stretches. */
const GAP_COST = 1
/** In a text that repeats itself the same words match in many places; so many of them are looked at for the one before. */
const LOOK_BACK = 24
/** What is left of a stretch when the end of the one before it is taken off. */
const SHORTEST_REST = 3

/** Where a chain begins and ends on both sides, and how many symbols its stretches have at most: told before it is put together. */
export interface Extent {
  readonly at: number
  readonly end: number
  readonly sourceAt: number
  readonly sourceEnd: number
  readonly symbols: number
}

/** The best chains first; no stretch is in two. Of what is of no worth when its turn has come, no chain is made. */
export function eachChain(stretches: Stretches, isOfWorth: (extent: Extent) => boolean, use: (chain: Chain) => void): void {
  const { at, sourceAt, lengths, scratch } = stretches
  const { scores, before } = linked(stretches)
  const used = scratch.column('used', at.length)
  const order = byScore(scores, scratch)
  for (let turn = 0; turn < order.length; turn++) {
    const last = order[turn] as number
    let [first, symbols, count] = [last, 0, 0]
    for (let index = last; index >= 0 && used[index] === 0; index = before[index] as number) {
      used[index] = 1
      symbols += lengths[index] as number
      first = index
      count++
    }
    if (count === 0) continue
    const extent = {
      at: at[first] as number,
      end: (at[last] as number) + (lengths[last] as number),
      sourceAt: sourceAt[first] as number,
      sourceEnd: (sourceAt[last] as number) + (lengths[last] as number),
      symbols,
    }
    if (isOfWorth(extent)) use(apart(chainTo(last, count, stretches, before)))
  }
}

function chainTo(last: number, count: number, { at, sourceAt, lengths }: Stretches, before: Int32Array): Match[] {
  const chain: Match[] = Array(count)
  let index = last
  for (let step = count - 1; step >= 0; step--) {
    chain[step] = { at: at[index] as number, sourceAt: sourceAt[index] as number, length: lengths[index] as number }
    index = before[index] as number
  }
  return chain
}

/** Of each stretch the score of the best chain that ends with it, in halves of a symbol, and the stretch before it in that chain; -1 where it is the first. */
function linked({ at, sourceAt, lengths, scratch }: Stretches): { readonly scores: Int32Array; readonly before: Int32Array } {
  const scores = scratch.column('scores', at.length)
  const before = scratch.column('before', at.length)
  const reach = GAP + lengths.reduce((longest, length) => Math.max(longest, length), 0)
  for (let index = 0; index < at.length; index++) {
    const [place, sourcePlace, length] = [at[index] as number, sourceAt[index] as number, lengths[index] as number]
    let [best, link] = [2 * length, -1]
    const furthest = Math.max(0, index - LOOK_BACK)
    for (let other = index - 1; other >= furthest; other--) {
      const start = at[other] as number
      if (place - start > reach) break
      const own = lengths[other] as number
      const score = scores[other] as number
      // It adds its own length at most.
      if (place - start - own > GAP || score + 2 * length <= best) continue
      const sourceStart = sourceAt[other] as number
      if (place <= start || sourcePlace <= sourceStart) continue
      const gain = gainOf(place - start - own, sourcePlace - sourceStart - own, length)
      if (gain === NONE || score + gain <= best) continue
      best = score + gain
      link = other
    }
    scores[index] = best
    before[index] = link
  }
  return { scores, before }
}

const NONE = Number.NEGATIVE_INFINITY

/** What a stretch adds to a chain, in halves of a symbol, so far behind its end on either side (below nought where they overlap); NONE where they do not join. */
function gainOf(gap: number, sourceGap: number, length: number): number {
  if (gap > GAP || sourceGap > GAP || Math.abs(gap - sourceGap) > GAP_DIFFERENCE) return NONE
  const overlap = Math.max(0, -gap, -sourceGap)
  if (length - overlap < SHORTEST_REST) return NONE
  const gain = 2 * (length - overlap) - GAP_COST * (Math.max(gap, sourceGap) + overlap)
  return gain > 0 || length >= SEED * 2 ? gain : NONE
}

/** Places of the scores, the highest first, the first among equals first: counted out. */
function byScore(scores: Int32Array, scratch: Scratch): Int32Array {
  const highest = scores.reduce((most, score) => Math.max(most, score), 0)
  const turn = scratch.column('turn', highest + 2)
  for (const score of scores) turn[highest - score + 1] = (turn[highest - score + 1] as number) + 1
  for (let rank = 1; rank < turn.length; rank++) turn[rank] = (turn[rank] as number) + (turn[rank - 1] as number)
  const order = scratch.column('order', scores.length)
  for (let place = 0; place < scores.length; place++) {
    const rank = highest - (scores[place] as number)
    const to = turn[rank] as number
    turn[rank] = to + 1
    order[to] = place
  }
  return order
}

function apart(chain: readonly Match[]): Chain {
  let last: Match | undefined
  return chain.map((match) => {
    const overlap = last === undefined ? 0 : Math.max(0, last.at + last.length - match.at, last.sourceAt + last.length - match.sourceAt)
    const kept = overlap === 0 ? match : { at: match.at + overlap, sourceAt: match.sourceAt + overlap, length: match.length - overlap }
    last = kept
    return kept
  })
}
