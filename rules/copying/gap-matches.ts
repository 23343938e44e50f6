/** Short runs that agree inside the gap between two stretches, so that only the words that really differ are shown as changed. */
import type { Match } from './seeds.ts'

/** Fewer symbols than this agree by chance. */
const SHORTEST_RUN = 2

export interface Gap {
  readonly at: number
  readonly until: number
  readonly sourceAt: number
  readonly sourceUntil: number
}

/** By position: the longest common run, then those of what is left on either side of it. */
export function gapMatches(codes: Uint16Array, source: Uint16Array, gap: Gap): Match[] {
  const longest = longestRun(codes, source, gap)
  if (longest === null) return []
  const { at, sourceAt, length } = longest
  return [
    ...gapMatches(codes, source, { ...gap, until: at, sourceUntil: sourceAt }),
    longest,
    ...gapMatches(codes, source, { ...gap, at: at + length, sourceAt: sourceAt + length }),
  ]
}

function longestRun(codes: Uint16Array, source: Uint16Array, { at: from, until, sourceAt: sourceFrom, sourceUntil }: Gap): Match | null {
  let best: Match | null = null
  for (let at = from; at < until; at++)
    for (let sourceAt = sourceFrom; sourceAt < sourceUntil; sourceAt++) {
      let length = 0
      while (at + length < until && sourceAt + length < sourceUntil && codes[at + length] === source[sourceAt + length]) length++
      if (length >= SHORTEST_RUN && length > (best?.length ?? 0)) best = { at, sourceAt, length }
    }
  return best
}
