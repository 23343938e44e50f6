/**
 * ZIP containers: the list of entries, and one entry inflated when it is asked for. Under .docx, .xlsx, .ofd and archives alike.
 *
 * Refuses by declared and by actual size, so that an archive bomb costs no memory; checks each entry's CRC, because one flipped bit may turn a
 * 7 into a 6. Knows nothing of folders or nesting; which encoding an unmarked name is in is left to the archive reader (`nameBytes`).
 * Follows PKWARE's APPNOTE.TXT 6.3.10, with ZIP64 and Info-ZIP's unicode path field.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { Inflate } from 'fflate'
import { rejection, tooMuchInflated } from './codes.ts'
import { type Limits, Rejection } from './reading.ts'

export interface ZipEntry {
  /** As the file says it: UTF-8 where marked or valid, else GB 18030. A folder's name ends with "/". */
  readonly name: string
  readonly nameBytes: Uint8Array
  /** True where the archive says that the name is UTF-8. */
  readonly utf8: boolean
  readonly encrypted: boolean
  readonly compressedSize: number
  readonly size: number
  readonly method: number
  readonly crc32: number
  /** Where the entry's local header stands in the file. */
  readonly offset: number
}

export interface ZipEntries {
  readonly entries: readonly ZipEntry[]
  /** Inflates one entry. Throws Rejection: E_ENCRYPTED, E_TOO_LARGE, E_CORRUPT or E_UNSUPPORTED (a method other than stored and deflated). */
  read(entry: ZipEntry): Uint8Array
}

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const END_OF_DIRECTORY_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const SATURATED = 0xffffffff
const FLAG_ENCRYPTED = 0x0001
const FLAG_UTF8 = 0x0800
const METHOD_STORED = 0
const METHOD_DEFLATED = 8
const METHOD_AES = 99
const FIELD_ZIP64 = 0x0001
const FIELD_UNICODE_PATH = 0x7075
/** Deflate gives at most this many bytes for one, so that no step can add more than 17 MB before the sizes are looked at. */
const HIGHEST_RATIO = 1032
const INFLATE_STEP = 16 * 1024
/** Up to here an entry is inflated in one go, into a buffer of the declared size and one byte. */
const SMALL = 64 * 1024
/** zlib takes none that is shorter. */
const SHORTEST_CHUNK = 64

/** Throws Rejection: E_CORRUPT without a readable directory, E_TOO_MANY_ENTRIES, or E_TOO_LARGE by the declared sizes. */
export function openZip(bytes: Uint8Array, limits: Limits): ZipEntries {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(bytes, view, limits)
  if (entries.reduce((sum, { size }) => sum + size, 0) > limits.inflatedBytes) throw tooMuchInflated()
  let left = limits.inflatedBytes
  return {
    entries,
    read(entry) {
      if (entry.encrypted) throw rejection('E_ENCRYPTED')
      const content = unpack(entry, stored(bytes, view, entry), left)
      left -= content.length
      if (crc32(content) !== entry.crc32) throw rejection('E_CORRUPT')
      return content
    },
  }
}

interface Directory {
  readonly count: number
  readonly size: number
  readonly offset: number
  /** Where the directory ends in the file; with size and offset it shows how many bytes stand before the archive. */
  readonly end: number
}

function readDirectory(bytes: Uint8Array, view: DataView, limits: Limits): ZipEntry[] {
  const directory = locateDirectory(view)
  if (directory.count > limits.archiveEntries) throw rejection('E_TOO_MANY_ENTRIES')
  const start = directory.end - directory.size
  const shift = start - directory.offset
  if (start < 0 || shift < 0) throw rejection('E_CORRUPT')
  const entries: ZipEntry[] = []
  let at = start
  while (entries.length < directory.count) {
    if (at + 46 > directory.end || view.getUint32(at, true) !== CENTRAL_HEADER) throw rejection('E_CORRUPT')
    const length = 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (at + length > directory.end) throw rejection('E_CORRUPT')
    entries.push(readEntry(bytes, view, at, shift))
    at += length
  }
  return entries
}

function locateDirectory(view: DataView): Directory {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue
    const plain = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
      end: at,
    }
    return (plain.count === 0xffff || plain.size === SATURATED || plain.offset === SATURATED ? locateDirectory64(view, at) : null) ?? plain
  }
  throw rejection('E_CORRUPT')
}

