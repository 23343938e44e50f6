/** A rule whose parts read one unknown gives what some value of it gives, and all of that: held against trying many values one by one. */
import { describe, expect, it } from 'vitest'
import { decimal } from '../../../rules/scoring/decimal.ts'
import { exactly } from '../../../rules/scoring/interval.ts'
import type { AnswerOperand, NumberOperand } from '../../../rules/scoring/operand.ts'
import { evaluate, type Rule, Rule as RuleSchema } from '../../../rules/scoring/rule.ts'
import type { Scope } from '../../../rules/scoring/scope.ts'
import { type Fixed, sharpened } from '../../../rules/scoring/shared-unknown.ts'
import { type Given, schemeAround, scoresOf } from '../../support/scoring.ts'

const id = 'industrial_sampling_pass_rate'
const of = { indicator: id }

/** Two numbers: the indicator's from 0 to 100, and that of the year before, from 90 to 92 where it is not set. */
function stub(fixed: Fixed, full = 10, deducts = false): Scope {
  const read = { found: true, words: '', open: '' }
  const scope: Scope = {
    full: decimal(full),
    start: decimal(deducts ? 0 : full),
    deducting: () => stub(fixed, full, true),
    number: (operand: NumberOperand) => {
      const name = 'role' in operand && operand.role === 'reference' ? `${id}:reference:yoy` : id
      const set = fixed.get(name)
      const [from, to] = name === id ? [0, 100] : [90, 92]
      return { ...read, allowed: typeof set === 'object' ? set : { from: decimal(from), to: decimal(to), openFrom: false, openTo: false } }
    },
    answer: (operand: AnswerOperand) => ({
      ...read,
      answer: 'entry' in operand ? ((fixed.get(operand.entry) as 'yes' | undefined) ?? 'unknown') : 'unknown',
    }),
    word: () => ({ ...read, word: null }),
    target: () => null,
    nameOf: () => '',
    unitOf: () => '%',
    betterOf: () => 'higher',
    evaluate: (rule: Rule) => evaluate(rule, scope),
  } as unknown as Scope
  return scope
}

const bounds = (rule: Rule) => {
  const { low, high } = sharpened(rule, evaluate(rule, stub(new Map())), stub)
  return [Number(low.toFixed(6)), Number(high.toFixed(6))]
}

/** Every half, and just beside it: where the rules under test turn or jump. Where two parts meet it lies between, and is looked for nearer and nearer. */
function tried(rule: Rule): number[] {
  const at = (x: number): number[] => {
    const { low, high } = evaluate(rule, stub(new Map([[id, exactly(decimal(x))]])))
    return [low.toNumber(), high.toNumber()]
  }
  const best = (end: 0 | 1, sign: 1 | -1): number => {
    let points = Array.from({ length: 201 }, (_, index) => index / 2).flatMap((x) => [x - 1e-7, x, x + 1e-7])
    let found = { x: 0, value: Number.POSITIVE_INFINITY }
    for (const reach of [0.5, 0.02, 0.001]) {
      for (const x of points.filter((each) => each >= 0 && each <= 100)) {
        const value = sign * (at(x)[end] ?? 0)
        if (value < found.value) found = { x, value }
      }
      points = Array.from({ length: 81 }, (_, index) => Number((found.x + ((index - 40) / 40) * reach).toFixed(9)))
    }
    return sign * found.value
  }
  return [best(0, 1), best(1, -1)]
}

