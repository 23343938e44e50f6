import { describe, expect, it } from 'vitest'
import { previousQuarter, readPeriods, sameLastYear } from '../../../extractors/quantities/period.ts'

describe('a period is read in the form of the contract', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['2020年度', '2020'],
    ['2020年第三季度', '2020-Q3'],
    ['2020年3季度', '2020-Q3'],
    ['2020年上半年', '2020-H1'],
    ['2020年半年', '2020-H1'],
    ['二〇二〇年半年度', '2020-H1'],
    ['2020年前三季度', '2020-01/2020-09'],
    ['2020年1—9月', '2020-01/2020-09'],
    ['2020年1-6月份', '2020-H1'],
    ['2020年一至三季度', '2020-01/2020-09'],
    ['2020年9月', '2020-09'],
    ['二〇二〇年', '2020'],
  ]
  for (const [text, period] of cases) it(text, () => expect(readPeriods(text).map((mention) => mention.period)).toEqual([period]))
  it('and takes the year of the context where it names none', () => expect(readPeriods('三季度末', 2020)[0]?.period).toBe('2020-Q3'))
  it('half a year is a period only after its year, and no length of time', () => {
    expect(readPeriods('2020年半年内完成').map(({ period }) => period)).toEqual(['2020'])
    expect(readPeriods('用半年时间整改', 2020)).toEqual([])
  })
  it('a day is no period', () => expect(readPeriods('9月15日印发', 2020)).toEqual([]))
})

describe('relative periods', () => {
  it('上年同期', () => expect(['2020-Q3', '2020', '2020-01/2020-09'].map(sameLastYear)).toEqual(['2019-Q3', '2019', '2019-01/2019-09']))
  it('上季度, over the year’s end too', () =>
    expect(['2020-Q3', '2020-Q1', '2020'].map(previousQuarter)).toEqual(['2020-Q2', '2019-Q4', '2020']))
})
