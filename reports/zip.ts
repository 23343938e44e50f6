/**
 * A zip (APPNOTE.TXT 6.3), deflated by zlib on threads of its own while the next part is being written. Entries bear a fixed time: the same parts give the
 * same bytes.
 */
import { once } from 'node:events'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'
import type { PackedPart } from './packed-parts.ts'

export interface ZipPart {
  /** In ASCII. */
  readonly name: string
  /** Bytes, or text that is asked for piece by piece, each after room was made for it. */
  readonly content: Iterable<string> | Uint8Array
}

/** Quick: a workbook is opened once and sent seldom. */
const LEVEL = 3
/** Characters that are deflated together. */
const PIECE = 1 << 18
const VERSION = 20
const DEFLATED = 8
/** The first of January 2020 as MS-DOS writes a date, at midnight. */
const DATE = ((2020 - 1980) << 9) | (1 << 5) | 1

/** A part of another zip is taken over as it lies there. */
export async function zip(parts: Iterable<ZipPart | PackedPart>): Promise<Uint8Array> {
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const part of parts) {
    const { chunks, crc, packed, unpacked } = 'packed' in part ? takenOver(part) : await deflated(part.content)
    const name = Buffer.from(part.name, 'latin1')
    const sizes = [crc, packed, unpacked]
    const local = Buffer.concat([header(0x04034b50, [VERSION, 0, DEFLATED, 0, DATE], sizes, [name.length, 0]), name])
    const central = header(0x02014b50, [VERSION, VERSION, 0, DEFLATED, 0, DATE], sizes, [name.length, 0, 0, 0, 0, 0, 0])
    directory.push(central, uint32(offset), name)
    files.push(local, ...chunks)
    offset += local.length + packed
  }
  const central = Buffer.concat(directory)
  const count = directory.length / 3
  const end = header(0x06054b50, [0, 0, count, count], [central.length, offset], [0])
  return Buffer.concat([...files, central, end])
}

/** A signature, and numbers of two, four and again two bytes. */
function header(signature: number, before: readonly number[], longs: readonly number[], after: readonly number[]): Buffer {
  return Buffer.concat([uint32(signature), ...before.map(uint16), ...longs.map(uint32), ...after.map(uint16)])
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const takenOver = ({ packed, crc, unpacked }: PackedPart) => ({ chunks: [packed], crc, unpacked, packed: packed.length })

async function deflated(content: ZipPart['content']) {
  if (content instanceof Uint8Array) {
    const chunk = deflateRawSync(content, { level: LEVEL })
    return { chunks: [chunk], crc: crc32(content), unpacked: content.length, packed: chunk.length }
  }
  const stream = createDeflateRaw({ level: LEVEL })
  const chunks: Uint8Array[] = []
  stream.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = once(stream, 'end')
  let [crc, unpacked] = [0, 0]
  let room: Promise<unknown> | null = null
  for (const bytes of encoded(content)) {
    crc = crc32(bytes, crc)
    unpacked += bytes.length
    // The piece before was deflated meanwhile.
    await room
    room = stream.write(bytes) ? null : once(stream, 'drain')
  }
  await room
  stream.end()
  await ended
  return { chunks, crc, unpacked, packed: chunks.reduce((sum, { length }) => sum + length, 0) }
}

function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  let pending = ''
  for (const piece of pieces) {
    pending += piece
    if (pending.length < PIECE) continue
    yield Buffer.from(pending)
    pending = ''
  }
  yield Buffer.from(pending)
}
