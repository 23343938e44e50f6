/** What is deducted from: an item's points, where the item earns them; nothing, of a penalty and among deductions, whose rules need not say `start: 0`. */
import { describe, expect, it } from 'vitest'
import type { ScoredItem } from '../../../rules/scoring/score.ts'
import { type Given, schemeAround, scoresOf } from '../../support/scoring.ts'

const count = { form: 'count', of: { entry: '失误' }, each: -1 }
const late = { form: 'lateness', of: { document: 'analysis' }, each: 1, unit: 'day' }
const denied = { form: 'boolean', of: { fact: 'leading_group' }, no: -2 }
const short = { form: 'linear', of: { indicator: 'industrial_sampling_pass_rate' }, against: 91, below: { per: 1, points: -1 } }
const lacking = { form: 'missing', of: [{ entry: '党委' }, { entry: '政府' }], each: 1 }

/** What a reviewer entered stands in `entry` and `entry.name`. */
function tested(item: Given, given: Given): ScoredItem | undefined {
  const about = { about: 'item', county: 'wusu', period: '2020-Q3', item: 'tested', reason: '核实', by: '复核员', on: '2021-01-05' }
  const decisions = Object.entries(given).flatMap(([key, value]) => {
    if (key === 'entry') return [{ ...about, value }]
    return key.startsWith('entry.') ? [{ ...about, of: key.slice(6), value }] : []
  })
  const scores = scoresOf(schemeAround(item), [{ county: 'wusu', period: '2020-Q3', given }], decisions)
  return scores.counties[0]?.quarters[2]?.items.find((each) => each.item === 'tested')
}

describe.each<[string, Given, Given, string]>([
  ['a count', count, { entry: 2 }, '-2'],
  ['lateness', late, { 'document.analysis': '2020-10-22' }, '-2'],
  ['what is denied', denied, { 'fact.leading_group': 'no' }, '-2'],
  ['a shortfall', short, { industrial_sampling_pass_rate: 89 }, '-2'],
  ['what is missing', lacking, { 'entry.党委': '是', 'entry.政府': '否' }, '-1'],
])('%s', (_, rule, given, points) => {
  it('is deducted by a penalty', () => {
    expect(tested({ kind: 'penalty', points: 5, rule }, given)).toMatchObject({
      state: expect.stringMatching(/settled|decided/u),
      low: points,
      high: points,
    })
  })
  it('is deducted from an item’s points among other deductions', () => {
    const item = tested({ points: 10, rule: { form: 'deduct', take: 'sum', rules: [rule] } }, given)
    expect(Number(item?.low)).toBe(10 + Number(points))
    expect(item?.high).toBe(item?.low)
  })
})

describe('a penalty', () => {
  it('deducts nothing where nothing is wrong', () => {
    expect(tested({ kind: 'penalty', points: 5, rule: count }, { entry: 0 })).toMatchObject({ low: '0', high: '0' })
    expect(tested({ kind: 'penalty', points: 5, rule: late }, { 'document.analysis': '2020-10-20' })).toMatchObject({ low: '0', high: '0' })
  })
  it('deducts no more than its own', () => {
    expect(tested({ kind: 'penalty', points: 5, rule: count }, { entry: 9 })).toMatchObject({ low: '-5', high: '-5' })
  })
})