/** A generator of numbers that are the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647
    return state % sides
  }
}

function leaf(roll: (sides: number) => number): unknown {
  const level = roll(101)
  const signed = (roll(2) === 0 ? -1 : 1) * (roll(8) + 1)
  const against = roll(4) === 0 ? { ...of, role: 'reference', basis: 'yoy' } : level
  const side = { per: 1 + roll(4), points: signed, ...(roll(2) === 0 ? { most: 4 * (1 + roll(3)) } : {}) }
  const kinds = [
    () => ({ form: 'target', of, op: ['>=', '>', '<=', '<'][roll(4)], value: level, met: signed, unmet: roll(5) }),
    () => ({
      form: 'bands',
      of,
      bands: [
        { from: level, points: signed },
        { above: Math.floor(level / 2), below: level === 0 ? 1 : level, points: roll(6) },
      ],
      else: -roll(4),
    }),
    () => ({ form: 'linear', of, against, at: roll(10), below: side, above: { per: 1, points: roll(5) - 2 } }),
    () => ({ form: 'count', of, each: signed, beyond: level, start: 0 }),
    () => ({ form: 'proportional', of, target: level + 1, points: 1 + roll(9) }),
    () => ({ form: 'when', if: { number: of, op: '>=', value: level }, gives: { form: 'constant', points: signed } }),
  ]
  return kinds[roll(kinds.length)]?.()
}

function tree(roll: (sides: number) => number, depth: number): unknown {
  if (depth === 0) return leaf(roll)
  const rules = [tree(roll, depth - 1), leaf(roll)]
  const kinds = [
    () => ({ form: 'sum', rules }),
    () => ({ form: 'worst', rules }),
    () => ({ form: 'best', rules }),
    () => ({ form: 'deduct', take: 'worst', rules }),
    () => ({ form: 'sum', rules: [{ form: 'limit', most: roll(6), least: -roll(6), rule: rules[0] }, rules[1]] }),
    () => ({
      form: 'weighted',
      parts: [
        { weight: 60, rule: rules[0] },
        { weight: 40, rule: rules[1] },
      ],
    }),
  ]
  return kinds[roll(kinds.length)]?.()
}

describe('rules that read one unknown more than once', () => {
  it.each(Array.from({ length: 40 }, (_, index) => index + 1))('give what trying every value gives: rule %i', (seed) => {
    const roll = dice(seed * 7919)
    const rule = RuleSchema.parse(tree(roll, 1 + (seed % 2)))
    const [low = 0, high = 0] = bounds(rule)
    const [least = 0, most = 0] = tried(rule)
    expect([low, high, JSON.stringify(rule)]).toEqual([expect.closeTo(least, 3), expect.closeTo(most, 3), JSON.stringify(rule)])
  })
  it('are settled where every value earns the same', () => {
    const rule = RuleSchema.parse({
      form: 'sum',
      rules: [
        { form: 'target', of, op: '>=', value: 91, met: 4, unmet: 0 },
        { form: 'target', of, op: '<', value: 91, met: 4, unmet: 0 },
      ],
    })
    expect(bounds(rule)).toEqual([4, 4])
  })
})

describe('an item that reads one unknown more than once', () => {
  const item = (rule: unknown, given: Given = {}, points = 10) =>
    scoresOf(schemeAround({ points, rule }, {}, ['wusu', 'tacheng', 'shawan']), [
      { county: 'wusu', period: '2020-Q3', given },
      { county: 'tacheng', period: '2020-Q3', given: { [id]: 95 } },
      { county: 'shawan', period: '2020-Q3', given: { [id]: 92 } },
    ]).counties[0]?.quarters[2]?.items[0]
  // Below 93 no more than the third place of three and nothing for the target; from 95 on the first, with it
  it('has a place that goes with its number', () => {
    const rule = {
      form: 'sum',
      rules: [
        { form: 'target', of, op: '>=', value: 93, met: 4, unmet: 0 },
        { form: 'rank', of, places: [6, 4, 2] },
      ],
    }
    expect(item(rule)).toMatchObject({ low: '2', high: '10' })
    expect(item(rule, { [id]: '93—100' })).toMatchObject({ low: '8', high: '10' })
    const odd = {
      form: 'sum',
      rules: [
        { form: 'target', of, op: '>=', value: 93, met: 0, unmet: 4 },
        { form: 'rank', of, places: [6, 4, 2] },
      ],
    }
    expect(item(odd)).toMatchObject({ low: '4', high: '8' })
  })
  // Either it was held, or it was not
  it('answers one question one way', () => {
    const fact = { fact: 'quality_meeting_held' }
    const rule = {
      form: 'sum',
      rules: [
        { form: 'boolean', of: fact, yes: 6, no: 0 },
        { form: 'boolean', of: fact, yes: 0, no: 6 },
      ],
    }
    expect(item(rule)).toMatchObject({ low: '6', high: '6', state: 'settled' })
  })
})
