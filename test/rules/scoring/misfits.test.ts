/** What a document states beside a number that a person changed is held against it; reckoned by hand in the comments. */
import { describe, expect, it } from 'vitest'
import type { CountyScore } from '../../../rules/scoring/score.ts'
import { feedOf, type Given, schemeAround, scoresOf } from '../../support/scoring.ts'

const id = 'industrial_sampling_pass_rate'
const scheme = (of: Given = { indicator: id }) =>
  schemeAround({ points: 8, rule: { form: 'linear', of, against: 91, below: { per: 1, points: -1 } } })

interface Changed {
  readonly to?: unknown
  readonly value?: unknown
  /** Which value is corrected: the level where left out. */
  readonly role?: string
  readonly before?: string
}

function changed(text: string, { to, value, role = 'actual', before }: Changed, of: Given = { indicator: id }): CountyScore | undefined {
  const given = { text, ...(before === undefined ? {} : { 'text@2019-Q3': before }) }
  const submitted = [{ county: 'wusu', period: '2020-Q3', given }]
  const { values } = feedOf(submitted)
  const decision =
    value === undefined
      ? { about: 'value', id: values.find((each) => each.role === role)?.id, to }
      : { about: 'item', county: 'wusu', period: '2020-Q3', item: 'tested', value }
  return scoresOf(scheme(of), submitted, [decision]).counties[0]
}
const wordsOf = (...given: Parameters<typeof changed>): string =>
  changed(...given)
    ?.misfits?.map(({ words }) => words)
    .join() ?? ''

const CHANGE = '三季度，工业产品质量监督抽查合格率为92.3%，同比提高1.2个百分点。'
const BOTH = '三季度，工业产品质量监督抽查合格率为92.3%，上年同期为91.1%，同比提高1.2个百分点。'

describe('a corrected level', () => {
  // 91 − 1.2
  it('says what the stated change makes of the other side, where nobody states that', () =>
    expect(wordsOf(CHANGE, { to: 91 })).toMatch(/^材料另述“.*1\.2个百分点”，按更正值推算上年同期为89\.8%，请核对这一说法是否仍然成立$/u))
  // 91 − 91.1
  it('says that the report’s own change and other side no longer fit', () =>
    expect(wordsOf(BOTH, { to: 91 })).toMatch(/不相符（91%与上年同期91\.1%相比，变化为-0\.1个百分点），请一并核对$/u))
  it('is held against what the county had reported then', () =>
    expect(wordsOf(CHANGE, { to: 91, before: '工业产品质量监督抽查合格率91.1%。' })).toContain('变化为-0.1个百分点'))
  it('is told with the decision, on the item and among the warnings', () => {
    const county = changed(BOTH, { to: 91 })
    expect(county?.warnings).toEqual(
      expect.arrayContaining([expect.stringMatching(/^人工决定第 1 条（2020年第三季度的“工业产品质量监督抽查合格率”）：.*不相符/u)]),
    )
    const item = county?.quarters[2]?.items.find((each) => each.item === 'tested')
    expect(item?.why.join()).toMatch(/更正为91%（.*理由：现场核实；更正后与材料所述.*不相符/u)
    expect(item?.state).toBe('decided')
  })
  it('says nothing where it fits, or nothing was changed', () => {
    expect(wordsOf(BOTH, { to: 92.3 })).toBe('')
    expect(wordsOf(CHANGE, { to: 92.3 })).toBe('')
    expect(wordsOf('三季度，工业产品质量监督抽查合格率为29.3%，上年同期为91.1%，同比提高1.2个百分点。', { to: 92.3 })).toBe('')
    expect(wordsOf('三季度，工业产品质量监督抽查合格率为92.3%。', { to: 91 })).toBe('')
  })
  // 6.5 ÷ 1.3 = 5; 8 ÷ 5 is 60% more
  it('of an amount is held against a change in percent', () => {
    const of = { indicator: 'quality_budget' }
    expect(wordsOf('三季度，落实质量工作经费6.5万元，上年同期5万元，同比增长30%。', { to: '8万元' }, of)).toContain('变化为60%')
    expect(wordsOf('三季度，落实质量工作经费6.4万元，上年同期5万元，同比增长30%。', { to: '6.5万元' }, of)).toBe('')
  })
})

describe('another figure of the comparison', () => {
  it('that was corrected is held against the others', () => {
    expect(wordsOf(BOTH, { to: 3.4, role: 'change' })).toContain('不相符（92.3%与上年同期91.1%相比，变化为1.2个百分点）')
    expect(wordsOf(BOTH, { to: 90, role: 'reference' })).toContain('变化为2.3个百分点')
  })
})

describe('a number entered for an item', () => {
  it('is held against what the replaced document states', () => {
    expect(wordsOf(BOTH, { value: 91 })).toContain('变化为-0.1个百分点')
    expect(wordsOf(BOTH, { value: 92.3 })).toBe('')
  })
  it('says so with the decision', () => {
    const [decision] = scoresOf(
      scheme(),
      [{ county: 'wusu', period: '2020-Q3', given: { text: BOTH } }],
      [{ about: 'item', county: 'wusu', period: '2020-Q3', item: 'tested', value: 91 }],
    ).scheme.decisions
    expect(decision?.misfit).toContain('不相符')
  })
})
