import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createAchievementExtractor } from '../../../extractors/achievements/extract-achievements.ts'
import type { Document } from '../../../extractors/document.ts'
import type { Identity } from '../../../extractors/identity/identity.ts'
import { structure } from '../../../extractors/language/structure.ts'
import { readExamples } from '../../support/examples.ts'
import { lexicon, tableDocument, textDocument } from '../../support/text-document.ts'

const Row = z.union([
  z.strictObject({
    text: z.string(),
    county: z.string().default('乌苏市'),
    heading: z.string().optional(),
    gives: z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])),
    /** The year of each, in a report of 2020; null where none is told. */
    years: z.array(z.int().nullable()).optional(),
  }),
  z.strictObject({ nothing: z.array(z.string()) }),
])
const rows = z.array(Row).parse(readExamples('achievement'))
const extract = createAchievementExtractor(lexicon)

function identityFor(county: string, kind: Identity['kind'] = 'summary'): Identity {
  const entry = lexicon.regions.counties.find(({ names }) => names.some(({ name }) => name === county))
  return { kind, title: '', county, countyId: entry?.id ?? null, period: '2020', notices: [] }
}

const achievementsOf = (document: Document, county = '乌苏市', kind: Identity['kind'] = 'summary') =>
  extract({ document, structure: structure(document), identity: identityFor(county, kind) })

const read = (text: string, county?: string, kind?: Identity['kind']) => achievementsOf(textDocument(text), county, kind)

describe('an honour is read with its title, holder, level and status', () => {
  for (const row of rows)
    if ('text' in row)
      it(`${row.heading ?? ''}${row.text}`, () => {
        const text = row.heading ? `${row.heading}\n${row.text}` : row.text
        const found = read(text, row.county)
        expect(found.map(({ title, holder, level, status }) => [title, holder, level, status])).toEqual(row.gives)
        if (row.years) expect(found.map(({ year }) => year)).toEqual(row.years)
      })
})

describe('what only sounds like an honour is none', () => {
  for (const row of rows)
    if ('nothing' in row)
      for (const text of row.nothing)
        it(text, () => {
          expect(read(text, '沙湾县').map(({ title, holder, status }) => [title, holder, status])).toEqual([])
        })
})

describe('each honour shows where it stands', () => {
  const texts = rows.flatMap((row) => ('text' in row && row.gives.length > 0 ? [row] : []))

  it.each(texts.map(({ text, county }) => [text, county] as const))('%s', (text, county) => {
    const document = textDocument(text)
    for (const { evidence } of achievementsOf(document, county)) {
      expect(evidence.quote).toBe(document.text.slice(evidence.start, evidence.end))
      expect(evidence.quote.length).toBeGreaterThan(3)
    }
  })

  it('a title whose words stand apart in the file is quoted with its blanks', () => {
    const [first] = read('体育公园正式命名为国家 AAA 级旅游景区。')
    expect(first?.title).toBe('国家AAA级旅游景区')
    expect(first?.evidence.quote).toBe('体育公园正式命名为国家 AAA 级旅游景区')
  })
})

describe('the same words in another place', () => {
  it('力争 before it turns what was obtained into what is planned', () => {
    expect(read('鹿角湾景区获评国家AAAA级旅游景区。')[0]?.status).toBe('obtained')
    expect(read('力争鹿角湾景区获评国家AAAA级旅游景区。')[0]?.status).toBe('planned')
  })

  it('a plan only plans, but what it says is under way is under way', () => {
    expect(read('申报国家AAAA级旅游景区。', '沙湾县', 'plan')[0]?.status).toBe('planned')
    expect(read('正在申报国家AAAA级旅游景区。', '沙湾县', 'plan')[0]?.status).toBe('applied')
  })

  it('a county’s own name instead of another’s changes the holder and nothing else', () => {
    const [wusu] = read('乌苏市荣获全国质量强市示范城市称号。', '乌苏市')
    const [emin] = read('额敏县荣获全国质量强市示范城市称号。', '额敏县')
    expect({ ...wusu, holder: '', county: '', evidence: null }).toEqual({ ...emin, holder: '', county: '', evidence: null })
    expect([wusu?.holder, emin?.holder]).toEqual(['乌苏市', '额敏县'])
  })

  it('said twice it is one line, with another status it is two', () => {
    const twice = read('鹿角湾景区申报国家AAAA级旅游景区。\n鹿角湾景区已按程序申报国家AAAA级旅游景区。')
    expect(twice).toHaveLength(1)
    const both = read('鹿角湾景区申报国家AAAA级旅游景区。\n三、下一步打算\n力争鹿角湾景区创成国家AAAA级旅游景区。')
    expect(both.map(({ status }) => status)).toEqual(['applied', 'planned'])
  })
})

describe('year, county and notes', () => {
  it('the year is the one written with the honour', () => {
    expect(read('县发改委被评为2019年度全国价格监测工作先进单位。')[0]?.year).toBe(2019)
    expect(read('县发改委被评为全国价格监测工作先进单位。')[0]?.year).toBeNull()
  })

  it('in the prefecture’s bulletin the heading above says whose it is', () => {
    const [first] = read('3. 塔城市：一是创建全国绿色食品原料（小麦）标准化生产基地。', '塔城地区')
    expect([first?.county, first?.holder]).toEqual(['塔城市', '塔城市'])
  })

  it('of several of which one is named, the rest are asked for', () => {
    const [first] = read('古尔图镇乌兰叶尔格村等5个乡村荣获自治区乡村旅游重点村。')
    expect(first?.notes).toEqual(['原文为“等5个乡村”，写明名称的1个，其余请核对名单'])
  })

  it('成功申报 leaves open whether it was obtained, and says so', () => {
    const [first] = read('我市成功申报国家级标准化试点项目。')
    expect(first?.notes).toEqual(['“成功申报”没有说明是否已经获得，请核对文件'])
    expect(first?.confidence).toBeLessThan(0.9)
  })
})

