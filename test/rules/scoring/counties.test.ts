/** Three whole counties over four quarters, computed by hand: vetoes, a missing quarter, overrides, caps, penalties, and scores at a boundary. */
import { describe, expect, it } from 'vitest'
import type { CountyScore } from '../../../rules/scoring/score.ts'
import { type Given, type Submitted, schemeAround, scoresOf } from '../../support/scoring.ts'

const item = (id: string, points: number, rule: unknown, more: Given = {}) => ({
  id,
  name: id,
  part: '部分',
  standard: '标准',
  points,
  rule,
  ...more,
})
const scheme = (more: Given = {}): Given => ({
  year: 2020,
  office: '办公室',
  counties: ['wusu', 'tacheng', 'shawan'],
  submissions: [],
  targets: {},
  quarters: [
    { quarter: 'Q1', weight: 10 },
    { quarter: 'Q2', weight: 35 },
    { quarter: 'Q3', weight: 40 },
    { quarter: 'Q4', weight: 15 },
  ],
  grades: { bands: [{ grade: 'A', from: 90 }, { grade: 'B', from: 80 }, { grade: 'C', from: 60 }, { grade: 'D' }] },
  vetoes: [
    {
      id: 'event',
      name: '质量安全事件',
      when: { indicator: { indicator: 'regional_systemic_quality_event' }, op: '>=', value: 1 },
      grade: 'D',
    },
  ],
  items: [
    item('sampling', 40, {
      form: 'linear',
      of: { indicator: 'industrial_sampling_pass_rate' },
      against: 91,
      below: { per: 1, points: -2 },
    }),
    item('inspection', 30, {
      form: 'bands',
      of: { indicator: 'special_equipment_inspection_rate' },
      bands: [
        { from: 100, points: 30 },
        { from: 95, below: 100, points: 20 },
      ],
      else: 10,
    }),
    item(
      'report',
      20,
      { form: 'choice', of: { assessment: 'verdict' }, options: { pass: 20, review: 15, weak: 5 } },
      { advice: '请补充对比分析' },
    ),
    item('meeting', 10, { form: 'boolean', of: { fact: 'quality_meeting_held' } }),
    item('awards', 3, { form: 'awards', levels: { provincial: 1 } }, { kind: 'bonus', in: 'year' }),
    item('errors', 3, { form: 'count', of: { checks: { severity: 'error' } }, each: -1, start: 0 }, { kind: 'penalty' }),
  ],
  ...more,
})

const quarter = (
  county: string,
  number: number,
  sampling: number,
  inspection: number,
  verdict: string,
  meeting: string,
  more: Given = {},
): Submitted => ({
  county,
  period: `2020-Q${number}`,
  given: {
    industrial_sampling_pass_rate: sampling,
    special_equipment_inspection_rate: inspection,
    'assessment.verdict': verdict,
    'fact.quality_meeting_held': meeting,
    ...more,
  },
})

const award = (title: string) => ({ title, level: 'provincial' })
const submitted: readonly Submitted[] = [
  quarter('wusu', 1, 90, 100, 'pass', 'yes'),
  quarter('wusu', 2, 88.5, 96, 'review', 'yes'),
  quarter('wusu', 3, 91.2, 100, 'pass', 'yes', { errors: 2 }),
  quarter('wusu', 4, 85, 94, 'weak', 'no', {
    'regional_systemic_quality_event@2020': 0,
    achievements: ['甲', '乙', '丙', '丁'].map(award),
  }),
  quarter('tacheng', 2, 95, 100, 'pass', 'yes'),
  quarter('tacheng', 3, 80, 97, 'pass', 'yes'),
  quarter('tacheng', 4, 70, 70, 'weak', 'no'),
  quarter('shawan', 1, 92, 100, 'pass', 'yes'),
  quarter('shawan', 2, 92, 100, 'pass', 'yes', { regional_systemic_quality_event: 1 }),
  quarter('shawan', 3, 92, 100, 'pass', 'yes', { achievements: [award('甲')] }),
  quarter('shawan', 4, 92, 100, 'pass', 'yes'),
]
const decisions = [
  { about: 'item', county: '塔城市', period: '2020-Q3', item: 'sampling', value: 90 },
  { about: 'item', county: 'tacheng', period: '2020-Q3', item: 'inspection', points: 25 },
  { about: 'quarter', county: 'tacheng', period: '2020-Q4', score: 89.96 },
]
const scores = scoresOf(scheme(), submitted, decisions)
const county = (name: string, of = scores): CountyScore => of.counties.find((each) => each.county === name) as CountyScore
const quarters = (name: string): string[] => county(name).quarters.map(({ provisional }) => provisional)

