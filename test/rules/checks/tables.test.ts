import { describe, expect, it } from 'vitest'
import { structure } from '../../../extractors/language/structure.ts'
import { createChecker } from '../../../rules/checks/index.ts'
import { identityOf, lexicon, tableDocument, valuesOf } from '../../support/text-document.ts'

const check = createChecker(lexicon)

function findings(rows: readonly (readonly string[])[]) {
  const document = tableDocument('乌苏市2020年第三季度质量状况分析报告', '表1 监督抽查情况（单位：批次）', rows)
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
