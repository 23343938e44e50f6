/**
 * What a county's points can be while its own or others' figures are not known: exactly what the formula gives for some of the allowed values, no less and no
 * more. The formulas are written out here a second time and tried for every combination of values.
 */
import { describe, expect, it } from 'vitest'
import { type Given, schemeAround, scoresOf } from '../../support/scoring.ts'

const RATE = 'industrial_sampling_pass_rate'
const of = { indicator: RATE }
const POINTS = 10
const COUNTIES = ['wusu', 'tacheng', 'shawan', 'emin']

/** What reports may say, and some of the numbers that it allows: both ends, all that matters between, next to an end that is left out what is nearest to it. */
const NEAR = 1e-7
const stated: Readonly<Record<string, readonly number[]>> = {
  '92': [92],
  '95': [95],
  '98': [98],
  '≥95': [95, 95 + NEAR, 96, 98 - NEAR, 98, 98 + NEAR, 100],
  '＜95': [0, 92 - NEAR, 92, 92 + NEAR, 94, 95 - NEAR],
  '＞95': [95 + NEAR, 97, 98 - NEAR, 98, 98 + NEAR, 100],
  '92—95': [92, 92 + NEAR, 93, 94, 95 - NEAR, 95],
  未报: [0, 92 - NEAR, 92, 92 + NEAR, 95 - NEAR, 95, 95 + NEAR, 98 - NEAR, 98, 98 + NEAR, 100],
}
const spoken = Object.keys(stated)

const within = (points: number): number => Math.min(POINTS, Math.max(0, points))
const mean = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0) / all.length
const better = (own: number, others: readonly number[], isLower: boolean): number =>
  others.filter((each) => (isLower ? each < own : each > own)).length

type Formula = (own: number, others: readonly number[]) => number
const share = (own: number, others: readonly number[], isLower: boolean): number => {
  const all = [own, ...others]
  const [worst, best] = isLower ? [Math.max(...all), Math.min(...all)] : [Math.min(...all), Math.max(...all)]
  return worst === best ? 1 : (own - worst) / (best - worst)
}

const forms: readonly (readonly [string, Given, Formula])[] = [
  ['min-max', { form: 'min-max', of, base: 60, span: 40 }, (own, others) => within(6 + 4 * share(own, others, false))],
  [
    'min-max, lower',
    { form: 'min-max', of, base: 60, span: 40, direction: 'lower' },
    (own, others) => within(6 + 4 * share(own, others, true)),
  ],
  [
    'average',
    { form: 'linear', of, against: 'average', below: { per: 1, points: -1 } },
    (own, others) => within(10 - Math.max(0, mean([own, ...others]) - own)),
  ],
  [
    'average in percent',
    { form: 'linear', of, against: 'average', relative: true, below: { per: 1, points: -1 } },
    (own, others) => within(10 - Math.max(0, own === mean([own, ...others]) ? 0 : 100 - (own / mean([own, ...others])) * 100)),
  ],
  ['rank', { form: 'rank', of, step: 20 }, (own, others) => 10 - 2 * better(own, others, false)],
  ['rank, lower', { form: 'rank', of, step: 20, direction: 'lower' }, (own, others) => 10 - 2 * better(own, others, true)],
]

function* combinations(lists: readonly (readonly number[])[]): Generator<readonly number[]> {
  const [first, ...rest] = lists
  if (first === undefined) yield []
  else for (const one of first) for (const others of combinations(rest)) yield [one, ...others]
}

/** The same choices at every run. */
function* choices(count: number, of: number): Generator<readonly number[]> {
  let state = 11
  for (let time = 0; time < count; time++)
    yield Array.from({ length: of }, () => {
      state = (state * 48271) % 2147483647
      return state % spoken.length
    })
}

describe.each(forms)('%s', (_, rule, formula) => {
  it('is open exactly between the least and the most that allowed values give', () => {
    for (const chosen of choices(40, 3)) {
      const [own = '', ...others] = chosen.map((at) => spoken[at] ?? '')
      const said = [own, ...others]
      const all = [...combinations(said.map((each) => stated[each] ?? []))].map(([first = 0, ...rest]) => formula(first, rest))
      const tested = scored(rule, said)
      expect([said, Number(tested?.low), Number(tested?.high)]).toEqual([
        said,
        expect.closeTo(Math.min(...all), 4),
        expect.closeTo(Math.max(...all), 4),
      ])
    }
  })
})

function scored(rule: Given, said: readonly string[]) {
  const counties = COUNTIES.slice(0, said.length)
  const submitted = said.map((each, index) => ({
    county: counties[index] ?? '',
    period: '2020-Q3',
    given: each === '未报' ? {} : { [RATE]: each },
  }))
  return scoresOf(schemeAround({ points: POINTS, rule }, {}, counties), submitted).counties[0]?.quarters[2]?.items.find(
    ({ item }) => item === 'tested',
  )
}

describe('who owes what is not known', () => {
  const rank = { form: 'rank', of, step: 20 }

  it('is the other county where its figure is missing, and is named', () => {
    const item = scored(rank, ['95', '未报', '98'])
    expect(item?.owes).toEqual([{ by: '塔城市', what: '工业产品质量监督抽查合格率' }])
    expect(item?.open?.join()).toContain('塔城市的“工业产品质量监督抽查合格率”待核')
  })

  it('is nobody whose figure changes nothing', () => {
    expect(scored(rank, ['95', '≥98', '92—95'])?.owes?.map(({ by }) => by)).toEqual(undefined)
    expect(scored(rank, ['95', '≥95', '＜95'])?.owes?.map(({ by }) => by)).toEqual(['塔城市'])
  })

  it('is the county itself and the other where both are missing, its own first', () => {
    expect(scored({ form: 'min-max', of, base: 60, span: 40 }, ['未报', '未报', '98'])?.owes?.map(({ by }) => by)).toEqual([
      '乌苏市',
      '塔城市',
    ])
  })

  it('is the office where a reviewer has to enter it', () => {
    expect(scored({ form: 'manual', entry: '领导评价', from: 0, to: 10 }, ['95'])?.owes).toEqual([{ by: null, what: '领导评价' }])
  })

  it('is the county of whose own bound nobody can tell', () => {
    expect(scored({ form: 'target', of, op: '>=', value: 97 }, ['≥95'])?.owes?.map(({ by }) => by)).toEqual(['乌苏市'])
  })
})