describe('a county with four quarters', () => {
  // Q1 38+30+20+10; Q2 35+20+15+10; Q3 40+30+20+10 less 2 errors; Q4 28+10+5+0
  it('scores each quarter out of a hundred, penalties taken off', () => expect(quarters('乌苏市')).toEqual(['98', '80', '98', '43']))
  // 9.8 + 28 + 39.2 + 6.45 = 83.45, and three of four awards' points
  it('weighs the quarters, adds the bonus up to its limit and grades the sum', () => {
    expect(county('乌苏市')).toMatchObject({
      score: { low: '86.45', high: '86.45', shown: '86.45' },
      grade: 'B',
      grades: ['B'],
      provisional: false,
    })
    expect(county('乌苏市').quarters.map(({ running }) => running.provisional)).toEqual(['9.8', '37.8', '77', '83.45'])
  })
  it('is excluded from the veto by evidence for the whole year', () => expect(county('乌苏市').vetoes[0]?.answer).toBe('no'))
  it('says why points were lost, on what evidence, and what to mend', () => {
    const report = county('乌苏市').quarters[1]?.items.find(({ item: id }) => id === 'report')
    expect(report).toMatchObject({
      provisional: '15',
      why: ['分析质量：待复核，得 15 分'],
      advice: '请补充对比分析',
      uses: [{ record: 'assessment' }],
    })
    expect(county('乌苏市').quarters[0]?.items[0]?.why).toEqual([
      expect.stringMatching(
        /^工业产品质量监督抽查合格率 90%（2020年第一季度，正文），比 91% 低 1 个百分点（.*每低 1 个百分点扣 .*），得 .* 分$/u,
      ),
    ])
  })
})

describe('a county with a missing quarter and decisions', () => {
  // Q2 100; Q3 38 (90 entered) + 25 (points given) + 20 + 10; Q4 as published
  it('takes what people decided, and says what the machine found', () => {
    expect(quarters('塔城市')).toEqual(['0', '100', '93', '89.96'])
    const [sampling, inspection] = county('塔城市').quarters[2]?.items ?? []
    expect(sampling).toMatchObject({
      state: 'decided',
      provisional: '38',
      decisions: [1],
      passed: [{ words: '80%（2020年第三季度，正文）', why: '已由复核值代替' }],
    })
    expect(inspection).toMatchObject({ state: 'decided', provisional: '25', decisions: [2], found: { low: '20', high: '20' } })
    expect(county('塔城市').quarters[3]).toMatchObject({ state: 'decided', decision: 3 })
  })
  // 35 + 37.2 + 13.494, and the missing quarter's ten
  it('shows what is there and what the missing quarter leaves possible, and gives no grade', () => {
    expect(county('塔城市')).toMatchObject({
      score: { low: '85.694', high: '95.694', shown: '85.69' },
      quartersScored: 3,
      quartersAsked: 4,
      grade: null,
      grades: ['A', 'B', 'D'],
    })
    expect(county('塔城市').gradeWords).toContain('3/4季度，暂定')
    expect(county('塔城市').stability).toMatchObject({
      stable: false,
      words: '缺报的2020年第一季度、否决事项“质量安全事件”未定，等级不能断定',
    })
  })
  it('leaves the veto unknown, and says what months nobody speaks of', () =>
    expect(county('塔城市').vetoes[0]).toMatchObject({ answer: 'unknown', words: '没有材料说明是否发生：全年均未提及' }))
  it('counts the missing quarter as nought, or the others for the whole, where the scheme says so', () => {
    const nought = scoresOf(scheme({ settings: { missingQuarter: 'zero' } }), submitted, decisions)
    expect(county('塔城市', nought)).toMatchObject({ score: { low: '85.694', high: '85.694' }, grade: 'B' })
    const reweighted = scoresOf(scheme({ settings: { missingQuarter: 'reweight' } }), submitted, decisions)
    expect(county('塔城市', reweighted).score.provisional).toBe('95.215555555555555556')
  })
})

describe('a county with a quality-safety event', () => {
  it('is D whatever its score, which the cap keeps at a hundred', () => {
    expect(quarters('沙湾县')).toEqual(['100', '100', '100', '100'])
    expect(county('沙湾县')).toMatchObject({ score: { provisional: '100' }, grade: 'D', grades: ['D'], place: { place: 1 } })
  })
  it('goes beyond a hundred where no cap is set', () => {
    const open = scoresOf(scheme({ settings: { caps: { annual: null } } }), submitted, decisions)
    expect(county('沙湾县', open).score.provisional).toBe('101')
  })
  it('takes an event that the same year denies for unknown', () => {
    const denied = scoresOf(
      scheme(),
      [...submitted, { county: 'shawan', period: '2020', given: { silent: true, regional_systemic_quality_event: 0 } }],
      decisions,
    )
    expect(county('沙湾县', denied).vetoes[0]).toMatchObject({ answer: 'unknown', words: '材料说法不一，须核实' })
  })
})

