/** What a clerk enters that a rule cannot take would have no effect: it is refused with sheet, row, cell and what is expected. */
import { describe, expect, it } from 'vitest'
import { decisionsYaml, readWorkbookDecisions } from '../../pipeline/decisions-from-workbook.ts'
import { text } from '../../reports/workbook/cell.ts'
import { workbookPackage } from '../../reports/workbook/package.ts'
import { type ReviewField, reviewColumns } from '../../reports/workbook/sheets/review-columns.ts'
import { parseDecisions } from '../../rules/scoring/decisions.ts'
import { type Given, schemeAround, schemeOf, scoresOf } from '../support/scoring.ts'
import { lexicon } from '../support/text-document.ts'

const item = (id: string, points: number, rule: Given): Given => ({
  id,
  name: id,
  part: '测试',
  standard: '见规则',
  points,
  in: ['Q3'],
  rule,
})
const scheme = schemeAround(
  { points: 5, rule: { form: 'count', of: { entry: '发生次数' }, each: -2 } },
  {
    items: [
      item('happened', 5, { form: 'count', of: { entry: '发生次数' }, each: -2 }),
      item('done', 3, { form: 'choice', of: { entry: '完成情况' }, options: { 全面完成: 3, 部分完成: 2, 未完成: 0 } }),
      item('papers', 2, { form: 'each', of: { entry: '刊发' }, points: 0.5, split: true }),
      item('looked', 5, { form: 'sample', checked: { entry: '抽查' }, wanting: { entry: '不符合' }, size: 10, tolerate: 0 }),
      item('issued', 5, { form: 'boolean', of: { entry: '印发' } }),
      item('rest', 80, { form: 'constant', points: 80 }),
      { ...item('other', 100, { form: 'constant', points: 100 }), in: ['Q1', 'Q2', 'Q4'] },
    ],
  },
)

type Row = readonly [value: string, id: string, day?: string]
const sheet = (name: string, rows: readonly Row[], fields: readonly ReviewField[] = ['value']) => ({
  name,
  columns: [{ title: '县市', width: 10 }, ...reviewColumns(fields)],
  rows: rows.map(([value, id, day = '2021-01-05']) => ['乌苏市', value, '台账', '复核员', day, id].map((each) => text(each))),
})
const read = async (name: string, rows: readonly Row[]) =>
  readWorkbookDecisions(await workbookPackage([sheet(name, rows)]), { today: '2021-01-06', lexicon, scheme: schemeOf(scheme) })
const of = (id: string): string => `乌苏市/2020-Q3/${id}`

