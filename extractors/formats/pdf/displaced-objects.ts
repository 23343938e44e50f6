/**
 * Whether a PDF's parts stand where its own tables of them (ISO 32000-1, 7.5.4 to 7.5.8) say. pdfjs looks for the parts where a table is wrong, reads what it
 * finds and says nothing of what it does not: bytes that came in or went missing show only here. What shifts all alike is no damage: words before the header,
 * or a writer that counts a line end too many.
 */

const TAIL = 2048
const HEAD = 1024
/** Of tables and their entries that are looked at: more are those of no report. */
const MOST_TABLES = 64
const MOST_ENTRIES = 200_000
const SHIFTS = [0, 1, 2]
const OBJECT = /^[0-9]{1,10}\s{1,4}[0-9]{1,5}\s{1,4}obj/u
const ENTRY = 20

/** True where a table does not stand where it should, or names a place where no object begins; and where the end of the file is gone, which names the last table. */
export function hasDisplacedObjects(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const named = lastNumber(bytes.toString('latin1', Math.max(0, bytes.length - TAIL)), /startxref\s{1,4}([0-9]{1,12})/gu)
  if (named === null) return true
  const lead = Math.max(0, bytes.subarray(0, HEAD).indexOf('%PDF-', 0, 'latin1'))
  return [...SHIFTS, lead].every((shift) => !tablesHold(bytes, named, shift))
}

/** Follows the tables from the last to the first. */
function tablesHold(bytes: Buffer, last: number, shift: number): boolean {
  const seen = new Set<number>()
  for (let next: number | null = last; next !== null && seen.size < MOST_TABLES && !seen.has(next); ) {
    seen.add(next)
    const previous = tableAt(bytes, next + shift, shift)
    if (previous === false) return false
    next = previous
  }
  return true
}

/** Where the table before this one stands, null where it is the first, false where none stands here or an entry of it names no object. */
function tableAt(bytes: Buffer, at: number, shift: number): number | null | false {
  if (near(bytes, at, 4) === 'xref') return plainTable(bytes, at + 4, shift)
  return isObject(bytes, at) && previousOf(bytes, at, 'stream')
}

const near = (bytes: Buffer, at: number, length: number): string => bytes.toString('latin1', at, at + length)
const isObject = (bytes: Buffer, at: number): boolean => OBJECT.test(near(bytes, at, 32)) && !/[0-9]/u.test(near(bytes, at - 1, 1))

function plainTable(bytes: Buffer, start: number, shift: number): number | null | false {
  let at = start
  let left = MOST_ENTRIES
  for (let section = sectionAt(bytes, at); section && left > 0; section = sectionAt(bytes, at)) {
    const count = Math.min(section.count, left)
    const first = at + section.length
    left -= count
    for (let entry = 0; entry < count; entry++) if (!entryHolds(bytes, first + entry * ENTRY, shift)) return false
    at = first + count * ENTRY - 2
  }
  return previousOf(bytes, at, 'startxref')
}

function sectionAt(bytes: Buffer, at: number): { readonly count: number; readonly length: number } | null {
  const section = /^\s{1,4}[0-9]{1,10} ([0-9]{1,7})\s{1,3}/u.exec(near(bytes, at, 32))
  return section && { count: Number(section[1]), length: section[0].length }
}

/** An entry that is free, or in use and right. */
function entryHolds(bytes: Buffer, at: number, shift: number): boolean {
  const words = /^([0-9]{10}) [0-9]{5} ([nf])/u.exec(near(bytes, at, ENTRY))
  const place = Number(words?.[1])
  return words !== null && (words[2] === 'f' || place === 0 || isObject(bytes, place + shift))
}

function previousOf(bytes: Buffer, at: number, before: string): number | null {
  const end = bytes.indexOf(before, at, 'latin1')
  return lastNumber(bytes.toString('latin1', at, Math.min(end < 0 ? bytes.length : end, at + TAIL)), /\/Prev\s{1,4}([0-9]{1,12})/gu)
}

function lastNumber(text: string, pattern: RegExp): number | null {
  const found = [...text.matchAll(pattern)].at(-1)?.[1]
  return found === undefined ? null : Number(found)
}
