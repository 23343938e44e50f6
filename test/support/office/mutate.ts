/** Seeded damage to a file: the same seed gives the same bytes on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Cuts the file off, flips bytes, blanks out or copies a stretch: one of them, by chance. */
export function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  const next = random(seed)
  const place = (): number => Math.floor(next() * bytes.length)
  const copy = bytes.slice()
  switch (Math.floor(next() * 4)) {
    case 0:
      return copy.subarray(0, place())
    case 1: {
      for (let count = 1 + Math.floor(next() * 8); count > 0; count--) copy[place()] = Math.floor(next() * 256)
      return copy
    }
    case 2: {
      const at = place()
      return copy.fill(next() < 0.5 ? 0 : 0xff, at, at + 1 + Math.floor(next() * 64))
    }
    default: {
      const from = place()
      copy.copyWithin(place(), from, from + Math.floor(next() * 512))
      return copy
    }
  }
}
