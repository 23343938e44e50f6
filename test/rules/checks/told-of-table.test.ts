/** What the text says in words of a table's lines is so there, and so are the figures that its paragraph gives of them. */
import { describe, expect, it } from 'vitest'
import { structure } from '../../../extractors/language/structure.ts'
import { createChecker } from '../../../rules/checks/index.ts'
import { identityOf, lexicon, tableDocument, valuesOf } from '../../support/text-document.ts'

const check = createChecker(lexicon)

function findings(title: string, before: string, rows: readonly (readonly string[])[], ...after: string[]) {
  const document = tableDocument(title, before, rows, after)
  const found = check({ document, identity: identityOf(document), structure: structure(document), values: valuesOf(document).values })
  return found.map(({ kind, claimed, recomputed }) => ({ kind, claimed, recomputed }))
}

const complaints = [
  ['类别', '件数', '挽回损失（万元）'],
  ['食品', '52', '2.4'],
  ['鞋帽', '31', '3.8'],
  ['家电', '44', '9.1'],
  ['通信', '20', '1.5'],
]

describe('a place in a column', () => {
  it('is the row’s own', () => {
    const title = '乌苏市2022年第一季度质量状况分析报告'
    expect(findings(title, '投诉情况', complaints, '鞋帽类投诉量排在第二位。')).toEqual([
      { kind: 'direction', claimed: '排在第二', recomputed: '家电' },
    ])
    expect(findings(title, '投诉情况', complaints, '家电类投诉量排在第二位，食品类投诉量最多。')).toEqual([])
  })
})

const rates = [
  ['指标', '一季度', '二季度', '三季度', '四季度'],
  ['工业产品', '91.2%', '92.8%', '92.1%', '95.1%'],
  ['食品', '97.5%', '97.7%', '98.0%', '98.2%'],
]

describe('a trend', () => {
  it('is that of the row', () => {
    const title = '塔城市2022年质量状况分析报告'
    expect(findings(title, '分季度合格率', rates, '工业产品监督抽查合格率逐季上升。')).toEqual([
      { kind: 'direction', claimed: '逐季上升', recomputed: '升、降、升' },
    ])
    expect(findings(title, '分季度合格率', rates, '食品抽检合格率逐季上升。')).toEqual([])
  })
})

const links = [
  ['环节', '2021年上半年合格率', '2020年上半年合格率'],
  ['流通环节', '98.4%', '97.3%'],
  ['餐饮环节', '95.6%', '96.1%'],
]

describe('a level that rose', () => {
  it('did so in its row', () => {
    const title = '额敏县2021年上半年食品安全状况分析报告'
    expect(findings(title, '分环节结果', links, '餐饮环节较去年同期略有回升。')).toEqual([
      { kind: 'direction', claimed: '略有回升', recomputed: '下降' },
    ])
    expect(findings(title, '分环节结果', links, '流通环节较去年同期略有回升。')).toEqual([])
  })
})

describe('what all have done', () => {
  it('is so in each row', () => {
    const title = '沙湾市2022年质量工作总结'
    const targets = [
      ['指标', '目标', '实际'],
      ['工业产品监督抽查合格率', '≥92%', '93.3%'],
      ['城市环境空气质量优良天数比例', '≥90%', '88.5%'],
      ['强制检定计量器具受检率', '≥96%', '97.4%'],
    ]
    expect(findings(title, '目标完成情况', targets, '所列各项指标均已达到目标。').map(({ claimed }) => claimed)).toEqual([
      '各项指标均已达到目标',
    ])
    const cases = (done: string) => [
      ['季度', '受理（件）', '办结（件）'],
      ['第一季度', '4', '4'],
      ['第二季度', '26', done],
      ['第三季度', '7', '7'],
    ]
    expect(findings(title, '各季度旅游投诉均按期全部办结（见下表）。', cases('24')).map(({ kind }) => kind)).toEqual(['direction'])
    expect(findings(title, '各季度旅游投诉均按期全部办结（见下表）。', cases('26'))).toEqual([])
  })
})

describe('a figure of the paragraph before a table', () => {
  it('is what the column makes up', () => {
    const title = '沙湾县2019年质量工作经费使用情况'
    const money = (first: string) => [
      ['用途', '金额（万元）'],
      ['监督抽查', first],
      ['检验设备', '28.5'],
      ['标准化奖励', '15'],
      ['宣传培训', '6.5'],
    ]
    expect(findings(title, '县财政安排质量工作经费86万元，支出明细如下。', money('46'))).toEqual([
      { kind: 'sum', claimed: 860000, recomputed: 960000 },
    ])
    expect(findings(title, '县财政安排质量工作经费86万元，支出明细如下。', money('36'))).toEqual([])
  })

  it('is the rate of the row that it names', () => {
    const title = '乌苏市2021年上半年食品安全监督抽检情况'
    const rows = [
      ['环节', '抽检（批次）', '合格（批次）'],
      ['生产', '46', '46'],
      ['流通', '168', '165'],
      ['餐饮', '92', '86'],
    ]
    expect(findings(title, '各环节情况见下表，其中餐饮环节合格率为95.3%。', rows)).toEqual([
      { kind: 'rate', claimed: 95.3, recomputed: 93.5 },
    ])
    expect(findings(title, '各环节情况见下表，其中餐饮环节合格率为93.5%。', rows)).toEqual([])
  })
})
