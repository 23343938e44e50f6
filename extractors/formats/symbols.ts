/**
 * Characters of the symbol fonts (w:sym, and bullets of automatic numbering), as the Unicode characters that look the same. Word stores them as
 * U+F000 plus the font's own code. Those that this file does not know keep that code.
 */

/** "163≤": a code of the font and the character that looks the same. */
function table(entries: string): Map<number, string> {
  return new Map([...entries.matchAll(/(\d+)(\D)\s?/gu)].map(([, code, character]) => [Number(code), character ?? '']))
}

/** Codes 0x41 to 0x7a of the Symbol font: Greek letters in the places of the Latin ones. */
const GREEK = [...'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ']
const SYMBOL = table(`
  45− 163≤ 165∞ 171↔ 172← 173↑ 174→ 175↓ 176° 177± 178″ 179≥ 180× 181∝ 182∂ 183• 184÷ 185≠ 186≡ 187≈ 188… 196⊗ 197⊕ 198∅ 199∩
  200∪ 206∈ 207∉ 208∠ 213∏ 214√ 215⋅ 217∧ 218∨ 219⇔ 220⇐ 222⇒ 229∑ 242∫`)
const WINGDINGS = table(`
  40☎ 41✆ 42✉ 70☞ 74☺ 108● 109❍ 110■ 111□ 113❑ 114❒ 117◆ 118❖ 119◆ 129① 130② 131③ 132④ 133⑤ 134⑥ 135⑦ 136⑧ 137⑨ 138⑩ 158· 159•
  161○ 167▪ 168◻ 171★ 216➢ 224→ 232➔ 251✗ 252✓ 253☒ 254☑`)
const WINGDINGS_2 = table(`
  79✗ 80✓ 82☑ 83☒ 84☒ 163□ 151● 152•`)

const FONTS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  ['symbol', new Map([...GREEK.map((letter, index): [number, string] => [0x41 + index, letter]), ...SYMBOL])],
  ['wingdings', WINGDINGS],
  ['wingdings 2', WINGDINGS_2],
])

export function symbolCharacter(font: string, code: number): string {
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  const name = font.toLowerCase()
  const known = FONTS.get(name)?.get(own)
  if (known !== undefined) return known
  if (name === 'symbol' && own >= 0x20 && own < 0x7f) return String.fromCodePoint(own)
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
}

/** A bullet as the reader sees it: a sign of a symbol font by its look, a plain dot where the look is not known. */
export function bulletCharacter(font: string, text: string): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0
      const seen = code >= 0xf000 && code <= 0xf0ff ? symbolCharacter(font, code) : symbolLetter(font, character, code)
      return /[\ue000-\uf8ff]/u.test(seen) ? '•' : seen
    })
    .join('')
}

function symbolLetter(font: string, character: string, code: number): string {
  return /^(?:symbol|wingdings)/iu.test(font) && code < 0x100 ? symbolCharacter(font, code) : character
}
