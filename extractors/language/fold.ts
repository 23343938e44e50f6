/**
 * Folding: the text that patterns match, and the exact way back to the document.
 *
 * Full-width digits, letters and signs become half-width, ASCII punctuation beside Chinese becomes Chinese, traditional characters become
 * simplified, lowered digits (CO₂, PM₂.₅) plain, marks of notes (95.2%¹) are dropped as are blanks and hard wraps inside Chinese text and inside numbers are dropped. Chinese punctuation is left alone: plain NFKC turns
 * ，：；（） into ASCII and silently breaks every clause pattern. Between blocks one separator is kept ("\n", or "\t" between the cells of a row).
 */
import TRADITIONAL_TO_SIMPLIFIED from 'opencc-js/dict/TSCharacters'
import type { Folded, Span } from '../document.ts'
import { isLowered, isRaised, marksNote, runsIntoNumber } from './raised.ts'

const NEWLINE = 10
const TAB = 9
const SLICE = 4096
/** ASCII punctuation that becomes Chinese, everywhere or beside Chinese. */
const MARKS = '();!?,:'

/** One UTF-16 unit to one UTF-16 unit; characters outside the Basic Multilingual Plane stay as they are. */
const FOLDED_UNIT: Uint16Array = buildTable()
/** 1 for a unit that may change, be dropped, or look at what stands beside it. */
const CHANGES: Uint8Array = Uint8Array.from(FOLDED_UNIT, (folded, unit) =>
  folded !== unit || isBlank(unit) || isInvisible(unit) || isRaised(unit) || MARKS.includes(String.fromCharCode(unit)) ? 1 : 0,
)

/** Folds a text. `blocks` are the places of its blocks, in order; without them the whole text is one block. */
export function fold(text: string, blocks: readonly Span[] = [{ start: 0, end: text.length }]): Folded {
  const units = new Uint16Array(text.length + 1)
  const map = new Uint32Array(text.length + 1)
  let length = 0
  const emit = (unit: number, at: number): void => {
    units[length] = unit
    map[length++] = at
  }
  let position = 0
  for (const block of blocks) {
    if (length > 0 && block.start > position) emit(text.charCodeAt(block.start - 1) === TAB ? TAB : NEWLINE, block.start - 1)
    foldBlock(text, block, emit)
    position = block.end
  }
  map[length] = text.length
  return { text: decode(units.subarray(0, length)), map: map.slice(0, length + 1) }
}

/** A folded text without the way back. Most short stretches are as they would be folded. */
export function foldText(text: string): string {
  for (let at = 0; at < text.length; at++) if (CHANGES[text.charCodeAt(at)] === 1) return fold(text).text
  return text
}

function foldBlock(text: string, { start, end }: Span, emit: (unit: number, at: number) => void): void {
  let previous = 0
  for (let at = start; at < end; at++) {
    const raw = text.charCodeAt(at)
    if (isInvisible(raw) || (isRaised(raw) && marksNote(text, at, start, previous))) continue
    if (isBlank(raw)) {
      const first = at
      while (at + 1 < end && (isBlank(text.charCodeAt(at + 1)) || isInvisible(text.charCodeAt(at + 1)))) at++
      const next = nextVisible(text, at + 1, end)
      if (next === 0 || previous === 0) continue
      if (keepsBlank(previous, next)) {
        emit(32, first)
        previous = 32
      }
      continue
    }
    const unit =
      isLowered(raw) && runsIntoNumber(text, at, end) ? raw : foldPunctuation(FOLDED_UNIT[raw] as number, previous, text, at, end)
    emit(unit, at)
    previous = unit
  }
}

/** A blank stays between two Latin words, two numbers, or a word and a number; everywhere else it is layout. */
function keepsBlank(previous: number, next: number): boolean {
  if (previous === 32) return false
  const left = isDigit(previous) || isLetter(previous)
  const right = isDigit(next) || isLetter(next)
  return left && right
}

function foldPunctuation(unit: number, previous: number, text: string, at: number, end: number): number {
  switch (unit) {
    case 40:
      return 0xff08
    case 41:
      return 0xff09
    case 59:
      return 0xff1b
    case 33:
      return 0xff01
    case 63:
      return 0xff1f
    case 44:
    case 58: {
      // 20.3%,A级 parts two members; 1,200 and Q345,Q235 stay as they are.
      const between = isLatin(previous) && !(unit === 44 && previous === 37) && isLatin(nextVisible(text, at + 1, end))
      return between ? unit : unit === 44 ? 0xff0c : 0xff1a
    }
    case 0xff0c:
      return groupsThousands(text, at, end) ? 44 : unit
    default:
      return unit
  }
}

/** １，２３４: between full-width digits, three of them behind it, the comma of an input method in full width groups thousands. */
function groupsThousands(text: string, at: number, end: number): boolean {
  const wide = (place: number): boolean => place >= 0 && place < end && isWideDigit(text.charCodeAt(place))
  return wide(at - 1) && wide(at + 1) && wide(at + 2) && wide(at + 3) && !wide(at + 4)
}

function nextVisible(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (!isBlank(unit) && !isInvisible(unit)) return FOLDED_UNIT[unit] as number
  }
  return 0
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
const isWideDigit = (unit: number): boolean => unit >= 0xff10 && unit <= 0xff19
const isLetter = (unit: number): boolean => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)
const isLatin = (unit: number): boolean => unit > 32 && unit < 127

function isBlank(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x2028 ||
    unit === 0x2029
  )
}

function isInvisible(unit: number): boolean {
  return (unit >= 0x200b && unit <= 0x200f) || unit === 0xfeff || unit === 0xad || (unit >= 0x2060 && unit <= 0x2064)
}

function buildTable(): Uint16Array {
  const table = Uint16Array.from({ length: 65536 }, (_, unit) => unit)
  for (const pair of TRADITIONAL_TO_SIMPLIFIED.split('|')) {
    const [traditional, simplified] = pair.split(' ')
    if (traditional?.length === 1 && simplified?.length === 1) table[traditional.charCodeAt(0)] = simplified.charCodeAt(0)
  }
  const range = (first: number, last: number, to: number): void => {
    for (let unit = first; unit <= last; unit++) table[unit] = to + unit - first
  }
  range(0xff10, 0xff19, 48)
  range(0x2080, 0x2089, 48)
  range(0xff21, 0xff3a, 65)
  range(0xff41, 0xff5a, 97)
  for (const [from, to] of [
    '％%',
    '﹪%',
    '．.',
    '＋+',
    '－-',
    '−-',
    '＝=',
    '＜<',
    '＞>',
    '／/',
    '～~',
    '∼~',
    '〜~',
    '﹢+',
    '﹣-',
    '﹐，',
    '﹔；',
    '﹕：',
    '﹙（',
    '﹚）',
    '㎡㎡',
  ])
    if (from && to) table[from.charCodeAt(0)] = to.charCodeAt(0)
  return table
}

/** String.fromCharCode in slices, since its arguments go on the stack; applied to an array, which is much faster than spread out. */
function decode(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += SLICE)
    text += String.fromCharCode.apply(null, units.subarray(at, at + SLICE) as unknown as number[])
  return text
}
