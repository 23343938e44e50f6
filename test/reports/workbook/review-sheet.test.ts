/** 待核 says of each kind of item what may be written, and what a veto can still do. */
import { describe, expect, it } from 'vitest'
import { reviewSheet } from '../../../reports/workbook/sheets/review.ts'
import { type Given, schemeAround, scoresOf } from '../../support/scoring.ts'

const item = (id: string, rule: Given, more: Given = {}): Given => ({
  id,
  name: id,
  part: '测试',
  standard: '见规则',
  points: 5,
  in: ['Q3'],
  rule,
  ...more,
})
const veto = (grade: string) => ({ id: 'event', name: '质量安全事件', when: { answer: { entry: 'event' }, is: 'yes' }, grade })
const scheme = (grade: string) =>
  schemeAround(
    { points: 5, rule: { form: 'constant', points: 5 } },
    {
      vetoes: [veto(grade)],
      items: [
        item('budget', { form: 'bands', of: { indicator: 'quality_budget' }, bands: [{ from: 10, points: 5 }] }),
        item('group', { form: 'boolean', of: { fact: 'leading_group' } }),
        item('done', { form: 'choice', of: { entry: '完成' }, options: { 全面: 5, 部分: 2 } }),
        item('rank', { form: 'rank', of: { indicator: 'industrial_sampling_pass_rate' }, places: [5] }),
        item('sent', { form: 'lateness', of: { document: 'analysis' }, each: 1, unit: 'day' }),
        item('sum', {
          form: 'sum',
          rules: [
            { form: 'boolean', of: { entry: '甲' }, yes: 2 },
            { form: 'boolean', of: { entry: '乙' }, yes: 3 },
          ],
        }),
        item('named', { form: 'count', of: { entry: '通报' }, each: -1 }, { kind: 'penalty' }),
        item('rest', { form: 'constant', points: 70 }, { points: 70 }),
        item('other', { form: 'constant', points: 100 }, { points: 100, in: ['Q1', 'Q2', 'Q4'] }),
      ],
    },
    ['wusu', 'tacheng'],
  )
const cells = (grade: string): unknown[][] => {
  const scores = scoresOf(scheme(grade), [
    { county: 'wusu', period: '2020-Q3', given: {} },
    ...['2020-Q1', '2020-Q2', '2020-Q4'].map((period) => ({ county: 'wusu', period, given: {} })),
  ])
  return [...reviewSheet(scores).rows].filter(([county]) => county?.value === '乌苏市').map((row) => row.map(({ value }) => value))
}
const NUMBER = '复核值填数字，如 92.5、≥91、约85、91—95、120余万元'
const NOT = '不涉及的，复核值填“不涉及”'

describe('the sheet 待核', () => {
  it('says what can be written of each item', () => {
    const how = Object.fromEntries(cells('D').map((row) => [row[2], row[6]]))
    expect(how).toEqual({
      '否决事项：质量安全事件': '核实后，复核值填“发生”或“未发生”',
      budget: `${NUMBER}（不写单位的，单位为万元）；或者复核得分填 0—5 分。${NOT}`,
      group: `复核值填 是、否 之一；或者复核得分填 0—5 分。${NOT}`,
      done: `复核值填 全面、部分 之一；或者复核得分填 0—5 分。${NOT}`,
      rank: `${NUMBER}（不写单位的，单位为%）；或者复核得分填 0—5 分。${NOT}`,
      sent: `复核值填 是、否，或收到日期（2020-10-12）；或者复核得分填 0—5 分。${NOT}`,
      sum: `复核得分填 0—5 分，或者在“分项”表逐项填写。${NOT}`,
      named: `${NUMBER}；或者复核得分填 -5—0 分。${NOT}`,
    })
  })
  it('puts a veto first where it can change the grade, and last where it cannot', () => {
    expect(cells('D')[0]?.slice(2, 5)).toEqual(['否决事项：质量安全事件', null, '单独即可改变等级'])
    expect(cells('A').at(-1)?.slice(2, 5)).toEqual(['否决事项：质量安全事件', null, '不改变等级'])
  })
  it('shows points with two decimals at most', () =>
    expect(cells('D').every((row) => row[3] === null || String(row[3]).replace(/^-?\d+\.?/u, '').length <= 2)).toBe(true))
})
