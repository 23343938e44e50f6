/** Rounding as writers do it: whether an exact figure can have been written as a stated one. GB/T 8170 and 四舍五入 differ only at a lone 5, and both are accepted. */

/** The place value of the last digit of a number as written, in the unit of its value: 97.5% → 0.1, 2.07亿元 (207000000) → 1000000. */
export function writtenStep(quote: string, value: number): number {
  const written = /[0-9]+(?:,[0-9]{3})*(?:\.([0-9]+))?/u.exec(quote.normalize('NFKC').replaceAll(/\s/gu, ''))
  if (!written) return Number.isInteger(value) ? 1 : 0.1
  const figure = Number(written[0].replaceAll(',', ''))
  const scale = figure === 0 ? 1 : Math.abs(value) / figure
  return 10 ** -(written[1]?.length ?? 0) * scale
}

/** Whether `exact`, rounded at `step`, can be `stated`. */
export const roundsTo = (exact: number, stated: number, step: number): boolean => Math.abs(exact - stated) <= step / 2 + 1e-9

/** A figure with as many decimals as a step has. */
export function atStep(value: number, step: number): string {
  const decimals = Math.max(0, Math.round(-Math.log10(Math.min(1, step))))
  return value.toFixed(decimals)
}
