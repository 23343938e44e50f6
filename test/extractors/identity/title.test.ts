import { describe, expect, it } from 'vitest'
import { identityOf, textDocument } from '../../support/text-document.ts'

const BODY = '一、总体情况\n工业产品监督抽查合格率为91.7%，同比提高1.9个百分点。\n二、存在问题\n建材合格率85.7%，主要是养护不到位。'
const identify = (head: string, body = BODY) => identityOf(textDocument(`${head}\n${body}`, '材料.txt'))

describe('a title set on several lines', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['额敏县2020年第三季度\n质量状况分析报告', '额敏县2020年第三季度质量状况分析报告'],
    ['裕民县市场监督管理局\n关于2020年第三季度质量状况的\n分析报告', '关于2020年第三季度质量状况的分析报告'],
    ['关于乌苏市\n2020年第三季度质量状况的\n分析报告', '关于乌苏市2020年第三季度质量状况的分析报告'],
    ['2020年第三季度\n乌苏市质量状况分析报告', '2020年第三季度乌苏市质量状况分析报告'],
  ]
  for (const [head, title] of cases)
    it(`is read as ${title}`, () => expect(identify(head)).toMatchObject({ title, kind: 'analysis', period: '2020-Q3', notices: [] }))

  it('is one line where that is a title', () =>
    expect(identify('乌苏市2020年第三季度质量状况分析报告\n乌苏市市场监管局关于质量工作的情况').title).toBe(
      '乌苏市2020年第三季度质量状况分析报告',
    ))
})

describe('what stands above a title', () => {
  const title = '关于塔城市2020年第三季度质量状况的分析报告'
  const above = [
    '塔城市人民政府文件\n塔市政发〔2020〕15号\n签发人：王某某',
    '塔城市市场监督管理局文件\n塔市监发〔2020〕3号 签发人：王某某',
    '★秘密\n特急\n000123',
    '机密★1年\n份号：000123',
    '内部资料 注意保存\n第12期',
    '目  录\n一、总体情况……1\n二、存在问题……2',
    '附件1',
  ]
  for (const lines of above)
    it(`is no title: ${lines.replaceAll('\n', '｜')}`, () =>
      expect(identify(`${lines}\n${title}`)).toMatchObject({ title, kind: 'analysis', county: '塔城市' }))

  it('is passed over also where the title is set on two lines', () =>
    expect(identify('塔城市人民政府文件\n塔市政发〔2020〕15号\n关于塔城市2020年第三季度\n质量状况的分析报告').title).toBe(title))
  it('is not what is about a paper', () => expect(identify('关于学习贯彻质量强国文件\n正文').title).toBe('关于学习贯彻质量强国文件'))
})
