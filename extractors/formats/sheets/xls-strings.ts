/**
 * The shared strings of a workbook of Excel 97 to 2003 ([MS-XLS] 2.4.265, 2.5.293): where the font changes within each. The table goes on over the ends of
 * records: there its bytes go on, but where it stops within the characters of a string, a byte says anew how wide they are.
 */
import type { ByteView } from '../doc/byte-view.ts'

export interface FontRun {
  /** The character it begins with. */
  readonly from: number
  readonly font: number
}

const HEADER_BYTES = 8
const WIDE = 0x1
const HAS_EXTRA = 0x4
const HAS_RUNS = 0x8

/** By the string's number, of those alone in which the font changes. `records` are the table's, one after the other. */
export function readRuns(records: readonly ByteView[]): ReadonlyMap<number, readonly FontRun[]> {
  const found = new Map<number, readonly FontRun[]>()
  const reader = readerOf(records)
  reader.skip(HEADER_BYTES)
  for (let index = 0; !reader.isAtEnd(); index++) {
    const length = reader.u16()
    const flags = reader.u8()
    const count = flags & HAS_RUNS ? reader.u16() : 0
    const extra = flags & HAS_EXTRA ? reader.u16() + reader.u16() * 0x10000 : 0
    reader.skipCharacters(length, (flags & WIDE) !== 0)
    const runs: FontRun[] = []
    for (let run = 0; run < count && !reader.isAtEnd(); run++) runs.push({ from: reader.u16(), font: reader.u16() })
    if (runs.length > 0) found.set(index, runs)
    reader.skip(extra)
  }
  return found
}

interface Reader {
  readonly isAtEnd: () => boolean
  readonly u8: () => number
  readonly u16: () => number
  readonly skip: (bytes: number) => void
  readonly skipCharacters: (count: number, wide: boolean) => void
}

function readerOf(records: readonly ByteView[]): Reader {
  let record = 0
  let at = 0
  const left = (): number => (records[record]?.bytes.length ?? 0) - at
  /** On to the next record that has bytes. */
  const settle = (): void => {
    while (record < records.length && left() <= 0) {
      record++
      at = 0
    }
  }
  const u8 = (): number => {
    settle()
    return records[record]?.u8(at++) ?? 0
  }
  return {
    isAtEnd() {
      settle()
      return record >= records.length
    },
    u8,
    u16: () => u8() | (u8() << 8),
    skip(bytes) {
      for (let rest = bytes; rest > 0 && record < records.length; settle()) {
        const step = Math.min(rest, left())
        at += step
        rest -= step
      }
    },
    skipCharacters(count, wide) {
      let bytes = wide ? 2 : 1
      for (let rest = count; rest > 0 && record < records.length; ) {
        const step = Math.min(rest, Math.floor(left() / bytes))
        at += step * bytes
        rest -= step
        if (rest === 0) return
        record++
        at = 1
        bytes = (records[record]?.u8(0) ?? 0) & WIDE ? 2 : 1
      }
    },
  }
}
