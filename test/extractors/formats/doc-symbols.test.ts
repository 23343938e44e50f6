/** Characters of symbol fonts in a Word binary file: font table and formatting written by hand. */
import { expect, test } from 'vitest'
import { byteView } from '../../../extractors/formats/doc/byte-view.ts'
import { symbolsOf } from '../../../extractors/formats/doc/symbol-runs.ts'
import type { WordFile } from '../../../extractors/formats/doc/word-file.ts'

const u16 = (...numbers: number[]): number[] => numbers.flatMap((number) => [number & 255, number >> 8])
const font = (name: string): number[] => {
  const entry = [...Array<number>(39).fill(0), ...u16(...Array.from(name, (letter) => letter.charCodeAt(0)), 0)]
  return [entry.length, ...entry]
}
const fonts = byteView(Uint8Array.from([...u16(3, 0), ...font('宋体'), ...font('Symbol'), ...font('Wingdings')]))
const file = { structure: () => ({ bytes: fonts, rest: fonts }) } as unknown as WordFile
const run = (start: number, end: number, sprms: number[]) => ({ start, end, style: 0, sprms: byteView(Uint8Array.from(sprms)) })
const SYMBOL = 0x6a09
const FONT = 0x4a4f
const shown = (text: string, ...runs: ReturnType<typeof run>[]) => {
  const pieces = [{ start: 0, end: text.length, offset: 1000, width: 2 as const }]
  const symbols = symbolsOf(file, { text, pieces, complete: true }, runs)
  return Array.from(text, (character, at) => symbols.get(at) ?? character).join('')
}

test('a character that its formatting says stands in place of the placeholder', () => {
  expect(shown('率(95%', run(1002, 1004, [...u16(SYMBOL), ...u16(1, 0xf0b3)]))).toBe('率≥95%')
})

test('codes of a symbol font are the characters that look the same, letters of another font stay', () => {
  expect(shown('\uf0b12%，\uf0fe', run(1000, 1002, [...u16(FONT), ...u16(1)]), run(1008, 1010, [...u16(FONT), ...u16(2)]))).toBe('±2%，☑')
  expect(shown('甲(乙', run(1000, 1006, [...u16(FONT), ...u16(0)]))).toBe('甲(乙')
})
