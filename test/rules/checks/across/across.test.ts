/** The checks over all documents, on small sets of values made by hand: what must be found, and what rounding, bounds, scope or kind of document explain. */
import { describe, expect, it } from 'vitest'
import type { Value } from '../../../../extractors/indicators/value.ts'
import type { ComparedDocument } from '../../../../rules/checks/across/compared-document.ts'
import { checkAcross } from '../../../../rules/checks/across/index.ts'
import { lexicon } from '../../../support/text-document.ts'

type Given = Partial<Value> & { readonly quote: string }

/** A data sheet, one cell a value. */
function sheet(file: string, given: readonly Given[], record: Partial<ComparedDocument> = {}): ComparedDocument {
  const quarter = /([一二三四])季度/u.exec(file)?.[1]
  const period = quarter === undefined ? '2020' : `2020-Q${'一二三四'.indexOf(quarter) + 1}`
  const blocks = given.map(({ quote }, row) => {
    const start = given.slice(0, row).reduce((at, { quote: before }) => at + before.length + 1, 0)
    const cell = { table: 1, row, column: 1, rowSpan: 1, columnSpan: 1, name: `表1!B${row + 1}`, header: false }
    return { kind: 'table-cell' as const, zone: 'table' as const, origin: {}, span: { start, end: start + quote.length }, cell }
  })
  const values = given.map(({ quote, ...value }, row): Value => {
    const span = blocks[row]?.span ?? { start: 0, end: 0 }
    return {
      id: `${file}${row}`,
      file,
      county: '乌苏市',
      period,
      indicator: 'food_supervision_pass_rate',
      name: '食品安全监督抽检合格率',
      breakdown: null,
      role: 'actual',
      value: Number.parseFloat(quote),
      unit: '%',
      comparator: '=',
      basis: null,
      evidence: { quote, ...span, block: row, cell: `表1!B${row + 1}` },
      subject: span,
      confidence: 0.95,
      notes: [],
      ...value,
    }
  })
  const text = { text: given.map(({ quote }) => quote).join('\n'), blocks }
  const title = file.replace(/\..*$/u, '')
  return { file, kind: 'data', title, county: '乌苏市', period, submitted: true, values, achievements: [], text, ...record }
}

const said = (...documents: ComparedDocument[]) =>
  checkAcross(documents, lexicon).map(({ file, kind, severity, claimed, recomputed }) => [file, kind, severity, claimed, recomputed])

const report = '三季度分析报告.docx'
const data = '三季度数据表.xlsx'

describe('two documents of one period', () => {
  it('that state one thing differently are told once, with both quoted', () => {
    const [finding, ...others] = checkAcross([sheet(report, [{ quote: '97.5%' }]), sheet(data, [{ quote: '96.5%' }])], lexicon)
    expect(others).toEqual([])
    expect(finding).toMatchObject({ file: data, kind: 'cross-document', severity: 'error', claimed: 96.5, recomputed: 97.5 })
    expect(finding?.evidence.map(({ file, quote }) => [file, quote])).toEqual([
      [undefined, '96.5%'],
      [report, '97.5%'],
    ])
    expect(finding?.message).toBe(
      '2020年第三季度食品安全监督抽检合格率，本文件写作“96.5%”，《三季度分析报告.docx》写作“97.5%”，请核对以哪个为准',
    )
  })

  it.each([
    ['97.5%', '97.5%'],
    ['97.69%', '97.7%'],
    ['97.5%', '98%'],
  ])('that write %s and %s agree', (one, other) => {
    expect(said(sheet(report, [{ quote: one }]), sheet(data, [{ quote: other }]))).toEqual([])
  })

  it('that only differ in the last digit are a warning', () => {
    expect(said(sheet(report, [{ quote: '97.6%' }]), sheet(data, [{ quote: '97.69%' }]))).toEqual([
      [data, 'cross-document', 'warning', 97.69, 97.6],
    ])
  })

  it('one of which gives a bound that holds agree, and one that does not are a warning', () => {
    const bound = sheet(report, [{ quote: '97%以上', comparator: '>=' }])
    expect(said(bound, sheet(data, [{ quote: '97.5%' }]))).toEqual([])
    expect(said(bound, sheet(data, [{ quote: '96.5%' }]))).toMatchObject([[report, 'cross-document', 'warning', 97, 96.5]])
  })

  it('that speak of another county, period, part, role or unit are not compared', () => {
    const other = (value: Partial<Value>) => said(sheet(report, [{ quote: '97.5%' }]), sheet(data, [{ quote: '96.5%', ...value }]))
    expect(other({ county: '沙湾县' })).toEqual([])
    expect(other({ county: '塔城地区' })).toEqual([])
    expect(other({ period: '2020-Q2' })).toEqual([])
    expect(other({ breakdown: { of: 'food_supervision_pass_rate', product: '粮油' } })).toEqual([])
    expect(other({ role: 'target' })).toEqual([])
    expect(other({ role: 'reference', basis: 'average' })).toEqual([])
    expect(other({ unit: '批次' })).toEqual([])
  })

  it('are not compared where one of them says several things, or the other’s figure elsewhere', () => {
    expect(said(sheet(report, [{ quote: '97.5%' }, { quote: '95%' }]), sheet(data, [{ quote: '96.5%' }]))).toEqual([])
    expect(said(sheet(report, [{ quote: '97.5%' }, { quote: '96.5%', confidence: 0.7 }]), sheet(data, [{ quote: '96.5%' }]))).toEqual([])
  })

  it('are not compared where one is a draft, a plan, or a sheet of the year in the folder of a quarter', () => {
    const right = sheet(report, [{ quote: '97.5%' }])
    expect(said(right, sheet('三季度分析报告（初稿）.docx', [{ quote: '96.5%' }]))).toEqual([])
    expect(said(right, sheet(data, [{ quote: '96.5%' }], { kind: 'plan' }))).toEqual([])
    const ofYear = { title: '2020年指标汇总表', period: '2020-Q3' }
    expect(said(right, sheet('2020年汇总表.xlsx', [{ quote: '96.5%', period: '2020-Q3' }], ofYear))).toEqual([])
  })

  it('name what the lexicon lacks: compared only where the name says what it is', () => {
    const named = (name: string) =>
      said(sheet(report, [{ quote: '97.5%', indicator: null, name }]), sheet(data, [{ quote: '96.5%', indicator: null, name }]))
    expect(named('合格率')).toEqual([])
    expect(named('三季度抽检合格率')).toEqual([])
    expect(named('电线电缆合格率')).toHaveLength(1)
  })
})

