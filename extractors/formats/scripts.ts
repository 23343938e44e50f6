/**
 * Raised and lowered characters as the characters that Unicode has for them, so that 10⁵ is not read as 105 nor m² as m2.
 *
 * A stretch is turned only as a whole: a footnote's [2] and a ① have no raised form, and stay as they are.
 */

export type Script = 'raised' | 'lowered'

const PLAIN = '0123456789+-−–()n'
const FORMS: Readonly<Record<Script, ReadonlyMap<string, string>>> = {
  raised: formsOf('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁽⁾ⁿ', { '（': '⁽', '）': '⁾' }),
  // The point of PM₂.₅ has no lowered form.
  lowered: formsOf('₀₁₂₃₄₅₆₇₈₉₊₋₋₋₍₎ₙ', { '.': '.', '（': '₍', '）': '₎' }),
}

function formsOf(written: string, more: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const forms = [...written]
  const blanks = [' ', '\t', '\n', '\u3000', '\u00a0'].map((blank): [string, string] => [blank, blank])
  return new Map([...[...PLAIN].map((plain, at): [string, string] => [plain, forms[at] ?? plain]), ...Object.entries(more), ...blanks])
}

export function inScript(text: string, script: Script | null): string {
  if (script === null) return text
  let turned = ''
  for (const character of text) {
    const form = FORMS[script].get(character)
    if (form === undefined) return text
    turned += form
  }
  return turned
}
