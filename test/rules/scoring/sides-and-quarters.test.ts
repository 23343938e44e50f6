/** Both sides of a comparison, where references are found, and when a quarter is there: of what reports say in their own sentences. */
import { describe, expect, it } from 'vitest'
import type { CountyScore, ScoredItem, Scores } from '../../../rules/scoring/score.ts'
import { feedOf, type Given, schemeAround, scoresOf, scoresOfFeed } from '../../support/scoring.ts'

const BUDGET = 'quality_budget'
const RATE = 'industrial_sampling_pass_rate'
const side = (indicator: string, more: Given = {}) => ({ indicator, role: 'reference', basis: 'yoy', ...more })
const budget = { points: 4, rule: { form: 'compare', of: { indicator: BUDGET }, with: side(BUDGET), less: 1, equal: 2, more: 4 } }
const rate = (reference: Given) => ({
  points: 10,
  rule: { form: 'linear', of: { indicator: RATE }, against: reference, at: 5, below: { per: 1, points: -1 }, above: { per: 1, points: 1 } },
})

const scored = (item: Given, given: Given, decisions: readonly unknown[] = [], more: Given = {}): Scores =>
  scoresOf(schemeAround(item, more), [{ county: 'wusu', period: '2020-Q3', given }], decisions)
const testedIn = ({ counties }: Scores): ScoredItem | undefined => counties[0]?.quarters[2]?.items.find(({ item }) => item === 'tested')
const about = { about: 'item', county: 'wusu', period: '2020-Q3', item: 'tested' }

describe('a side that the report states as a change alone', () => {
  const told = (text: string, basis = 'yoy', indicator = 'industrial_sampling_pass_rate') => {
    const of = { indicator }
    const rule = { form: 'compare', of, with: { ...of, role: 'reference', basis }, more: 8, equal: 5, less: 0 }
    const item = scoresOf(schemeAround({ points: 8, rule }), [{ county: 'wusu', period: '2020-Q3', given: { text } }]).counties[0]
      ?.quarters[2]?.items[0]
    return [item?.state, item?.shown, item?.uses?.at(-1)?.words]
  }
  it('is reckoned from the level and the change, exactly, and told as reckoned', () => {
    expect(told('三季度，工业产品质量监督抽查合格率为90%，较上年同期下降1.2个百分点。')).toEqual([
      'settled',
      '0.00',
      '91.2%（由本期90%和所述“1.2个百分点”推算）',
    ])
    expect(told('三季度，落实质量工作经费6.5万元，较上年同期增长30%。', 'yoy', 'quality_budget')).toEqual([
      'settled',
      '8.00',
      '5万元（由本期6.5万元和所述“30%”推算）',
    ])
  })
  it('gives nothing where the level is only bounded', () => {
    expect(told('三季度，工业产品质量监督抽查合格率为90%以上，较上年同期下降1.2个百分点。')[0]).toBe('open')
  })
})

describe('a rule with two sides of one indicator', () => {
  const report = { text: '质量工作经费8万元，上年同期10万元。' }

  it('takes a decision for the side that it names, by the whole name or as much as is needed', () => {
    for (const of of ['quality_budget:reference:yoy', 'quality_budget:reference']) {
      const item = testedIn(scored(budget, report, [{ ...about, of, value: 7 }]))
      expect(item).toMatchObject({ state: 'decided', low: '4' })
      expect(item?.why.join()).toContain('质量工作经费 8万元')
    }
    expect(testedIn(scored(budget, report, [{ ...about, of: BUDGET, value: 10 }]))).toMatchObject({ state: 'decided', low: '2' })
    const both = [
      { ...about, of: BUDGET, value: 9 },
      { ...about, of: 'quality_budget:reference:yoy', value: 8 },
    ]
    expect(testedIn(scored(budget, report, both))).toMatchObject({ state: 'decided', low: '4' })
  })

  it('asks which side a decision without a name is about', () => {
    expect(() => scored(budget, report, [{ ...about, value: 9 }])).toThrow(/读取多项.*quality_budget、quality_budget:reference:yoy/su)
    expect(() => scored(budget, report, [{ ...about, of: 'quality_budget:change', value: 9 }])).toThrow(/quality_budget:reference:yoy/u)
  })

  it('has a row for each side in the workbook’s list of parts, with names that differ', () => {
    const parts = scored(budget, report).scheme.items.find(({ item }) => item === 'tested')?.parts
    expect(parts?.map(({ of, name }) => [of, name])).toEqual([
      ['quality_budget', '质量工作经费'],
      ['quality_budget:reference:yoy', '质量工作经费（上年同期）'],
    ])
  })

  it('keeps two filters of honours apart too', () => {
    const count = (level: string) => ({ form: 'count', of: { achievements: { levels: [level] } }, each: 1 })
    const item = { points: 4, rule: { form: 'sum', rules: [count('national'), count('provincial')] } }
    expect(testedIn(scored(item, {}, [{ ...about, of: 'achievements:national', value: 1 }]))).toMatchObject({ low: '1' })
  })
})

