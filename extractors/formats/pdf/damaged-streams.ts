/**
 * Whether a PDF's compressed text is damaged. pdfjs shows what of a damaged stream it can inflate and says nothing of the rest; the stream's own
 * checksum (RFC 1950) tells. Fonts and pictures are left out: they hold no text, and are most of the bytes.
 */
import { inflateSync } from 'node:zlib'
import { fromAscii85, fromHex } from './ascii-filters.ts'

const BEGIN = 'stream'
const END = 'endstream'
/** The longest dictionary of a stream that holds text. */
const DICTIONARY = 600
/** FlateDecode, alone or set in characters that can be printed; no other filter before or after it. */
const DEFLATED = /\/Filter\s*(?:\/FlateDecode|\[\s*(?:\/(ASCII85Decode|ASCIIHexDecode)\s*)?\/FlateDecode\s*\])/u
const WITHOUT_TEXT = /\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType)|\/Length1\b/u

/** `most` bounds what is inflated: beyond it nothing is looked at. False for an encrypted file, of whose streams nothing can be told. */
export function hasDamagedText(file: Uint8Array, most: number): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.includes('/Encrypt', 0, 'latin1')) return false
  let left = most
  for (const { dictionary, content } of streams(bytes)) {
    const filters = DEFLATED.exec(dictionary)
    if (!filters || WITHOUT_TEXT.test(dictionary)) continue
    const deflated = unprinted(content, filters[1])
    const inflated = deflated && inflatedLength(deflated, left)
    if (inflated === null) return true
    left -= inflated
    if (left <= 0) return false
  }
  return false
}

/** The bytes behind the filter that made them printable; null where they cannot be had back. */
function unprinted(content: Buffer, filter: string | undefined): Uint8Array | null {
  if (filter === undefined) return content
  return filter === 'ASCII85Decode' ? fromAscii85(content) : fromHex(content)
}

/** Every stream of the file by its own words, whether the file's table names it or not. */
function* streams(bytes: Buffer): Generator<{ readonly dictionary: string; readonly content: Buffer }> {
  let at = bytes.indexOf(BEGIN, 0, 'latin1')
  while (at >= 0) {
    const before = bytes.subarray(Math.max(0, at - DICTIONARY), at).toString('latin1')
    const start = afterLineEnd(bytes, at + BEGIN.length)
    const end = bytes.indexOf(END, start, 'latin1')
    if (end < 0) return
    if (/>>\s*$/u.test(before)) {
      yield { dictionary: before.slice(before.lastIndexOf(' obj') + 1), content: bytes.subarray(start, end) }
      at = bytes.indexOf(BEGIN, end + END.length, 'latin1')
    } else at = bytes.indexOf(BEGIN, at + BEGIN.length, 'latin1')
  }
}

function afterLineEnd(bytes: Buffer, at: number): number {
  const afterReturn = bytes[at] === 0x0d ? at + 1 : at
  return bytes[afterReturn] === 0x0a ? afterReturn + 1 : afterReturn
}

/** null when the content does not inflate to what its checksum says. */
function inflatedLength(content: Uint8Array, most: number): number | null {
  try {
    return inflateSync(content, { maxOutputLength: Math.max(1, most) }).length
  } catch (error) {
    return error instanceof RangeError ? most : null
  }
}
