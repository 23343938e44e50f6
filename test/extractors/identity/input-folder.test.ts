import { describe, expect, it } from 'vitest'
import { createIdentifier } from '../../../extractors/identity/identity.ts'
import { tellingName } from '../../../extractors/identity/input-folder.ts'
import { lexicon, textDocument } from '../../support/text-document.ts'

const identify = (input: string, file: string, ...lines: string[]) => createIdentifier(lexicon, input)(textDocument(lines.join('\n'), file))
const YEARLESS = ['乌苏市第三季度质量状况分析报告', '一、总体情况', '我市工业产品监督抽查合格率95.2%。'] as const

describe('what the folder that all was given in is called', () => {
  for (const [name, period] of [
    ['2021年报送', '2021-Q3'],
    ['2021', '2021-Q3'],
    ['各县市2019年材料', '2019-Q3'],
  ] as const)
    it(`tells the year where nothing else does (${name}), and a notice says so`, () => {
      const identity = identify(name, '乌苏市/报告.txt', ...YEARLESS)
      expect(identity.period).toBe(period)
      expect(identity.notices).toEqual([
        { code: 'W_PERIOD_UNKNOWN', message: expect.stringMatching(new RegExp(`只按所给文件夹的名称“${name}”归到${period}`, 'u')) },
      ])
    })
  it('tells the period and the county, too', () => {
    const identity = identify('裕民县2020年第二季度', '报告.txt', '质量状况分析报告', '一、总体情况', '合格率95.2%。')
    expect(identity).toMatchObject({ county: '裕民县', period: '2020-Q2' })
    expect(identity.notices.map(({ code }) => code)).toEqual(['W_COUNTY_UNKNOWN', 'W_PERIOD_UNKNOWN'])
  })
  it('gives way to a year in folder, name, title, text or date, silently', () => {
    const texts: readonly (readonly [string, readonly string[]])[] = [
      ['2020/报告.txt', YEARLESS],
      ['2020年报告.txt', YEARLESS],
      ['报告.txt', ['乌苏市2020年第三季度质量状况分析报告', '合格率95.2%。']],
      ['报告.txt', [...YEARLESS, '2020年，全市合格率95%。']],
      ['报告.txt', [...YEARLESS, '乌苏市市场监督管理局', '2020年10月12日']],
    ]
    for (const [file, lines] of texts) expect(identify('2021', file, ...lines)).toMatchObject({ period: '2020-Q3', notices: [] })
  })
  it('says nothing of what is given for comparison', () => expect(identify('2021', 'history:报告.txt', ...YEARLESS).period).toBeNull())
  it('is passed on only where it tells something', () => {
    expect(['材料', '2021年报送', '乌苏市', '塔城地区', 'zhijian-test-2021x'].map((name) => tellingName(lexicon, name))).toEqual([
      '',
      '2021年报送',
      '乌苏市',
      '',
      '',
    ])
  })
})
