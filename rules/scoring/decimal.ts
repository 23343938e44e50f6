/**
 * Decimal arithmetic: points are added, weighted and compared without binary remainders, and rounded once, for show.
 *
 * Almost every number of a scheme and a report is a whole number of thousandths or less: as long as it is, it is kept as a whole number and its places, and
 * reckoned with exactly. Whatever is longer, infinite, or divided without end is decimal.js's. This is the only file that knows it.
 */
import { Decimal as Library } from 'decimal.js'
import type { Rounding } from './settings.ts'

const Precise = Library.clone({ precision: 40, toExpNeg: -60, toExpPos: 60 })

/** Places that a whole number is kept with: its powers of ten are exact. */
const MOST_PLACES = 15
const POWERS: readonly number[] = Array.from({ length: MOST_PLACES + 1 }, (_, places) => 10 ** places)
/** Places that are added to a number to divide it exactly. */
const DIVIDING_PLACES = 6

/** A thousand times what two doubles may be off, in proportion. */
const SURE = 1e-12

type Operand = number | Decimal

export class Decimal {
  /** `units` / 10^`places`, a safe integer; where `long` is given it is the number instead. */
  private readonly units: number
  private readonly places: number
  private readonly long: Library | null
  /** The same as decimal.js has it, and in digits: kept once asked for, because the same few numbers come up for every county. */
  private asLong: Library | null = null
  private digits: string | null = null
  /** Of a number of decimal.js, the nearest that JavaScript has. */
  private near: number | null = null

  private constructor(units: number, places: number, long: Library | null) {
    this.units = units
    this.places = places
    this.long = long
  }

  static of(value: number | string): Decimal {
    const [, sign = '', whole = '', fraction = ''] = SHORT.exec(String(value)) ?? []
    const units = Number(sign + whole + fraction)
    return whole === '' || !Number.isSafeInteger(units) ? Decimal.ofLong(new Precise(value)) : Decimal.short(units, fraction.length)
  }

  private static short(units: number, places: number): Decimal {
    // Without a negative zero.
    return new Decimal(units === 0 ? 0 : units, places, null)
  }

  /** The result of decimal.js, as a whole number again where it is one. */
  private static ofLong(value: Library): Decimal {
    const places = value.isFinite() ? value.decimalPlaces() : MOST_PLACES + 1
    if (places > MOST_PLACES) return new Decimal(0, 0, value)
    const units = value.times(POWERS[places] as number).toNumber()
    return Number.isSafeInteger(units) ? Decimal.short(units, places) : new Decimal(0, 0, value)
  }

  private toLong(): Library {
    if (this.long !== null) return this.long
    this.asLong ??= new Precise(this.places === 0 ? this.units : `${this.units}e-${this.places}`)
    return this.asLong
  }

  plus(other: Operand): Decimal {
    return this.added(wrapped(other), 1)
  }

  minus(other: Operand): Decimal {
    return this.added(wrapped(other), -1)
  }

  /** Those that are whole numbers first, because they need no number for each step. */
  static sum<Of>(each: readonly Of[], pick: (one: Of) => Decimal): Decimal {
    let [units, places] = [0, 0]
    const others: Decimal[] = []
    for (const one of each) {
      const value = pick(one)
      if (value.isZero()) continue
      const most = Math.max(places, value.places)
      const before = units * (POWERS[most - places] as number)
      const next = before + value.unitsAt(most)
      if (!Number.isSafeInteger(before) || !Number.isSafeInteger(next)) others.push(value)
      else [units, places] = [next, most]
    }
    const total = Decimal.short(units, places)
    return others.length === 0 ? total : Decimal.ofLong(others.reduce((all, other) => all.plus(other.toLong()), total.toLong()))
  }

  private added(other: Decimal, sign: 1 | -1): Decimal {
    const places = Math.max(this.places, other.places)
    const units = this.unitsAt(places) + sign * other.unitsAt(places)
    if (Number.isSafeInteger(units)) return Decimal.short(units, places)
    return Decimal.ofLong(sign === 1 ? this.toLong().plus(other.toLong()) : this.toLong().minus(other.toLong()))
  }

  /** NaN where they are too many to be exact. */
  private unitsAt(places: number): number {
    if (this.long !== null) return Number.NaN
    if (places === this.places) return this.units
    const units = this.units * (POWERS[places - this.places] as number)
    return Number.isSafeInteger(units) ? units : Number.NaN
  }

  times(factor: Operand): Decimal {
    const other = wrapped(factor)
    const units = this.units * other.units
    const places = this.places + other.places
    const fits = this.long === null && other.long === null && places <= MOST_PLACES && Number.isSafeInteger(units)
    return fits ? Decimal.short(units, places) : Decimal.ofLong(this.toLong().times(other.toLong()))
  }

  div(divisor: Operand): Decimal {
    const other = wrapped(divisor)
    if (other.units === 1 && other.places === 0) return this
    const more = Math.min(DIVIDING_PLACES, MOST_PLACES - this.places)
    const units =
      this.long === null && other.long === null ? this.units * (POWERS[more] as number) * (POWERS[other.places] as number) : Number.NaN
    if (Number.isSafeInteger(units) && units % other.units === 0) return Decimal.short(units / other.units, this.places + more).shortened()
    return Decimal.ofLong(this.toLong().div(other.toLong()))
  }

  /** Without noughts at the end. */
  private shortened(): Decimal {
    let { units, places } = this
    while (places > 0 && units % 10 === 0) {
      units /= 10
      places--
    }
    return places === this.places ? this : Decimal.short(units, places)
  }

