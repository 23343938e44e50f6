/** What other counties' figures leave open of a place, and in which quarter an honour counts. */
import { describe, expect, it } from 'vitest'
import type { ScoredItem } from '../../../rules/scoring/score.ts'
import { type Given, schemeAround, scoresOf } from '../../support/scoring.ts'

const factory = { title: '绿色工厂', holder: '甲公司', level: 'national' }
const RATE = 'industrial_sampling_pass_rate'
const rank = { points: 10, rule: { form: 'rank', of: { indicator: RATE }, step: 10 } }

function ranked(rates: Readonly<Record<string, unknown>>): Readonly<Record<string, ScoredItem | undefined>> {
  const counties = Object.keys(rates)
  const { counties: scored } = scoresOf(
    schemeAround(rank, {}, counties),
    counties.map((county) => ({ county, period: '2020-Q3', given: { [RATE]: rates[county] } })),
  )
  return Object.fromEntries(
    scored.map((each, index) => [counties[index] ?? '', each.quarters[2]?.items.find(({ item }) => item === 'tested')]),
  )
}

describe('a place among counties', () => {
  it('is first at a hundred percent, whatever a bound of another may come to', () => {
    const { wusu, tacheng } = ranked({ wusu: 100, tacheng: '≥95' })
    expect(wusu).toMatchObject({ state: 'settled', low: '10' })
    expect(tacheng).toMatchObject({ state: 'open', low: '9', high: '10' })
  })

  it('stays open while another county’s figure is in doubt, and says so', () => {
    const { wusu } = ranked({ wusu: 92, tacheng: { value: 95, confidence: 0.4 } })
    expect(wusu).toMatchObject({ state: 'open', low: '9', high: '10', provisional: '9' })
  })

  it('is settled where the doubt of another changes nothing', () => {
    const { wusu } = ranked({ wusu: 100, tacheng: { value: 95, confidence: 0.4 } })
    expect(wusu).toMatchObject({ state: 'settled', low: '10' })
    expect(wusu?.why.join('')).toContain('各种读法得分相同')
  })
})

function placed(item: Given, given: Readonly<Record<string, Given>>): Readonly<Record<string, ScoredItem | undefined>> {
  const counties = Object.keys(given)
  const { counties: scored } = scoresOf(
    schemeAround({ points: 10, ...item }, {}, counties),
    counties.map((county) => ({ county, period: '2020-Q3', given: given[county] ?? {} })),
  )
  return Object.fromEntries(
    scored.map((each, index) => [counties[index] ?? '', each.quarters[2]?.items.find(({ item: id }) => id === 'tested')]),
  )
}

const LOANS = 'guarantee_compensation_rate'
const noCompany = { 'fact.guarantee_company': 'no' }
const loans = {
  rule: { form: 'rank', of: { indicator: LOANS }, step: 10 },
  notApplicable: { if: { answer: { fact: 'guarantee_company' }, is: 'no' }, counts: 'exclude' },
}

describe('a county to which the documents say that the item does not apply', () => {
  it('takes no place from the others', () => {
    const { wusu, tacheng, tuoli } = placed(loans, { wusu: { [LOANS]: 3 }, tacheng: { [LOANS]: 5 }, tuoli: noCompany })
    expect(wusu).toMatchObject({ state: 'settled', low: '10' })
    expect(tacheng).toMatchObject({ state: 'settled', low: '9' })
    expect(tuoli?.state).toBe('not-applicable')
  })

  it('may have one where nobody says whether it applies', () => {
    const { wusu, tacheng } = placed(loans, { wusu: { [LOANS]: 0 }, tacheng: { [LOANS]: 5 }, tuoli: {} })
    expect(wusu).toMatchObject({ state: 'settled', low: '10' })
    expect(tacheng).toMatchObject({ state: 'open', low: '8', high: '9' })
  })

  it('is not among the last, and leaves open who is where nobody says whether it applies', () => {
    const last = { ...loans, kind: 'penalty', points: 2, rule: { form: 'rank', of: { indicator: LOANS }, last: { count: 1, points: -2 } } }
    const given = { wusu: { [LOANS]: 3 }, tacheng: { [LOANS]: 100 } }
    expect(placed(last, { ...given, tuoli: noCompany })['tacheng']).toMatchObject({ state: 'settled', low: '-2' })
    expect(placed(last, { ...given, tuoli: {} })['wusu']).toMatchObject({ state: 'settled', low: '0' })
  })

  it('stays out of the average', () => {
    const average = { ...loans, rule: { form: 'linear', of: { indicator: LOANS }, against: 'average', above: { per: 1, points: -1 } } }
    const given = { wusu: { [LOANS]: 3 }, tacheng: { [LOANS]: 6 } }
    expect(placed(average, { ...given, tuoli: noCompany })['tacheng']).toMatchObject({ state: 'settled', low: '8.5' })
    expect(placed(average, { ...given, tuoli: {} })['tacheng']).toMatchObject({ state: 'open', low: '7', high: '10' })
  })
})

