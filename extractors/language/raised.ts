/**
 * Raised and lowered digits while a text is folded. m² and 10⁵ stay what they are, since m2 and 105 are something else; CO₂ is also written CO2; and a
 * raised digit behind a whole number, a percentage or a closing mark (抽查120¹批次, 95.2%¹) is the mark of a note and no part of either.
 */
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'
const RAISED_UNITS: ReadonlySet<number> = new Set(Array.from(RAISED, (sign) => sign.charCodeAt(0)))
const CLOSERS: ReadonlySet<number> = new Set(Array.from('%‰)）》〉】]”’」』', (sign) => sign.charCodeAt(0)))
/** A power of ten, in digits of either width. */
const TEN = /(?:^|[^0-9０-９.．,])[1１][0０]$/u
const DIGIT = /[0-9０-９]/u

export const isRaised = (unit: number): boolean => unit > 0xb1 && RAISED_UNITS.has(unit)

export const isLowered = (unit: number): boolean => unit >= 0x2080 && unit <= 0x2089

/** PM₂.₅35微克: lowered digits that a plain one follows stay lowered, or the two would be read as one number. */
export function runsIntoNumber(text: string, at: number, end: number): boolean {
  let next = at
  while (next < end && (isLowered(text.charCodeAt(next)) || (text[next] === '.' && isLowered(text.charCodeAt(next + 1))))) next++
  return next < end && DIGIT.test(text[next] ?? '')
}

/** Whether the raised sign at a place of a block marks a note. `previous` is what was folded before it. */
export function marksNote(text: string, at: number, start: number, previous: number): boolean {
  if (CLOSERS.has(previous)) return true
  if (previous < 48 || previous > 57) return false
  let base = at
  while (base > start && isRaised(text.charCodeAt(base - 1))) base--
  return !TEN.test(text.slice(Math.max(start, base - 3), base))
}
