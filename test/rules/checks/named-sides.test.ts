/** What the text says of two named things, or of one among several, is so by the figures that the document gives for them wherever they stand. */
import { describe, expect, it } from 'vitest'
import { structure } from '../../../extractors/language/structure.ts'
import { createChecker } from '../../../rules/checks/index.ts'
import { identityOf, lexicon, tableDocument, valuesOf } from '../../support/text-document.ts'

const check = createChecker(lexicon)
const title = '裕民县2021年第二季度质量状况分析报告'

function findings(rows: readonly (readonly string[])[], ...after: string[]) {
  const document = tableDocument(title, '表1 各项结果', rows, after)
  const found = check({ document, identity: identityOf(document), structure: structure(document), values: valuesOf(document).values })
  return found.map(({ kind, claimed, recomputed }) => ({ kind, claimed, recomputed }))
}

const trades = [
  ['行业', '一季度满意度（分）', '二季度满意度（分）', '变化（分）'],
  ['供水', '81.4', '82.6', '1.2'],
  ['燃气', '84.0', '83.9', '-0.1'],
  ['殡葬', '79.9', '80.2', '0.3'],
]

const counties = [
  ['指标', '裕民县', '额敏县', '全地区'],
  ['药品抽检合格率（%）', '98.8', '99.2', '98.6'],
  ['特种设备定期检验率（%）', '97.1', '96.5', '97.9'],
]

const products = [
  ['序号', '产品', '2021年二季度合格率', '2020年二季度合格率'],
  ['1', '砖瓦', '91.0%', '86.2%'],
  ['2', '农膜', '94.5%', '92.0%'],
  ['3', '门窗', '96.4%', '90.9%'],
]

describe('which of two rows is higher', () => {
  it.each([
    ['供水满意度高于燃气。', [{ kind: 'direction', claimed: '高于', recomputed: '低于' }]],
    ['二季度殡葬得80.2分，不及燃气，高于供水。', [{ kind: 'direction', claimed: '高于', recomputed: '低于' }]],
    ['燃气满意度高于供水和殡葬。', []],
    ['供水满意度优于殡葬，不如燃气。', []],
  ])('%s', (text, expected) => {
    expect(findings(trades, text)).toEqual(expected)
  })
})

describe('how the county stands beside another', () => {
  it.each([
    ['两项指标我县均低于全地区。', [{ kind: 'direction', claimed: '低于', recomputed: '高于' }]],
    ['我县药品抽检合格率好于额敏县。', [{ kind: 'direction', claimed: '好于', recomputed: '低于' }]],
    ['特种设备定期检验率我县高于额敏县，低于全地区。', []],
  ])('%s', (text, expected) => {
    expect(findings(counties, text)).toEqual(expected)
  })
})

describe('how far two rows are apart', () => {
  it.each([
    ['殡葬满意度比燃气低2.7分。', [{ kind: 'delta', claimed: -2.7, recomputed: -3.7 }]],
    ['门窗质量最稳，高于砖瓦4.5个百分点。', [{ kind: 'delta', claimed: 4.5, recomputed: 5.4 }]],
  ])('%s', (text, expected) => {
    expect(findings(text.includes('满意') ? trades : products, text)).toEqual(expected)
  })
  it('is right as it is', () => {
    expect(findings(trades, '殡葬满意度比燃气低3.7分。')).toEqual([])
    expect(findings(products, '门窗质量最稳，高于砖瓦5.4个百分点。')).toEqual([])
  })
})

describe('a place among the rows', () => {
  it.each([
    ['三类产品中农膜合格率最高。', [{ kind: 'direction', claimed: '最高', recomputed: '门窗' }]],
    ['与上年同期相比，砖瓦升幅最大。', [{ kind: 'direction', claimed: '最大', recomputed: '门窗' }]],
    ['合格率由高到低依次为门窗、砖瓦、农膜。', [{ kind: 'direction', claimed: '门窗、砖瓦、农膜', recomputed: '农膜' }]],
    ['合格率最低的是砖瓦，最高的是门窗；门窗升幅最大。', []],
    ['合格率由低到高依次为砖瓦、农膜、门窗，农膜排第二位。', []],
  ])('%s', (text, expected) => {
    expect(findings(products, text)).toEqual(expected)
  })
})

describe('a claim that no figure bears', () => {
  it.each([['供水管网改造进度高于预期，燃气投诉最多的是换表问题。'], ['砖瓦企业的出厂价高于门窗企业。'], ['我县农膜用量低于额敏县。']])(
    'is left alone: %s',
    (text) => {
      expect(findings(products, text)).toEqual([])
    },
  )
})

const quarters = [
  ['指标', '2020年三季度', '2020年四季度', '2021年一季度', '2021年二季度'],
  ['电梯困人（起）', '21', '18', '16', '17'],
  ['供热投诉（件）', '12', '44', '39', '11'],
]

describe('what is told of several periods', () => {
  it.each([
    ['电梯困人起数逐季下降。', [{ kind: 'direction', claimed: '逐季下降', recomputed: '降、降、升' }]],
    ['供热投诉呈先降后升走势。', [{ kind: 'direction', claimed: '先降后升', recomputed: '升、降、降' }]],
    ['电梯困人比上季度有所减少。', [{ kind: 'direction', claimed: '有所减少', recomputed: '上升' }]],
    ['电梯困人前三个季度逐季下降，供热投诉先升后降，较上季度明显减少。', []],
    ['电梯困人同比情况另行通报，供热投诉均已办结。', []],
  ])('%s', (text, expected) => {
    expect(findings(quarters, text)).toEqual(expected)
  })
})

const channels = [
  ['渠道', '受理（件）', '办结（件）'],
  ['热线', '126', '121'],
  ['网站', '54', '54'],
  ['来访', '20', '17'],
  ['合计', '200', '192'],
]

describe('rates, shares and bounds of a table of counts', () => {
  it.each([
    ['热线类受理占比为36.0%。', [{ kind: 'rate', claimed: 36, recomputed: 63 }]],
    ['网站受理占受理总量的72%。', [{ kind: 'rate', claimed: 72, recomputed: 27 }]],
    ['网站受理占受理总量的27%。', []],
    ['来访办结率最低，为58.0%。', [{ kind: 'rate', claimed: 58, recomputed: 85 }]],
    ['各渠道办结均在20件以上。', [{ kind: 'direction', claimed: 20, recomputed: 17 }]],
    ['热线受理占比63.0%，来访办结率85.0%，各渠道受理均在20件以上。', []],
  ])('%s', (text, expected) => {
    expect(findings(channels, text)).toEqual(expected)
  })
})
