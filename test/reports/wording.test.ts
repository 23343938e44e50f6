import { describe, expect, it } from 'vitest'
import { documentKindWords, periodWords, quantityWords, valueWords } from '../../reports/wording.ts'

describe('the kind of a file in words', () => {
  it.each([
    ['ok', 'docx', 'analysis', '质量状况分析报告'],
    ['ok', 'txt', 'unknown', '类别不明'],
    ['ok', 'zip', 'unknown', '压缩包'],
    ['rejected', 'image', 'unknown', '—'],
    ['rejected', 'docx', 'data', '数据表'],
    ['ignored', 'unknown', 'unknown', '—'],
  ] as const)('%s %s %s is %s', (status, format, kind, words) => {
    expect(documentKindWords({ status, format, kind })).toBe(words)
  })
})

describe('periods in words', () => {
  it.each([
    ['2020', '2020年'],
    ['2020-Q3', '2020年第三季度'],
    ['2020-H1', '2020年上半年'],
    ['2020-09', '2020年9月'],
    ['2020-01/2020-09', '2020年1—9月'],
    ['2019-11/2020-02', '2019年11月—2020年2月'],
  ])('%s is %s', (period, words) => {
    expect(periodWords(period)).toBe(words)
  })

  it('an unknown period says so', () => {
    expect(periodWords(null)).toBe('期间不明')
  })
})

describe('quantities in words', () => {
  it.each([
    [207_000_000, '元', '2.07亿元'],
    [16_000, '元', '1.6万元'],
    [320, '元', '320元'],
    [1083, '台', '1083台'],
    [41_500, '人次', '41,500人次'],
    [97.5, '%', '97.5%'],
    [-1_234_567.25, '元', '-123.456725万元'],
  ])('%d %s is %s', (value, unit, words) => {
    expect(quantityWords(value, unit)).toBe(words)
  })
})

describe('a value in words', () => {
  const value = { role: 'actual', value: 97.5, unit: '%', comparator: '=' } as const
  it('bears its bound', () => {
    expect(valueWords({ ...value, comparator: '>=' })).toBe('≥97.5%')
    expect(valueWords({ ...value, comparator: '~' })).toBe('约97.5%')
  })
  it('is a range, a place or a signed change where it is one', () => {
    expect(valueWords({ ...value, value: 3, upper: 5, unit: '天' })).toBe('3—5天')
    expect(valueWords({ ...value, role: 'rank', value: 3, unit: '位' })).toBe('第3位')
    expect(valueWords({ ...value, role: 'change', value: 1.1, unit: '个百分点' })).toBe('+1.1个百分点')
    expect(valueWords({ ...value, role: 'change', value: -5 })).toBe('-5%')
  })
})
