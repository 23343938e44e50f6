/** Decisions win visibly, follow their targets, and say where they are wrong or come to nothing. */
import { describe, expect, it } from 'vitest'
import { writeYaml } from '../../../extractors/yaml.ts'
import { applyDecisions } from '../../../rules/scoring/apply-decisions.ts'
import { parseDecisions } from '../../../rules/scoring/decisions.ts'
import { feedOf, type Given, schemeAround, schemeOf, scoresOf } from '../../support/scoring.ts'
import { lexicon } from '../../support/text-document.ts'

const rule = { form: 'target', of: { indicator: 'industrial_sampling_pass_rate' }, op: '>=', value: 91 }
const scheme = schemeAround({ points: 6, rule }, {}, ['wusu', 'tacheng'])
const submitted = [
  { county: 'wusu', period: '2020-Q3', given: { industrial_sampling_pass_rate: 88 } },
  { county: 'tacheng', period: '2020-Q3', given: { industrial_sampling_pass_rate: 88 } },
]
const feed = feedOf(submitted)
const scored = (...decisions: Given[]) => scoresOf(scheme, submitted, decisions)
const itemOf = (scores: ReturnType<typeof scored>, county = 0) => scores.counties[county]?.quarters[2]?.items[0]

describe('a decision', () => {
  it('about a value corrects it, and shows what it was', () => {
    const item = itemOf(scored({ about: 'value', id: feed.values[0]?.id, to: 92 }))
    expect(item).toMatchObject({ state: 'decided', shown: '6.00', decisions: [1], uses: [{ decision: 1, was: '88' }] })
  })
  it('about a value may be a bound or a range, with a unit', () => {
    const corrected = (to: unknown) => itemOf(scored({ about: 'value', id: feed.values[0]?.id, to }))
    expect(corrected('≥91')).toMatchObject({ state: 'decided', shown: '6.00', why: [expect.stringContaining('≥91%')] })
    expect(corrected('90%以上')).toMatchObject({ state: 'open', low: '0', high: '6' })
    expect(corrected('91%—93%')).toMatchObject({ state: 'decided', shown: '6.00' })
    expect(corrected('约91')).toMatchObject({ state: 'open' })
  })
  it('about a value corrects indicator, county and period, and shows what it was taken for', () => {
    const misread = [
      { county: 'wusu', period: '2020-Q3', given: { 'industrial_sampling_pass_rate@2020-Q2': { value: 92, county: '塔城地区' } } },
      { county: 'tacheng', period: '2020-Q3', given: {} },
    ]
    const id = feedOf(misread).values[0]?.id
    const mended = (decision: Given) => itemOf(scoresOf(scheme, misread, [{ about: 'value', id, ...decision }]))
    expect(mended({ county: '乌苏' })).toMatchObject({ state: 'open' })
    expect(mended({ county: '乌苏', period: '2020-Q3' })).toMatchObject({
      shown: '6.00',
      state: 'decided',
      uses: [{ decision: 1, was: '92（塔城地区，2020年第二季度）' }],
    })
    const other = scored({ about: 'value', id: feed.values[0]?.id, indicator: '农产品例行监测合格率' })
    expect(itemOf(other)).toMatchObject({ state: 'open' })
    expect(other.scheme.decisions[0]?.words).toMatch(/^乌苏市2020年第三季度“.*”（原文“.*”）指标改为“农产品质量安全例行监测合格率”$/u)
  })
  it('about a value in another unit is reported and has no effect', () => {
    const other = scored({ about: 'value', id: feed.values[0]?.id, to: '92批次' })
    expect(other.scheme.decisions[0]?.lost).toBe('更正值的单位是“批次”，应为“%”，未采用')
    expect(itemOf(other)).toMatchObject({ state: 'settled', shown: '0.00' })
    expect(scored({ about: 'value', id: feed.values[0]?.id, to: '1000%' }).scheme.decisions[0]?.lost).toBe(
      '更正值应在 0 到 100 之间，未采用',
    )
    expect(scored({ about: 'value', id: feed.values[0]?.id, indicator: '质量工作经费' }).scheme.decisions[0]?.lost).toContain(
      '请同时更正数值',
    )
  })
  it('that a value is not to be used leaves the item open, and is shown with the value', () => {
    const put = { about: 'value', id: feed.values[0]?.id, reject: true }
    const aside = { decision: 1, was: '88', why: '复核决定不采用' }
    expect(itemOf(scored(put))).toMatchObject({
      state: 'open',
      decisions: [1],
      passed: [aside],
      open: [expect.stringContaining('；88%（2020年第三季度，正文）经复核不采用')],
    })
    const other = { periods: ['annual'], indicator: 'industrial_sampling_pass_rate' }
    const elsewhere = scoresOf(schemeAround({ points: 6, rule: { ...rule, of: other } }, {}, ['wusu']), submitted, [put])
    expect(itemOf(elsewhere)?.decisions).toBeUndefined()
  })
  it('that a practice is none leaves it out of what the bulletin is offered, and is lost where the practice is gone', () => {
    const practice = (id: string) => ({
      id,
      file: 'wusu/2020-Q3/报告.docx',
      county: '乌苏市',
      period: '2020-Q3',
      signs: ['推行…二维码'],
      saysNew: false,
      evidence: { quote: '推行二维码监管', start: 0, end: 7, block: 0 },
    })
    const decision = (id: string, number: number) =>
      ({ about: 'practice', id, reject: true, reason: '核实', by: '复核员', on: '2021-01-05', number }) as const
    const { practices, lost } = applyDecisions(
      { ...feed, practices: [practice('p1'), practice('p2')] },
      [decision('p1', 1), decision('p3', 2)],
      lexicon,
    )
    expect(practices?.map(({ id }) => id)).toEqual(['p2'])
    expect(lost).toEqual([{ decision: 2, why: '结果中已没有编号为 p3 的创新做法，未采用' }])
  })
  it('about a document moves all that it states', () => {
    const scores = scored({ about: 'document', id: feed.documents[0]?.id, period: '2020-Q2' })
    expect(scores.counties[0]?.quarters.map(({ state }) => state)).toEqual(['missing', 'scored', 'missing', 'missing'])
    expect(scores.scheme.decisions[0]?.words).toMatch(/^文件“.*”期间改为2020年第二季度$/u)
  })
  it('about a document is named by what its moved values earn', () => {
    const submitted = [{ county: 'wusu', period: '2020-Q2', given: { industrial_sampling_pass_rate: 92 } }]
    const { documents } = feedOf(submitted)
    const scores = scoresOf(scheme, submitted, [{ about: 'document', id: documents[0]?.id, period: '2020-Q3' }])
    expect(itemOf(scores)).toMatchObject({ state: 'decided', decisions: [1], uses: [{ record: 'value', decision: 1 }] })
  })
  it('whose target is gone is reported', () => {
    const { scheme: record } = scored({ about: 'value', id: 'gone', to: 92 })
    expect(record.decisions[0]).toMatchObject({ number: 1, by: '复核员', lost: '结果中已没有编号为 gone 的指标值，未采用' })
  })
  it('about a county that is not assessed is reported', () =>
    expect(scored({ about: 'grade', county: '裕民县', grade: 'A' }).scheme.decisions[0]?.lost).toBe('方案不考核此县市，未采用'))
  it('about the grade is the review’s, with its reason', () =>
    expect(scored({ about: 'grade', county: '乌苏', grade: 'C' }).counties[0]).toMatchObject({
      grade: 'C',
      gradeDecision: 1,
      gradeWords: 'C级（综合评议：现场核实）',
    }))
  it('about the grade leaves only what a veto that nobody answered could make of it', () => {
    const vetoes = [
      { id: 'event', name: '质量安全事件', when: { answer: { entry: '情形' }, is: 'yes' }, grade: 'D' },
      { id: 'mild', name: '一般事件', when: { answer: { entry: '其他情形' }, is: 'yes' }, grade: 'B' },
    ]
    const bands = [{ grade: 'A', from: 90 }, { grade: 'B', from: 80 }, { grade: 'C', from: 60 }, { grade: 'D' }]
    const graded = schemeAround({ points: 6, rule }, { grades: { bands }, vetoes }, ['wusu', 'tacheng'])
    const grade = { about: 'grade', county: 'wusu', grade: 'B' }
    const open = scoresOf(graded, submitted, [grade]).counties[0]
    expect(open).toMatchObject({ grade: 'B', grades: ['B', 'D'], stability: { stable: false, deciding: [] } })
    expect(open?.gradeWords).toBe('B级（综合评议：现场核实；可能为 B、D；否决事项待核：质量安全事件、一般事件）')
    expect(open?.review.every(({ turns, decides }) => turns === 'never' && !decides)).toBe(true)
    const settled = ['event', 'mild'].map((veto) => ({ about: 'veto', county: 'wusu', veto, answer: 'no' }))
    const closed = scoresOf(graded, submitted, [grade, ...settled]).counties[0]
    expect(closed).toMatchObject({ grade: 'B', grades: ['B'], gradeWords: 'B级（综合评议：现场核实）', stability: { stable: true } })
  })
  it('about quarters may leave a score short of the grade that it is shown as: the unrounded one is told', () => {
    const published = [90, 90, 90, 89.9999].map((score, at) => ({ about: 'quarter', county: 'wusu', period: `2020-Q${at + 1}`, score }))
    const graded = schemeAround({ points: 6, rule }, { grades: { bands: [{ grade: 'A', from: 90 }, { grade: 'B' }] } }, ['wusu', 'tacheng'])
    expect(scoresOf(graded, submitted, published).counties[0]).toMatchObject({
      score: { shown: '90.00' },
      grade: 'B',
      gradeWords: expect.stringContaining('未修约得分 89.999985，不到 90 分'),
    })
  })
  it('that a veto’s event befell stands beside the grade', () => {
    const vetoes = [{ id: 'event', name: '质量安全事件', when: { answer: { entry: '情形' }, is: 'yes' }, grade: 'B' }]
    const graded = schemeAround({ points: 6, rule }, { grades: { bands: [{ grade: 'A', from: 0 }, { grade: 'B' }] }, vetoes }, [
      'wusu',
      'tacheng',
    ])
    const county = scoresOf(graded, submitted, [{ about: 'veto', county: 'wusu', veto: 'event', answer: 'yes' }]).counties[0]
    expect(county?.gradeWords).toContain('否决事项发生：质量安全事件')
  })
  it('about the year in which an item does not apply lets the others stand for it', () => {
    const scores = scored({ about: 'item', county: 'wusu', period: '2020-Q3', item: 'tested', applies: false })
    expect(itemOf(scores)).toMatchObject({ state: 'not-applicable' })
    expect(scores.counties[0]?.quarters[2]?.provisional).toBe('100')
  })
})