it('of three documents the one that stands alone is told, with the others quoted', () => {
  const findings = checkAcross(
    [sheet(report, [{ quote: '97.5%' }]), sheet(data, [{ quote: '97.5%' }]), sheet('总结.docx', [{ quote: '98.5%', period: '2020-Q3' }])],
    lexicon,
  )
  expect(findings.map(({ file, evidence }) => [file, evidence.map(({ quote }) => quote)])).toEqual([
    ['总结.docx', ['98.5%', '97.5%', '97.5%']],
  ])
})

describe('what a report says of an earlier period', () => {
  const second = (quote: string) => sheet('二季度分析报告.docx', [{ quote }])
  const looksBack = sheet(report, [{ quote: '96.9%', period: '2020-Q2', role: 'reference', basis: 'qoq' }])

  it('is what that period’s own report says', () => {
    expect(said(second('96.9%'), looksBack)).toEqual([])
    expect(said(second('95.4%'), looksBack)).toEqual([[report, 'cross-document', 'error', 96.9, 95.4]])
  })

  it('may not be of a period still to come', () => {
    expect(said(sheet('一季度分析.docx', [{ quote: '95%', period: '2020-Q2' }]), second('95.4%'))).toEqual([])
  })

  it('is never filed under what is only given for comparison', () => {
    const past = { ...sheet('history:三季度分析.docx', [{ quote: '97.5%' }]), submitted: false }
    expect(said(sheet(report, [{ quote: '96.5%' }]), past)).toMatchObject([[report, 'cross-document', 'error', 96.5, 97.5]])
  })
})

describe('the counts of the quarters', () => {
  const batches = (file: string, quote: string) =>
    sheet(file, [{ quote, indicator: 'sampling_batches', name: '本级产品质量监督抽查批次', unit: '批次' }])
  const year = (total: string, ...quarters: string[]) =>
    said(...quarters.map((quote, index) => batches(`${'一二三四'[index] ?? ''}季度数据.xlsx`, quote)), batches('2020年总结.docx', total))

  it('add up to the year’s', () => {
    expect(year('276批次', '42批次', '78批次', '96批次', '60批次')).toEqual([])
    expect(year('286批次', '42批次', '78批次', '96批次', '60批次')).toEqual([['2020年总结.docx', 'cross-document', 'warning', 286, 276]])
  })

  it('are left alone where one is missing, or they count from the year’s beginning', () => {
    expect(year('286批次', '42批次', '78批次', '96批次')).toEqual([])
    expect(year('276批次', '42批次', '120批次', '216批次', '276批次')).toEqual([])
  })
})
