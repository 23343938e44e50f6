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
export const decimal = (value: number | string): Decimal => new Precise(value)

export const zero = decimal(0)
export const one = decimal(1)
export const hundred = decimal(100)
export const infinity = decimal(Number.POSITIVE_INFINITY)

export const least = (a: Decimal, b: Decimal): Decimal => (a.lte(b) ? a : b)
export const most = (a: Decimal, b: Decimal): Decimal => (a.gte(b) ? a : b)
export const within = (value: Decimal, from: Decimal, to: Decimal): Decimal => most(from, least(to, value))
export const sum = (values: readonly Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), zero)

const MODES = {
  'half-up': Library.ROUND_HALF_UP,
  'half-even': Library.ROUND_HALF_EVEN,
  down: Library.ROUND_DOWN,
} as const

/** The one rounding: as shown, with all its decimals. */
export const rounded = (value: Decimal, { decimals, mode }: Rounding): string => value.toFixed(decimals, MODES[mode])

/** Exact where the decimals end, else to eighteen of them: never in powers of ten. */
export const exact = (value: Decimal): string => value.toDecimalPlaces(18, Library.ROUND_HALF_EVEN).toFixed()
