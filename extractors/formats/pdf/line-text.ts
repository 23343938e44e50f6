/**
 * The text of glyphs that stand side by side, and of lines that follow each other. Blanks that the file has are kept, but for the space that
 * typesetting puts between Chinese and Latin characters none is invented; where the file has no blank and the gap says word, there is one.
 */
import { inScript } from '../scripts.ts'
import type { Glyph } from './geometry.ts'

/** A glyph that `lines.ts` found to be small and raised. */
export interface MarkedGlyph extends Glyph {
  readonly raised?: boolean
}

export function glyphsToText(glyphs: readonly MarkedGlyph[]): string {
  let text = ''
  let previous: MarkedGlyph | undefined
  let isExponent = false
  for (const [at, glyph] of glyphs.entries()) {
    if (!(glyph.raised && glyphs[at - 1]?.raised)) isExponent = hasExponent(text, glyph.text)
    const shown = glyph.raised ? raisedText(glyph, isExponent) : glyph.text
    if (shown === '') continue
    if (previous && text !== '' && isGap(previous, glyph) && !text.endsWith(' ') && shown !== ' ') text += ' '
    text += shown
    previous = glyph
  }
  return text
}

/** A number, a letter or a length has an exponent (10⁵, m³, 300米²); behind anything else a raised mark refers to a footnote and is no part of the sentence. */
const hasExponent = (text: string, mark: string): boolean =>
  OF_EXPONENT.test(mark) && (HAS_EXPONENT.test(text) || (AREA_OR_VOLUME.test(mark) && LENGTH.test(text)))
const HAS_EXPONENT = /[A-Za-z0-9㎡]$/u
const AREA_OR_VOLUME = /^[23]$/u
/** Not 玉米. */
const LENGTH = /[0-9/][千厘毫]?米$/u

const OF_EXPONENT = /^[0-9+−–n-]$/u
const SIGN = /^[+−–n-]$/u

function raisedText({ text }: MarkedGlyph, isExponent: boolean): string {
  if (isExponent) return OF_EXPONENT.test(text) ? inScript(text, 'raised') : ''
  return SIGN.test(text) ? text : ''
}

/** True when the gap between two neighbours is a blank that the file did not write: narrow between Latin words, wide beside Chinese. */
function isGap(left: Glyph, right: Glyph): boolean {
  const gap = (right.x0 - left.x1) / Math.max(left.size, right.size)
  if (gap < 0.16) return false
  const latin = isLatin(left.text) && isLatin(right.text)
  return gap > (latin ? 0.2 : isChinese(left.text) && isChinese(right.text) ? 0.9 : 0.6)
}

const isLatin = (text: string): boolean => /[!-~\u00c0-\u024f]$/u.test(text)
const isChinese = (text: string): boolean => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]$/u.test(text)

/** Joins two lines of one paragraph: Chinese without a blank, Latin words and numbers that were two words with one. */
export function joinTexts(before: string, after: string): string {
  const left = before.trimEnd()
  const right = after.trimStart()
  const last = left.slice(-1)
  const first = right.slice(0, 1)
  if (/[A-Za-z]/.test(last) && /[A-Za-z0-9]/.test(first)) return `${left} ${right}`
  if (/[0-9,.;:)%]/.test(last) && /[A-Za-z]/.test(first)) return `${left} ${right}`
  return left + right
}
