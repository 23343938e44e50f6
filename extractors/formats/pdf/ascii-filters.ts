/** The filters that make a stream's bytes printable (ISO 32000-1, 7.4.2 and 7.4.3), undone. Both give null for what no such filter has written. */

const [TILDE, BANG, LAST, ZERO_GROUP] = [0x7e, 0x21, 0x75, 0x7a]
const isBlank = (byte: number): boolean =>
  byte <= 0x20 && (byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32)

/** ASCII85: five characters to four bytes, `z` for four noughts, `~>` at the end. */
export function fromAscii85(content: Uint8Array): Uint8Array | null {
  const bytes: number[] = []
  let group: number[] = []
  for (const byte of content) {
    if (byte === TILDE) return finished(bytes, group)
    if (isBlank(byte)) continue
    if (byte === ZERO_GROUP && group.length === 0) bytes.push(0, 0, 0, 0)
    else if (byte < BANG || byte > LAST) return null
    else group.push(byte - BANG)
    if (group.length < 5) continue
    const four = fourBytes(group)
    if (!four) return null
    bytes.push(...four)
    group = []
  }
  return null
}

/** The last characters, fewer than five: one more than the bytes that they stand for. */
function finished(bytes: number[], group: readonly number[]): Uint8Array | null {
  if (group.length === 1) return null
  const last = group.length === 0 ? [] : fourBytes([...group, 84, 84, 84].slice(0, 5))
  return last && Uint8Array.from([...bytes, ...last.slice(0, Math.max(0, group.length - 1))])
}

function fourBytes(group: readonly number[]): number[] | null {
  const value = group.reduce((sum, digit) => sum * 85 + digit, 0)
  return value > 0xffffffff ? null : [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
}

/** ASCIIHex: two digits a byte, `>` at the end. */
export function fromHex(content: Uint8Array): Uint8Array | null {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')
  const end = text.indexOf('>')
  const digits = text.slice(0, end).replace(/\s/gu, '')
  return end < 0 || !/^[0-9a-fA-F]*$/u.test(digits) ? null : Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
}
