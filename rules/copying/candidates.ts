/** Which documents a report is aligned with: those that share fingerprints with it, found by an index, without comparing all pairs. */
import type { FingerprintIndex } from './fingerprint-index.ts'
import { fingerprintIndex } from './fingerprint-index.ts'
import { copyThresholds } from './thresholds.ts'

export interface CandidateFinder {
  readonly index: FingerprintIndex
  /** Positions of documents; `allowed` is asked only about documents that share something. The ones that share most first. */
  readonly find: (fingerprints: readonly number[], allowed: (document: number) => boolean) => number[]
}

export function candidateFinder(fingerprints: readonly (readonly number[])[]): CandidateFinder {
  const index = fingerprintIndex(fingerprints)
  const most = Math.max(copyThresholds.frequent, Math.ceil(copyThresholds.frequentShare * fingerprints.length))
  const shared = new Uint32Array(fingerprints.length)
  return {
    index,
    find(own, allowed) {
      const touched: number[] = []
      for (const hash of own)
        index.lookUp(hash, most, (document) => {
          if (shared[document] === 0) touched.push(document)
          shared[document] = (shared[document] as number) + 1
        })
      const found = touched
        .filter(allowed)
        .sort((a, b) => (shared[b] as number) - (shared[a] as number) || a - b)
        .slice(0, copyThresholds.candidates)
      for (const document of touched) shared[document] = 0
      return found
    },
  }
}

/** Whether two ascending lists have a number in common. */
export function meet(one: readonly number[], other: readonly number[]): boolean {
  let [at, otherAt] = [0, 0]
  while (at < one.length && otherAt < other.length) {
    const [hash, otherHash] = [one[at] as number, other[otherAt] as number]
    if (hash === otherHash) return true
    if (hash < otherHash) at++
    else otherAt++
  }
  return false
}
