/**
 * The predefined character maps as pdfjs packs them (.bcmap), read once and packed again with some entries only: which glyph (CID) each character code
 * means, or which Unicode each CID.
 *
 * A file is a byte of flags and then groups: a byte of type and size, a count, and entries that are differences to those before. Numbers are written in
 * groups of seven bits, the highest first, all but the last with the eighth bit set.
 */
export interface PackedCMap {
  /** Everything but the entries: flags, widths of codes, the map that this one goes on from. */
  readonly head: Uint8Array
  readonly to: 'cid' | 'unicode'
  /** By character code, the CID; or by CID, the UTF-16BE units as one number. */
  readonly entries: ReadonlyMap<number, number>
}

const TYPE = { codespace: 0, undefined: 1, characters: 2, ranges: 3, unicodeCharacters: 4, unicodeRanges: 5, remark: 7 } as const
/** Codes are four bytes long in what is packed here, whatever they were. */
const FOUR_BYTES = 3
const TWO_BYTES = 1

/** A code that no text bears. A map that reaches beyond two bytes is gone through by pdfjs entry by entry, and not code by code. */
const BEYOND = [0, 1, 0, 0] as const

/** Null for a map that holds something else: longer texts, or both kinds. */
export function readPackedCMap(bytes: Uint8Array): PackedCMap | null {
  const input = createInput(bytes)
  const head: number[] = [input.byte()]
  const entries = new Map<number, number>()
  const kinds = new Set<PackedCMap['to']>()
  while (!input.atEnd()) {
    const start = input.position()
    const group = input.byte()
    const type = group >> 5
    if (type === TYPE.codespace) skipRanges(input, (group & 15) + 1, 0)
    else if (type === TYPE.undefined) skipRanges(input, (group & 15) + 1, 1)
    else if (type === TYPE.characters) readCharacters(input, group, entries)
    else if (type === TYPE.ranges) readRanges(input, group, entries)
    else if (type === TYPE.unicodeCharacters && (group & 15) <= FOUR_BYTES) readUnicodeCharacters(input, group, entries)
    else if (type === TYPE.unicodeRanges && (group & 15) <= FOUR_BYTES) readUnicodeRanges(input, group, entries)
    else if (type === TYPE.remark) for (let length = input.number(); length > 0; length--) input.number()
    else return null
    if (type === TYPE.codespace || type === TYPE.remark) head.push(...bytes.subarray(start, input.position()))
    else if (type !== TYPE.undefined) kinds.add(type >= TYPE.unicodeCharacters ? 'unicode' : 'cid')
  }
  const [to = 'cid'] = kinds
  return kinds.size > 1 ? null : { head: Uint8Array.from(head), to, entries }
}

/** The map with the entries of some codes, and an empty one beyond them. */
export function packOnly({ head, to, entries }: PackedCMap, codes: Iterable<number>): Uint8Array {
  const packed = [...head]
  if (to === 'cid') packed.push((TYPE.characters << 5) | FOUR_BYTES, 1, ...BEYOND, 0)
  for (const code of codes) {
    const meant = entries.get(code)
    if (meant === undefined) continue
    if (to === 'cid') {
      packed.push((TYPE.characters << 5) | FOUR_BYTES, 1, code >>> 24, (code >>> 16) & 255, (code >>> 8) & 255, code & 255)
      packed.push(0x80 | (meant >>> 14), 0x80 | ((meant >>> 7) & 127), meant & 127)
    } else {
      const size = meant > 0xffff ? FOUR_BYTES : TWO_BYTES
      packed.push((TYPE.unicodeCharacters << 5) | size, 1, (code >>> 8) & 255, code & 255)
      if (size === FOUR_BYTES) packed.push(meant >>> 24, (meant >>> 16) & 255)
      packed.push((meant >>> 8) & 255, meant & 255)
    }
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

function readCharacters(input: Input, group: number, entries: Map<number, number>): void {
  const sequence = (group & 16) !== 0
  let left = input.number()
  let code = input.code((group & 15) + 1)
  let cid = input.number()
  entries.set(code, cid)
  while (--left > 0) {
    code = (code + 1 + (sequence ? 0 : input.number())) >>> 0
    cid += 1 + input.signed()
    entries.set(code, cid)
  }
}

function readRanges(input: Input, group: number, entries: Map<number, number>): void {
  const sequence = (group & 16) !== 0
  let last = -1
  for (let left = input.number(), first = true; left > 0; left--, first = false) {
    const start = first ? input.code((group & 15) + 1) : last + 1 + (sequence ? 0 : input.number())
    last = start + input.number()
    const cid = input.number()
    for (let code = start; code <= last; code++) entries.set(code, cid + code - start)
  }
}

function readUnicodeCharacters(input: Input, group: number, entries: Map<number, number>): void {
  const sequence = (group & 16) !== 0
  const bits = 8 * ((group & 15) + 1)
  let left = input.number()
  let cid = input.code(2)
  let unicode = input.code(bits / 8)
  entries.set(cid, unicode)
  while (--left > 0) {
    cid = (cid + 1 + (sequence ? 0 : input.number())) & 0xffff
    const next = unicode + 1 + input.signed()
    unicode = bits === 32 ? next >>> 0 : next & ((1 << bits) - 1)
    entries.set(cid, unicode)
  }
}

/** Each range counts up the last two bytes of its first text. */
function readUnicodeRanges(input: Input, group: number, entries: Map<number, number>): void {
  const sequence = (group & 16) !== 0
  let last = -1
  for (let left = input.number(), first = true; left > 0; left--, first = false) {
    const start = first ? input.code(2) : last + 1 + (sequence ? 0 : input.number())
    last = start + input.number()
    const unicode = input.code((group & 15) + 1)
    for (let cid = start; cid <= last; cid++) entries.set(cid, unicode + cid - start)
  }
}
