import { Decimal as Library } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { type Decimal, decimal, exact, infinity, rounded } from '../../../rules/scoring/decimal.ts'

const Precise = Library.clone({ precision: 40, toExpNeg: -60, toExpPos: 60 })

/** The same numbers each time: short and long ones, negative ones, and those that only just do not fit. */
function numbers(count: number): string[] {
  let state = 7
  const next = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state % below
  }
  const edges = ['0', '-0.5', '0.1', '100', '9007199254740991', '9007199254740992', '0.000000000000001', '123456789012345678.25']
  const random = Array.from({ length: count }, () => {
    const places = next(next(4) === 0 ? 16 : 4)
    return `${next(4) === 0 ? '-' : ''}${next(10 ** (1 + next(8)))}${
      places > 0
        ? `.${String(next(2 ** 31))
            .padEnd(places, '3')
            .slice(0, places)}`
        : ''
    }`
  })
  return [...edges, ...random]
}

const given = numbers(60)
const pairs = given.flatMap((a) => given.slice(0, 30).map((b) => [a, b] as const))

describe('decimal arithmetic', () => {
  it.each(['plus', 'minus', 'times', 'div'] as const)('gives what decimal.js gives: %s', (operation) => {
    for (const [a, b] of pairs)
      expect(decimal(a)[operation](decimal(b)).toFixed(), `${a} ${operation} ${b}`).toBe(new Precise(a)[operation](b).toFixed())
  })
  it('compares as decimal.js does', () => {
    for (const [a, b] of pairs) expect(decimal(a).cmp(decimal(b)), `${a} and ${b}`).toBe(new Precise(a).cmp(b))
  })
  it('goes on exactly from what it gave', () => {
    for (const [a, b] of pairs) {
      const chain = (x: Decimal, y: Decimal): Decimal => x.times(y).plus(x).minus(y).div(8).times(100)
      const asked = new Precise(a).times(b).plus(a).minus(b).div(8).times(100)
      expect(chain(decimal(a), decimal(b)).toFixed(), `${a} and ${b}`).toBe(asked.toFixed())
    }
  })
  it('has the whole numbers below and above, the places and the opposite that decimal.js has', () => {
    for (const a of given) {
      const [own, asked] = [decimal(a), new Precise(a)]
      expect([own.floor(), own.ceil(), own.abs()].map((each) => each.toFixed())).toEqual(
        [asked.floor(), asked.ceil(), asked.abs()].map((each) => each.toFixed()),
      )
      expect(own.neg().plus(own).isZero()).toBe(true)
      expect(own.decimalPlaces(), a).toBe(asked.decimalPlaces())
      expect(own.toNumber()).toBe(asked.toNumber())
    }
  })
  it('rounds as the scheme says', () => {
    const modes = { 'half-up': Library.ROUND_HALF_UP, 'half-even': Library.ROUND_HALF_EVEN, down: Library.ROUND_DOWN } as const
    for (const a of [...given, '0.125', '0.135', '-0.125', '89.985'])
      for (const mode of ['half-up', 'half-even', 'down'] as const)
        for (const decimals of [0, 2, 4])
          expect(rounded(decimal(a), { decimals, mode }), `${a} ${mode}`).toBe(new Precise(a).toFixed(decimals, modes[mode]))
  })
  it('is written to eighteen places where it does not end', () => {
    expect(exact(decimal(1).div(3))).toBe('0.333333333333333333')
    expect(exact(decimal(2).div(3).times(3))).toBe('2')
    expect(exact(decimal('0.1').plus(decimal('0.2')))).toBe('0.3')
  })
  it('knows what has no end', () => {
    expect(infinity.isFinite()).toBe(false)
    expect(infinity.neg().lt(decimal('-9007199254740993'))).toBe(true)
    expect(infinity.minus(1).gt(decimal('123456789012345678.25'))).toBe(true)
    expect(decimal(0).neg().isNegative()).toBe(false)
  })
})
