/** Text to GBK bytes: Node decodes the Chinese encodings but does not write them, so the decoder is asked for every character once. */

let table: Map<string, readonly number[]> | null = null

function gbkTable(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) found.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
    }
  }
  return found
}

/** Throws for a character that GBK does not have. */
export function encodeGbk(text: string): Uint8Array {
  table ??= gbkTable()
  const characters = table
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0
      const bytes = code < 0x80 ? [code] : characters.get(character)
      if (bytes === undefined) throw new Error(`not in GBK: ${character}`)
      return [...bytes]
    }),
  )
}
