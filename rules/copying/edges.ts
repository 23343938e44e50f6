/**
 * Where a passage begins and ends as a reader would show it: at a sentence where only the tail of the one before, or the head of the one after, agrees; and at a
 * clause where but a few symbols part it from one.
 *
 *   …提高【0.3个百分点。从抽查情况看，…】   begins at 从抽查情况看
 *   县【市场监管局10月底前…】               begins at 县
 */
import type { Chain } from './chains.ts'
import { within } from './own-clauses.ts'
import { type Copier, characters, type Prepared } from './prepared.ts'
import { isClauseStart, isSentenceStart } from './sentence-bounds.ts'
import { copyThresholds } from './thresholds.ts'

const { listed, counted, wholeFrom, clauseWithin } = copyThresholds

/** The chain without a tail and a head of which most stand outside. What is long enough to be listed, or to count, stays so. */
export function withoutScraps(chain: Chain, copier: Copier): Chain {
  const [first, end] = extent(chain)
  const begin = isSentenceStart(copier, first) ? first : nextStart(copier, first, end)
  const until = isSentenceStart(copier, end) ? end : lastStart(copier, first, end)
  const isScrap = (from: number, to: number, wholeFirst: number, wholeEnd: number): boolean =>
    characters(copier, from, to) < wholeFrom * characters(copier, wholeFirst, wholeEnd)
  const from = isScrap(first, begin, sentenceStart(copier, first), begin) ? begin : first
  const to = isScrap(until, end, until, sentenceEnd(copier, end)) ? until : end
  const least = characters(copier, first, end) >= counted ? counted : listed
  for (const [start, stop] of [
    [from, to],
    [from, end],
    [first, to],
  ] as const)
    if (stop > start && characters(copier, start, stop) >= least) return within(chain, start, stop)
  return chain
}

/** The chain without sentences at its ends that prove nothing, such as figures of one's own in words that every report needs. */
export function withoutEdges(chain: Chain, copier: Copier, isNothing: (edge: Chain) => boolean): Chain {
  let [first, end] = extent(chain)
  for (
    let next = nextStart(copier, first, end);
    next > first && isNothing(within(chain, first, next));
    next = nextStart(copier, first, end)
  )
    first = next
  for (let last = lastStart(copier, first, end); last < end && isNothing(within(chain, last, end)); last = lastStart(copier, first, end))
    end = last
  return within(chain, first, end)
}

const extent = (chain: Chain): readonly [number, number] => {
  const last = chain.at(-1)
  return [chain[0]?.at ?? 0, last === undefined ? 0 : last.at + last.length]
}

function nextStart(copier: Prepared, first: number, end: number): number {
  for (let at = first + 1; at < end; at++) if (isSentenceStart(copier, at)) return at
  return first
}

function lastStart(copier: Prepared, first: number, end: number): number {
  for (let at = end - 1; at > first; at--) if (isSentenceStart(copier, at)) return at
  return end
}

function sentenceStart(copier: Prepared, first: number): number {
  let at = first
  while (!isSentenceStart(copier, at)) at--
  return at
}

function sentenceEnd(copier: Prepared, end: number): number {
  let at = end
  while (!isSentenceStart(copier, at)) at++
  return at
}

/** First symbol and end on both sides, a few symbols out where clauses begin and end there. */
export interface Extended {
  readonly first: number
  readonly end: number
  readonly sourceFirst: number
  readonly sourceEnd: number
}

export function toClauses(chain: Chain, copier: Prepared, source: Prepared): Extended {
  const [first, end] = extent(chain)
  const last = chain.at(-1)
  const [sourceFirst, sourceEnd] = [chain[0]?.sourceAt ?? 0, last === undefined ? 0 : last.sourceAt + last.length]
  const begin = both(clauseFrom(copier, first, -1), clauseFrom(source, sourceFirst, -1)) ?? [first, sourceFirst]
  const until = both(clauseFrom(copier, end, 1), clauseFrom(source, sourceEnd, 1)) ?? [end, sourceEnd]
  return { first: begin[0], sourceFirst: begin[1], end: until[0], sourceEnd: until[1] }
}

const both = (one: number | null, other: number | null): readonly [number, number] | null =>
  one === null || other === null ? null : [one, other]

/** null where no clause begins so near. */
function clauseFrom(body: Prepared, from: number, step: -1 | 1): number | null {
  for (let at = from; Math.abs(at - from) <= clauseWithin; at += step) if (isClauseStart(body, at)) return at
  return null
}