describe('an entry that its rule cannot take', () => {
  it('is refused in its own row, each with what is expected', async () => {
    const { mistakes, decisions } = await read('待核', [
      ['-1', of('happened')],
      ['几次', of('happened')],
      ['差不多', of('done')],
      ['3', of('papers')],
      ['3篇', of('papers')],
      ['-2', of('looked/不符合')],
      ['也许', of('issued')],
      ['部分完成', of('done'), '2021-02-30'],
      ['部分完成', '乌苏市/2020-Q1/done'],
    ])
    expect(decisions).toEqual([])
    expect(mistakes.map((words) => words.replace(/^工作表“待核”/u, ''))).toEqual([
      '第2行（B2）：“happened”的复核值不能小于 0',
      '第3行（B3）：“happened”的复核值应为数字，如 92.5、≥91、约85、91—95、120余万元',
      '第4行（B4）：“done”的复核值应为 全面完成、部分完成、未完成 之一',
      '第5行（B5）：“papers”的复核值应逐项列出，各项用“；”隔开，几人共有的注明人数，如 甲文（2人）；乙文；没有的填 无',
      '第6行（B6）：“papers”的复核值应逐项列出，各项用“；”隔开，几人共有的注明人数，如 甲文（2人）；乙文；没有的填 无',
      '第7行（B7）：“looked”的复核值不能小于 0',
      '第8行（B8）：“issued”的复核值应为 是、否 之一',
      '第9行（E9）：“复核日期”应为日历上有的日期，写作 2021-01-05',
      '第10行（B10）：“done”在2020年第一季度没有计分，应为 2020-Q3',
    ])
  })
  // 0.5 / 2 + 0.5: the same title once
  it('is no list of papers as the cell has it', async () => {
    const { mistakes, decisions } = await read('待核', [['甲文（2人）；乙文；乙文', of('papers')]])
    expect(mistakes).toEqual([])
    const [decision] = parseDecisions({ path: '决定.yaml', text: decisionsYaml(decisions) }, schemeOf(scheme), lexicon)
    expect(decision).toMatchObject({ value: [{ title: '甲文', people: 2 }, { title: '乙文' }, { title: '乙文' }] })
    const scores = scoresOf(scheme, [{ county: 'wusu', period: '2020-Q3', given: {} }], decisions)
    expect(scores.counties[0]?.quarters[2]?.items.find((each) => each.item === 'papers')).toMatchObject({ state: 'decided', shown: '0.75' })
    const open = scoresOf(scheme, [{ county: 'wusu', period: '2020-Q3', given: {} }]).counties[0]?.review
    expect(open?.find((each) => each.item === 'papers')?.open).toEqual(['“刊发”待填报（逐项列出，如 甲文（2人）；乙文）'])
  })
})

describe('an honour of the sheet 成果', () => {
  const read = async (value: string, year: string) =>
    readWorkbookDecisions(
      await workbookPackage([
        {
          name: '成果',
          columns: reviewColumns(['value', 'year']),
          rows: [[value, year, '证书', '复核员', '', '68c2a1ef6be56116'].map((each) => text(each))],
        },
      ]),
      { today: '2021-01-06', lexicon, scheme: schemeOf(scheme) },
    )
  const signed = { reason: '证书', by: '复核员', on: '2021-01-06' }
  const about = { about: 'achievement', id: '68c2a1ef6be56116' }
  it('is corrected in status, level and year, any of them or all', async () => {
    expect((await read('', '2019年')).decisions).toEqual([{ ...about, year: 2019, ...signed }])
    expect((await read('已申报、国家级', '2020')).decisions).toEqual([
      { ...about, status: 'applied', level: 'national', year: 2020, ...signed },
    ])
    expect((await read('不采用', '')).decisions).toEqual([{ ...about, reject: true, ...signed }])
  })
  it.each([
    ['', '去年', '第2行（B2）：“复核年份”应为获得的年份，写作 2020'],
    ['', '1020', '第2行（B2）：'],
    ['已获得、被撤销', '', '第2行（A2）：“复核值”应为“不采用”，或状态'],
    ['不采用', '2020', '第2行（A2）：“复核值”为“不采用”时，不要再填其他复核列'],
  ])('is not taken as %s, %s', async (value, year, said) =>
    expect((await read(value, year)).mistakes).toEqual([expect.stringContaining(said)]),
  )
})

describe('a corrected change', () => {
  const change = async (unit: string, value: string) =>
    readWorkbookDecisions(
      await workbookPackage([
        {
          name: '指标值',
          columns: ['指标', '角色', '单位'].map((title) => ({ title, width: 10 })).concat(reviewColumns(['value'])),
          rows: [['工业产品质量监督抽查合格率', '变化量', unit, value, '台账', '复核员', '', '68c2a1ef6be56116'].map((each) => text(each))],
        },
      ]),
      { today: '2021-01-06', lexicon, scheme: schemeOf(scheme) },
    ).mistakes
  it('of a rate lies within a hundred points', async () => {
    expect(await change('个百分点', '150')).toEqual([expect.stringContaining('第2行（D2）：“复核值”应在 -100 到 100 之间')])
    expect(await change('个百分点', '-3')).toEqual([])
    expect(await change('%', '150')).toEqual([])
  })
})
