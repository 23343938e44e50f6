/** Rounding as writers do it: whether an exact figure can have been written as a stated one. GB/T 8170 and 四舍五入 differ only at a lone 5, and both are accepted. */

/**
 * The place value of the last digit of a number as written, in the unit of its value: 97.5% → 0.1, 2.07亿元 (207000000) → 1000000. A ratio in words is told
 * roughly: 一半 and 三分之一 to a fifth of themselves, 三成 to ten points, 二十个百分点 to five.
 */
export function writtenStep(quote: string, value: number): number {
  const plain = UNUSUAL.test(quote) ? quote.normalize('NFKC').replaceAll(/\s/gu, '') : quote
  const written = /[0-9]+(?:,[0-9]{3})*(?:\.([0-9]+))?/u.exec(plain)
  if (!written) return spokenStep(quote, value)
  const figure = Number(written[0].replaceAll(',', ''))
  const scale = figure === 0 ? 1 : Math.abs(value) / figure
  return 10 ** -(written[1]?.length ?? 0) * scale
}

/** Blanks and full-width forms. */
const UNUSUAL = /[^!-~\p{Script=Han}]/u

/** How finely a figure in words is told. */
function spokenStep(quote: string, value: number): number {
  if (FRACTION.test(quote)) return Math.abs(value) * ROUGHLY
  if (value !== 0 && value !== 100 && value % TENTH === 0) {
    if (quote.includes('成')) return TENTH
    if (quote.includes('百分')) return TENTH / 2
  }
  return Number.isInteger(value) ? 1 : 0.1
}

/** 一半, 三分之一; 百分之三十 is no fraction. */
const FRACTION = /半|(?<![百千])分之/u
const TENTH = 10
const ROUGHLY = 0.2

/** Whether `exact`, rounded at `step`, can be `stated`. */
export const roundsTo = (exact: number, stated: number, step: number): boolean => Math.abs(exact - stated) <= step / 2 + 1e-9

/** A figure with as many decimals as a step has. */
export function atStep(value: number, step: number): string {
  const decimals = Math.max(0, Math.round(-Math.log10(Math.min(1, step))))
  return value.toFixed(decimals)
}
