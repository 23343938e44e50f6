/**
 * Characters of symbol fonts in a Word binary file, as those that look the same: a character that its formatting says ([MS-DOC] 2.6.1, sprmCSymbol), where the
 * text itself has no more than a placeholder, or one of the font's own codes (U+F0B3 in Symbol is ≥).
 */
import { symbolCharacter } from '../symbols.ts'
import type { ByteView } from './byte-view.ts'
import { type Run, readSprms } from './formatting.ts'
import type { WordText } from './pieces.ts'
import type { WordFile } from './word-file.ts'

const SPRM_SYMBOL = 0x6a09
/** The run's font, for characters of the Latin and of other scripts. */
const SPRM_FONTS: ReadonlySet<number> = new Set([0x4a4f, 0x4a51])
const OWN_CODE = /[\uf020-\uf0ff]/gu
const MOST_FONTS = 4096
/** Bytes of a font's entry before its name. */
const NAME_AT = 40

/** What is shown at a position, where that is another character than the text has. */
export function symbolsOf(file: WordFile, { text, pieces }: WordText, runs: readonly Run[]): ReadonlyMap<number, string> {
  const shown = new Map<number, string>()
  const hasOwn = text.search(OWN_CODE) >= 0
  const special = runs.flatMap(({ start, end, sprms }) => {
    const changes = readSprms(sprms)
    const symbol = changes.findLast(({ code }) => code === SPRM_SYMBOL)?.operand
    const font = hasOwn ? changes.findLast(({ code }) => SPRM_FONTS.has(code))?.operand.u16(0) : undefined
    return symbol === undefined && font === undefined ? [] : [{ start, end, symbol, font }]
  })
  if (special.length === 0) return shown
  const fonts = fontNames(file.structure('fonts').bytes)
  for (const { start, end, symbol, font } of special)
    for (const piece of pieces) {
      const from = piece.start + Math.max(0, Math.ceil((start - piece.offset) / piece.width))
      const to = Math.min(piece.end, piece.start + Math.ceil((end - piece.offset) / piece.width))
      if (to <= from) continue
      if (symbol !== undefined) for (let at = from; at < to; at++) shown.set(at, symbolCharacter(fonts[symbol.u16(0)] ?? '', symbol.u16(2)))
      else
        for (const { 0: own, index } of text.slice(from, to).matchAll(OWN_CODE))
          shown.set(from + index, symbolCharacter(fonts[font ?? 0] ?? '', own.charCodeAt(0)))
    }
  return shown
}

/** The font table ([MS-DOC] 2.9.286, 2.9.86): a count, then for each font its bytes, with their number before them. */
function fontNames(table: ByteView): readonly string[] {
  const count = Math.min(table.u16(0), MOST_FONTS)
  const names: string[] = []
  for (let at = 4; names.length < count && at < table.bytes.length; at += table.u8(at) + 1) {
    let name = ''
    for (let place = at + NAME_AT; place < at + table.u8(at) && table.u16(place) !== 0; place += 2)
      name += String.fromCharCode(table.u16(place))
    names.push(name)
  }
  return names
}