describe('a table of honours', () => {
  const table = tableDocument('乌苏市2020年质量工作总结', '附表 获得荣誉情况', [
    ['序号', '单位名称', '荣誉名称', '授予单位', '进展', '年度'],
    ['1', '天北新材料有限公司', '自治区级绿色工厂', '自治区工信厅', '已命名', '2020年'],
    ['2', '白杨河景区', '国家AAAA级旅游景区', '自治区文旅厅', '正在申报', '2020年'],
    ['3', '市第一中学', '平安校园先进集体', '地区教育局', '已获得', '2019年'],
    ['4', '瑞丰食品有限公司', '无', '—', '—', ''],
    ['5', '兴农面粉厂', '绿色食品认证', '中国绿色食品发展中心', '未通过', '2020年'],
  ])

  it('gives one line for each row with a title, with the row’s holder, level, status and year', () => {
    expect(achievementsOf(table).map(({ title, holder, level, status, year }) => [title, holder, level, status, year])).toEqual([
      ['自治区级绿色工厂', '天北新材料有限公司', 'provincial', 'obtained', 2020],
      ['国家AAAA级旅游景区', '白杨河景区', 'provincial', 'applied', 2020],
      ['平安校园先进集体', '市第一中学', 'prefecture', 'obtained', 2019],
    ])
  })

  it('is found below other tables of its sheet, and what is only meant is planned', () => {
    const sheet = tableDocument('乌苏市2020年质量工作数据表', '', [
      ['渠道', '上半年（件）', '下半年（件）'],
      ['热线', '121', '148'],
      ['来访', '35', '41'],
      ['合计', '156', '189'],
      ['单位', '荣誉', '备注'],
      ['市供水公司', '自治区用户满意服务企业', '12月获评'],
      ['西城道路改造', '国家优质工程奖', '拟于2021年申报'],
    ])
    expect(achievementsOf(sheet).map(({ title, holder, status }) => [title, holder, status])).toEqual([
      ['自治区用户满意服务企业', '市供水公司', 'obtained'],
      ['国家优质工程奖', '西城道路改造', 'planned'],
    ])
  })

  it('is one too where no header says so, but one column holds titles and one names', () => {
    const plain = tableDocument('乌苏市2020年质量工作数据台账', '荣誉账', [
      ['给谁', '给的什么', '哪级', '走到哪步'],
      ['甘家湖番茄制品有限公司', '国家级绿色工厂', '国家', '已授牌'],
      ['四棵树镇', '自治区乡村旅游重点镇', '自治区', '公示中'],
      ['市中医医院', '三级乙等中医医院', '自治区', '已申报，待评审'],
      ['百泉面粉厂', '新疆名牌产品', '自治区', '已撤销'],
    ])
    expect(achievementsOf(plain).map(({ title, holder, level, status }) => [title, holder, level, status])).toEqual([
      ['国家级绿色工厂', '甘家湖番茄制品有限公司', 'national', 'obtained'],
      ['自治区乡村旅游重点镇', '四棵树镇', 'provincial', 'pending'],
      ['三级乙等中医医院', '市中医医院', 'provincial', 'applied'],
      ['新疆名牌产品', '百泉面粉厂', 'provincial', 'revoked'],
    ])
  })

  it('quotes the cell', () => {
    expect(achievementsOf(table)[0]?.evidence).toMatchObject({ quote: '自治区级绿色工厂', cell: '表1!C2' })
  })
})

it('long hostile lines are read to their end', () => {
  expect(read(`${'申报创建获得“'.repeat(4000)}示范县`).length).toBeLessThan(2)
  expect(read('（'.repeat(20_000) + '先进单位'.repeat(5000)).length).toBe(0)
  expect(read('、公司和'.repeat(8000)).length).toBe(0)
})

it('a sentence longer than a page gives every honour in it, each with its own holder', () => {
  const items = Array.from({ length: 120 }, (_, index) => `第${index + 1}农机合作社获得自治区农机示范社称号`)
  expect(read(`${items.join('；')}。`).map(({ holder }) => holder)).toEqual(items.map((_, index) => `第${index + 1}农机合作社`))
})

it('thousands of honours, in one sentence or in many, are read to their end', () => {
  const named = Array.from({ length: 2000 }, (_, index) => `第${index + 1}农机合作社获得自治区农机示范社称号`)
  for (const mark of ['，', '；', '。', '\n']) expect(read(named.join(mark)).length).toBeGreaterThan(1900)
  expect(read('获得自治区绿色工厂、'.repeat(2000))).toHaveLength(1)
})

it('a long text in a cell of a table of honours is read as sentences', () => {
  const prose = `白杨河景区获评国家AAAA级旅游景区。${'全年接待游客情况良好。'.repeat(12)}`
  const table = tableDocument('乌苏市2020年质量工作总结', '附表', [
    ['单位', '荣誉名称'],
    ['市文旅局', prose],
  ])
  expect(achievementsOf(table).map(({ title, holder }) => [title, holder])).toEqual([['国家AAAA级旅游景区', '白杨河景区']])
})
