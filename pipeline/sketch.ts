/**
 * How much two texts share: the Jaccard index of their shingles, eight characters long, of Chinese characters and digits only, so that blanks,
 * punctuation and page furniture of another format do not count. A sketch (the smallest hashes) finds candidates cheaply; `similarity` is exact.
 */

const SHINGLE = 8
const SKETCH = 64

/** The smallest distinct shingle hashes of a text, ascending. */
export function sketch(folded: string): number[] {
  return [...Uint32Array.from(shingles(folded)).sort().subarray(0, SKETCH)]
}

/** Estimated from the smallest hashes of both together; the sketches are ascending. */
export function estimatedSimilarity(one: readonly number[], other: readonly number[]): number {
  let [at, otherAt, all, shared] = [0, 0, 0, 0]
  while (all < SKETCH && (at < one.length || otherAt < other.length)) {
    const [hash, otherHash] = [one[at] ?? Number.POSITIVE_INFINITY, other[otherAt] ?? Number.POSITIVE_INFINITY]
    if (hash === otherHash) shared++
    if (hash <= otherHash) at++
    if (otherHash <= hash) otherAt++
    all++
  }
  return all === 0 ? 0 : shared / all
}

export function similarity(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let shared = 0
  for (const hash of one) if (other.has(hash)) shared++
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}

/** 32-bit hashes (FNV-1a) of all shingles. A text shorter than one shingle is one. */
export function shingles(folded: string): Set<number> {
  const letters = folded.replace(/[^\p{Script=Han}0-9]/gu, '')
  const hashes = new Set<number>()
  if (letters.length === 0) return hashes
  for (let at = 0; at === 0 || at + SHINGLE <= letters.length; at++) {
    let hash = 0x811c9dc5
    for (let index = at; index < Math.min(at + SHINGLE, letters.length); index++)
      hash = Math.imul(hash ^ letters.charCodeAt(index), 0x01000193)
    hashes.add(hash >>> 0)
  }
  return hashes
}
