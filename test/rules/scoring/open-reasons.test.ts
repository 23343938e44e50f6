/** What an open item says of why it is open. */
import { describe, expect, it } from 'vitest'
import { schemeAround, scoresOf } from '../../support/scoring.ts'

const itemOf = (scores: ReturnType<typeof scoresOf>, county: number) =>
  scores.counties[county]?.quarters[2]?.items.find(({ item }) => item === 'tested')

describe('a document that is asked for', () => {
  const scheme = schemeAround({ points: 10, rule: { form: 'boolean', of: { document: 'analysis' } } }, {}, ['wusu', 'tuoli'])

  it('is not said to be missing where a file came in and could not be read', () => {
    const scan = { 'document.unknown': 'rejected' }
    const other = { 'document.data': 'yes' }
    const scores = scoresOf(scheme, [
      { county: 'wusu', period: '2020-Q3', given: scan },
      { county: 'tuoli', period: '2020-Q3', given: other },
    ])
    expect(itemOf(scores, 0)?.open?.join()).toBe('收到的文件未能读取，不能断定是否“质量状况分析报告”，请核实：wusu/2020-Q3/unknown.docx')
    expect(itemOf(scores, 0)?.uses?.map(({ file }) => file)).toEqual(['wusu/2020-Q3/unknown.docx'])
    expect(itemOf(scores, 1)?.open?.join()).toContain('未收到“质量状况分析报告”')
  })
})

describe('a fact that two stretches answer otherwise', () => {
  const scheme = schemeAround({ points: 10, rule: { form: 'boolean', of: { fact: 'quality_meeting_held' } } })
  const stated = (facts: Readonly<Record<string, string>>, decisions: readonly unknown[] = []) =>
    itemOf(
      scoresOf(
        scheme,
        Object.entries(facts).map(([period, answer]) => ({ county: 'wusu', period, given: { 'fact.quality_meeting_held': answer } })),
        decisions,
      ),
      0,
    )
  it('is open, and says what stands against what', () => {
    const found = stated({ '2020-Q3': 'yes', '2020': 'no' })
    expect(found).toMatchObject({ state: 'open', low: '0', high: '10' })
    expect(found?.open).toEqual([expect.stringMatching(/材料中说法不一，须核实：2020年第三季度“.+”为“是”，2020年“.+”为“否”/u)])
    expect(found?.uses).toHaveLength(2)
  })
  it('is settled where both can be true', () => {
    expect(stated({ '2020-Q3': 'no', '2020': 'yes' })).toMatchObject({ state: 'settled', low: '0' })
    expect(stated({ '2020-Q3': 'yes', '2020-Q2': 'no' })).toMatchObject({ state: 'settled', low: '10' })
  })
  it('is settled where a person entered the answer', () =>
    expect(
      stated({ '2020-Q3': 'yes', '2020': 'no' }, [{ about: 'item', county: 'wusu', period: '2020-Q3', item: 'tested', value: '是' }]),
    ).toMatchObject({ state: 'decided', low: '10' }))
})

describe('an average that is not settled', () => {
  it('is told in few places', () => {
    const of = { indicator: 'industrial_sampling_pass_rate' }
    const rule = { form: 'linear', of, against: 'average', at: 5 }
    const counties = ['wusu', 'tuoli', 'yumin', 'emin', 'tacheng', 'shawan', 'hebukesaier']
    const scores = scoresOf(
      schemeAround({ points: 5, rule }, {}, counties),
      counties.slice(0, 6).map((county) => ({ county, period: '2020-Q3', given: { industrial_sampling_pass_rate: 93 } })),
    )
    const words = [...(itemOf(scores, 0)?.why ?? []), ...(itemOf(scores, 0)?.open ?? [])].join()
    expect(words).toMatch(/各县市平均 79\.7143—94/u)
    expect(words).not.toMatch(/\d\.\d{5}/u)
  })
})