describe('the level of the same period last year', () => {
  it('is what the report states of it, at the period at which it stands', () => {
    const item = testedIn(scored(rate(side(RATE)), { text: '工业产品质量监督抽查合格率93.5%，比上年同期的91%提高2.5个百分点。' }))
    expect(item).toMatchObject({ state: 'settled', low: '7.5' })
    expect(item?.why.join()).toMatch(/91%（2019年第三季度，本期材料所述）/u)
  })

  it('is first what the county itself had reported then, and both are shown where they differ', () => {
    const given = { text: '工业产品质量监督抽查合格率93.5%，上年同期为91%。', 'text@2019-Q3': '工业产品质量监督抽查合格率92.5%。' }
    const item = testedIn(scored(rate(side(RATE)), given))
    expect(item).toMatchObject({ state: 'settled', low: '6' })
    expect(item?.why.join()).toMatch(/92\.5%（2019年第三季度，往期材料）.*91%（2019年第三季度，本期材料所述）.*不一致/u)
    expect(item?.passed?.map(({ words }) => words).join()).toContain('91%')
  })

  it('is where the scheme looks first: in all its items, or in one', () => {
    const given = { text: '工业产品质量监督抽查合格率93.5%，上年同期为91%。', 'text@2019-Q3': '工业产品质量监督抽查合格率92.5%。' }
    const take = { settings: { take: { references: ['stated', 'earlier'] } } }
    expect(testedIn(scored(rate(side(RATE)), given, [], take))?.low).toBe('7.5')
    expect(testedIn(scored(rate(side(RATE, { references: ['stated'] })), given))?.low).toBe('7.5')
    expect(scored(rate(side(RATE)), given, [], take).scheme.settings.join()).toContain('依次取自本期材料所述、往期材料')
  })

  it('is of the same stretch as the county’s own figure', () => {
    const text = '1—9月，工业产品质量监督抽查合格率92%，去年1—9月为90%。'
    expect(testedIn(scored(rate(side(RATE)), { text }))).toMatchObject({ state: 'settled', low: '7' })
    const mixed = testedIn(scored(rate(side(RATE)), { text: '工业产品质量监督抽查合格率92%。', [`${RATE}@2019-01/2019-09:reference`]: 90 }))
    expect(mixed?.state).toBe('open')
    expect(mixed?.passed?.map(({ why }) => why).join()).toContain('时段不同')
  })

  it('is looked for where it would stand, and that side is named where it is not found', () => {
    const item = testedIn(scored(budget, { text: '质量工作经费8万元。' }))
    expect(item).toMatchObject({ state: 'open', low: '1', high: '4' })
    expect(item?.open).toEqual(['未找到“质量工作经费（上年同期）”：在往期材料、本期材料所述的2019年第三季度数值中查找'])
  })
})

