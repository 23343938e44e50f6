/** 总览: what it tells, by hand, and the page of paper read back. */
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { KnowledgeError } from '../../../extractors/yaml.ts'
import { overviewFile } from '../../../reports/papers/overview/overview.ts'
import { overviewFacts } from '../../../reports/papers/overview/read-facts.ts'
import { parseOverviewWording } from '../../../reports/papers/overview/wording.ts'
import { scores } from '../../support/form-speech.ts'
import { overviewInput, overviewWording, overviewWordingText } from '../../support/overview-given.ts'
import { schemeAround, scoresOf } from '../../support/scoring.ts'

const facts = overviewFacts(overviewInput)
const settings = { wording: overviewWording, office: '办公室', year: 2020, day: '2021-01-06' }

describe('what the overview tells', () => {
  it('groups the counties by grade and marks those whose grade may still change', () => {
    expect(facts.grades).toEqual([
      { grade: 'A', counties: [{ name: '塔城市', open: false }] },
      { grade: null, counties: [{ name: '乌苏市', open: true }] },
    ])
    expect(facts.standing).toContain('乌苏市已考核3/4个季度，其余已考核4个季度，待核1项')
  })

  it('sets each quarter’s score beside the verdict on its report, and other counties’ and years’ reports nowhere', () => {
    expect(facts.rows[0]).toMatchObject({
      county: '乌苏市',
      grades: ['A', 'B'],
      score: '82.60',
      quarters: [
        { shown: '100.00', verdict: 'pass' },
        { shown: '100.00', verdict: null },
        { shown: '94.00', verdict: 'weak' },
        { shown: null, verdict: null },
      ],
    })
    expect(facts.standouts).toContain('质量状况分析报告：合格1份、待复核1份、薄弱1份。薄弱的：乌苏市三季度。')
  })

  it('lists weak reports by county and quarter, however the files are named', () => {
    const assessments = ['2020-Q3', '2020-Q1', '2020-Q2'].map((period) => ({ county: '乌苏市', period, verdict: 'weak' as const }))
    const other = { county: '塔城市', period: '2020-Q2', verdict: 'weak' as const }
    const { standouts } = overviewFacts({ ...overviewInput, assessments: [other, ...assessments] })
    expect(standouts.join('\n')).toContain('薄弱的：乌苏市一季度、乌苏市二季度、乌苏市三季度、塔城市二季度。')
  })

  it('points out missing quarters, scores near a boundary, and where most was lost; and says nothing of what did not happen', () => {
    expect(facts.standouts.join('\n')).toContain('缺报：乌苏市四季度。')
    expect(facts.standouts.join('\n')).toContain('乌苏市（82.60分，B级界线80分）')
    expect(facts.standouts.join('\n')).toContain('失分最多的项目：工业产品<抽查>合格率（1个县市，折算2.4分）。')
    expect(facts.standouts.join('\n')).not.toMatch(/否决|季度之间|得分不同/u)
  })

  it('takes best and worst by the score before it is rounded, and gives no score to who sent nothing', () => {
    const counties = ['wusu', 'tacheng', 'tuoli', 'yumin', 'emin']
    const given = [90, 90, 89.9999, 50].flatMap((score, index) =>
      ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => ({ about: 'quarter', county: counties[index], period: `2020-${quarter}`, score })),
    )
    const item = { points: 6, rule: { form: 'constant', points: 6 } }
    const told = overviewFacts({ ...overviewInput, scores: scoresOf(schemeAround(item, {}, counties), [], given), assessments: [] })
    expect(told.standouts.join('\n')).toContain('得分最高的是乌苏市、塔城市（90.00分），最低的是裕民县（50.00分）。')
    expect(told.rows.map(({ score }) => score)).toEqual(['90.00', '90.00', '89.9999', '50.00', '—'])
    expect(told.standing).toBe('额敏县已考核0/4个季度，其余已考核4个季度，没有待核项目；缺报的季度、否决事项尚待核定。')
    expect(told.standouts.join('\n')).toContain('托里县（89.9999分，A级界线90分）')
    expect(told.ranges.bars.map(({ at }) => at)).toEqual([90, 90, 90, 50, null])
  })

  it('points out a score at the very distance from a boundary', () => {
    const given = ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => ({ about: 'quarter', county: 'wusu', period: `2020-${quarter}`, score: 80.5 }))
    const own = scoresOf(schemeAround({ points: 6, rule: { form: 'constant', points: 6 } }), [], given)
    const told = overviewFacts({ ...overviewInput, near: 0.5, scores: own, assessments: [] })
    expect(told.standouts.join('\n')).toContain('距等级界线不超过0.5分，请逐项复核：乌苏市（80.50分，')
  })

  it('names no county that lacks a quarter as best or worst, and gives it no place', () => {
    const counties = ['wusu', 'tacheng', 'tuoli']
    const given = counties.flatMap((county, index) =>
      ['Q1', 'Q2', 'Q3', 'Q4']
        .slice(0, index === 2 ? 3 : 4)
        .map((quarter) => ({ about: 'quarter', county, period: `2020-${quarter}`, score: [95, 85, 92][index] })),
    )
    const item = { points: 6, rule: { form: 'constant', points: 6 } }
    const told = overviewFacts({ ...overviewInput, scores: scoresOf(schemeAround(item, {}, counties), [], given), assessments: [] })
    expect(told.standouts.join('\n')).toContain('得分最高的是乌苏市（95.00分），最低的是塔城市（85.00分）；托里县有缺报季度，不在此列。')
    expect(told.rows.map(({ place }) => place)).toEqual([1, 2, null])
  })

  it('names what decides a grade, and whose grade nothing can change', () => {
    expect(facts.deciding).toEqual([{ county: '乌苏市', grades: ['A', 'B'], words: '四季度缺报', count: 1 }])
    expect(facts.steady).toEqual(['塔城市'])
  })

  it('plots the quarters with the levels at which grades begin, broken where a quarter is missing', () => {
    expect(facts.trend).toMatchObject({ kind: 'lines', lines: [{ name: '乌苏市', values: [100, 100, 94, null] }, { name: '塔城市' }] })
    expect(facts.ranges.bars[0]).toEqual({ name: '乌苏市', low: 82.6, at: 82.6, high: 97.6 })
    expect(facts.ranges).toMatchObject({ least: 80, most: 100, levels: [{ at: 90, name: 'A级 90' }] })
  })
})

