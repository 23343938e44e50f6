/**
 * Stretches joined over the words that differ between them: a passage that was copied and touched up. Local alignment over whole stretches: a chain gains
 * the symbols that agree and loses half of those between them, and is broken where it would gain more without its beginning.
 */
import type { Match } from './seeds.ts'
import { copyThresholds } from './thresholds.ts'

/** By position; stretches of a chain do not overlap on either side. */
export type Chain = readonly Match[]

const { gap: GAP, gapDifference: GAP_DIFFERENCE, seed: SEED } = copyThresholds
const GAP_COST = 0.5
/** In a text that repeats itself the same words match in many places; so many of them are looked at for the one before. */
const LOOK_BACK = 24
/** What is left of a stretch when the end of the one before it is taken off. */
const SHORTEST_REST = 3

/** `matches` by position in the report. The best chains first; no stretch is in two. */
export function chains(matches: readonly Match[]): Chain[] {
  const scores = new Float64Array(matches.length)
  const before = new Int32Array(matches.length).fill(-1)
  const reach = GAP + matches.reduce((longest, { length }) => Math.max(longest, length), 0)
  matches.forEach((match, index) => {
    scores[index] = match.length
    for (let other = index - 1; other >= Math.max(0, index - LOOK_BACK); other--) {
      const earlier = matches[other] as Match
      if (match.at - earlier.at > reach) break
      const gain = joined(earlier, match)
      if (gain === null) continue
      const score = (scores[other] as number) + gain
      if (score > (scores[index] as number)) {
        scores[index] = score
        before[index] = other
      }
    }
  })
  const order = [...matches.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
  const used = new Uint8Array(matches.length)
  return order.flatMap((last) => {
    const chain: Match[] = []
    for (let index = last; index >= 0 && used[index] === 0; index = before[index] as number) {
      used[index] = 1
      chain.push(matches[index] as Match)
    }
    return chain.length === 0 ? [] : [apart(chain.reverse())]
  })
}

/** What the second adds to a chain that ends with the first; null where the two do not join. */
function joined(first: Match, second: Match): number | null {
  const gap = second.at - first.at - first.length
  const sourceGap = second.sourceAt - first.sourceAt - first.length
  const overlap = Math.max(0, -gap, -sourceGap)
  if (gap > GAP || sourceGap > GAP || Math.abs(gap - sourceGap) > GAP_DIFFERENCE) return null
  if (second.at <= first.at || second.sourceAt <= first.sourceAt || second.length - overlap < SHORTEST_REST) return null
  const between = Math.max(gap, sourceGap) + overlap
  const gain = second.length - overlap - GAP_COST * between
  return gain > 0 || second.length >= SEED * 2 ? gain : null
}

function apart(chain: readonly Match[]): Match[] {
  const kept: Match[] = []
  for (const match of chain) {
    const last = kept.at(-1)
    const overlap = last === undefined ? 0 : Math.max(0, last.at + last.length - match.at, last.sourceAt + last.length - match.sourceAt)
    kept.push({ at: match.at + overlap, sourceAt: match.sourceAt + overlap, length: match.length - overlap })
  }
  return kept
}
