/** What a bulletin on all counties says of each: what was obtained, what is applied for, and what is neither. Lines end where its pages did. */
import { expect, it } from 'vitest'
import { createAchievementExtractor } from '../../../extractors/achievements/extract-achievements.ts'
import { createIdentifier } from '../../../extractors/identity/identity.ts'
import { structure } from '../../../extractors/language/structure.ts'
import { lexicon, textDocument } from '../../support/text-document.ts'

const BULLETIN = `关于2020年度各县（市）人民政府质量工作考核结果的通报
各县（市）人民政府：
一、总体情况
其中，乌苏市、塔城市、沙湾县、和布克赛尔县考核结果优秀，予以通报表扬。
二、主要做法和成效
各县（市）均能够推广智慧工地等先进质量管理经验和方法；同时申报地区级“红花杯”奖项和自治区级“天山奖”。
各县（市）共7家检测中心，乌苏市、托里县、和丰县已全部通过自治区农产品质检体系项目“双认证”，“双认证”率达到100%。
（四）质量创新与发展工作成绩显著
1. 乌苏市：一是乌苏市甘河子镇甘玉果蔬种植农民专业合作社选育的两个苹果树种（塔城甘露、塔城公主-123），被自治区林木品种审定委员会认定为林木良种。二是乌拉斯台旅游景区、乌斯图旅游景区和体育公园正式命名为国家 AAA 级旅游景区。三是乌苏市古尔图镇乌兰叶尔格村等 5 个乡村荣获自治区乡村旅游重点村；四是凯赛生物获得自治区绿色工厂称号，中粮屯河乌苏番茄制品有限公司获得国家级绿色工厂称号；五是乌苏获得自治区农田水利基本建设“天山杯”竞赛先进县市综合奖。
2. 沙湾县：一是沙湾县荣获自治区农田水利基本建设“天山杯”水资源管理奖；二是提升景区服务质量，鹿角湾申报 4A 级
景区工作；三是沙湾县推行食用农产品合格证制度，有效保障舌尖上的安全。四是沙湾县发改委价格收费股获得 2019 年度全国价格监测工作先进单位。五是在两家专业合作社的基础上成立沙湾宏基农业发展有限公司。
3. 塔城市：一是食品小作坊实施二维码监管模式；二是创建全国绿色食品原料（小麦）标准化生产基地；
4. 和布克赛尔县：一是和丰西海荣获自治区创业创新大赛三等奖。二是和布克赛尔蒙古自治县新陆早 36 棉花产品申报全国名优特新农产品。
5. 托里县：托里县水利局对投资 2.1 亿元的供水工程和投资 3.38 亿元的供水工程采取 EPC 总承包模式，实现了建设生产过程的组织集成化。
6. 裕民县：一是吉也克镇人民调解委员会被中央司法部评为“七十周年期间矛盾纠纷大排查大调解”工作中表现优秀的调解委员会。二是巴尔鲁克山景区今年投资 2.07 亿元申报 5A 级景区。
7. 额敏县：额敏县杰勒阿尕什镇纳仁恰汗库勒村荣获自治区
乡村旅游重点村。
三、存在的主要问题
一是有些县（市）质量工作机制不完善。`

const document = textDocument(BULLETIN, '通报.txt')
const identity = createIdentifier(lexicon)(document)
const honours = createAchievementExtractor(lexicon)({ document, structure: structure(document), identity })
const by = (status: string): string[] =>
  honours.filter((honour) => honour.status === status).map(({ county, holder, title, level }) => `${county} ${holder} ${title} ${level}`)

it('gives what was obtained, county by county', () => {
  expect(by('obtained').sort()).toEqual(
    [
      '乌苏市 乌苏市 通报表扬 prefecture',
      '塔城市 塔城市 通报表扬 prefecture',
      '沙湾县 沙湾县 通报表扬 prefecture',
      '和布克赛尔县 和布克赛尔县 通报表扬 prefecture',
      '乌苏市 乌苏市 自治区农产品质检体系项目“双认证” provincial',
      '托里县 托里县 自治区农产品质检体系项目“双认证” provincial',
      '和布克赛尔县 和布克赛尔县 自治区农产品质检体系项目“双认证” provincial',
      '乌苏市 塔城甘露 林木良种 provincial',
      '乌苏市 塔城公主-123 林木良种 provincial',
      '乌苏市 乌拉斯台旅游景区 国家AAA级旅游景区 provincial',
      '乌苏市 乌斯图旅游景区 国家AAA级旅游景区 provincial',
      '乌苏市 体育公园 国家AAA级旅游景区 provincial',
      '乌苏市 乌苏市古尔图镇乌兰叶尔格村 自治区乡村旅游重点村 provincial',
      '乌苏市 凯赛生物 自治区绿色工厂 provincial',
      '乌苏市 中粮屯河乌苏番茄制品有限公司 国家级绿色工厂 national',
      '乌苏市 乌苏市 自治区农田水利基本建设“天山杯”竞赛先进县市综合奖 provincial',
      '沙湾县 沙湾县 自治区农田水利基本建设“天山杯”水资源管理奖 provincial',
      '沙湾县 沙湾县发改委价格收费股 2019年度全国价格监测工作先进单位 national',
      '和布克赛尔县 和丰西海 自治区创业创新大赛三等奖 provincial',
      '裕民县 吉也克镇人民调解委员会 “七十周年期间矛盾纠纷大排查大调解”工作中表现优秀的调解委员会 national',
      '额敏县 额敏县杰勒阿尕什镇纳仁恰汗库勒村 自治区乡村旅游重点村 provincial',
    ].sort(),
  )
})

it('keeps apart what is only applied for or being created', () => {
  expect(by('applied')).toEqual([
    '各县（市） 各县（市） 地区级“红花杯” prefecture',
    '各县（市） 各县（市） 自治区级“天山奖” provincial',
    '沙湾县 鹿角湾 4A级景区 provincial',
    '和布克赛尔县 和布克赛尔蒙古自治县新陆早36棉花产品 全国名优特新农产品 national',
    '裕民县 巴尔鲁克山景区 5A级景区 national',
  ])
  expect(by('creating')).toEqual(['塔城市 塔城市 全国绿色食品原料（小麦）标准化生产基地 national'])
})

it('makes nothing of investments, bodies founded and measures', () => {
  expect(honours).toHaveLength(by('obtained').length + by('applied').length + by('creating').length)
})

it('quotes a line cut in two as it stands', () => {
  const [cut] = honours.filter(({ holder }) => holder === '鹿角湾')
  expect(document.text.slice(cut?.evidence.start, cut?.evidence.end)).toBe(cut?.evidence.quote)
  expect(cut?.evidence.quote).toContain('申报 4A 级\n景区')
})
