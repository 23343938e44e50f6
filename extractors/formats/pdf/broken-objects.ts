/**
 * Whether a PDF is what it has to be from its first object to its last: one object after the other, each with its beginning and its end (ISO 32000-1, 7.3.10
 * and 7.5), tables of them between. pdfjs reads a file without the objects that it does not recognise, and says nothing.
 */

const BEGIN = /\s*(?:%[^\r\n]{0,400}[\r\n]\s*)*([0-9]{1,10}\s{1,4}[0-9]{1,5}\s{1,4}obj|xref|trailer|startxref)/uy
const OBJECT = /[\s>][0-9]{1,10} [0-9]{1,5}$/u
const END = 'endobj'
const STREAM = 'stream'
const STREAM_END = 'endstream'
/** As much as is looked at where an object should begin: most begin at once, some behind long comments. */
const [NEAR, FAR] = [64, 4096]
const DICTIONARY = 4096
/** NUL is a blank in a PDF that nobody writes; a disk leaves it where it lost what stood there. */
const BLANKED = '\0\0\0\0'

export function hasBrokenObjects(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  let at = bytes.indexOf('%PDF-', 0, 'latin1')
  const last = bytes.lastIndexOf('startxref', undefined, 'latin1')
  if (at < 0 || last < 0) return true
  while (at < last) {
    const end = endOfNext(bytes, at)
    if (end === null) return true
    at = end
  }
  return false
}

/** Where the object or table that begins here ends; null where nothing of a PDF begins. */
function endOfNext(bytes: Buffer, at: number): number | null {
  const found = beginning(bytes, at, NEAR) ?? beginning(bytes, at, FAR)
  if (!found) return null
  const { word, start } = found
  if (word.endsWith('obj')) return endOfObject(bytes, start)
  if (word === 'startxref') return endOfStartxref(bytes, start)
  const next = bytes.indexOf(word === 'xref' ? 'trailer' : 'startxref', start, 'latin1')
  return next < 0 ? null : next
}

function beginning(bytes: Buffer, at: number, window: number): { word: string; start: number } | null {
  BEGIN.lastIndex = 0
  const found = BEGIN.exec(withoutNuls(bytes.toString('latin1', at, at + window)))
  return found && { word: found[1] ?? '', start: at + found[0].length }
}

const withoutNuls = (text: string): string => text.replaceAll('\0', ' ')

function endOfStartxref(bytes: Buffer, start: number): number {
  const place = /^\s{0,4}[0-9]{1,12}/u.exec(bytes.toString('latin1', start, start + 32))
  return start + (place?.[0].length ?? 0)
}

function endOfObject(bytes: Buffer, start: number): number | null {
  const end = bytes.indexOf(END, start, 'latin1')
  const stream = beginOfStream(bytes, start, end < 0 ? bytes.length : end)
  if (!isDictionary(bytes.subarray(start, stream ?? Math.max(start, end)))) return null
  if (stream === null) return end < 0 ? null : end + END.length
  const streamEnd = endOfStream(bytes, start, stream)
  if (streamEnd === null) return null
  const rest = /^\s{0,8}endobj/u.exec(bytes.toString('latin1', streamEnd, streamEnd + 16))
  return rest ? streamEnd + rest[0].length : null
}

/** No other object begins in it, and nothing was blanked; what stands in brackets may be any bytes. */
function isDictionary(body: Buffer): boolean {
  const other = body.indexOf(' obj', 0, 'latin1')
  if (other >= 0 && OBJECT.test(body.toString('latin1', Math.max(0, other - 20), other))) return false
  const blanked = body.indexOf(BLANKED, 0, 'latin1')
  return blanked < 0 || body.subarray(0, blanked).includes('(', 0, 'latin1')
}

/** Where the stream of the object begins, if it has one: behind its dictionary, before its end. */
function beginOfStream(bytes: Buffer, start: number, before: number): number | null {
  for (let at = bytes.indexOf(STREAM, start, 'latin1'); at >= 0 && at < before; at = bytes.indexOf(STREAM, at + 1, 'latin1')) {
    const follows = bytes[at + STREAM.length]
    if ((follows === 0x0d || follows === 0x0a) && />>\s{0,8}$/u.test(bytes.toString('latin1', Math.max(start, at - 10), at)))
      return at + STREAM.length
  }
  return null
}

/** By the length that the dictionary states, where the end stands there; else by the next end. */
function endOfStream(bytes: Buffer, start: number, content: number): number | null {
  const stated = /\/Length\s{1,4}([0-9]{1,10})(?!\s{1,4}[0-9]{1,5}\s{1,4}R|[0-9])/u.exec(
    bytes.toString('latin1', start, Math.min(content, start + DICTIONARY)),
  )?.[1]
  const from = content + Number(stated ?? 0)
  const atStated = /^\s{0,4}endstream/u.exec(bytes.toString('latin1', from, from + 16))
  if (stated !== undefined && atStated) return from + atStated[0].length
  const end = bytes.indexOf(STREAM_END, content, 'latin1')
  return end < 0 || bytes.subarray(content, end).includes(END, 0, 'latin1') ? null : end + STREAM_END.length
}
