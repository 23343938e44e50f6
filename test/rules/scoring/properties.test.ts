/** What must hold of every rule and every feed: points within the item's, more for better values where the rule is monotone, order without effect. */
import { describe, expect, it } from 'vitest'
import { score } from '../../../rules/scoring/engine.ts'
import { feedOf, type Given, type Submitted, schemeAround, schemeOf, scoresOf } from '../../support/scoring.ts'
import { lexicon } from '../../support/text-document.ts'

/** The same numbers at every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const of = { indicator: 'industrial_sampling_pass_rate' }
const rising: readonly (readonly [string, Given])[] = [
  ['linear', { form: 'linear', of, against: 91, below: { per: 1, points: -0.5 } }],
  [
    'linear in steps',
    { form: 'linear', of, against: 91, at: 3, below: { per: 2, points: -1, steps: 'started' }, above: { per: 1, points: 1, most: 2 } },
  ],
  ['target', { form: 'target', of, op: '>=', value: 91 }],
  [
    'bands',
    {
      form: 'bands',
      of,
      bands: [
        { from: 100, points: 5 },
        { from: 95, below: 100, points: 3 },
        { from: 90, below: 95, points: 1 },
      ],
    },
  ],
  ['proportional', { form: 'proportional', of, target: 95 }],
  ['min-max', { form: 'min-max', of, base: 60, span: 40, min: 80, max: 98 }],
  ['count', { form: 'count', of, atLeast: 95, each: -0.25 }],
  ['average', { form: 'linear', of, against: 'average', below: { per: 1, points: -1 } }],
  ['rank', { form: 'rank', of, step: 20 }],
]
const POINTS = 5

function pointsOf(rule: Given, value: unknown): { readonly low: number; readonly high: number } {
  const others: Submitted[] = [{ county: 'tacheng', period: '2020-Q3', given: { industrial_sampling_pass_rate: 93 } }]
  const given = value === null ? {} : { industrial_sampling_pass_rate: value }
  const scores = scoresOf(schemeAround({ points: POINTS, rule }, {}, ['wusu', 'tacheng']), [
    { county: 'wusu', period: '2020-Q3', given },
    ...others,
  ])
  const tested = scores.counties[0]?.quarters[2]?.items.find(({ item }) => item === 'tested')
  return { low: Number(tested?.low), high: Number(tested?.high) }
}

describe.each(rising)('%s', (_, rule) => {
  const next = random(7)
  const value = (): number => Math.round((70 + next() * 30) * 100) / 100

  it('gives no less for more, and nothing outside of the item’s points', () => {
    for (let time = 0; time < 15; time++) {
      const [less, more] = [value(), value()].sort((a, b) => a - b)
      const [worse, better] = [pointsOf(rule, less), pointsOf(rule, more)]
      expect(worse.low).toBeLessThanOrEqual(better.low)
      for (const { low, high } of [worse, better]) expect([low >= 0, high <= POINTS, low]).toEqual([true, true, high])
    }
  })

  it('leaves open for a range whatever a number in it can earn', () => {
    for (let time = 0; time < 10; time++) {
      const [from = 0, inside = 0, to = 0] = [value(), value(), value()].sort((a, b) => a - b)
      for (const stated of [`${from}—${to}`, `≥${from}`, null]) {
        const open = pointsOf(rule, stated)
        const exact = pointsOf(rule, inside)
        expect(open.low).toBeLessThanOrEqual(exact.low)
        expect(open.high).toBeGreaterThanOrEqual(exact.high)
      }
    }
  })
})

describe('the order of counties and records', () => {
  it('changes no score', () => {
    const next = random(11)
    const counties = ['wusu', 'tacheng', 'shawan', 'emin', 'tuoli']
    const submitted = counties.flatMap((county) =>
      [1, 2, 3, 4].map(
        (quarter): Submitted => ({
          county,
          period: `2020-Q${quarter}`,
          given: next() < 0.2 ? {} : { industrial_sampling_pass_rate: Math.round(800 + next() * 200) / 10 },
        }),
      ),
    )
    const results = (order: readonly string[], records: readonly Submitted[]) => {
      const scheme = schemeOf(schemeAround({ points: POINTS, rule: { form: 'rank', of, step: 10 } }, {}, order))
      return score(feedOf(records), { scheme, lexicon }).counties.toSorted((a, b) => (a.county < b.county ? -1 : 1))
    }
    expect(results(counties.toReversed(), submitted.toReversed())).toEqual(results(counties, submitted))
  })
})
