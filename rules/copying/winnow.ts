/**
 * Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): of all n-gram hashes the smallest of every window, the rightmost of equals. Two streams that share
 * `gram + window - 1` symbols in a row share a fingerprint; none shorter than `gram` gives one.
 */
import { copyThresholds } from './thresholds.ts'

const { gram: GRAM, window: WINDOW } = copyThresholds
const FNV_PRIME = 0x01000193
const FNV_BASIS = 0x811c9dc5

export interface Fingerprint {
  readonly hash: number
  /** Index of its first symbol. */
  readonly at: number
}

/** By position. */
export function winnow(codes: Uint16Array): Fingerprint[] {
  const count = codes.length - GRAM + 1
  if (count <= 0) return []
  const hashes = new Uint32Array(count)
  for (let at = 0; at < count; at++) hashes[at] = gramHash(codes, at)
  const chosen: Fingerprint[] = []
  let last = -1
  for (let first = 0; first === 0 || first + WINDOW <= count; first++) {
    const end = Math.min(first + WINDOW, count)
    let least = first
    for (let at = first + 1; at < end; at++) if ((hashes[at] as number) <= (hashes[least] as number)) least = at
    if (least !== last) chosen.push({ hash: hashes[least] as number, at: least })
    last = least
  }
  return chosen
}

/** FNV-1a over the symbols, then murmur's finaliser, so that the smallest are not those of frequent characters. */
export function gramHash(codes: Uint16Array, at: number): number {
  let hash = FNV_BASIS
  for (let index = at; index < at + GRAM; index++) hash = Math.imul(hash ^ (codes[index] as number), FNV_PRIME)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
