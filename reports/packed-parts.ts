/** The parts of a zip as they lie in it, deflated: what is taken over unchanged need not be inflated. Reads what `zip.ts` writes; anything else is none of ours. */
import { crc32, inflateRawSync } from 'node:zlib'

export interface PackedPart {
  readonly name: string
  readonly packed: Uint8Array
  readonly crc: number
  readonly unpacked: number
}

const LOCAL_LENGTH = 30
const CENTRAL = 0x02014b50
const CENTRAL_LENGTH = 46
const END = 0x06054b50
const END_LENGTH = 22
const DEFLATED = 8

/** null where the bytes are no zip of that kind: with a comment, a flag, extra fields, or a part that is not deflated. */
export function packedParts(bytes: Uint8Array): PackedPart[] | null {
  const at = bytes.length - END_LENGTH
  if (at < 0) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(at, true) !== END) return null
  const parts: PackedPart[] = []
  let offset = view.getUint32(at + 16, true)
  for (let left = view.getUint16(at + 10, true); left > 0; left--) {
    const part = partAt(bytes, view, offset)
    if (part === null) return null
    parts.push(part)
    offset += CENTRAL_LENGTH + part.name.length
  }
  return offset === at ? parts : null
}

function partAt(bytes: Uint8Array, view: DataView, offset: number): PackedPart | null {
  if (offset + CENTRAL_LENGTH > bytes.length || view.getUint32(offset, true) !== CENTRAL) return null
  const [flags, method] = [view.getUint16(offset + 8, true), view.getUint16(offset + 10, true)]
  const [name, extra, comment] = [view.getUint16(offset + 28, true), view.getUint16(offset + 30, true), view.getUint16(offset + 32, true)]
  if (flags !== 0 || method !== DEFLATED || extra !== 0 || comment !== 0) return null
  const from = view.getUint32(offset + 42, true) + LOCAL_LENGTH + name
  const size = view.getUint32(offset + 20, true)
  if (from + size > bytes.length) return null
  return {
    name: Buffer.from(bytes.subarray(offset + CENTRAL_LENGTH, offset + CENTRAL_LENGTH + name)).toString('latin1'),
    packed: bytes.subarray(from, from + size),
    crc: view.getUint32(offset + 16, true),
    unpacked: view.getUint32(offset + 24, true),
  }
}

/** null where the part is damaged or longer than it says. */
export function unpackedText({ packed, crc, unpacked }: PackedPart): string | null {
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(1, unpacked) })
    return crc32(bytes) === crc ? bytes.toString('utf8') : null
  } catch {
    return null
  }
}
