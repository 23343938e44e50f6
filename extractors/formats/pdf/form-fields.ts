/**
 * Values of form fields: what was typed into a field stands in its box as the program that filled it likes, a little above or below the line of text
 * that the field belongs to. Brought down or up to that line, it is read in its place.
 */
import type { Box, Glyph } from './geometry.ts'

/** The glyphs of one field, half-open, and the field's box. */
export interface Field {
  readonly from: number
  readonly to: number
  readonly box: Box
}

/** In ems: how far a value may stand from its line. */
const FURTHEST = 0.6

export function seatFields(glyphs: readonly Glyph[], fields: readonly Field[]): readonly Glyph[] {
  if (fields.length === 0) return glyphs
  const seated = [...glyphs]
  const isInField = glyphs.map((_, at) => fields.some(({ from, to }) => at >= from && at < to))
  const text = glyphs.filter((glyph, at) => !isInField[at] && glyph.text.trim() !== '')
  for (const { from, to, box } of fields) {
    const own = glyphs.slice(from, to)
    const baseline = lineBeside(own, box, text)
    if (baseline !== null) for (const [at, glyph] of own.entries()) seated[from + at] = { ...glyph, baseline }
  }
  return seated
}

/** The baseline of the text beside a field that is nearest to its value's; null where there is none, or where the value has several lines. */
function lineBeside(own: readonly Glyph[], [left, top, right, bottom]: Box, text: readonly Glyph[]): number | null {
  const [first] = own
  if (!first || own.some(({ baseline }) => Math.abs(baseline - first.baseline) > first.size / 2)) return null
  const offset = ({ baseline }: Glyph): number => Math.abs(baseline - first.baseline)
  const beside = text.filter(
    (glyph) =>
      glyph.baseline > top &&
      glyph.baseline < bottom &&
      (glyph.x1 <= left + 1 || glyph.x0 >= right - 1) &&
      offset(glyph) <= first.size * FURTHEST,
  )
  return (
    beside.reduce<Glyph | null>((nearest, glyph) => (nearest && offset(nearest) <= offset(glyph) ? nearest : glyph), null)?.baseline ?? null
  )
}
