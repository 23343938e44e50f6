/** The table of shared strings, its bytes written by hand: within it records end where they will. */
import { expect, test } from 'vitest'
import { byteView } from '../../../extractors/formats/doc/byte-view.ts'
import { readRuns } from '../../../extractors/formats/sheets/xls-strings.ts'

const HEADER = [9, 0, 0, 0, 9, 0, 0, 0]
const u16 = (...numbers: number[]): number[] => numbers.flatMap((number) => [number & 255, number >> 8])
const wide = (text: string): number[] => u16(...Array.from(text, (_, at) => text.charCodeAt(at)))
const narrow = (text: string): number[] => Array.from(text, (_, at) => text.charCodeAt(at))
const runsOf = (...records: number[][]) => [...readRuns(records.map((bytes) => byteView(Uint8Array.from(bytes))))]

/** Its runs: from the third character in font 6. */
const RICH = [...u16(3), 0x8, ...u16(1), ...narrow('m 2'), ...u16(2, 6)]
const PLAIN = [...u16(2), 0x1, ...wide('甲乙')]
const PHONETIC = [...u16(2), 0x5, ...u16(4, 0), ...wide('丙丁'), 1, 2, 3, 4]

test('strings without runs, wide ones and what is kept of their pronunciation are passed over', () => {
  expect(runsOf([...HEADER, ...PLAIN, ...PHONETIC, ...RICH])).toEqual([[2, [{ from: 2, font: 6 }]]])
})

test('a string may go on in the next record, in characters of another width', () => {
  const begins = [...HEADER, ...u16(4), 0x9, ...u16(1), ...wide('甲乙')]
  const goesOn = [0x0, ...narrow('m2'), ...u16(3, 7), ...RICH]
  expect(runsOf(begins, goesOn)).toEqual([
    [0, [{ from: 3, font: 7 }]],
    [1, [{ from: 2, font: 6 }]],
  ])
})

test('a record may end anywhere else, too', () => {
  const whole = [...HEADER, ...PHONETIC, ...RICH]
  for (const cut of [HEADER.length, HEADER.length + 3, whole.length - 4, whole.length - 2, whole.length - 1, whole.length - 13])
    expect(runsOf(whole.slice(0, cut), whole.slice(cut)), String(cut)).toEqual([[1, [{ from: 2, font: 6 }]]])
})

test('a table that is cut off ends', () => {
  expect(runsOf([...HEADER, ...u16(60000), 0x8, ...u16(60000), 1])).toEqual([])
  expect(runsOf([])).toEqual([])
})
