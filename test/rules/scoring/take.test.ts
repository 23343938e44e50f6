/** Which value an item takes, and what leaves it 待核. */
import { describe, expect, it } from 'vitest'
import type { ScoredItem } from '../../../rules/scoring/score.ts'
import { type Given, type Submitted, schemeAround, scoresOf } from '../../support/scoring.ts'

const rule = { form: 'target', of: { indicator: 'industrial_sampling_pass_rate' }, op: '>=', value: 91 }
const id = 'industrial_sampling_pass_rate'

function tested(given: Given, more: Given = {}, others: readonly Submitted[] = [], own: Given = rule): ScoredItem {
  const scores = scoresOf(schemeAround({ points: 6, rule: own }, more), [{ county: 'wusu', period: '2020-Q3', given }, ...others])
  return scores.counties[0]?.quarters[2]?.items[0] as ScoredItem
}

describe('the value that an item takes', () => {
  it('is that of the quarter before the cumulative one, which is shown', () => {
    const item = tested({ [id]: 92, [`${id}@2020-01/2020-09`]: 90 })
    expect(item).toMatchObject({
      shown: '6.00',
      uses: [{ words: '92%（2020年第三季度，正文）' }],
      passed: [{ words: '90%（2020年1—9月累计，正文）', why: '次序在后' }],
    })
  })
  it('is reckoned in the unit in which the scheme asks: 万元, where the documents’ amounts are in 元', () => {
    const own = {
      form: 'bands',
      of: { indicator: 'quality_budget' },
      bands: [
        { from: 10, points: 6 },
        { from: 5, below: 10, points: 3 },
      ],
    }
    const amount = (value: number): Given => ({ quality_budget: { value, unit: '元' } })
    expect(tested(amount(75_000), {}, [], own)).toMatchObject({ shown: '3.00', uses: [{ words: '7.5万元（2020年第三季度，正文）' }] })
    expect(tested(amount(100_000), {}, [], own)).toMatchObject({ shown: '6.00' })
  })
  it('is the cumulative one where the quarter has none, but not the year’s', () => {
    expect(tested({ [`${id}@2020-01/2020-09`]: 92 })).toMatchObject({ shown: '6.00', state: 'settled' })
    expect(tested({ [`${id}@2020`]: 92 })).toMatchObject({ state: 'open', passed: [{ why: '全年数值不用于本期' }] })
  })
  it('is the year’s nought, where a scheme takes that alone; what the quarter itself states goes first, and both together are to be looked at', () => {
    const accidents = 'special_equipment_accident_count'
    const own = { form: 'target', of: { indicator: accidents, periods: ['own', 'annual'], annual: 'zero' }, op: '<=', value: 0 }
    const at = (given: Given) => tested(given, {}, [], own)
    expect(at({ [`${accidents}@2020`]: 0 })).toMatchObject({ state: 'settled', low: '6' })
    expect(at({ [`${accidents}@2020`]: 1 })).toMatchObject({ state: 'open', passed: [{ why: '全年不为零，不能说明是哪个季度' }] })
    expect(at({ [accidents]: 1 })).toMatchObject({ state: 'settled', high: '0' })
    expect(at({ [accidents]: 1, [`${accidents}@2020`]: 0 })).toMatchObject({ state: 'open', low: '0', high: '6' })
    expect(at({ [accidents]: 0, [`${accidents}@2020`]: 1 })).toMatchObject({ state: 'settled', low: '6' })
  })
  it('is the year’s where the item says so', () => {
    const own = { ...rule, of: { indicator: id, periods: ['annual'] } }
    expect(tested({ [`${id}@2020`]: 92, [id]: 80 }, {}, [], own)).toMatchObject({ shown: '6.00', passed: [{ why: '本期数值不用于本期' }] })
  })
  it('is the change itself, where the indicator is a change against the year before', () => {
    const own = { form: 'target', of: { indicator: 'construction_complaint_change' }, op: '<=', value: -5 }
    const change = (value: number, basis: string): Given => ({ 'construction_complaint_change:change': { value, unit: '%', basis } })
    expect(tested(change(-6.2, 'yoy'), {}, [], own)).toMatchObject({ shown: '6.00', state: 'settled' })
    expect(tested(change(-4, 'yoy'), {}, [], own)).toMatchObject({ shown: '0.00', state: 'settled' })
    expect(tested(change(-50, 'qoq'), {}, [], own)).toMatchObject({ state: 'open', low: '0', high: '6' })
  })
  it('is looked at by a person where its unit cannot stand for the indicator', () =>
    expect(tested({ [id]: { value: 96, unit: '批次' } })).toMatchObject({
      state: 'open',
      open: [expect.stringContaining('单位是“批次”，应为“%”')],
    }))
  it('is the exact one of another source within the bound of the first; one that denies the bound leaves it open', () => {
    const cell = { evidence: { quote: '90.2%', start: 0, end: 5, block: 1, cell: '表1!B2' } }
    expect(tested({ [id]: [{ value: 90.2, ...cell }, '≥91'] })).toMatchObject({
      state: 'open',
      open: [expect.stringContaining('与90.2%（2020年第三季度，表格）不符')],
    })
    expect(tested({ [id]: [{ value: 92.4, ...cell }, '90—95'] })).toMatchObject({ shown: '6.00', state: 'settled' })
    expect(tested({ [id]: [{ value: 90.2, ...cell }, 92] })).toMatchObject({ shown: '6.00', state: 'settled' })
  })
  it('is not said to be passed over by one branch of a rule where another takes it', () => {
    const branch = (periods: readonly string[]): Given => ({ form: 'target', of: { indicator: id, periods }, op: '>=', value: 91 })
    const best = { form: 'best', rules: [branch(['own']), branch(['annual'])] }
    const item = tested({ [id]: 92 }, {}, [], best)
    expect(item).toMatchObject({ shown: '6.00', uses: [{ words: '92%（2020年第三季度，正文）' }] })
    expect(item.passed).toBeUndefined()
  })
  it('is the text’s before the table’s and the data sheet’s', () => {
    const cell = { evidence: { quote: '80%', start: 0, end: 3, block: 1, cell: '表1!B2' } }
    expect(tested({ [id]: [{ value: 80, ...cell }, 92] }).uses?.[0]?.words).toBe('92%（2020年第三季度，正文）')
    expect(tested({ [id]: [{ value: 80, ...cell }, 92] }, { settings: { take: { sources: ['table', 'text'] } } }).uses?.[0]?.words).toBe(
      '80%（2020年第三季度，表格）',
    )
  })
  it('is never a part, unless the item names it', () => {
    const part = { value: 92, breakdown: { of: id, product: '建材' } }
    expect(tested({ [id]: part })).toMatchObject({ state: 'open', low: '0', high: '6', passed: [{ why: '只是其中一部分，不代表整体' }] })
    expect(tested({ [id]: part }, {}, [], { ...rule, of: { indicator: id, part: { product: '建材' } } })).toMatchObject({ shown: '6.00' })
  })
  it('is the more exact of two that agree within rounding', () => {
    expect(tested({ [id]: [91.7, 91.69] })).toMatchObject({ state: 'settled', uses: [{ words: '91.69%（2020年第三季度，正文）' }] })
    expect(tested({ [id]: ['≥90', 92] })).toMatchObject({ state: 'settled', uses: [{ words: '92%（2020年第三季度，正文）' }] })
  })
  it('leaves the item open where two of equal standing differ, unless the scheme takes the first', () => {
    const item = tested({ [id]: [92, 88] })
    expect(item).toMatchObject({ state: 'open', low: '0', high: '6' })
    expect(item.open?.[0]).toContain('同一来源有不同数值')
    expect(tested({ [id]: [92, 88] }, { settings: { conflict: 'first' } })).toMatchObject({
      state: 'settled',
      shown: '6.00',
      passed: [{ words: '88%（2020年第三季度，正文）' }],
    })
    expect(tested({ [id]: [92, 95] })).toMatchObject({ state: 'settled' })
  })
  it('is looked at again when it was read with little confidence, its points then being the provisional ones', () => {
    expect(tested({ [id]: { value: 92, confidence: 0.5 } })).toMatchObject({ state: 'open', low: '0', high: '6', provisional: '6' })
  })
  it('that was not found is neither nought nor full, and says where it was looked for', () => {
    const item = tested({})
    expect(item).toMatchObject({ state: 'open', low: '0', high: '6' })
    expect(item.open?.[0]).toBe('未找到“工业产品质量监督抽查合格率”：在本期、累计的正文、表格、数据表、年终总结、其他材料中查找')
  })
  it('stands in the provisional score by the scheme’s setting', () => {
    const points = (provisional: string) => tested({}, { settings: { provisional } }).provisional
    expect(['lowest', 'middle', 'highest', 'settled'].map(points)).toEqual(['0', '3', '6', '6'])
  })
})

