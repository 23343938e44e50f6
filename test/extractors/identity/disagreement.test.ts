import { describe, expect, it } from 'vitest'
import { identityOf, textDocument } from '../../support/text-document.ts'

const identify = (file: string, ...lines: string[]) => identityOf(textDocument(lines.join('\n'), file))
const codes = (identity: ReturnType<typeof identify>) => identity.notices.map(({ code }) => code)
const OWN = '我市工业产品监督抽查合格率95.2%，食品抽检合格率98.1%。我市药品抽检合格率99%。'
const TITLE = '乌苏市2020年第三季度质量状况分析报告'

describe('head, signature and text weighed against the title', () => {
  it('a head of another county and period is named, and what was taken', () => {
    const { county, period, notices } = identify(
      '报告.txt',
      TITLE,
      '托里县质量强县工作领导小组办公室',
      '（2020年第二季度）',
      '一、总体情况',
      OWN,
    )
    expect({ county, period }).toEqual({ county: '乌苏市', period: '2020-Q3' })
    expect(notices.map(({ message }) => message)).toEqual([
      expect.stringMatching(/标题为“乌苏市”，抬头为“托里县”；按标题取“乌苏市”（.*优先/u),
      expect.stringMatching(/标题为“2020-Q3”，抬头为“2020-Q2”；按标题取“2020-Q3”/u),
    ])
  })
  it('so is a signature', () =>
    expect(codes(identify('报告.txt', TITLE, '一、总体情况', OWN, '托里县市场监督管理局', '2020年10月12日'))).toEqual([
      'W_COUNTY_DISAGREES',
    ]))
  it('and a text whose figures are all another county’s', () =>
    expect(
      codes(
        identify(
          '乌苏市/报告.txt',
          '2020年第三季度质量状况分析报告',
          '一、总体情况',
          '托里县工业产品合格率95.2%，托里县食品合格率98.1%。托里县药品合格率99%。',
        ),
      ),
    ).toEqual(['W_COUNTY_DISAGREES']))
  it('and a text that begins with another period and never names the one taken', () =>
    expect(codes(identify('报告.txt', TITLE, '一、总体情况', `2020年第二季度，${OWN}`))).toEqual(['W_PERIOD_DISAGREES']))
  it('the head decides where title and path name nothing', () =>
    expect(identify('报告.txt', '质量状况分析报告', '乌苏市质量强市办', '（2020年第三季度）', '一、总体情况', OWN)).toMatchObject({
      county: '乌苏市',
      period: '2020-Q3',
      notices: [],
    }))
  it('a report dated before its period was half over, or a year after it, is pointed out', () => {
    expect(codes(identify('报告.txt', TITLE, '一、总体情况', OWN, '乌苏市质量强市办', '2020年7月10日'))).toEqual(['W_PERIOD_DISAGREES'])
    expect(codes(identify('报告.txt', TITLE, '一、总体情况', OWN, '乌苏市质量强市办', '2021年10月10日'))).toEqual(['W_PERIOD_DISAGREES'])
  })

  describe('is silent', () => {
    const silent: readonly (readonly [string, readonly string[]])[] = [
      ['where others are compared with', [`${OWN}比托里县高2.1个百分点，比塔城市高1.2个百分点。托里县的做法值得学习，赴托里县考察3次。`]],
      [
        'where other periods are compared with',
        ['与2020年第二季度相比，全市合格率提高1.2个百分点。2019年第三季度，全市合格率94%。2020年第三季度全市合格率95.2%。'],
      ],
      ['where the text says 本季度 of itself', [`2020年第二季度，合格率94%。本季度，${OWN}`]],
      ['where the text ends with another county in a sentence', [OWN, '下一步，赴托里县学习。']],
      ['where it is dated in the month it ends with, or soon after', [OWN, '乌苏市市场监督管理局', '2020年9月25日']],
      ['where it is dated in the new year', [OWN, '乌苏市市场监督管理局', '2021年1月5日']],
      ['where a plan of the next year follows', [OWN, '二、下一步打算', '2021年，全市合格率力争达到96%。']],
    ]
    for (const [name, lines] of silent)
      it(name, () => expect(identify('2020/乌苏市/报告.txt', TITLE, '一、总体情况', ...lines).notices).toEqual([]))
    it('where a plan is dated at the beginning of its year', () =>
      expect(
        identify('报告.txt', '乌苏市2020年质量工作要点', '一、工作目标', '合格率达到95%。', '乌苏市市场监管局', '2020年2月6日').notices,
      ).toEqual([]))
  })
})

