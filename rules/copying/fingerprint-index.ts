/**
 * Which documents bear a fingerprint: hashes and documents in two flat arrays, sorted by hash, eight bytes a posting. A new report is held against all
 * others by its own fingerprints alone, never pair by pair.
 */
export interface FingerprintIndex {
  readonly documents: number
  readonly postings: number
  /** Calls back with each other document that bears the hash, unless more than `most` do. */
  readonly lookUp: (hash: number, most: number, each: (document: number) => void) => void
  /** Calls back with every hash and the documents that bear it, where there are `least` or more. */
  readonly groups: (least: number, each: (hash: number, documents: Uint32Array) => void) => void
}

const RADIX_BITS = 11
const BUCKET_BITS = 16

/** `fingerprints`: the distinct hashes of each document, in the documents' order. */
export function fingerprintIndex(fingerprints: readonly ArrayLike<number>[]): FingerprintIndex {
  const postings = fingerprints.reduce((sum, { length }) => sum + length, 0)
  const unsorted = { hashes: new Uint32Array(postings), documents: new Uint32Array(postings) }
  let filled = 0
  fingerprints.forEach((own, document) => {
    for (let at = 0; at < own.length; at++) {
      unsorted.hashes[filled] = own[at] as number
      unsorted.documents[filled++] = document
    }
  })
  const { hashes, documents } = sorted(unsorted)
  const buckets = bucketStarts(hashes)
  const groupEnd = (start: number): number => {
    let end = start + 1
    while (end < postings && hashes[end] === hashes[start]) end++
    return end
  }
  return {
    documents: fingerprints.length,
    postings,
    lookUp(hash, most, each) {
      const bucket = hash >>> (32 - BUCKET_BITS)
      const stop = buckets[bucket + 1] as number
      let start = lowerBound(hashes, hash, buckets[bucket] as number, stop)
      if (hashes[start + most] === hash && start + most < stop) return
      for (; start < stop && hashes[start] === hash; start++) each(documents[start] as number)
    },
    groups(least, each) {
      for (let start = 0; start < postings; ) {
        const end = groupEnd(start)
        if (end - start >= least) each(hashes[start] as number, documents.subarray(start, end))
        start = end
      }
    },
  }
}

interface Postings {
  readonly hashes: Uint32Array
  readonly documents: Uint32Array
}

/** Radix sort by hash, stable, so that documents stay in order. */
function sorted(given: Postings): Postings {
  let from = given
  let to: Postings = { hashes: new Uint32Array(given.hashes.length), documents: new Uint32Array(given.hashes.length) }
  for (let shift = 0; shift < 32; shift += RADIX_BITS) {
    const starts = new Uint32Array((1 << RADIX_BITS) + 1)
    const digit = (hash: number): number => (hash >>> shift) & ((1 << RADIX_BITS) - 1)
    for (const hash of from.hashes) (starts[digit(hash) + 1] as number)++
    for (let index = 1; index < starts.length; index++) starts[index] = (starts[index] as number) + (starts[index - 1] as number)
    for (let index = 0; index < from.hashes.length; index++) {
      const hash = from.hashes[index] as number
      const place = (starts[digit(hash)] as number)++
      to.hashes[place] = hash
      to.documents[place] = from.documents[index] as number
    }
    ;[from, to] = [to, from]
  }
  return from
}

function bucketStarts(hashes: Uint32Array): Uint32Array {
  const starts = new Uint32Array((1 << BUCKET_BITS) + 1)
  for (const hash of hashes) (starts[(hash >>> (32 - BUCKET_BITS)) + 1] as number)++
  for (let index = 1; index < starts.length; index++) starts[index] = (starts[index] as number) + (starts[index - 1] as number)
  return starts
}

function lowerBound(hashes: Uint32Array, hash: number, from: number, to: number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((hashes[middle] as number) < hash) low = middle + 1
    else high = middle
  }
  return low
}
