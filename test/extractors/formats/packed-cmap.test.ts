import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packOnly, readPackedCMap } from '../../../extractors/formats/pdf/packed-cmap.ts'

const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')
const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, `${name}.bcmap`)))
const map = (name: string) => readPackedCMap(bytes(name)) ?? expect.fail(`${name} is no map of codes`)

describe('a packed character map', () => {
  it('gives a character the same glyph in every encoding', () => {
    const [gbk, unicode] = [map('GBK-EUC-H'), map('UniGB-UCS2-H')]
    const decoder = new TextDecoder('gbk')
    for (let high = 0xb0; high <= 0xf7; high++)
      for (let low = 0xa1; low <= 0xf9; low++) {
        const character = decoder.decode(Uint8Array.of(high, low))
        expect(gbk.entries.get((high << 8) | low), character).toBe(unicode.entries.get(character.charCodeAt(0)))
      }
    expect(unicode.entries.size).toBeGreaterThan(20_000)
  })
  it('is packed again with some of its codes', () => {
    const whole = map('GBK-EUC-H')
    const codes = [0x41, 0xb0a1, 0xd6a4, 0x7fff]
    const part = readPackedCMap(packOnly(whole, codes))
    expect(part?.head).toEqual(whole.head)
    expect([...(part?.entries ?? [])]).toEqual([[0x10000, 0], ...codes.slice(0, 3).map((code) => [code, whole.entries.get(code)])])
  })
  it('that goes from glyphs to Unicode gives back the character that a glyph stands for', () => {
    const [glyphs, unicode] = [map('UniGB-UCS2-H'), map('Adobe-GB1-UCS2')]
    expect(unicode.to).toBe('unicode')
    for (const character of '质量强县塔城地区２０20年、。%') {
      const glyph = glyphs.entries.get(character.charCodeAt(0)) ?? Number.NaN
      expect(unicode.entries.get(glyph), character).toBe(character.charCodeAt(0))
    }
    const part = readPackedCMap(packOnly(unicode, [4559, 60_000]))
    expect([...(part?.entries ?? [])]).toEqual([[4559, unicode.entries.get(4559)]])
  })
  it('of texts longer than four bytes is left as it is', () => expect(readPackedCMap(bytes('Adobe-Japan1-UCS2'))).toBeNull())
  it('keeps the name of the map it goes on from', () =>
    expect(Buffer.from(map('UniGB-UCS2-V').head).toString('latin1')).toContain('UniGB-UCS2-H'))
})