describe('scores at a boundary', () => {
  const published = (name: string, all: readonly number[]) =>
    all.map((score, index) => ({ about: 'quarter', county: name, period: `2020-Q${index + 1}`, score }))
  const near = scoresOf(
    scheme({ vetoes: [] }),
    [],
    [
      ...published('wusu', [90, 90, 90, 89.9]),
      ...published('tacheng', [89.9999, 89.9999, 89.9999, 89.9999]),
      ...published('shawan', [90, 90, 90, 90]),
    ],
  )
  it('are graded unrounded and rounded once for show', () => {
    expect(near.counties.map(({ score, grade }) => [score.provisional, score.shown, grade])).toEqual([
      ['89.985', '89.99', 'B'],
      ['89.9999', '90.00', 'B'],
      ['90', '90.00', 'A'],
    ])
  })
  it('are pointed out, with the unrounded score where the shown one would reach the boundary', () => {
    expect(near.counties[0]?.warnings).toEqual(['得分 89.99 距等级分界 90 分不超过 0.5 分，请逐项复核'])
    expect(near.counties[1]?.warnings).toEqual(['得分 90.00（未修约得分 89.9999，不到 90 分）距等级分界 90 分不超过 0.5 分，请逐项复核'])
  })
  it('are pointed out at the very distance, in words that are true there', () => {
    const at = (score: number) =>
      scoresOf(scheme({ vetoes: [] }), [], published('wusu', [score, score, score, score])).counties[0]?.warnings
    expect(at(80.5)).toEqual(['得分 80.50 距等级分界 80 分不超过 0.5 分，请逐项复核'])
    expect(at(80.51)).toEqual([])
  })
  it('round to even where the scheme says so', () => {
    const even = scoresOf(scheme({ settings: { rounding: { mode: 'half-even' } } }), [], published('wusu', [90, 90, 90, 89.9]))
    expect(even.counties[0]?.score.shown).toBe('89.98')
  })
  it('share a place where they are equal, unless a quarter decides', () => {
    const equal = [
      ...published('wusu', [80, 90, 90, 90]),
      ...published('tacheng', [90, 90, 87.5, 90]),
      ...published('shawan', [70, 70, 70, 70]),
    ]
    const places = (settings: Given) => scoresOf(scheme({ settings, vetoes: [] }), [], equal).counties.map(({ place }) => place.place)
    expect(places({})).toEqual([1, 1, 3])
    expect(places({ ties: { method: 'dense' } })).toEqual([1, 1, 2])
    expect(places({ ties: { breakBy: ['Q3'] } })).toEqual([1, 2, 3])
  })
})

describe('one honour that two documents tell', () => {
  const told = (first: string, second: string, holders: readonly string[] = ['乌苏市', '乌苏市']) =>
    scoresOf(
      schemeAround({ points: 3, in: 'year', kind: 'bonus', rule: { form: 'awards', levels: { provincial: 1 } } }, {}, ['wusu']),
      [first, second].map((title, index) => ({
        county: 'wusu',
        period: ['2020-Q4', '2020'][index] ?? '',
        given: { achievements: [{ title, level: 'provincial', holder: holders[index] }] },
      })),
    ).counties[0]?.yearly[0]?.shown
  it('counts once, however many of its words each says', () => {
    expect(told('“天山杯”水资源管理奖', '自治区农田水利基本建设“天山杯”竞赛评比水资源管理奖')).toBe('1.00')
    expect(told('自治区绿色工厂', '自治区绿色工厂')).toBe('1.00')
  })
  it('counts once by the short and the full name of a firm, and however its level is written', () => {
    expect(told('国家级绿色工厂', '国家级绿色工厂', ['凯赛生物', '凯赛（乌苏）生物材料有限公司'])).toBe('1.00')
    expect(told('国家AAA级旅游景区', '国家3A级旅游景区')).toBe('1.00')
  })
  it('is two where what tells them apart is no mere word, or the holders differ', () => {
    expect(told('国家AAA级旅游景区', '国家AAAA级旅游景区')).toBe('2.00')
    expect(told('自治区绿色工厂', '自治区绿色工厂', ['甲公司', '乙公司'])).toBe('2.00')
  })
})

