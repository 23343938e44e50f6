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
        expect(gbk.cidOf.get((high << 8) | low), character).toBe(unicode.cidOf.get(character.charCodeAt(0)))
      }
    expect(unicode.cidOf.size).toBeGreaterThan(20_000)
  })
  it('is packed again with some of its codes', () => {
    const whole = map('GBK-EUC-H')
    const codes = [0x41, 0xb0a1, 0xd6a4, 0x7fff]
    const part = readPackedCMap(packOnly(whole, codes))
    expect(part?.head).toEqual(whole.head)
    expect([...(part?.cidOf ?? [])]).toEqual(codes.slice(0, 3).map((code) => [code, whole.cidOf.get(code)]))
  })
  it('that goes from glyphs to Unicode is none of these', () => expect(readPackedCMap(bytes('Adobe-GB1-UCS2'))).toBeNull())
  it('keeps the name of the map it goes on from', () =>
    expect(Buffer.from(map('UniGB-UCS2-V').head).toString('latin1')).toContain('UniGB-UCS2-H'))
})