describe('other levels to compare with', () => {
  it('are those of the quarter before, also of its own report in the batch', () => {
    const qoq = { ...side(RATE), basis: 'qoq' }
    const text = '工业产品质量监督抽查合格率93%，上季度为91%。'
    expect(testedIn(scored(rate(qoq), { text }))).toMatchObject({ state: 'settled', low: '7' })
    const both = [
      { county: 'wusu', period: '2020-Q2', given: { text: '工业产品质量监督抽查合格率92%。' } },
      { county: 'wusu', period: '2020-Q3', given: { text } },
    ]
    expect(testedIn(scoresOf(schemeAround(rate(qoq)), both))).toMatchObject({ state: 'settled', low: '6' })
  })

  it('are the prefecture’s average, which is no county’s own', () => {
    const average = { ...side(RATE), basis: 'average' }
    const text = '工业产品质量监督抽查合格率93%，全地区平均水平为92.5%，全国平均水平为97%。'
    const item = testedIn(scored(rate(average), { text }))
    expect(item).toMatchObject({ state: 'settled', low: '5.5' })
    expect(item?.why.join()).toContain('（塔城地区平均）')
    expect(testedIn(scored(rate({ ...average, area: 'nation' }), { text }))).toMatchObject({ low: '1' })
  })
})

describe('a finding that quotes another document', () => {
  it('is no doubt about what stands at the same place of this one', () => {
    const feed = feedOf([{ county: 'wusu', period: '2020-Q3', given: { [RATE]: 93 } }])
    const [value] = feed.values
    const place = { ...(value?.evidence ?? { quote: '93', start: 0, end: 2, block: 0 }) }
    const finding = {
      id: 'f',
      file: value?.file ?? '',
      kind: 'cross-document',
      severity: 'error' as const,
      claimed: 91,
      recomputed: 92.5,
      message: '对不上',
    }
    const found = (file: string) => ({
      ...feed,
      checks: [
        {
          ...finding,
          evidence: [
            { ...place, start: 500, end: 503 },
            { ...place, file },
          ],
        },
      ],
    })
    const item = { points: 10, rule: { form: 'linear', of: { indicator: RATE }, against: 95, below: { per: 1, points: -1 } } }
    const stateOf = (file: string) => testedIn(scoresOfFeed(schemeAround(item), found(file)))?.state
    expect([stateOf('history:往年.docx'), stateOf(value?.file ?? '')]).toEqual(['settled', 'open'])
  })
})

describe('a quarter without submissions', () => {
  const item = { points: 10, rule: { form: 'boolean', of: { document: 'analysis' } } }
  const county = (decisions: readonly unknown[]): { scores: Scores; wusu: CountyScore | undefined } => {
    const scheme = schemeAround(
      { ...item, in: ['Q3', 'Q4'], points: 10 },
      {
        items: [
          { id: 'tested', name: '报送', part: '测试', standard: '见规则', in: ['Q1', 'Q2', 'Q3', 'Q4'], ...item },
          {
            id: 'rest',
            name: '评价',
            part: '测试',
            standard: '见规则',
            points: 90,
            rule: { form: 'manual', entry: '评价', from: 0, to: 90 },
          },
        ],
      },
    )
    const scores = scoresOf(
      scheme,
      ['2020-Q1', '2020-Q2', '2020-Q3'].map((period) => ({ county: 'wusu', period, given: {} })),
      decisions,
    )
    return { scores, wusu: scores.counties[0] }
  }
  const inFourth = { ...about, period: '2020-Q4' }

  it('stays provisional after a decision about one of its items, which waits and says so', () => {
    const { scores, wusu } = county([{ ...inFourth, item: 'rest', value: 80 }])
    expect(wusu?.quarters[3]).toMatchObject({ state: 'missing', items: [] })
    expect(wusu?.gradeWords).toContain('3/4季度，暂定')
    expect(scores.scheme.decisions[0]?.lost).toContain('没有收到材料')
  })

  it('is there once a reviewer says that the report came in, or decides the quarter', () => {
    const sent = county([
      { ...inFourth, value: '是' },
      { ...inFourth, item: 'rest', value: 80 },
    ])
    expect(sent.wusu?.quarters[3]).toMatchObject({ state: 'scored', low: '90', high: '90' })
    expect(sent.scores.scheme.decisions.map(({ lost }) => lost)).toEqual([undefined, undefined])
    expect(county([{ ...inFourth, value: '否' }]).wusu?.quarters[3]?.state).toBe('missing')
    const whole = county([{ about: 'quarter', county: 'wusu', period: '2020-Q4', score: 88 }])
    expect(whole.wusu?.gradeWords).not.toContain('季度，暂定')
  })
})