describe('what is ranked', () => {
  it('is nought where that did not happen without which there is none', () => {
    const deaths = { rule: { form: 'rank', of: { indicator: 'special_equipment_death_rate' }, step: 10 } }
    const { wusu, tacheng } = placed(deaths, {
      wusu: { special_equipment_accident_count: 0 },
      tacheng: { special_equipment_death_rate: 0.2 },
    })
    expect(wusu).toMatchObject({ state: 'settled', low: '10' })
    expect(tacheng).toMatchObject({ state: 'settled', low: '9' })
  })

  it('may be the findings of the checks, copied text or the number of honours, as they are read of each county', () => {
    const findings = { rule: { form: 'rank', of: { checks: { severity: 'error' } }, step: 10 } }
    expect(placed(findings, { wusu: { errors: 2 }, tacheng: { errors: 0 } })).toMatchObject({
      wusu: { state: 'settled', low: '9' },
      tacheng: { state: 'settled', low: '10' },
    })
    const won = { rule: { form: 'rank', of: { achievements: { levels: ['national'] } }, step: 10 } }
    expect(placed(won, { wusu: { achievements: [factory] }, tacheng: {} })).toMatchObject({
      wusu: { state: 'settled', low: '10' },
      tacheng: { state: 'settled', low: '9' },
    })
  })
})

const honours = { kind: 'bonus', points: 5, rule: { form: 'awards', levels: { national: 2, provincial: 1 }, most: 5 } }

function quarterly(given: Readonly<Record<string, Given>>): (ScoredItem | undefined)[] {
  const submitted = Object.entries(given).map(([period, each]) => ({ county: 'wusu', period, given: each }))
  const { counties } = scoresOf(schemeAround({ ...honours, in: 'year' }, { settings: { bonus: 'before' } }), submitted)
  return counties[0]?.quarters.map(({ items }) => items.find(({ item }) => item === 'tested')) ?? []
}

describe('a bonus that counts in each quarter', () => {
  it('leaves open in which one an honour of the year’s summary counts', () => {
    const [first] = quarterly({ '2020-Q1': {}, '2020': { achievements: [factory] } })
    expect(first).toMatchObject({ state: 'open', low: '0', high: '2', provisional: '0' })
    expect(first?.open?.join('')).toContain('属于哪一季度不能断定：甲公司 绿色工厂')
    expect(first?.passed?.map(({ words }) => words)).toEqual(['甲公司 绿色工厂'])
  })

  it('knows the quarter where a report of it tells of the same', () => {
    const [first, , third] = quarterly({
      '2020-Q1': {},
      '2020-Q3': { achievements: [factory] },
      '2020': { achievements: [factory] },
    })
    expect(first).toMatchObject({ state: 'settled', low: '0' })
    expect(third).toMatchObject({ state: 'settled', low: '2' })
  })

  it('does not take an application of a quarter for the honour of the year', () => {
    const [first] = quarterly({
      '2020-Q1': { achievements: [{ ...factory, status: 'applied' }] },
      '2020': { achievements: [factory] },
    })
    expect(first).toMatchObject({ state: 'open', low: '0', high: '2' })
  })

  it('counts one honour once, in the first quarter that tells of it', () => {
    const [first, , third] = quarterly({
      '2020-Q1': { achievements: [factory] },
      '2020-Q3': { achievements: [factory, { ...factory, holder: '乙公司', level: 'provincial' }] },
    })
    expect(first).toMatchObject({ state: 'settled', low: '2' })
    expect(third).toMatchObject({ state: 'settled', low: '1' })
    expect(third?.passed?.map(({ words, why }) => `${words}：${why}`)).toEqual(['甲公司 绿色工厂：2020年第一季度已报，不重复计'])
  })
})