describe('an overview of less than a year', () => {
  const [first] = scores.scheme.quarters
  const quarterly = (state: 'missing' | 'scored') => ({
    ...scores,
    scheme: { ...scores.scheme, quarters: first === undefined ? [] : [first] },
    counties: scores.counties.map((county) => ({
      ...county,
      quarters: county.quarters.slice(0, 1).map((each) => ({ ...each, ...(state === 'missing' ? { state } : {}) })),
    })),
  })

  it('tells a single quarter’s scores as bars, since nothing moves', () => {
    const { trend } = overviewFacts({ ...overviewInput, scores: quarterly('scored') })
    expect(trend).toMatchObject({ kind: 'ranges', title: '一季度得分', bars: [{ name: '乌苏市', at: 100 }, { name: '塔城市' }] })
  })

  it('names a quarter that nobody reported once, not county by county', () => {
    const { standouts } = overviewFacts({ ...overviewInput, scores: quarterly('missing') })
    expect(standouts.join('\n')).toContain('缺报：各县（市）一季度。')
  })
})

describe('the overview as .docx', () => {
  it('reads back: grades, scores, what stands out, what decides', async () => {
    const { name, content } = await overviewFile(facts, settings)
    expect(name).toBe('总览-2020.docx')
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(content) })
    expect(value.split('带*')).toHaveLength(2)
    for (const words of [
      '2020年度县（市）人民政府质量工作考核总览',
      'A级：塔城市；暂不定级：乌苏市*。带*的等级为暂定，待核事项核定后可能变动。',
      '82.6—97.6',
      '四季度缺报',
      '2021年1月6日',
    ])
      expect(value).toContain(words)
  })

  it('holds its plots as charts with the figures in them and in the workbook behind', async () => {
    const parts = unzipSync((await overviewFile(facts, settings)).content)
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
    for (const number of [1, 2]) {
      const chart = part(`word/charts/chart${number}.xml`)
      expect(() => new SaxesParser({ xmlns: true }).write(chart).close()).not.toThrow()
      expect(part('[Content_Types].xml')).toContain(`PartName="/word/charts/chart${number}.xml"`)
      expect(part('word/_rels/document.xml.rels')).toContain(`Id="rIdChart${number}"`)
      expect(part('word/document.xml')).toContain(`r:id="rIdChart${number}"`)
    }
    expect(part('word/charts/chart1.xml')).toContain('<c:v>94</c:v>')
    const book = XLSX.read(parts['word/embeddings/chart1.xlsx'])
    const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets['Sheet1'] ?? {}, { header: 1 })
    expect(rows[3]?.slice(0, 3)).toEqual(['三季度', 94, Number(scores.counties[1]?.quarters[2]?.shown)])
  })

  it('is the same bytes again', async () => {
    const [one, other] = [await overviewFile(facts, settings), await overviewFile(facts, settings)]
    expect(Buffer.from(one.content).equals(Buffer.from(other.content))).toBe(true)
  })
})

describe('the words of the overview', () => {
  it('answer a place that nothing fills with file and line', () => {
    const spoiled = overviewWordingText.replace('缺报：{items}', '缺报：{县市}')
    expect(() => parseOverviewWording({ path: 'overview.yaml', text: spoiled })).toThrow(KnowledgeError)
    expect(() => parseOverviewWording({ path: 'overview.yaml', text: spoiled })).toThrow(
      /第\d+行 missingQuarters：没有可以填写的“\{县市\}”/u,
    )
  })
})
