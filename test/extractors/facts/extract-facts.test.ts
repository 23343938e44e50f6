import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Document } from '../../../extractors/document.ts'
import { createFactExtractor } from '../../../extractors/facts/extract-facts.ts'
import type { Identity } from '../../../extractors/identity/identity.ts'
import { structure } from '../../../extractors/language/structure.ts'
import { readExamples } from '../../support/examples.ts'
import { lexicon, tableDocument, textDocument } from '../../support/text-document.ts'

const Row = z.strictObject({
  text: z.string(),
  heading: z.string().optional(),
  bulletin: z.boolean().default(false),
  says: z.array(z.tuple([z.string(), z.string(), z.string()])),
})
const rows = z.array(Row).parse(readExamples('facts'))
const extract = createFactExtractor(lexicon)

const county: Identity = { kind: 'summary', title: '', county: '乌苏市', countyId: 'wusu', period: '2020', notices: [] }
const prefecture: Identity = { kind: 'bulletin', title: '', county: '塔城地区', countyId: null, period: '2020', notices: [] }

const factsOf = (document: Document, identity = county) => extract({ document, structure: structure(document), identity })
const read = (text: string, identity = county) => factsOf(textDocument(text), identity)

describe('a fact is read with its answer and whose it is', () => {
  it.each(rows)('$text', ({ text, heading, bulletin, says }) => {
    const whole = heading === undefined ? text : `${heading}\n${text}`
    expect(read(whole, bulletin ? prefecture : county).map((each) => [each.fact, each.answer, each.county])).toEqual(says)
  })
})

describe('the evidence', () => {
  it('is the clause, without the mark that ends it', () => {
    expect(read('我市尚未设立市长质量奖，评选无从谈起。')[0]?.evidence.quote).toBe('我市尚未设立市长质量奖')
  })

  it('reaches to the clause that settles it', () => {
    expect(read('质量提升方案经市政府常务会议研究，于4月印发实施。')[0]?.evidence.quote).toBe(
      '质量提升方案经市政府常务会议研究，于4月印发实施',
    )
  })

  it('stands where it says in a document of blanks and full-width digits', () => {
    const document = textDocument('全市 安排 质量工作 专项经费 ３０ 万元。')
    const [fact] = factsOf(document)
    expect(document.text.slice(fact?.evidence.start, fact?.evidence.end)).toBe(fact?.evidence.quote)
    expect(fact?.answer).toBe('yes')
  })
})

describe('the period of a fact in a report of a quarter', () => {
  const quarter: Identity = { ...county, kind: 'analysis', period: '2020-Q4' }
  it.each([
    ['四季度召开质量强市工作领导小组会议1次。', '2020-Q4', 'yes'],
    ['2020年成立质量强市工作领导小组。', '2020-Q4', 'yes'],
    ['全年未召开质量强市工作领导小组会议。', '2020', 'no'],
    ['2020年全年召开质量强市工作领导小组会议4次。', '2020', 'yes'],
    ['2019年全年未召开质量强市工作领导小组会议。', '2019', 'no'],
  ])('%s', (text, period, answer) => {
    expect(read(text, quarter)[0]).toMatchObject({ period, answer })
  })
})

describe('a document that says both', () => {
  const [fact] = read('年初没有质量工作专项经费。7月，市财政拨付质量工作专项经费20万元。')

  it('leaves it open and shows the other place', () => {
    expect(fact?.evidence.quote).toContain('拨付质量工作专项经费20万元')
    expect(fact?.others.map(({ answer, evidence }) => [answer, evidence.quote])).toEqual([['no', '年初没有质量工作专项经费']])
    expect(fact?.notes).toContain('文件前后说法不一，两处都列出，请核对')
  })

  it('is no conflict when the other place is another year’s', () => {
    const facts = read('2019年没有质量工作专项经费。今年市财政拨付质量工作专项经费20万元。')
    expect(facts.map(({ answer, period }) => [answer, period])).toEqual([
      ['no', '2019'],
      ['yes', '2020'],
    ])
  })
})

describe('a table', () => {
  it('answers in the cell beside the thing', () => {
    const facts = factsOf(
      tableDocument('2020年质量工作自查表', '', [
        ['项目', '有无'],
        ['质量工作专项经费', '有'],
        ['首席质量官制度', '无'],
        ['质量奖励办法', ''],
      ]),
    )
    expect(facts.map(({ fact, answer }) => [fact, answer])).toEqual([
      ['special_budget', 'yes'],
      ['chief_quality_officer', 'no'],
    ])
  })

  it('tells in words how far the thing has come', () => {
    const facts = factsOf(
      tableDocument('2020年质量工作自查表', '', [
        ['事项', '进展', '备注'],
        ['质量提升工作方案', '4月印发', '见附件'],
        ['质量强市专题会议', '召开3次', ''],
        ['质量奖励办法', '起草中', ''],
        ['食品安全会议', '召开2次', ''],
      ]),
    )
    expect(facts.map(({ fact, answer }) => [fact, answer])).toEqual([
      ['quality_plan_issued', 'yes'],
      ['quality_meeting_held', 'yes'],
      ['quality_award_system', 'unknown'],
    ])
  })
})

describe('a text of any form', () => {
  it('is read in time that grows with it', () => {
    const clause = '未质量提升质量强县质量工作方案要点未按要求将质量状况分析报告'
    expect(read(`${clause.repeat(800)}。`)).toEqual(expect.any(Array))
  })

  it('that speaks of no fact gives none', () => {
    expect(read('三季度工业产品监督抽查120批次，合格117批次。')).toEqual([])
  })
})

describe('a thing of a name that is only near', () => {
  const [plan, note] = [read('我市印发质量工作要点。')[0], '相近而不相同']
  it('is read with less confidence than a scheme trusts, and says why', () => {
    expect(plan).toMatchObject({ fact: 'quality_plan_issued', answer: 'yes' })
    expect(plan?.confidence).toBeLessThan(0.7)
    expect(plan?.notes.join()).toContain(note)
  })
  it('gives way to the thing itself, wherever that stands', () => {
    const said = read('落实质量工作经费5万元。质量工作专项经费3万元列入预算。')
    expect(said).toMatchObject([
      { fact: 'special_budget', notes: [], confidence: 0.95, evidence: { quote: '质量工作专项经费3万元列入预算' } },
    ])
  })
})
