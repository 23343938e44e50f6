/** A chain parted where a paragraph of the copier ends, as a reader would show it: under a new heading always, else where no part is shorter than what counts. */
import type { Chain } from './chains.ts'
import { type Copier, characters, type Prepared } from './prepared.ts'
import type { Match } from './seeds.ts'
import { copyThresholds } from './thresholds.ts'

export function paragraphs(chain: Chain, copier: Copier): Chain[] {
  const pieces = chain.flatMap((match) => cut(match, copier))
  const last = pieces.at(-1)
  const end = last === undefined ? 0 : last.at + last.length
  const parts: Match[][] = []
  for (const piece of pieces) {
    const part = parts.at(-1)
    const [first, before] = [part?.[0], part?.at(-1)]
    if (part === undefined || first === undefined || before === undefined) {
      parts.push([piece])
      continue
    }
    const parted =
      isBorder(copier, before.at + before.length - 1, piece.at) &&
      (copier.sections[piece.at] !== copier.sections[before.at] ||
        (characters(copier, first.at, before.at + before.length) >= copyThresholds.counted &&
          characters(copier, piece.at, end) >= copyThresholds.counted))
    if (parted) parts.push([piece])
    else part.push(piece)
  }
  return parts
}

/** The stretch in pieces, each within one paragraph. */
function cut({ at: first, sourceAt, length }: Match, copier: Prepared): Match[] {
  const pieces: Match[] = []
  let from = 0
  for (let step = 1; step <= length; step++) {
    if (step < length && !isBorder(copier, first + step - 1, first + step)) continue
    pieces.push({ at: first + from, sourceAt: sourceAt + from, length: step - from })
    from = step
  }
  return pieces
}

const isBorder = ({ folded: { text }, stream: { starts, ends } }: Prepared, one: number, next: number): boolean =>
  ends[one] !== starts[next] && text.slice(ends[one], starts[next]).includes('\n')

/** Whether a line ends on either side. */
export function isParagraph({ folded: { text }, stream: { starts, ends: stops } }: Prepared, first: number, end: number): boolean {
  const isBorder = (from: number | undefined, to: number | undefined): boolean =>
    from === undefined || to === undefined || text.slice(from, to).includes('\n')
  return isBorder(stops[first - 1], starts[first]) && isBorder(stops[end - 1], starts[end])
}
