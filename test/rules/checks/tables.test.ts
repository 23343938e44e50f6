import { describe, expect, it } from 'vitest'
import { structure } from '../../../extractors/language/structure.ts'
import { createChecker } from '../../../rules/checks/index.ts'
import { identityOf, lexicon, tableDocument, valuesOf } from '../../support/text-document.ts'

const check = createChecker(lexicon)

function findings(rows: readonly (readonly string[])[], ...after: string[]) {
  const document = tableDocument('乌苏市2020年第三季度质量状况分析报告', '表1 监督抽查情况（单位：批次）', rows, after)
  const found = check({ document, identity: identityOf(document), structure: structure(document), values: valuesOf(document).values })
  return found.map(({ kind, claimed, recomputed, evidence }) => ({ kind, claimed, recomputed, cells: evidence.map(({ cell }) => cell) }))
}

const header = ['产品类别', '抽查批次', '合格批次', '合格率']

describe('a table', () => {
  it('whose rates and totals hold is left in peace', () => {
    expect(findings([header, ['建材', '40', '39', '97.5%'], ['农资', '16', '14', '87.5%'], ['合计', '56', '53', '94.64%']])).toEqual([])
  })

  it('with a rate that its row does not bear out is told, with the counts of that row', () => {
    expect(findings([header, ['建材', '40', '39', '97.5%'], ['农资', '16', '14', '89.5%']])).toEqual([
      { kind: 'rate', claimed: 89.5, recomputed: 87.5, cells: ['表1!D3', '表1!C3', '表1!B3'] },
    ])
  })

  it('with a rate beside failed counts is recomputed too', () => {
    expect(
      findings([
        ['产品类别', '抽查批次', '不合格批次', '合格率'],
        ['建材', '40', '1', '95.5%'],
      ]).map(({ kind, recomputed }) => [kind, recomputed]),
    ).toEqual([['rate', 97.5]])
  })

  it('whose header names the verb of its rate needs no other row to show a slip of the hand', () => {
    const rows = (rate: string) => [
      ['单位', '发现隐患（条）', '完成整改（条）', '整改率（%）'],
      ['学校食堂', '36', '36', '100'],
      ['液化气站', '25', '24', rate],
    ]
    expect(findings(rows('98.0'))).toMatchObject([{ kind: 'rate', claimed: 98, recomputed: 96 }])
    expect(findings(rows('96.0'))).toEqual([])
  })

  it('of periods makes up what the text counts for all of them', () => {
    const quarters = [
      ['季度', '立案（件）'],
      ['一季度', '12'],
      ['二季度', '15'],
      ['三季度', '18'],
      ['四季度', '14'],
    ]
    expect(findings(quarters, '全年立案69件。')).toMatchObject([{ kind: 'sum', claimed: 69, recomputed: 59 }])
    expect(findings(quarters, '全年立案59件。')).toEqual([])
  })

  it('whose column is in 万元 is told in it', () => {
    expect(
      findings([
        ['项目', '金额（万元）'],
        ['检验', '80'],
        ['宣传', '25'],
        ['合计', '115'],
      ]),
    ).toMatchObject([{ kind: 'sum', claimed: 115, recomputed: 105 }])
  })

  it('with a total that is not the sum of its rows is told once for the column', () => {
    expect(findings([header, ['建材', '40', '39', '97.5%'], ['农资', '16', '14', '87.5%'], ['合计', '58', '53', '91.4%']])).toMatchObject([
      { kind: 'sum', claimed: 58, recomputed: 56, cells: ['表1!B4', '表1!B2', '表1!B3'] },
    ])
  })

  it('with rows from 其中 on counts the whole that they are parts of, not them', () => {
    const rows = [
      ['工业产品', '84', '81', '96.4%'],
      ['其中：建材', '33', '32', '97.0%'],
      ['农资', '51', '49', '96.1%'],
      ['食品', '305', '301', '98.7%'],
    ]
    expect(findings([header, ...rows, ['合计', '389', '382', '98.2%']])).toEqual([])
    expect(findings([header, ...rows, ['合计', '399', '382', '98.2%']]).filter(({ kind }) => kind === 'sum')).toMatchObject([
      { claimed: 399, recomputed: 389 },
    ])
  })

  it('whose total adds rates is not added up', () => {
    expect(
      findings([
        ['产品类别', '合格率'],
        ['建材', '97.5%'],
        ['农资', '87.5%'],
        ['合计', '94.6%'],
      ]),
    ).toEqual([])
  })

  it('with columns of two periods keeps each rate to its own counts', () => {
    expect(
      findings([
        ['产品类别', '2020年三季度', '<', '<', '2019年三季度', '<'],
        ['^', '抽查', '不合格', '合格率', '抽查', '合格率'],
        ['建材', '20', '1', '95%', '16', '87.5%'],
      ]),
    ).toEqual([])
  })
})

describe('what the text says of a row by its name', () => {
  const rates = [
    ['产品类别', '抽查批次', '合格率（%）', '上年同期合格率（%）'],
    ['塑料管材', '18', '77.8', '83.3'],
    ['电线电缆', '16', '93.8', '92.9'],
  ]
  const counts = [
    ['类别', '件数（件）', '去年同期（件）'],
    ['家用电器', '96', '104'],
    ['交通工具', '83', '61'],
  ]
  const claims = (rows: readonly (readonly string[])[], text: string) =>
    findings(rows, text).map(({ kind, claimed, recomputed }) => [kind, claimed, recomputed])

  it('is told where the row does not bear it out', () => {
    expect(claims(rates, '塑料管材垫底，合格率比上年同期下降6.5个百分点。')).toEqual([['delta', -6.5, -5.5]])
    expect(claims(rates, '电线电缆合格率同比下降0.9个百分点。')).toEqual([['direction', -0.9, 0.9]])
    expect(claims(rates, '塑料管材合格率同比下降5.5%。')).toEqual([['unit', -5.5, -6.6]])
    expect(claims(counts, '家用电器类同比增加7.7%。')).toEqual([['direction', 7.7, -7.7]])
    expect(claims(counts, '交通工具类办结79件，办结率96.4%。')).toEqual([['rate', 96.4, 95.2]])
  })

  it('is left in peace where it does, where two things are named, or where it speaks of something else', () => {
    expect(claims(rates, '塑料管材垫底，合格率比上年同期下降5.5个百分点。')).toEqual([])
    expect(claims(rates, '塑料管材与电线电缆合格率相比，同比下降6.5个百分点。')).toEqual([])
    expect(claims(rates, '塑料管材产量同比下降12%，比上季度下降3.1%。')).toEqual([])
    expect(claims(counts, '家用电器类同比减少7.7%。交通工具类办结79件，办结率95.2%。')).toEqual([])
    expect(claims(counts, '交通工具类调解61件，满意率98%。')).toEqual([])
  })
})
