/** A figure in the unit that another is written in: of 302 in a column of 万元, 2920000 is 292. */
import type { CheckedValue } from './check.ts'

const SCALES: ReadonlyMap<number, string> = new Map([
  [1e4, '万'],
  [1e8, '亿'],
])

export const asWritten = (value: CheckedValue, amount: number): number => Number((amount / scaleOf(value)).toPrecision(12))

/** 292万元. */
export const inItsUnit = (value: CheckedValue, amount: number): string =>
  `${asWritten(value, amount)}${SCALES.get(scaleOf(value)) ?? ''}${value.unit}`

/** How many times the written figure the value is, where its column says 万 or 亿. */
function scaleOf({ evidence: { quote }, value }: CheckedValue): number {
  const written = Number(/^-?[0-9]+(?:\.[0-9]+)?/u.exec(quote.normalize('NFKC').replaceAll(/[\s,]/gu, ''))?.[0] ?? Number.NaN)
  const scale = Math.round((value / written) * 1e6) / 1e6
  return SCALES.has(scale) ? scale : 1
}
