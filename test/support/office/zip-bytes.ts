/** A .zip written byte by byte (stored, not deflated), for names and flags that a well-behaved writer does not give. */
import { crc32 } from 'node:zlib'

export interface ZipSource {
  /** Name as text (written in UTF-8) or as bytes. */
  readonly name: string | Uint8Array
  readonly content: Uint8Array | string
  /** General purpose flags: 0x800 marks a UTF-8 name, 0x1 an encrypted entry. */
  readonly flags?: number
  /** Extra field of the directory. */
  readonly extra?: Uint8Array
  /** Declared size, when it is to differ from the true one. */
  readonly size?: number
}

export function zipBytes(sources: readonly ZipSource[]): Uint8Array {
  const body: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, flags = 0, extra = new Uint8Array(), size } of sources) {
    const nameBytes = Buffer.from(name)
    const bytes = Buffer.from(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    header(local, 4, flags, bytes, size ?? bytes.length, nameBytes.length, 0)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    header(central, 6, flags, bytes, size ?? bytes.length, nameBytes.length, extra.length)
    central.writeUInt32LE(offset, 42)
    body.push(local, nameBytes, bytes)
    directory.push(central, nameBytes, Buffer.from(extra))
    offset += 30 + nameBytes.length + bytes.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(sources.length, 8)
  end.writeUInt16LE(sources.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Uint8Array.from(Buffer.concat([...body, listed, end]))
}

/** Info-ZIP's unicode path field. */
export function unicodePath(written: Uint8Array, path: string): Uint8Array {
  const name = Buffer.from(path)
  const field = Buffer.alloc(9)
  field.writeUInt16LE(0x7075, 0)
  field.writeUInt16LE(5 + name.length, 2)
  field.writeUInt8(1, 4)
  field.writeUInt32LE(crc32(written), 5)
  return Uint8Array.from(Buffer.concat([field, name]))
}

/** "报告" in GBK: TextEncoder knows UTF-8 alone, so the pairs are looked up through the decoder. */
export function gbk(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text).flatMap((character) => GBK.get(character) ?? [...Buffer.from(character)]))
}

const GBK = new Map<string, readonly number[]>()
for (let high = 0x81; high <= 0xfe; high++)
  for (let low = 0x40; low <= 0xfe; low++) {
    const character = new TextDecoder('gbk').decode(Uint8Array.from([high, low]))
    if (character.length === 1 && character !== '\ufffd' && !GBK.has(character)) GBK.set(character, [high, low])
  }

function header(buffer: Buffer, at: number, flags: number, bytes: Buffer, size: number, nameLength: number, extraLength: number): void {
  buffer.writeUInt16LE(20, at)
  buffer.writeUInt16LE(flags, at + 2)
  buffer.writeUInt32LE(crc32(bytes), at + 10)
  buffer.writeUInt32LE(bytes.length, at + 14)
  buffer.writeUInt32LE(size, at + 18)
  buffer.writeUInt16LE(nameLength, at + 22)
  buffer.writeUInt16LE(extraLength, at + 24)
}