function locateDirectory64(view: DataView, end: number): Directory | null {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return null
  const at = uint64(view, locator + 8)
  if (at + 56 > locator || view.getUint32(at, true) !== END_OF_DIRECTORY_64) return null
  return { count: uint64(view, at + 32), size: uint64(view, at + 40), offset: uint64(view, at + 48), end: at }
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, shift: number): ZipEntry {
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const nameLength = view.getUint16(at + 28, true)
  const written = bytes.subarray(at + 46, at + 46 + nameLength)
  const fields = extraFields(view, at + 46 + nameLength, view.getUint16(at + 30, true))
  const unicode = unicodePath(bytes, view, fields, written)
  const [size, compressedSize, offset] = wideSizes(view, fields, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ])
  const utf8 = unicode !== null || (flags & FLAG_UTF8) !== 0
  const nameBytes = unicode ?? written
  return {
    name: decodeName(nameBytes, utf8),
    nameBytes,
    utf8,
    encrypted: (flags & FLAG_ENCRYPTED) !== 0 || method === METHOD_AES,
    compressedSize,
    size,
    method,
    crc32: view.getUint32(at + 16, true),
    offset: offset + shift,
  }
}

interface Field {
  readonly id: number
  readonly start: number
  readonly end: number
}

function extraFields(view: DataView, start: number, length: number): Field[] {
  const fields: Field[] = []
  for (let at = start; at + 4 <= start + length; ) {
    const end = at + 4 + view.getUint16(at + 2, true)
    if (end > start + length) break
    fields.push({ id: view.getUint16(at, true), start: at + 4, end })
    at = end
  }
  return fields
}

/** ZIP64 gives, in this order, those of the three numbers that do not fit 32 bits. */
function wideSizes(view: DataView, fields: readonly Field[], plain: readonly [number, number, number]): readonly [number, number, number] {
  const field = fields.find(({ id }) => id === FIELD_ZIP64)
  let at = field?.start ?? 0
  const widen = (value: number): number => {
    if (value !== SATURATED || field === undefined || at + 8 > field.end) return value
    at += 8
    return uint64(view, at - 8)
  }
  return [widen(plain[0]), widen(plain[1]), widen(plain[2])]
}

function unicodePath(bytes: Uint8Array, view: DataView, fields: readonly Field[], written: Uint8Array): Uint8Array | null {
  const field = fields.find(({ id, start, end }) => id === FIELD_UNICODE_PATH && end - start > 5)
  if (field === undefined || view.getUint32(field.start + 1, true) !== crc32(written)) return null
  return bytes.subarray(field.start + 5, field.end)
}

function decodeName(bytes: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !utf8 }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function stored(bytes: Uint8Array, view: DataView, entry: ZipEntry): Uint8Array {
  const at = entry.offset
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_HEADER) throw rejection('E_CORRUPT')
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (start + entry.compressedSize > bytes.length) throw rejection('E_CORRUPT')
  return bytes.subarray(start, start + entry.compressedSize)
}

function unpack(entry: ZipEntry, packed: Uint8Array, most: number): Uint8Array {
  if (entry.size > most || (entry.method === METHOD_STORED && packed.length > most)) throw tooMuchInflated()
  if (entry.method === METHOD_STORED) return packed
  if (entry.method !== METHOD_DEFLATED)
    throw rejection('E_UNSUPPORTED', '压缩包使用了不支持的压缩方法，请用系统自带的压缩功能（zip）重新打包')
  try {
    return inflate(packed, entry.size, most)
  } catch (error) {
    throw error instanceof Rejection ? error : rejection('E_CORRUPT')
  }
}

/** The content must have the size that the directory declares: more is refused as soon as it is seen. */
function inflate(packed: Uint8Array, size: number, most: number): Uint8Array {
  if (size === 0 && packed.length === 0) return packed
  if (size > packed.length * HIGHEST_RATIO) throw rejection('E_CORRUPT')
  if (packed.length <= SMALL) {
    const whole = inflateRawSync(packed, { chunkSize: Math.max(size + 1, SHORTEST_CHUNK), maxOutputLength: size + 1 })
    if (whole.length !== size) throw rejection('E_CORRUPT')
    return new Uint8Array(whole.buffer, whole.byteOffset, size)
  }
  const content = new Uint8Array(size)
  let length = 0
  let complete = false
  const inflater = new Inflate((chunk, final) => {
    complete = final
    if (length + chunk.length > most) throw tooMuchInflated()
    if (length + chunk.length > size) throw rejection('E_CORRUPT')
    content.set(chunk, length)
    length += chunk.length
  })
  for (let at = 0; at < packed.length; at += INFLATE_STEP) {
    inflater.push(packed.subarray(at, at + INFLATE_STEP), at + INFLATE_STEP >= packed.length)
  }
  if (!complete || length !== size) throw rejection('E_CORRUPT')
  return content
}

function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32
}
