/** Stretches of symbols that two streams share without a break, each as long as it goes. */
import { Scratch } from './scratch.ts'
import { copyThresholds } from './thresholds.ts'

export interface Match {
  /** Index of its first symbol in the one stream, in the other, and how many there are. */
  readonly at: number
  readonly sourceAt: number
  readonly length: number
}

const { seed: SEED } = copyThresholds
const TABLE_BITS = 14
const END = -1
/** A stretch that stands so often in one report says nothing about the other. */
const MOST_PLACES = 8

export interface SeedTable {
  readonly codes: Uint16Array
  readonly head: Int32Array
  readonly next: Int32Array
  readonly scratch: Scratch
}

/** Of the report that is held against others: made once for all of them, which are looked at one after another. */
export function seedTable(codes: Uint16Array): SeedTable {
  const head = new Int32Array(1 << TABLE_BITS).fill(END)
  const next = new Int32Array(codes.length).fill(END)
  for (let at = codes.length - SEED; at >= 0; at--) {
    const slot = slotOf(hashOf(codes, at))
    next[at] = head[slot] as number
    head[slot] = at
  }
  return { codes, head, next, scratch: new Scratch() }
}

/** Stretches by position in the report, then in the source: a column each, because there are thousands for every pair of reports. */
export interface Stretches {
  readonly at: Int32Array
  readonly sourceAt: Int32Array
  readonly lengths: Int32Array
  readonly scratch: Scratch
}

export function commonStretches({ codes, head, next, scratch }: SeedTable, source: Uint16Array): Stretches {
  /** at, sourceAt, length, one after another by their place in the source. */
  const found = scratch.list
  let count = 0
  /** By diagonal: up to where the source is covered. */
  const covered = scratch.column('covered', codes.length + source.length + 1)
  let hash = 0
  for (let sourceAt = 0; sourceAt + SEED <= source.length; sourceAt++) {
    hash = sourceAt === 0 ? hashOf(source, 0) : nextHash(hash, source, sourceAt)
    let places = 0
    for (let at = head[slotOf(hash)] as number; at !== END && places < MOST_PLACES; at = next[at] as number) {
      const diagonal = at - sourceAt + source.length
      if ((covered[diagonal] as number) > sourceAt) continue
      const length = sharedLength(codes, at, source, sourceAt)
      if (length < SEED) continue
      places++
      covered[diagonal] = sourceAt + length
      found[count++] = at
      found[count++] = sourceAt
      found[count++] = length
    }
  }
  return byPlace(found, count, codes.length, scratch)
}

/** Counted out by their place in the report; those of one place stay in the order of the source. */
function byPlace(found: readonly number[], end: number, places: number, scratch: Scratch): Stretches {
  const count = end / 3
  const turn = scratch.column('turn', places + 2)
  for (let one = 0; one < end; one += 3) turn[(found[one] as number) + 1] = (turn[(found[one] as number) + 1] as number) + 1
  for (let place = 1; place <= places; place++) turn[place] = (turn[place] as number) + (turn[place - 1] as number)
  const [at, sourceAt, lengths] = [scratch.column('at', count), scratch.column('sourceAt', count), scratch.column('lengths', count)]
  for (let one = 0; one < end; one += 3) {
    const place = found[one] as number
    const to = turn[place] as number
    turn[place] = to + 1
    at[to] = place
    sourceAt[to] = found[one + 1] as number
    lengths[to] = found[one + 2] as number
  }
  return { at, sourceAt, lengths, scratch }
}

function sharedLength(codes: Uint16Array, at: number, source: Uint16Array, sourceAt: number): number {
  const most = Math.min(codes.length - at, source.length - sourceAt)
  let length = 0
  while (length < most && codes[at + length] === source[sourceAt + length]) length++
  return length
}

const FACTOR = 0x9e3779b1
/** What the first symbol of a seed has been multiplied by when the last one is added. */
const FIRST_FACTOR = Array.from({ length: SEED - 1 }).reduce<number>((product) => Math.imul(product, FACTOR), 1)

function hashOf(codes: Uint16Array, at: number): number {
  let hash = 0
  for (let index = at; index < at + SEED; index++) hash = (Math.imul(hash, FACTOR) + (codes[index] as number)) | 0
  return hash
}

/** That of the seed at a place, from that of the place before. */
const nextHash = (before: number, codes: Uint16Array, at: number): number =>
  (Math.imul(before - Math.imul(codes[at - 1] as number, FIRST_FACTOR), FACTOR) + (codes[at + SEED - 1] as number)) | 0

const slotOf = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> (32 - TABLE_BITS)
