/**
 * Decimal arithmetic: points are added, weighted and compared without binary remainders, and rounded once, for show.
 *
 * decimal.js is the only library for it, and this the only file that knows it.
 */
import { Decimal as Library } from 'decimal.js'
import type { Rounding } from './settings.ts'

const Precise = Library.clone({ precision: 40, toExpNeg: -60, toExpPos: 60 })
export type Decimal = Library

/** Of a JavaScript number, its shortest decimal: 0.1 is a tenth. */
export function decimal(value: number | string): Decimal {
  if (typeof value === 'string') return new Precise(value)
  const known = kept.get(value)
  if (known !== undefined) return known
  const made = new Precise(value)
  if (kept.size < KEPT) kept.set(value, made)
  return made
}

/** The same few points and rates come up for every county; a Decimal never changes. */
const kept = new Map<number, Decimal>()
const KEPT = 100_000

export const zero = decimal(0)
export const one = decimal(1)
export const hundred = decimal(100)
export const infinity = decimal(Number.POSITIVE_INFINITY)

export const least = (a: Decimal, b: Decimal): Decimal => (a.lte(b) ? a : b)
export const most = (a: Decimal, b: Decimal): Decimal => (a.gte(b) ? a : b)
export const within = (value: Decimal, from: Decimal, to: Decimal): Decimal => most(from, least(to, value))
export const sum = (values: readonly Decimal[]): Decimal =>
  values.reduce((total, value) => (value.isZero() ? total : total.plus(value)), zero)

const MODES = {
  'half-up': Library.ROUND_HALF_UP,
  'half-even': Library.ROUND_HALF_EVEN,
  down: Library.ROUND_DOWN,
} as const

/** The one rounding: as shown, with all its decimals. */
export const rounded = (value: Decimal, { decimals, mode }: Rounding): string => value.toFixed(decimals, MODES[mode])

/** Exact where the decimals end, else to eighteen of them: never in powers of ten. */
export const exact = (value: Decimal): string =>
  value.decimalPlaces() <= PLACES ? value.toFixed() : value.toDecimalPlaces(PLACES, Library.ROUND_HALF_EVEN).toFixed()

const PLACES = 18
