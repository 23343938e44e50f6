import { describe, expect, it } from 'vitest'
import { tableDocument, valuesOf } from '../../support/text-document.ts'

const TITLE = '乌苏市2020年第三季度质量状况分析报告'
const brief = (rows: readonly (readonly string[])[], caption = '表1 监督抽查情况') =>
  valuesOf(tableDocument(TITLE, caption, rows)).values.map(
    ({ evidence, indicator, role, value, unit, basis, county, period, breakdown }) => ({
      cell: evidence.cell,
      indicator,
      role,
      value,
      unit,
      ...(basis ? { basis } : {}),
      county,
      period,
      ...(breakdown ? { of: breakdown.of } : {}),
    }),
  )
const own = { county: '乌苏市', period: '2020-Q3' }

describe('a number in a table', () => {
  it('takes its indicator from the row header and its unit from the unit column', () => {
    expect(
      brief([
        ['指标', '单位', '本季度'],
        ['食品监督抽检合格率', '%', '98.2'],
        ['质量明白人培训', '人次', '320'],
      ]),
    ).toEqual([
      { cell: '表1!C2', indicator: 'food_supervision_pass_rate', role: 'actual', value: 98.2, unit: '%', ...own },
      { cell: '表1!C3', indicator: 'quality_training_count', role: 'actual', value: 320, unit: '人次', ...own },
    ])
  })

  it('is a reference under last year, a change under 同比, a target under 目标值', () => {
    const values = brief([
      ['指标', '目标值', '本期', '上年同期', '同比（百分点）'],
      ['药品抽检合格率（%）', '98', '99.1', '98.6', '0.5'],
    ])
    expect(values.map(({ role, value, unit, basis, period }) => [role, value, unit, basis, period])).toEqual([
      ['target', 98, '%', undefined, '2020-Q3'],
      ['actual', 99.1, '%', undefined, '2020-Q3'],
      ['reference', 98.6, '%', 'yoy', '2019-Q3'],
      ['change', 0.5, '个百分点', 'yoy', '2020-Q3'],
    ])
  })

  it('is read under two header rows with merged cells', () => {
    const values = brief([
      ['项目', '2020年三季度', '<', '2019年三季度', '<'],
      ['^', '抽查批次', '合格率', '抽查批次', '合格率'],
      ['工业产品', '80', '91.3%', '76', '89.5%'],
    ])
    expect(values.map(({ cell, indicator, role, value, unit, period }) => [cell, indicator, role, value, unit, period])).toEqual([
      ['表1!B3', 'sampling_batches', 'actual', 80, '批次', '2020-Q3'],
      ['表1!C3', 'industrial_sampling_pass_rate', 'actual', 91.3, '%', '2020-Q3'],
      ['表1!D3', 'sampling_batches', 'reference', 76, '批次', '2019-Q3'],
      ['表1!E3', 'industrial_sampling_pass_rate', 'reference', 89.5, '%', '2019-Q3'],
    ])
  })

  it('of a part never stands for the whole, and the total does', () => {
    const values = brief(
      [
        ['产品类别', '合格率（%）'],
        ['建材', '87.5'],
        ['合计', '91.0'],
      ],
      '表1 工业产品质量监督抽查情况',
    )
    expect(values.map(({ indicator, value, of }) => [indicator, value, of])).toEqual([
      [null, 87.5, 'industrial_sampling_pass_rate'],
      ['industrial_sampling_pass_rate', 91, undefined],
    ])
  })

  it('under another county is the other side of a comparison', () => {
    const values = brief([
      ['指标', '乌苏市', '塔城市'],
      ['食品监督抽检合格率（%）', '98.2', '97.6'],
    ])
    expect(values.map(({ role, basis, county, value }) => [role, basis, county, value])).toEqual([
      ['actual', undefined, '乌苏市', 98.2],
      ['reference', 'peer', '塔城市', 97.6],
    ])
  })

  it('is multiplied out where the header says 万元', () => {
    expect(
      brief([
        ['项目', '金额（万元）'],
        ['质量工作经费', '36.5'],
      ]),
    ).toMatchObject([{ indicator: 'quality_budget', value: 365_000, unit: '元' }])
  })

  it('that is a serial number is no value', () => {
    expect(
      brief([
        ['序号', '指标', '合格率'],
        ['1', '药品抽检合格率', '99%'],
      ]).map(({ value }) => value),
    ).toEqual([99])
  })
})
