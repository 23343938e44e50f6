/**
 * Whether two claimed figures are the same. The gold may give one as the text words it: 下降35% is 35 or -35, since there the word has the direction, and
 * 320万元 is 3200000, 2,341件 is 2341.
 */
import { fold } from '../../extractors/language/fold.ts'

/**
 * A claimed figure in the words of the gold's quote where they hold it: 1.8 beside 低1.8个百分点 and 48.5 beside 经费48.5万元 are those words.
 */
export function inWords(figure: number | string, quote: string): number | string {
  if (typeof figure === 'string') return figure
  // 1,850万元 and 1 850万元 are one figure.
  const written = fold(quote.replaceAll(/(?<=[0-9])[\s,](?=[0-9]{3})/gu, '')).text.replaceAll(/,(?=[0-9]{3})/gu, '')
  const found = [...written.matchAll(/-?[0-9]+(?:\.[0-9]+)?[万亿]?/gu)].find(([words]) => near(Number.parseFloat(words), figure))
  return found?.[0] ?? figure
}

/** Differences of less are those of decimal fractions in binary. */
const TINY = 1e-9

const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

export function sameFigure(a: number | string, b: number | string): boolean {
  const [one, other] = [toNumber(a), toNumber(b)]
  if (one === null || other === null) return fold(String(a)).text === fold(String(b)).text
  const worded = typeof a === 'string' || typeof b === 'string'
  return worded ? near(Math.abs(one), Math.abs(other)) : near(one, other)
}

function toNumber(figure: number | string): number | null {
  if (typeof figure === 'number') return figure
  const digits = /(-?[0-9]+(?:\.[0-9]+)?)([万亿]?)/u.exec(fold(figure).text.replaceAll(/,(?=[0-9]{3})/gu, ''))
  return digits === null ? null : Number(digits[1]) * (SCALES[digits[2] ?? ''] ?? 1)
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= TINY * Math.max(1, Math.abs(a), Math.abs(b))