  cmp(than: Operand): number {
    const other = wrapped(than)
    const places = Math.max(this.places, other.places)
    const difference = this.unitsAt(places) - other.unitsAt(places)
    return Number.isNaN(difference) ? this.cmpLong(other) : Math.sign(difference)
  }

  /** What is further apart than a double is exact needs no decimal.js. */
  private cmpLong(other: Decimal): number {
    const [own, than] = [this.nearly(), other.nearly()]
    const apart = own - than
    const isSure = Math.abs(apart) > SURE * Math.max(Math.abs(own), Math.abs(than)) || Number.isFinite(own) !== Number.isFinite(than)
    return isSure && !Number.isNaN(apart) ? Math.sign(apart) : this.toLong().cmp(other.toLong())
  }

  private nearly(): number {
    if (this.long === null) return this.toNumber()
    this.near ??= this.long.toNumber()
    return this.near
  }

  eq(other: Operand): boolean {
    return this === other || this.cmp(other) === 0
  }

  lt(other: Operand): boolean {
    return this.cmp(other) < 0
  }

  lte(other: Operand): boolean {
    return this.cmp(other) <= 0
  }

  gt(other: Operand): boolean {
    return this.cmp(other) > 0
  }

  gte(other: Operand): boolean {
    return this.cmp(other) >= 0
  }

  isZero(): boolean {
    return this.long === null && this.units === 0
  }

  isNegative(): boolean {
    return this.long === null ? this.units < 0 : this.long.isNegative()
  }

  isPositive(): boolean {
    return !this.isNegative()
  }

  isFinite(): boolean {
    return this.long === null || this.long.isFinite()
  }

  neg(): Decimal {
    return this.long === null ? Decimal.short(-this.units, this.places) : Decimal.ofLong(this.long.neg())
  }

  abs(): Decimal {
    return this.isNegative() ? this.neg() : this
  }

  floor(): Decimal {
    if (this.long !== null) return Decimal.ofLong(this.long.floor())
    const one = POWERS[this.places] as number
    const over = this.units % one
    return Decimal.short((this.units - over) / one - (over < 0 ? 1 : 0), 0)
  }

  ceil(): Decimal {
    return this.neg().floor().neg()
  }

  toNumber(): number {
    return this.long === null ? this.units / (POWERS[this.places] as number) : this.long.toNumber()
  }

  decimalPlaces(): number {
    return this.long === null ? this.shortened().places : this.long.decimalPlaces()
  }

  /** Every digit; with `decimals` so many of them, rounded by `mode`. Never in powers of ten. */
  toFixed(decimals?: number, mode: Rounding['mode'] = 'half-up'): string {
    if (this.long !== null) return decimals === undefined ? this.long.toFixed() : this.long.toFixed(decimals, MODES[mode])
    const { units, places } = this.shortened()
    if (decimals === undefined) {
      this.digits ??= written(units, places, places)
      return this.digits
    }
    return decimals >= places ? written(units, places, decimals) : shortened(units, places, decimals, mode)
  }

  /** To so many places at most, half to even. */
  toPlaces(most: number): Decimal {
    return this.long === null ? this : Decimal.ofLong(this.long.toDecimalPlaces(most, Library.ROUND_HALF_EVEN))
  }
}

/** A number in digits, unless it is longer than any that a report holds. */
const SHORT = /^([+-]?)(\d{1,15})(?:\.(\d{1,15}))?$/u

const wrapped = (value: Operand): Decimal => (typeof value === 'number' ? decimal(value) : value)

function written(units: number, places: number, decimals: number): string {
  const digits = String(Math.abs(units)).padStart(places + 1, '0') + '0'.repeat(decimals - places)
  const whole = digits.slice(0, digits.length - decimals)
  return `${units < 0 ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`
}

/** Rounded to fewer places than it has; what is less than nought keeps its sign even where only noughts are left. */
function shortened(units: number, places: number, decimals: number, mode: Rounding['mode']): string {
  const one = POWERS[places - decimals] as number
  const over = Math.abs(units) % one
  const below = (Math.abs(units) - over) / one
  const up = mode !== 'down' && (2 * over > one || (2 * over === one && (mode === 'half-up' || below % 2 === 1)))
  return `${units < 0 ? '-' : ''}${written(below + (up ? 1 : 0), decimals, decimals)}`
}

const MODES = {
  'half-up': Library.ROUND_HALF_UP,
  'half-even': Library.ROUND_HALF_EVEN,
  down: Library.ROUND_DOWN,
} as const

/** Of a JavaScript number, its shortest decimal: 0.1 is a tenth. */
export function decimal(value: number | string): Decimal {
  if (typeof value === 'string') return Decimal.of(value)
  const known = kept.get(value)
  if (known !== undefined) return known
  const made = Decimal.of(value)
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
export const sum = (values: readonly Decimal[]): Decimal => sumOf(values, (value) => value)
export const sumOf: <Of>(each: readonly Of[], pick: (one: Of) => Decimal) => Decimal = Decimal.sum

/** The one rounding: as shown, with all its decimals. */
export const rounded = (value: Decimal, { decimals, mode }: Rounding): string => value.toFixed(decimals, mode)

/** Exact where the decimals end, else to eighteen of them: never in powers of ten. */
export const exact = (value: Decimal): string => value.toPlaces(PLACES).toFixed()

const PLACES = 18
