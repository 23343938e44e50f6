/** What an item says of itself: what its points rest on and what was passed over, so that a county can reckon them itself. */
import { describe, expect, it } from 'vitest'
import type { ScoredItem } from '../../../rules/scoring/score.ts'
import { feedOf, type Given, schemeAround, scoresOf, scoresOfFeed } from '../../support/scoring.ts'

const tested = (item: Given, given: Given, decisions: readonly unknown[] = []): ScoredItem | undefined =>
  scoresOf(
    schemeAround(item, { settings: { bonus: 'before' } }),
    [{ county: 'wusu', period: '2020-Q3', given }],
    decisions,
  ).counties[0]?.quarters[2]?.items.find(({ item: id }) => id === 'tested')

describe('a bonus for honours', () => {
  const rule = { form: 'awards', levels: { national: 1, provincial: 0.5 }, statuses: ['obtained'], years: [2020, null], most: 2 }
  const item = { kind: 'bonus', points: 2, rule }
  const achievements = [
    { title: '地区“红花杯”', holder: '某楼', level: 'provincial', status: 'applied' },
    { title: '国家AAA级旅游景区', holder: '某景区', level: 'provincial' },
    { title: '劳动模范', holder: '某人', level: 'county' },
    { title: '绿色工厂', holder: '甲公司', level: 'national', year: 2020 },
    { title: '绿色工厂', holder: '甲公司', level: 'national', year: 2020 },
    { title: '守信企业', holder: '乙公司', level: 'national', year: 2018 },
  ]

  it('says level and points of each, and that the level is who gives it', () => {
    expect(tested(item, { achievements })).toMatchObject({
      shown: '1.50',
      why: [
        '计分成果 2 项（级别按评定机关定，不按名称中的字样）：某景区 国家AAA级旅游景区（自治区级，0.5 分）；甲公司 绿色工厂（国家级，1 分），得 1.5 分',
      ],
    })
  })

  it('rests on what counted; the others are passed over, each with its reason', () => {
    const found = tested(item, { achievements })
    expect(found?.uses?.map(({ words }) => words)).toEqual(['某景区 国家AAA级旅游景区', '甲公司 绿色工厂'])
    expect(found?.passed?.map(({ words, why }) => `${words}：${why}`)).toEqual([
      '某楼 地区“红花杯”：已申报，不计分',
      '某人 劳动模范：县级，不计分',
      '甲公司 绿色工厂：同一成果已计一次',
      '乙公司 守信企业：2018年的，不计分',
    ])
  })

  it('without a year it is neither counted nor refused where the scheme names years alone, until a reviewer tells the year', () => {
    const dated = { ...item, rule: { ...rule, years: [2020] } }
    const given = { achievements: [...achievements.slice(3, 4), { title: '守信企业', holder: '丙公司', level: 'provincial', year: null }] }
    expect(tested(dated, given)).toMatchObject({
      state: 'open',
      low: '1',
      high: '1.5',
      open: [expect.stringContaining('没有写明哪一年获得，待核：丙公司 守信企业')],
    })
    const id = tested(dated, given)?.passed?.[0]?.id
    const decide = (year: number) => [{ about: 'achievement', id, year, reason: '证书', by: '甲', on: '2021-01-05' }]
    expect(tested(dated, given, decide(2020))).toMatchObject({ shown: '1.50', low: '1.5', high: '1.5' })
    expect(tested(dated, given, decide(2019))).toMatchObject({ shown: '1.00', low: '1', high: '1' })
  })

  it('says what counts already where a file that could not be read leaves it open', () => {
    const found = tested(item, { achievements: achievements.slice(0, 2), 'document.plan': 'rejected' })
    expect(found).toMatchObject({ state: 'open', low: '0.5', high: '2', open: [expect.stringContaining('有文件未能读取')] })
    expect(found?.why[0]).toContain('计分成果 1 项（级别按评定机关定，不按名称中的字样）：某景区 国家AAA级旅游景区（自治区级，0.5 分）')
  })

  it('says where the limit cuts what they add up to, and what each of one commendation earns', () => {
    const many = ['甲', '乙', '丙'].map((holder) => ({ title: '绿色工厂', holder, level: 'national', quote: '同一份表彰通报的原文' }))
    expect(tested(item, { achievements: many })?.why[0]).toContain('；合计 3 分，最多计 2 分，得 2 分')
    const halved = tested({ ...item, rule: { ...rule, sameDocument: 50 } }, { achievements: many.slice(1) })
    expect(halved?.why[0]).toContain('乙 绿色工厂（国家级，1 分）；丙 绿色工厂（国家级，0.5 分）')
  })
})

describe('what is counted', () => {
  it('bears its unit', () => {
    const rule = { form: 'count', of: { checks: { severity: 'error' } }, each: -0.5, start: 0 }
    expect(tested({ kind: 'penalty', points: 2, rule }, { errors: 2 })?.why).toEqual([
      '核对发现 2 处（对不上；对不上），每处扣 0.5 分，扣 1 分',
    ])
    expect(tested({ kind: 'penalty', points: 2, rule }, {})?.why).toEqual(['核对发现 0 处，每处扣 0.5 分，不扣分'])
  })
})

describe('an item that does not apply', () => {
  const rule = { form: 'boolean', of: { fact: 'quality_training' } }
  const applies = { about: 'item', county: 'wusu', period: '2020-Q3', item: 'tested', applies: false }
  it.each([
    [{}, '不涉及：现场核实（本项不计，其余各项按比例折算为满分）'],
    [{ notApplicable: { counts: 'full' } }, '不涉及：现场核实（按满分计）'],
    [{ notApplicable: { counts: 'zero' } }, '不涉及：现场核实（按0分计）'],
    [{ kind: 'bonus' }, '不涉及：现场核实（不计分）'],
  ])('says what it counts for: %j', (more, words) => {
    expect(tested({ points: 5, rule, ...more }, {}, [applies])?.why).toEqual([words])
  })

  it('is among the settings in force', () => {
    const { scheme } = scoresOf(schemeAround({ points: 5, rule }), [])
    expect(scheme.settings.join('\n')).toContain('不涉及的项目：方案没有写明怎样计的，该项不计')
  })
})

describe('several reports of one period', () => {
  const item = { points: 3, rule: { form: 'lateness', of: { document: 'analysis' }, late: 0 } }
  const feed = feedOf([{ county: 'wusu', period: '2020-Q3', given: { 'document.analysis': '2020-10-19' } }])
  const [first] = feed.documents
  if (first === undefined) throw new Error('no document')
  const later = { ...first, id: 'later', file: 'wusu/2020-Q3/补报.docx', receivedAt: '2020-10-25' }
  const { scheme, counties } = scoresOfFeed(schemeAround(item), { ...feed, documents: [later, first] })
  const found = counties[0]?.quarters[2]?.items.find(({ item: id }) => id === 'tested')

  it('are in time by the earliest, which is said', () => {
    expect(found).toMatchObject({ shown: '3.00', uses: [{ file: first.file }] })
    expect(found?.why[0]).toContain('2020年10月19日收到（本期收到 2 份，以最早收到的一份为准）')
    expect(scheme.settings.join('\n')).toContain('是否按时以最早收到的一份为准')
  })
  it('are named, each', () =>
    expect(found?.passed).toMatchObject([{ id: 'later', file: later.file, why: '同期另一份，是否按时以最早收到的一份为准' }]))
})