describe('the period', () => {
  const cases: readonly (readonly [string, readonly string[], string | null])[] = [
    ['的标题简写为2020三季度', ['和丰县2020三季度质量分析', '合格率95%。'], '2020-Q3'],
    ['的标题简写为2020Q3', ['和布克赛尔2020Q3质量分析', '合格率95%。'], '2020-Q3'],
    ['的年份只在2020.10.12里', ['额敏县三季度质量状况分析报告', '今年三季度，我县合格率95%。', '2020.10.12'], '2020-Q3'],
    ['的年份只在次年一月的日期里', ['额敏县四季度质量状况分析报告', '四季度，我县合格率95%。', '2021年1月12日'], '2020-Q4'],
    ['的日期用汉字写', ['额敏县四季度质量状况分析报告', '四季度，我县合格率95%。', '二○二一年一月十二日'], '2020-Q4'],
    [
      '不是写材料的日期',
      ['质量状况分析报告', '和丰县质量强县办 2020年10月12日', '一、总体情况', '前三季度我县合格率95%。'],
      '2020-01/2020-09',
    ],
    ['是总结的那一年，不是打算的那一年', ['额敏县质量工作总结和2021年工作打算', '一、2020年工作', '合格率95%。'], '2020'],
    ['是打算的前一年，如果总结没有写年份', ['沙湾县质量工作总结及2021年工作计划', '合格率95%。'], '2020'],
  ]
  for (const [name, lines, period] of cases) it(name, () => expect(identify('报告.txt', ...lines).period).toBe(period))

  it('沙湾县 is a county still in the summary that plans 2021', () =>
    expect(identify('报告.txt', '沙湾县质量工作总结及2021年工作计划', '合格率95%。').county).toBe('沙湾县'))
  it('a bare year in a file’s name counts, the number of a standard or of a paper does not', () => {
    expect(codes(identify('2020总结.txt', '塔城市2019年度质量工作总结', '正文。'))).toEqual(['W_PERIOD_DISAGREES'])
    expect(codes(identify('GB2760-2014.txt', '塔城市2019年度质量工作总结', '正文。'))).toEqual([])
    expect(codes(identify('塔市政发〔2020〕5号.txt', '塔城市2019年度质量工作总结', '正文。'))).toEqual([])
  })
})

describe('what nothing tells is said', () => {
  const body = '1—9月，乌苏合格率95.2%，塔城市为94%，托里县为93%。'
  it('no county, where the text only compares several', () => {
    const identity = identify('报告.txt', '2020年质量状况分析报告', '一、总体情况', body)
    expect(identity).toMatchObject({ county: null })
    expect(codes(identity)).toEqual(['W_COUNTY_UNKNOWN'])
  })
  it('a quarter without a year, and how to name the file', () => {
    const identity = identify('报告.txt', '乌苏市第三季度质量状况分析报告', '合格率95%。')
    expect(identity.period).toBeNull()
    expect(identity.notices).toEqual([{ code: 'W_PERIOD_UNKNOWN', message: expect.stringMatching(/“第三季度”.*哪一年.*文件名/u) }])
  })
  it('a year that is only the date’s', () =>
    expect(codes(identify('报告.txt', '裕民县质量工作情况汇报', '今年以来，合格率95%。', '2020年10月15日'))).toEqual(['W_PERIOD_UNKNOWN']))
  it('no kind', () =>
    expect(codes(identify('报告.txt', '裕民县2020年上半年质量工作情况的报告', '合格率95%。'))).toEqual(['W_KIND_UNKNOWN']))
  it('but not of what is given for comparison', () =>
    expect(codes(identify('superior:意见.txt', '关于质量提升行动的意见', '合格率95%。'))).toEqual([]))
})

describe('a title that names several counties', () => {
  const body = '工业产品监督抽查合格率95.2%，同比提高1.1个百分点。塔城市食品抽检合格率98%，塔城市药品合格率99%。'
  for (const joined of ['塔城市、额敏县', '塔城市和额敏县', '塔城额敏两县市', '塔城市（额敏县）'])
    it(`side by side (${joined}) is nobody’s alone, whatever the text names most, and a notice says so`, () => {
      const identity = identify('报告.txt', `${joined}2020年第三季度质量状况分析报告`, '一、总体情况', body, '塔城市市场监督管理局')
      expect(identity).toMatchObject({ county: null, countyId: null, period: '2020-Q3' })
      expect(identity.notices).toEqual([
        { code: 'W_COUNTY_UNKNOWN', message: expect.stringMatching(/标题并列写了“塔城市”“额敏县”.*没有归到任何县（市）/u) },
      ])
    })
  it('is of the one whose folder it lies in, and a notice says so', () => {
    const identity = identify('额敏县/报告.txt', '塔城市、额敏县2020年第三季度质量状况分析报告', '一、总体情况', body)
    expect(identity.county).toBe('额敏县')
    expect(identity.notices.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/并列写了“塔城市”“额敏县”.*按文件夹取“额敏县”/u),
    )
  })
  it('not side by side is of the first, and a notice says so', () => {
    const identity = identify('报告.txt', '乌苏市对标托里县2020年第三季度质量状况分析报告', '一、总体情况', OWN)
    expect(identity.county).toBe('乌苏市')
    expect(identity.notices).toEqual([
      {
        code: 'W_COUNTY_DISAGREES',
        message: expect.stringMatching(/标题写了不止一个县（市）：“乌苏市”“托里县”；按写在最前面的取“乌苏市”/u),
      },
    ])
  })
  it('counts one county under two names once, and none in the prefecture’s name', () => {
    expect(codes(identify('报告.txt', '沙湾县（沙湾市）2020年第三季度质量状况分析报告', '合格率95%。'))).toEqual([])
    expect(codes(identify('报告.txt', '塔城地区额敏县2020年第三季度质量状况分析报告', '合格率95%。'))).toEqual([])
  })
})
