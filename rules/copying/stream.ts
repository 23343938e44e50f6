/**
 * The body as it is compared: one symbol a character or masked stretch, punctuation and what is left out dropped, each with its place in the folded text.
 */
import type { Folded, FoldedSpan, Span } from '../../extractors/document.ts'

export interface Stream {
  /** Symbols: UTF-16 units, or the codes of `masks.ts`. */
  readonly codes: Uint16Array
  /** Place of each symbol in the folded text. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

interface StreamParts {
  readonly folded: Pick<Folded, 'text'>
  readonly body: readonly FoldedSpan[]
  /** start, end, code by position; none for the raw text. */
  readonly masks: readonly number[]
  /** Stretches that are dropped, by position. They may overlap. */
  readonly without: readonly Span[]
}

export function stream({ folded: { text }, body, masks, without }: StreamParts): Stream {
  const codes = new Uint16Array(text.length)
  const starts = new Uint32Array(text.length)
  const ends = new Uint32Array(text.length)
  let [length, mask, out, outEnd] = [0, 0, 0, 0]
  const add = (code: number, start: number, end: number): void => {
    codes[length] = code
    starts[length] = start
    ends[length++] = end
  }
  for (const block of body) {
    for (let at = block.start; at < block.end; at++) {
      while (out < without.length && (without[out]?.start ?? 0) <= at) outEnd = Math.max(outEnd, without[out++]?.end ?? 0)
      while (mask < masks.length && (masks[mask + 1] ?? 0) <= at) mask += 3
      const maskStart = masks[mask] ?? Number.POSITIVE_INFINITY
      if (at < outEnd) continue
      if (maskStart <= at) {
        const end = Math.min(masks[mask + 1] ?? 0, block.end)
        add(masks[mask + 2] ?? 0, at, end)
        at = end - 1
      } else if (isWord(text.charCodeAt(at))) add(text.charCodeAt(at), at, at + 1)
    }
  }
  return { codes: codes.slice(0, length), starts: starts.slice(0, length), ends: ends.slice(0, length) }
}

/** Letters, digits and signs that stand for words (%), of any script; not punctuation, not blanks. */
function isWord(unit: number): boolean {
  if (unit < 128) return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 37
  return !(unit >= 0x2000 && unit <= 0x206f) && !(unit >= 0x3000 && unit <= 0x303f && unit !== 0x3007) && unit < 0xff00 && unit !== 0xb7
}
