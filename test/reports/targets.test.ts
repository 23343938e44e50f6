import { describe, expect, it } from 'vitest'
import type { Value } from '../../extractors/indicators/value.ts'
import type { Target } from '../../reports/context.ts'
import { attainment } from '../../reports/targets.ts'
import { context, result } from '../support/run-result.ts'
import { lexicon } from '../support/text-document.ts'

const [indicator] = context.lexicon.indicators
const [example] = result.values
if (example === undefined) throw new Error('no value')
const holds = (given: Partial<Value>, target: Target) => attainment({ ...example, ...given }, target, indicator)

describe('a level reached is held against its target', () => {
  const cases: readonly [string, Partial<Value>, Target, ReturnType<typeof attainment>][] = [
    ['97.5% meets ≥95', { value: 97.5 }, { op: '>=', value: 95 }, 'met'],
    ['95% meets ≥95', { value: 95 }, { op: '>=', value: 95 }, 'met'],
    ['95% does not meet >95', { value: 95 }, { op: '>', value: 95 }, 'unmet'],
    ['94.9% does not meet ≥95', { value: 94.9 }, { op: '>=', value: 95 }, 'unmet'],
    ['90%以上 may or may not meet ≥95', { value: 90, comparator: '>=' }, { op: '>=', value: 95 }, 'unknown'],
    ['97%以上 meets ≥95', { value: 97, comparator: '>=' }, { op: '>=', value: 95 }, 'met'],
    ['超过95% meets >95', { value: 95, comparator: '>' }, { op: '>', value: 95 }, 'met'],
    ['95%以上 may be exactly 95, so >95 is open', { value: 95, comparator: '>=' }, { op: '>', value: 95 }, 'unknown'],
    ['不足90% does not meet ≥90', { value: 90, comparator: '<' }, { op: '>=', value: 90 }, 'unmet'],
    ['90%以下 may be exactly 90', { value: 90, comparator: '<=' }, { op: '>=', value: 90 }, 'unknown'],
    ['约98% is not held', { value: 98, comparator: '~' }, { op: '>=', value: 95 }, 'unknown'],
    ['a range across the target is open', { value: 94, upper: 96 }, { op: '>=', value: 95 }, 'unknown'],
    ['a range above the target meets it', { value: 95, upper: 96 }, { op: '>=', value: 95 }, 'met'],
    ['zero accidents meet =0', { value: 0 }, { op: '=', value: 0 }, 'met'],
    ['another unit is not held', { value: 97, unit: '批次' }, { op: '>=', value: 95 }, 'unknown'],
    ['a change is no level', { value: 97, role: 'change' }, { op: '>=', value: 95 }, null],
  ]
  it('an amount in 元 against one in 万元', () => {
    const budget = lexicon.indicators.find(({ id }) => id === 'quality_budget')
    const amount = (value: number) => attainment({ ...example, value, unit: '元' }, { op: '>=', value: 10 }, budget)
    expect([amount(100_000), amount(99_000)]).toEqual(['met', 'unmet'])
  })

  it.each(cases)('%s', (_name, given, target, expected) => {
    expect(holds(given, target)).toBe(expected)
  })

  it('without a target there is nothing to hold', () => {
    expect(attainment(example, undefined, indicator)).toBeNull()
  })
})
