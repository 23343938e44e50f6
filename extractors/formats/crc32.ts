/** CRC-32 as ZIP and PNG use it (ISO 3309, reflected, polynomial 0xedb88320), four bytes a step. */

const TABLES = buildTables()

export function crc32(bytes: Uint8Array): number {
  const [first, second, third, fourth] = TABLES
  let crc = -1
  let at = 0
  for (const whole = bytes.length - 3; at < whole; at += 4) {
    crc ^= (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24)
    crc =
      (fourth[crc & 0xff] as number) ^
      (third[(crc >>> 8) & 0xff] as number) ^
      (second[(crc >>> 16) & 0xff] as number) ^
      (first[crc >>> 24] as number)
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ (first[(crc ^ (bytes[at] as number)) & 0xff] as number)
  return ~crc >>> 0
}

function buildTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    return crc
  })
  const follow = (table: Int32Array): Int32Array => table.map((crc) => (crc >>> 8) ^ (first[crc & 0xff] as number))
  const second = follow(first)
  const third = follow(second)
  return [first, second, third, follow(third)]
}