describe('fairness', () => {
  it('finds nothing where equal values earn equal points', () => expect(scored().scheme.unequal).toEqual([]))
  it('shows with its reason where they do not', () =>
    expect(scored({ about: 'item', county: 'wusu', period: '2020-Q3', item: 'tested', points: 5 }).scheme.unequal).toMatchObject([
      {
        item: 'tested',
        on: 'value',
        read: '88%',
        counties: [
          { county: '乌苏市', low: '5', reason: '人工决定第 1 条' },
          { county: '塔城市', low: '0' },
        ],
      },
    ]))
})

describe('what is entered for an item', () => {
  const entered = (rule: Given, value: unknown, given: Given = {}) =>
    itemOf(
      scoresOf(
        schemeAround({ points: 6, rule }, {}, ['wusu']),
        [{ county: 'wusu', period: '2020-Q3', given }],
        [{ about: 'item', county: '乌苏市', period: '2020-Q3', item: 'tested', value }],
      ),
    )
  const late = { form: 'lateness', of: { document: 'analysis' }, each: 1, unit: 'day' }

  it('is the day on which the report came in, before that of the register', () => {
    expect(entered(late, '2020-10-22', { 'document.analysis': '2020-10-25' })).toMatchObject({
      shown: '4.00',
      decisions: [1],
      why: ['质量状况分析报告：逾期（2020年10月22日收到（复核值），2020年10月20日截止），计 2 天，每天扣 1 分，得 4 分'],
    })
  })

  it('is a judgement in the words that the office reads', () => {
    const rule = { form: 'choice', of: { assessment: 'comparison' }, options: { adequate: 6, thin: 3, absent: 0 } }
    expect(entered(rule, '充分', { 'assessment.comparison': 'thin' })).toMatchObject({
      shown: '6.00',
      state: 'decided',
      passed: [{ words: '对比分析：不足', why: '已由复核值代替' }],
    })
  })

  it('makes the verdict anew where it is one of the criteria that make it', () => {
    const rule = {
      form: 'worst',
      rules: [
        { form: 'choice', of: { assessment: 'comparison' }, options: { adequate: 6, thin: 3, absent: 0 } },
        { form: 'choice', of: { assessment: 'verdict' }, options: { pass: 6, review: 4, weak: 1 } },
      ],
    }
    const scores = (of: string, value: string) =>
      itemOf(
        scoresOf(
          schemeAround({ points: 6, rule }, {}, ['wusu']),
          [{ county: 'wusu', period: '2020-Q3', given: { 'assessment.comparison': 'absent', 'assessment.causes': 'absent' } }],
          [{ about: 'item', county: '乌苏市', period: '2020-Q3', item: 'tested', of, value }],
        ),
      )
    expect(scores('assessment:comparison', '充分')).toMatchObject({ shown: '4.00', state: 'decided', decisions: [1] })
    expect(scores('assessment:comparison', '充分')?.why.join()).toContain('按复核后的各项重新评定')
  })

  it('is read as documents are: with bounds, units and multiples', () => {
    const money = { form: 'target', of: { indicator: 'quality_budget' }, op: '>=', value: 100 }
    expect(entered(money, '120余万元')).toMatchObject({ state: 'decided', shown: '6.00' })
    expect(entered(money, '90余万元')).toMatchObject({ state: 'open', low: '0', high: '6' })
    expect(entered(money, '95万元—99万元')).toMatchObject({ state: 'decided', shown: '0.00' })
  })

  it('may be one part of what a rule reads, the others as they were', () => {
    const parts = ['industrial_sampling_pass_rate', 'agri_routine_monitoring_pass_rate']
    const both = {
      form: 'sum',
      rules: parts.map((indicator) => ({ form: 'limit', most: 3, rule: { form: 'target', of: { indicator }, op: '>=', value: 91 } })),
    }
    const scores = (of: string, value: unknown) =>
      itemOf(
        scoresOf(
          schemeAround({ points: 6, rule: both }, {}, ['wusu']),
          [{ county: 'wusu', period: '2020-Q3', given: { industrial_sampling_pass_rate: 95 } }],
          [{ about: 'item', county: '乌苏市', period: '2020-Q3', item: 'tested', of, value }],
        ),
      )
    expect(scores('agri_routine_monitoring_pass_rate', '≥97%')).toMatchObject({ shown: '6.00', state: 'decided' })
    expect(scores('agri_routine_monitoring_pass_rate', 90)).toMatchObject({ shown: '3.00', state: 'decided' })
    expect(scores('industrial_sampling_pass_rate', 90)).toMatchObject({ low: '0', high: '3', state: 'open' })
  })

  it('counts once: of several decisions about one thing the last, and the others say so', () => {
    const twice = [95, 93].map((value) => ({ about: 'item', county: '乌苏市', period: '2020-Q3', item: 'tested', value }))
    const scores = scored(...twice)
    expect(itemOf(scores)?.why[0]).toContain('93%（复核值）')
    expect(scores.scheme.decisions.map(({ lost }) => lost)).toEqual(['与第 2 条决定的是同一项，以第 2 条为准', undefined])
  })

  it('has the unit of what it stands for', () => expect(entered(rule, 88.7)?.why[0]).toContain('88.7%（复核值）'))
})

