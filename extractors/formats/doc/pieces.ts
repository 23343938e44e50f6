/**
 * The piece table ([MS-DOC] 2.8.35, 2.9.38): the text in reading order, put together from pieces that stand anywhere in the file, and for each
 * character the place in the file that its formatting is kept under.
 */
import type { ByteView } from './byte-view.ts'
import type { WordFile } from './word-file.ts'

export interface Piece {
  /** Character positions, end excluded. */
  readonly start: number
  readonly end: number
  /** Offset of the piece in the main stream, and bytes a character. */
  readonly offset: number
  readonly width: 1 | 2
}

export interface WordText {
  /** One UTF-16 unit a character position. */
  readonly text: string
  readonly pieces: readonly Piece[]
  /** False when the file ends before its text does. */
  readonly complete: boolean
}

const PRC = 1
const PCDT = 2
const COMPRESSED = 0x40000000

/** null when the file has no readable piece table. `most` bounds the characters. */
export function readPieces(file: WordFile, most: number): WordText | null {
  const table = pieceTable(file.structure('pieces').bytes)
  if (!table) return null
  const count = Math.floor((table.bytes.length - 4) / 12)
  const pieces: Piece[] = []
  let text = ''
  let complete = true
  for (let index = 0; index < count && text.length <= most; index++) {
    const start = table.u32(index * 4)
    const end = table.u32(index * 4 + 4)
    if (start !== text.length || end < start) return text === '' ? null : { text, pieces, complete: false }
    const place = table.u32((count + 1) * 4 + index * 8 + 2)
    const compressed = (place & COMPRESSED) !== 0
    const offset = compressed ? (place & ~COMPRESSED) >>> 1 : place
    const width = compressed ? 1 : 2
    const bytes = file.main.bytes.subarray(offset, offset + (end - start) * width)
    const piece = decode(bytes, width)
    if (piece.length < end - start) complete = false
    text += piece
    pieces.push({ start, end: start + piece.length, offset, width })
    if (!complete) break
  }
  return { text, pieces, complete }
}

function pieceTable(clx: ByteView): ByteView | null {
  let at = 0
  while (clx.u8(at) === PRC) at += 3 + clx.u16(at + 1)
  return clx.u8(at) === PCDT ? clx.slice(at + 5, Math.min(clx.bytes.length, at + 5 + clx.u32(at + 1))) : null
}

/** Byte by byte and unit by unit, so that every character position keeps exactly one unit. */
function decode(bytes: Uint8Array, width: 1 | 2): string {
  if (width === 1) return new TextDecoder('windows-1252').decode(bytes)
  const units = new Uint16Array(bytes.length >> 1)
  for (let at = 0; at < units.length; at++) units[at] = (bytes[at * 2] as number) | ((bytes[at * 2 + 1] as number) << 8)
  let text = ''
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.subarray(at, at + 8192))
  return text
}

/** Where the character at a position stands in the main stream; -1 outside of all pieces. */
export function fileOffset(pieces: readonly Piece[], position: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const piece = pieces[middle] as Piece
    if (position < piece.start) high = middle - 1
    else if (position >= piece.end) low = middle + 1
    else return piece.offset + (position - piece.start) * piece.width
  }
  return -1
}