describe('honours of one document that may be one', () => {
  const rule = { form: 'awards', levels: { provincial: 1, national: 2 } }
  const item = (...given: readonly Given[]) =>
    scoresOf(schemeAround({ points: 5, in: 'year', kind: 'bonus', rule }, {}, ['wusu']), [
      { county: 'wusu', period: '2020', given: { achievements: given } },
    ]).counties[0]?.yearly[0]
  it('are looked at by a person, and count once until then', () =>
    expect(
      item({ title: '国家级绿色工厂', holder: '凯赛生物' }, { title: '国家级绿色工厂', holder: '凯赛（乌苏）生物材料有限公司' }),
    ).toMatchObject({
      state: 'open',
      low: '1',
      high: '2',
      shown: '1.00',
      open: ['可能重复，请核：凯赛生物 国家级绿色工厂 与 凯赛（乌苏）生物材料有限公司 国家级绿色工厂'],
    }))
  it('count as the dearer, where their levels differ', () =>
    expect(item({ title: '绿色工厂', holder: '甲公司', level: 'national' }, { title: '自治区绿色工厂', holder: '甲公司' })).toMatchObject({
      low: '2',
      high: '3',
    }))
  it('count once without a doubt where only the level is written otherwise', () =>
    expect(item({ title: '国家AAA级旅游景区' }, { title: '国家3A级旅游景区' })).toMatchObject({ state: 'settled', shown: '1.00' }))
  it('are two of different years, and where the limit is reached either way nothing is open', () => {
    const short = { title: '绿色工厂', holder: '甲公司', year: 2019 }
    expect(item(short, { ...short, title: '自治区绿色工厂', year: 2020 })).toMatchObject({ state: 'settled', shown: '2.00' })
    const many = ['乙', '丙', '丁', '戊', '己'].map((holder) => ({ title: '绿色工厂', holder }))
    expect(item(...many, { title: '自治区绿色工厂', holder: '乙' })).toMatchObject({ state: 'settled', shown: '5.00' })
  })
})

describe('an indicator of which less is better', () => {
  const LOANS = 'guarantee_compensation_rate'
  const shown = (rule: Given, ...rates: readonly number[]) => {
    const ids = ['wusu', 'tacheng', 'shawan']
    const submitted = rates.map((rate, index) => ({ county: ids[index] ?? '', period: '2020-Q3', given: { [LOANS]: rate } }))
    const scores = scoresOf(schemeAround({ points: 10, rule: { of: { indicator: LOANS }, ...rule } }, {}, ids), submitted)
    return scores.counties.map(({ quarters }) => quarters[2]?.items[0]?.shown)
  }
  it('is ranked, held against its target and spread from its best without being told so', () => {
    expect(shown({ form: 'rank', step: 50 }, 16, 4, 0)).toEqual(['0.00', '5.00', '10.00'])
    expect(shown({ form: 'proportional', target: 8 }, 16, 4, 0)).toEqual(['5.00', '10.00', '10.00'])
    expect(shown({ form: 'min-max', base: 60, span: 40 }, 16, 4, 0)).toEqual(['6.00', '9.00', '10.00'])
  })
  it('is taken as the scheme says where it says so', () => {
    expect(shown({ form: 'rank', step: 50, direction: 'higher' }, 16, 4, 0)).toEqual(['10.00', '5.00', '0.00'])
    expect(shown({ form: 'min-max', base: 60, span: 40, direction: 'higher' }, 16, 4, 0)).toEqual(['10.00', '7.00', '6.00'])
  })
})

describe('an honour of unknown level', () => {
  it('leaves the item open between what the others earn and what it could', () => {
    const scores = scoresOf(
      schemeAround({ points: 3, in: 'year', kind: 'bonus', rule: { form: 'awards', levels: { national: 2, provincial: 1 } } }, {}, [
        'wusu',
      ]),
      [
        {
          county: 'wusu',
          period: '2020',
          given: {
            achievements: [
              { title: '自治区绿色工厂', level: 'provincial', holder: '甲公司' },
              { title: '先进集体', level: 'unknown', holder: '乙局' },
            ],
          },
        },
      ],
    )
    expect(scores.counties[0]?.yearly[0]).toMatchObject({ state: 'open', low: '1', high: '3', open: ['级别不明：乙局 先进集体'] })
  })

  it('is settled where another document gives its level', () => {
    const told = (level: string) => ({ achievements: [{ title: '自治区绿色工厂', level, holder: '甲公司' }] })
    const scores = scoresOf(
      schemeAround({ points: 3, in: 'year', kind: 'bonus', rule: { form: 'awards', levels: { national: 2, provincial: 1 } } }, {}, [
        'wusu',
      ]),
      [
        { county: 'wusu', period: '2020-Q4', given: told('unknown') },
        { county: 'wusu', period: '2020', given: told('provincial') },
      ],
    )
    expect(scores.counties[0]?.yearly[0]).toMatchObject({ state: 'settled', shown: '1.00' })
  })
})
