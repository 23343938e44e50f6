import { describe, expect, it } from 'vitest'
import { identityOf, textDocument } from '../../support/text-document.ts'

const identify = (file: string, text: string) => identityOf(textDocument(text, file))

describe('the county, however it is named', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['和丰县2020年一季度质量状况分析报告', '2020-Q1', '和布克赛尔县'],
    ['和布克赛尔蒙古自治县2020年度质量工作总结', '2020', '和布克赛尔县'],
    ['沙湾县2020年第四季度质量分析报告', '2020-Q4', '沙湾县'],
    ['沙湾市2021年第一季度质量分析报告', '2021-Q1', '沙湾市'],
    ['沙湾县2021年第一季度质量分析报告', '2021-Q1', '沙湾市'],
  ]
  for (const [title, period, county] of cases)
    it(`${title} is of ${county}`, () => expect(identify('报告.txt', `${title}\n正文。`)).toMatchObject({ county, period }))

  it('和丰西海 is a firm and 塔城甘露 an apple of 乌苏', () =>
    expect(identify('材料.txt', '质量状况分析报告\n乌苏市推广塔城甘露苹果。和丰西海公司来乌苏考察。乌苏产品合格率97%。')).toMatchObject({
      county: '乌苏市',
    }))

  it('a bulletin that names all seven is of none of them', () =>
    expect(
      identify(
        '通报.txt',
        '关于2020年度各县（市）人民政府质量工作考核结果的通报\n乌苏市、塔城市、沙湾县、和布克赛尔县、托里县、裕民县、额敏县。',
      ),
    ).toMatchObject({ countyId: null, kind: 'bulletin' }))

  it('is taken from the folder where neither title nor file name says it', () =>
    expect(identify('2020/托里县/第三季度/报告.txt', '质量状况分析报告\n产品合格率97%。')).toMatchObject({
      county: '托里县',
      period: '2020-Q3',
    }))
})

describe('a year told as a whole', () => {
  it('is what the figures are of, though its folder is a quarter of it', () =>
    expect(
      identify('2019/塔城市/第四季度/塔城市2019年度质量状况分析报告.txt', '塔城市2019年度质量状况分析报告\n产品合格率97%。'),
    ).toMatchObject({
      period: '2019-Q4',
      about: '2019',
    }))

  it('is told by 年度 alone', () =>
    expect(identify('2019/塔城市/第四季度/报告.txt', '塔城市2019年质量状况分析报告\n产品合格率97%。').about).toBeUndefined())
})

describe('the period, by the shorthand of files and folders', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['2020/Q3/乌苏市/报告.txt', '2020-Q3'],
    ['2020/q4/乌苏市/报告.txt', '2020-Q4'],
    ['2020H1/乌苏市/报告.txt', '2020-H1'],
    ['乌苏市2020Q3报告.txt', '2020-Q3'],
    ['乌苏市2020-Q3报告.txt', '2020-Q3'],
    ['乌苏市20年三季度报告.txt', '2020-Q3'],
    ['乌苏市2020三季度报告.txt', '2020-Q3'],
    ['乌苏市2020上半年报告.txt', '2020-H1'],
    ['乌苏市报告(2020.09).txt', '2020-09'],
    ['乌苏市报告202009.txt', '2020-09'],
    ['乌苏市2020年三季度报告20201012.txt', '2020-Q3'],
    ['2020年/乌苏市三季度报告2021-01-05.txt', '2020-Q3'],
    ['乌苏市报告20201012.txt', null],
    ['乌苏市GB/T19001报告Q345.txt', null],
    ['乌苏市报告0917-62288.txt', null],
  ]
  for (const [file, period] of cases)
    it(`${file} is of ${period}`, () => expect(identify(file, '质量状况分析报告\n产品合格率97%。').period).toBe(period))
})

describe('where places disagree', () => {
  it('the title is taken and a notice says so', () => {
    const { county, period, notices } = identify('2020/额敏县/裕民县2020年第二季度报告.txt', '额敏县2020年第三季度质量状况分析报告\n正文。')
    expect({ county, period }).toEqual({ county: '额敏县', period: '2020-Q3' })
    expect(notices.map(({ code }) => code)).toEqual(['W_COUNTY_DISAGREES', 'W_PERIOD_DISAGREES'])
    expect(notices[0]?.message).toContain('裕民县')
  })
  it('a year and a quarter of it do not', () =>
    expect(identify('2020/额敏县/一季度报告.txt', '额敏县2020年一季度质量状况分析报告\n正文。').notices).toEqual([]))
})

describe('the kind', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['乌苏市2020年第三季度质量状况分析报告', 'analysis'],
    ['2020年乌苏市质量工作总结', 'summary'],
    ['乌苏市2021年质量提升行动方案', 'plan'],
    ['乌苏市2020年质量工作总结及2021年工作计划', 'summary'],
    ['乌苏市2020年质量工作总结暨2021年质量工作要点', 'summary'],
    ['乌苏市2021年质量宣传和培训工作计划', 'plan'],
    ['关于2020年第三季度质量工作的汇报', 'summary'],
    ['乌苏市2020年质量指标汇总表', 'data'],
    ['乌苏市质量考核佐证材料', 'evidence'],
    ['关于乌苏市2020年第三季度产品质量状况的报告', 'analysis'],
    ['乌苏市2020年质量形势白皮书', 'analysis'],
    ['乌苏市2020年第三季度质量状况报告（送审稿）', 'analysis'],
    ['乌苏市2020年第三季度质量状况通报', 'bulletin'],
    ['关于开展产品质量状况调查的通知', 'unknown'],
    ['关于2020年第三季度质量工作情况的报告', 'unknown'],
  ]
  for (const [title, kind] of cases) it(`${title} is ${kind}`, () => expect(identify('材料.txt', `${title}\n正文。`).kind).toBe(kind))
  it('is told by the title, not by the folder it lies in', () =>
    expect(identify('2020/质量分析报告/材料.txt', '2020年质量工作总结\n正文。').kind).toBe('summary'))
})

describe('the period where title, file name and text differ', () => {
  const file = '2022/托里县/年度/托里县2022年知识产权工作总结.txt'
  it('is that of file name and text where only the title differs', () =>
    expect(identify(file, '托里县2021年知识产权工作总结\n2022年，全县授权专利39件。')).toMatchObject({ period: '2022' }))
  it('is the title’s where the text does not take the side of the file name', () =>
    expect(identify(file, '托里县2021年知识产权工作总结\n全县授权专利39件。')).toMatchObject({ period: '2021' }))
  it('is that of file name and text where a day stands under the title first', () =>
    expect(
      identify(
        '2021/额敏县/第三季度/额敏县2021年第三季度简报.txt',
        '额敏县2021年第二季度简报\n（科室 2021年10月9日）\n七到九月，全县投诉12件。',
      ),
    ).toMatchObject({ period: '2021-Q3' }))
  it('is the year that a title looks back on', () => {
    expect(identify('报告.txt', '2023年额敏县质量工作会议报告（2022年工作回顾）\n正文。')).toMatchObject({ period: '2022' })
    expect(identify('报告.txt', '2023年额敏县质量工作会议报告\n回顾2022年。')).toMatchObject({ period: '2023' })
  })
})
