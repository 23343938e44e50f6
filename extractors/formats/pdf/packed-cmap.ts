/**
 * The predefined character maps as pdfjs packs them (.bcmap): which glyph (CID) each character code means. Read once, and packed again with some codes only.
 *
 * A file is a byte of flags and then groups: a byte of type and size, a count, and entries that are differences to those before. Numbers are written in
 * groups of seven bits, the highest first, all but the last with the eighth bit set.
 */
export interface PackedCMap {
  /** Everything but the entries: flags, widths of codes, the map that this one goes on from. */
  readonly head: Uint8Array
  readonly cidOf: ReadonlyMap<number, number>
}

const TYPE = { codespace: 0, undefined: 1, characters: 2, ranges: 3, remark: 7 } as const
/** Codes are four bytes long in what is packed here, whatever they were. */
const FOUR_BYTES = 3

/** Null for a map of another kind: one from glyphs to Unicode. */
export function readPackedCMap(bytes: Uint8Array): PackedCMap | null {
  const input = createInput(bytes)
  const head: number[] = [input.byte()]
  const cidOf = new Map<number, number>()
  while (!input.atEnd()) {
    const start = input.position()
    const group = input.byte()
    const type = group >> 5
    if (type === TYPE.codespace) skipRanges(input, (group & 15) + 1, 0)
    else if (type === TYPE.undefined) skipRanges(input, (group & 15) + 1, 1)
    else if (type === TYPE.characters) readCharacters(input, group, cidOf)
    else if (type === TYPE.ranges) readRanges(input, group, cidOf)
    else if (type === TYPE.remark) for (let length = input.number(); length > 0; length--) input.number()
    else return null
    if (type === TYPE.codespace || type === TYPE.remark) head.push(...bytes.subarray(start, input.position()))
  }
  return { head: Uint8Array.from(head), cidOf }
}

/** The map with the entries of some codes. */
export function packOnly({ head, cidOf }: PackedCMap, codes: Iterable<number>): Uint8Array {
  const packed = [...head]
  for (const code of codes) {
    const cid = cidOf.get(code)
    if (cid === undefined) continue
    packed.push((TYPE.characters << 5) | FOUR_BYTES, 1, code >>> 24, (code >>> 16) & 255, (code >>> 8) & 255, code & 255)
    packed.push(0x80 | (cid >>> 14), 0x80 | ((cid >>> 7) & 127), cid & 127)
  }
  return Uint8Array.from(packed)
}

type Input = ReturnType<typeof createInput>

function createInput(bytes: Uint8Array) {
  let at = 0
  const byte = (): number => {
    const next = bytes[at++]
    if (next === undefined) throw new Error('a character map ends within an entry')
    return next
  }
  /** A number of up to four bytes, modulo 2³². */
  const number = (): number => {
    let value = 0
    for (;;) {
      const next = byte()
      value = ((value << 7) | (next & 127)) >>> 0
      if (next < 128) return value
    }
  }
  return {
    byte,
    number,
    atEnd: () => at >= bytes.length,
    position: () => at,
    code: (size: number): number => {
      let value = 0
      for (let count = 0; count < size; count++) value = ((value << 8) | byte()) >>> 0
      return value
    },
    signed: (): number => {
      const value = number()
      return value & 1 ? ~(value >>> 1) : value >>> 1
    },
  }
}

/** Ranges of codes, each with `values` numbers behind it. */
function skipRanges(input: Input, size: number, values: number): void {
  for (let left = input.number(), first = true; left > 0; left--, first = false) {
    if (first) input.code(size)
    else input.number()
    for (let count = 0; count <= values; count++) input.number()
  }
}

function readCharacters(input: Input, group: number, cidOf: Map<number, number>): void {
  const sequence = (group & 16) !== 0
  let left = input.number()
  let code = input.code((group & 15) + 1)
  let cid = input.number()
  cidOf.set(code, cid)
  while (--left > 0) {
    code = (code + 1 + (sequence ? 0 : input.number())) >>> 0
    cid += 1 + input.signed()
    cidOf.set(code, cid)
  }
}

function readRanges(input: Input, group: number, cidOf: Map<number, number>): void {
  const sequence = (group & 16) !== 0
  let last = -1
  for (let left = input.number(), first = true; left > 0; left--, first = false) {
    const start = first ? input.code((group & 15) + 1) : last + 1 + (sequence ? 0 : input.number())
    last = start + input.number()
    const cid = input.number()
    for (let code = start; code <= last; code++) cidOf.set(code, cid + code - start)
  }
}