describe('an item that a circumstance leaves out', () => {
  const own = { form: 'target', of: { indicator: 'guarantee_compensation_rate' }, op: '<=', value: 8 }
  const notApplicable = { if: { answer: { fact: 'guarantee_company' }, is: 'no' }, counts: 'exclude' }
  const item = (given: Given): ScoredItem =>
    scoresOf(schemeAround({ points: 6, rule: own, notApplicable }), [{ county: 'wusu', period: '2020-Q3', given }]).counties[0]?.quarters[2]
      ?.items[0] as ScoredItem
  it('does not apply where the documents say that there is none, and shows where', () =>
    expect(item({ 'fact.guarantee_company': 'no' })).toMatchObject({ state: 'not-applicable', uses: [{ record: 'fact' }] }))
  it('is asked for where they say that there is, or nothing', () => {
    expect(item({ 'fact.guarantee_company': 'yes' })).toMatchObject({ state: 'open', low: '0', high: '6' })
    expect(item({})).toMatchObject({ state: 'open', low: '0', high: '6' })
  })
  it('is looked at by a person where they say that there is none and state a figure', () =>
    expect(item({ 'fact.guarantee_company': 'no', guarantee_compensation_rate: 4 })).toMatchObject({
      state: 'open',
      open: ['材料写明不涉及，又报有数值，须核实'],
    }))
})

describe('a figure that follows from another', () => {
  const deaths = { form: 'target', of: { indicator: 'special_equipment_death_rate' }, op: '=', value: 0 }
  it('is nought where the event that it needs did not happen', () => {
    const item = tested({ special_equipment_accident_count: 0 }, {}, [], deaths)
    expect(item).toMatchObject({ state: 'settled', low: '6', uses: [{ words: '特种设备事故起数 0起（2020年第三季度，正文）' }] })
  })
  it('is not known where it happened, or may have', () => {
    expect(tested({ special_equipment_accident_count: 1 }, {}, [], deaths)).toMatchObject({ state: 'open', low: '0', high: '6' })
    expect(tested({ special_equipment_accident_count: { value: 0, confidence: 0.4 } }, {}, [], deaths)).toMatchObject({ state: 'open' })
  })
  it('gives way to its own', () => {
    const both = { special_equipment_accident_count: 0, special_equipment_death_rate: 0.2 }
    expect(tested(both, {}, [], deaths)).toMatchObject({ state: 'settled', low: '0' })
  })
})