describe('a mistake in the decisions is answered with file, line and what is expected', () => {
  const complaint = (decision: Given): string => {
    try {
      parseDecisions(
        { path: '决定.yaml', text: writeYaml({ decisions: [{ reason: '核实', by: '复核员', on: '2021-01-05', ...decision }] }) },
        schemeOf(scheme),
        lexicon,
      )
      return ''
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
  }
  const about = { about: 'item', county: 'wusu', period: '2020-Q3', item: 'tested' }
  it('tells all of them in one round, of the shape and of the content, several of one decision too', () => {
    const signed = { reason: '核实', by: '复核员', on: '2021-01-05' }
    const wrong = [
      { about: 'item', county: '乌鲁市', period: '2020-Q9', item: 'tested', value: 200, ...signed },
      { about: 'veto', county: 'wusu', veto: 'event', answer: 'maybe', ...signed },
      { about: 'grade', county: 'wusu', grade: 'S', ...signed, on: '2021-13-05' },
      { about: 'quarter', county: 'wusu', period: '2020-Q1', score: 120, ...signed },
    ]
    const text = writeYaml({ decisions: wrong })
    let message = ''
    try {
      parseDecisions({ path: '决定.yaml', text }, schemeOf(scheme), lexicon)
    } catch (error) {
      message = error instanceof Error ? error.message : ''
    }
    const told = message.split('\n')
    expect(told.map((line) => /第(\d)项（about: \w+）的 (\w+)：/u.exec(line)?.slice(1).join())).toEqual([
      '1,county',
      '1,period',
      '1,value',
      '2,answer',
      '3,on',
      '4,score',
    ])
    expect(message).toContain('没有“2020-Q9”，是不是“2020-Q1”？应为 2020-Q1、')
  })
  it('holds what a person decides against the range that the rule leaves', () => {
    const manual = schemeAround({ points: 2, rule: { form: 'sum', rules: [{ form: 'manual', entry: '评价', from: 0, to: 2 }] } })
    const decision = {
      about: 'item',
      county: 'wusu',
      period: '2020-Q3',
      item: 'tested',
      value: 7,
      reason: '核实',
      by: '甲',
      on: '2021-01-05',
    }
    expect(() => parseDecisions({ path: '', text: writeYaml({ decisions: [decision] }) }, schemeOf(manual), lexicon)).toThrow(
      '“所测项目”的复核值应为 0 到 2 之间的分数',
    )
  })
  it.each([
    [{ about: 'itme' }, '没有“itme”，是不是“item”？'],
    [{ ...about, value: '915%' }, '复核值应在 0 到 100 之间'],
    [{ ...about, value: -3 }, '复核值应在 0 到 100 之间'],
    [{ ...about, points: 12 }, '复核得分应在 0 到 6 之间'],
    [{ about: 'quarter', county: 'wusu', period: '2020-Q3', score: 101 }, '季度得分应在 0 到 100 之间'],
    [{ ...about, item: 'tset', points: 1 }, '没有“tset”，是不是“tested”？'],
    [{ ...about, county: '乌苏事', points: 1 }, '没有“乌苏事”'],
    [{ ...about, period: '2020-Q5', points: 1 }, '没有“2020-Q5”，是不是“2020-Q1”？'],
    [{ ...about, points: 1, value: 2 }, 'value、points、applies 应写且只写一项'],
    [{ ...about, points: 1, reason: '' }, '不能为空'],
    [{ ...about, pionts: 1 }, '没有“pionts”，是不是“points”？'],
    [{ ...about, value: '合格' }, '“所测项目”的复核值应为数字，如 92.5'],
    [{ ...about, value: '92批次' }, '“所测项目”的复核值的单位是“批次”，应为“%”'],
    [{ ...about, value: '91或92' }, '“所测项目”的复核值应为数字'],
    [{ about: 'value', id: 'a', to: '很高' }, '更正值应为数字，如 92.5'],
    [
      { about: 'value', id: 'a', indicator: '工业产品质量监督抽查合格力' },
      '没有“工业产品质量监督抽查合格力”，是不是“工业产品质量监督抽查合格率”？',
    ],
    [{ about: 'value', id: 'a', to: 91, reject: true }, '应写 to'],
    [{ about: 'value', id: 'a', period: '三季度' }, '期间写作 2020'],
    [{ about: 'value', id: 'a', county: '乌苏事' }, '没有“乌苏事”'],
    [{ about: 'grade', county: 'wusu', grade: 'E' }, '没有“E”'],
  ])('%j', (decision, words) => expect(complaint(decision)).toMatch(new RegExp(`^决定\\.yaml 第\\d+行.*${words}`, 'u')))
})
