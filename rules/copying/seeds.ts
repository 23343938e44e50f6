/** Stretches of symbols that two streams share without a break, each as long as it goes. */
import { copyThresholds } from './thresholds.ts'

export interface Match {
  /** Index of its first symbol in the one stream, in the other, and how many there are. */
  readonly at: number
  readonly sourceAt: number
  readonly length: number
}

const { seed: SEED } = copyThresholds
const TABLE_BITS = 14
const END = 0xffffffff
/** A stretch that stands so often in one report says nothing about the other. */
const MOST_PLACES = 8

export interface SeedTable {
  readonly codes: Uint16Array
  readonly head: Uint32Array
  readonly next: Uint32Array
}

/** Of the report that is held against others: made once for all of them. */
export function seedTable(codes: Uint16Array): SeedTable {
  const head = new Uint32Array(1 << TABLE_BITS).fill(END)
  const next = new Uint32Array(codes.length).fill(END)
  for (let at = codes.length - SEED; at >= 0; at--) {
    const slot = slotOf(codes, at)
    next[at] = head[slot] as number
    head[slot] = at
  }
  return { codes, head, next }
}

export function commonStretches({ codes, head, next }: SeedTable, source: Uint16Array): Match[] {
  const matches: Match[] = []
  /** By diagonal: up to where the source is covered. */
  const covered = new Uint32Array(codes.length + source.length + 1)
  for (let sourceAt = 0; sourceAt + SEED <= source.length; sourceAt++) {
    let places = 0
    for (let at = head[slotOf(source, sourceAt)] as number; at !== END && places < MOST_PLACES; at = next[at] as number) {
      const diagonal = at - sourceAt + source.length
      if ((covered[diagonal] as number) > sourceAt) continue
      const length = sharedLength(codes, at, source, sourceAt)
      if (length < SEED) continue
      places++
      covered[diagonal] = sourceAt + length
      matches.push({ at, sourceAt, length })
    }
  }
  return matches.sort((a, b) => a.at - b.at || a.sourceAt - b.sourceAt)
}

function sharedLength(codes: Uint16Array, at: number, source: Uint16Array, sourceAt: number): number {
  const most = Math.min(codes.length - at, source.length - sourceAt)
  let length = 0
  while (length < most && codes[at + length] === source[sourceAt + length]) length++
  return length
}

function slotOf(codes: Uint16Array, at: number): number {
  let hash = 0
  for (let index = at; index < at + SEED; index++) hash = (Math.imul(hash, 0x9e3779b1) + (codes[index] as number)) | 0
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> (32 - TABLE_BITS)
}
