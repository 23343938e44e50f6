/** Scoring from the command line: run, the workbook's review columns, the decisions file, and scoring again from the result files alone. */
import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { needsRoom } from '../../pipeline/cli/room.ts'
import { decisionsYaml, readWorkbookDecisions } from '../../pipeline/decisions-from-workbook.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { packageRoot } from '../../pipeline/package.ts'
import { number, text } from '../../reports/workbook/cell.ts'
import { workbookPackage } from '../../reports/workbook/package.ts'
import { type ReviewField, reviewColumns } from '../../reports/workbook/sheets/review-columns.ts'
import { targetOf } from '../../rules/scoring/decision-target.ts'
import { parseDecisions } from '../../rules/scoring/decisions.ts'
import { createWorkspace, type Outcome, report, type Workspace, zhijian } from '../support/workspace.ts'

let workspace: Workspace
const call = (...args: string[]): Promise<Outcome> => zhijian(args, workspace.path('缓存'))
const lines = (file: string): Record<string, unknown>[] =>
  readFileSync(workspace.path(file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

beforeAll(async () => {
  workspace = createWorkspace({
    '材料/乌苏市第三季度质量状况分析报告.txt': report('乌苏市', '三', 90),
    '决定.yaml':
      'decisions:\n  - { about: item, county: 乌苏市, period: 2020-Q3, item: industrial_sampling, value: 95, reason: 现场核实, by: 复核员, on: "2021-01-05" }\n',
    '错.yaml':
      'decisions:\n  - { about: item, county: 乌苏市, period: 2020-Q3, item: industrial_samplin, value: 95, reason: 现场核实, by: 复核员, on: "2021-01-05" }\n',
  })
  await call('run', workspace.path('材料'), '--out', workspace.path('结果'))
})
afterAll(() => workspace.remove())

const sampling = (file = '结果/scores.jsonl') => {
  const wusu = lines(file)[1] as { quarters: { items: { item: string }[] }[] }
  return wusu.quarters[2]?.items.find(({ item }) => item === 'industrial_sampling')
}

describe('scores', () => {
  it('are written by run: the scheme, then every county, with what each point rests on', () => {
    expect(lines('结果/scores.jsonl').map(({ record }) => record)).toEqual(['scheme', ...Array(7).fill('county')])
    expect(sampling()).toMatchObject({ shown: '7.00', uses: [{ record: 'value', evidence: { quote: '90%' } }] })
  })
  it('are the same when they are made again from the files alone', async () => {
    const before = readFileSync(workspace.path('结果/scores.jsonl'), 'utf8')
    const { code, stdout } = await call('score', workspace.path('结果'))
    expect(code).toBe(0)
    expect(stdout).toContain('乌苏市：')
    expect(readFileSync(workspace.path('结果/scores.jsonl'), 'utf8')).toBe(before)
  })
  it('follow the decisions, with run and with score', async () => {
    expect((await call('score', workspace.path('结果'), '--decisions', workspace.path('决定.yaml'))).code).toBe(0)
    expect(sampling()).toMatchObject({ shown: '8.00', state: 'decided', decisions: [1] })
    await call('run', workspace.path('材料'), '--out', workspace.path('又'), '--decisions', workspace.path('决定.yaml'))
    expect(readFileSync(workspace.path('又/scores.jsonl'), 'utf8')).toBe(readFileSync(workspace.path('结果/scores.jsonl'), 'utf8'))
  })
  it('are not made from decisions that are wrong: 2, with file, line and what is expected', async () => {
    const { code, stderr } = await call('score', workspace.path('结果'), '--decisions', workspace.path('错.yaml'))
    expect(code).toBe(2)
    expect(stderr).toMatch(/错\.yaml 第2行.*是不是“industrial_sampling”？/u)
  })
  it('are the same, and mistakes are told the same, where there are so many values that a thread with room makes them', async () => {
    cpSync(workspace.path('结果'), workspace.path('多'), { recursive: true })
    const flags = ['--scheme', join(packageRoot(), 'rules/schemes/tacheng-2020.yaml'), '--decisions']
    const asked = ['score', workspace.path('多'), ...flags, workspace.path('决定.yaml')]
    expect(needsRoom(asked)).toBe(false)
    appendFileSync(workspace.path('多/values.jsonl'), ' '.repeat(64 << 20))
    expect(needsRoom(asked)).toBe(true)
    const { code, stdout } = await call(...asked)
    expect(code).toBe(0)
    expect(stdout).toContain('乌苏市：')
    expect(readFileSync(workspace.path('多/scores.jsonl'), 'utf8')).toBe(readFileSync(workspace.path('结果/scores.jsonl'), 'utf8'))
    const wrong = await call('score', workspace.path('多'), ...flags, workspace.path('错.yaml'))
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toMatch(/错\.yaml 第2行/u)
  })
  it('are not made from a folder that is no result: 64', async () => expect((await call('score', workspace.path('材料'))).code).toBe(64))
})

describe('a feed that another program wrote', () => {
  it('is scored as docs/scoring.md has its example', async () => {
    const docs = readFileSync(new URL('../../docs/scoring.md', import.meta.url), 'utf8')
    const [, example = ''] = /## The feed[\s\S]*?```json\n([\s\S]*?)```/u.exec(docs) ?? []
    for (const [file, records] of Object.entries(JSON.parse(example) as Record<string, object[]>))
      workspace.write(`外来/${file}`, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
    const { code, stderr } = await call('score', workspace.path('外来'))
    expect([code, stderr]).toEqual([0, ''])
    const wusu = lines('外来/scores.jsonl')[1] as { quarters: { items: Earned[] }[]; yearly: Earned[] }
    const shown = new Map([...(wusu.quarters[2]?.items ?? []), ...wusu.yearly].map((each) => [each.item, each.shown]))
    expect(['industrial_sampling', 'report_submitted', 'report_timely', 'training', 'achievements'].map((id) => shown.get(id))).toEqual([
      '7.50',
      '10.00',
      '3.00',
      '6.00',
      '1.00',
    ])
  })
})
type Earned = { readonly item: string; readonly shown: string }

describe('the papers of a scoring', () => {
  const form = (folder: string, name: string): Buffer => readFileSync(workspace.path(`${folder}/反馈表/${name}`))

  it('are written by run, and by score anew with the decisions: the same bytes', () => {
    expect(readdirSync(workspace.path('又/反馈表')).sort()).toEqual(readdirSync(workspace.path('结果/反馈表')).sort())
    for (const name of ['乌苏市-2020-Q3.docx', '乌苏市-2020.docx', '乌苏市-2020.xlsx', '各县（市）-2020.docx', '各县（市）-2020.xlsx'])
      expect(form('结果', name).equals(form('又', name)), name).toBe(true)
  })
  it('are with run and with score the same draft of the bulletin, and the same sources', async () => {
    const draft = (folder: string, name: string): Buffer => readFileSync(workspace.path(`${folder}/${name}`))
    for (const name of ['通报（草稿）.docx', 'bulletin.jsonl']) expect(draft('结果', name).equals(draft('又', name)), name).toBe(true)
    expect(lines('又/bulletin.jsonl').find(({ id }) => id === 'result.materials')).toMatchObject({
      number: 3,
      sources: [{ county: '乌苏市', record: 'document' }],
    })
  })
  it('have the overview among them, and the page is renewed: the same bytes as those of a run', () => {
    for (const name of ['总览-2020.docx', 'report.html'])
      expect(readFileSync(workspace.path(`结果/${name}`)).equals(readFileSync(workspace.path(`又/${name}`))), name).toBe(true)
  })
  it('are said to be made anew, and what became of the page', async () => {
    expect((await call('score', workspace.path('结果'), '--decisions', workspace.path('决定.yaml'))).stdout).toContain(
      'report.html 的总览和评分已更新',
    )
    const page = readFileSync(workspace.path('结果/report.html'))
    writeFileSync(workspace.path('结果/report.html'), '<html></html>')
    expect((await call('score', workspace.path('结果'), '--decisions', workspace.path('决定.yaml'))).stdout).toContain(
      'report.html 不是带评分的审读网页，未更新',
    )
    expect(readFileSync(workspace.path('结果/report.html'), 'utf8')).toBe('<html></html>')
    writeFileSync(workspace.path('结果/report.html'), page)
  })
  it('are taken away where another scheme does not ask for them, and what others put there is left', async () => {
    const scheme = readFileSync('rules/schemes/tacheng-2020.yaml', 'utf8').replace('[wusu, tacheng, ', '[wusu, ')
    writeFileSync(workspace.path('方案.yaml'), scheme)
    writeFileSync(workspace.path('又/反馈表/塔城市-批注.docx'), '')
    expect((await call('score', workspace.path('又'), '--scheme', workspace.path('方案.yaml'))).code).toBe(0)
    const left = readdirSync(workspace.path('又/反馈表'))
    expect(left.filter((name) => name.startsWith('塔城市'))).toEqual(['塔城市-批注.docx'])
    expect(left).toContain('乌苏市-2020-Q3.docx')
  })
  it('are left as they are with --no-papers', async () => {
    const before = form('又', '乌苏市-2020.docx')
    await call('score', workspace.path('又'), '--no-papers', '--date', '2021-01-06')
    expect(form('又', '乌苏市-2020.docx').equals(before)).toBe(true)
    await call('score', workspace.path('又'), '--date', '2021-01-06')
    expect(form('又', '乌苏市-2020.docx').equals(before)).toBe(false)
  })
  it('are without a draft of the bulletin where the scheme has no papers', async () => {
    const scheme = readFileSync('rules/schemes/tacheng-2020.yaml', 'utf8').replace(/^papers:\n(?: .*\n)+/mu, '')
    writeFileSync(workspace.path('无文件.yaml'), scheme)
    await call('score', workspace.path('又'), '--scheme', workspace.path('无文件.yaml'))
    expect(readdirSync(workspace.path('又')).filter((name) => /通报|bulletin/u.test(name))).toEqual([])
  })
})

describe('the workbook', () => {
  const { lexicon, scheme } = loadKnowledge()
  const written = (sheet: string, fields: readonly ReviewField[], rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> =>
    workbookPackage([
      {
        name: sheet,
        columns: [{ title: '县市', width: 10 }, ...reviewColumns(fields)],
        rows: rows.map((row) => [text('乌苏市'), ...row.map((each) => (typeof each === 'number' ? number(each) : text(each)))]),
      },
    ])
  const read = async (...given: Parameters<typeof written>) =>
    readWorkbookDecisions(await written(...given), { today: '2021-01-06', lexicon, scheme })

  it('of a run has room for decisions, and none of them is one', async () => {
    const { code, stderr } = await call('decisions', workspace.path('又/提取结果.xlsx'))
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('都是空的') })
    const book = strFromU8(unzipSync(readFileSync(workspace.path('又/提取结果.xlsx')))['xl/workbook.xml'] ?? new Uint8Array())
    for (const sheet of ['得分', '评分', '分项', '季度和等级', '待核']) expect(book).toContain(`name="${sheet}"`)
  })
  it('gives points, values and what does not apply, in a file that is read back', async () => {
    const id = '乌苏市/2020-Q3/industrial_sampling'
    const { decisions, mistakes } = await read(
      '评分',
      ['value', 'points'],
      [
        ['', 5, '现场核实', '复核员', '2021/1/5', id],
        [92.5, '', '补报数据', '复核员', '', id],
        ['不涉及', '', '没有此类企业', '复核员', '', '托里县/2020-Q4/fundraising'],
        ['', '', '', '', '', id],
      ],
    )
    expect(mistakes).toEqual([])
    expect(parseDecisions({ path: '决定.yaml', text: decisionsYaml(decisions) }, scheme, lexicon)).toMatchObject([
      { about: 'item', county: 'wusu', period: '2020-Q3', points: 5, on: '2021-01-05', number: 1 },
      { about: 'item', value: 92.5, on: '2021-01-06' },
      { about: 'item', county: 'tuoli', applies: false },
    ])
  })
  it('gives corrections of values, achievements, facts and documents', async () => {
    const signed = ['核实', '复核员', '', 'abc']
    expect(
      (
        await read(
          '指标值',
          ['value'],
          [
            ['91.2%', ...signed],
            ['不采用', ...signed],
          ],
        )
      ).decisions,
    ).toMatchObject([{ about: 'value', id: 'abc', to: '91.2%' }, { reject: true }])
    expect((await read('待复核', ['value'], [['91.2%', ...signed]])).decisions).toMatchObject([{ about: 'value', id: 'abc', to: '91.2%' }])
    expect(
      (
        await read(
          '成果',
          ['value'],
          [
            ['已申报', ...signed],
            ['国家级', ...signed],
          ],
        )
      ).decisions,
    ).toMatchObject([{ status: 'applied' }, { level: 'national' }])
    expect((await read('创新做法', ['value'], [['不采用', ...signed]])).decisions).toMatchObject([
      { about: 'practice', id: 'abc', reject: true },
    ])
    expect((await read('创新做法', ['value'], [['写得更好', ...signed]])).mistakes).toEqual([
      '工作表“创新做法”第2行（B2）：“复核值”应为“不采用”；做法的文字请在通报草稿里改',
    ])
    expect((await read('事实', ['value'], [['否', ...signed]])).decisions).toMatchObject([{ about: 'fact', answer: 'no' }])
    expect(
      (await read('文件清单', ['county', 'period', 'kind'], [['托里县', '2020年第三季度', '工作总结', ...signed]])).decisions,
    ).toMatchObject([{ about: 'document', county: '托里县', period: '2020-Q3', kind: 'summary' }])
  })
  it('gives corrections of values as bounds, ranges and amounts, and of what they are of', async () => {
    const signed = ['核实', '复核员', '', 'abc']
    const { decisions, mistakes } = await read(
      '指标值',
      ['value', 'indicator', 'county', 'period'],
      [
        ['≥91', '', '', '', ...signed],
        ['95%—97%', '', '', '', ...signed],
        ['120余万元', '质量工作经费', '', '', ...signed],
        ['', '', '托里', '2020年第三季度', ...signed],
      ],
    )
    expect(mistakes).toEqual([])
    expect(parseDecisions({ path: '决定.yaml', text: decisionsYaml(decisions) }, scheme, lexicon)).toMatchObject([
      { about: 'value', to: { value: 91, comparator: '>=', unit: '' } },
      { to: { value: 95, upper: 97, comparator: '=', unit: '%' } },
      { to: { value: 1_200_000, comparator: '>', unit: '元' }, indicator: 'quality_budget' },
      { county: 'tuoli', period: '2020-Q3' },
    ])
    const complaint = async (...cells: string[]) =>
      (await read('指标值', ['value', 'indicator', 'county', 'period'], [[...cells, ...signed]])).mistakes[0]
    expect(await complaint('很高', '', '', '')).toBe(
      '工作表“指标值”第2行（B2）：“复核值”应为数字，如 92.5、≥91、约85、91—95、120余万元，或“不采用”',
    )
    expect(await complaint('', '合格的比率', '', '')).toContain('（C2）：“复核指标”：指标库中没有“合格的比率”')
    expect(await complaint('', '', '乌苏镇', '')).toContain('（D2）：“复核县市”：没有名为“乌苏镇”的县（市）')
    expect(await complaint('', '', '', '秋天')).toContain('（E2）：“复核期间”写作 2020年第三季度')
    expect(await complaint('92批次', '工业产品质量监督抽查合格率', '', '')).toContain('（B2）：“复核值”的单位是“批次”，应为“%”')
    expect(await complaint('不采用', '', '托里县', '')).toContain('不要再填其他复核列')
  })
  it('gives single parts of an item that reads several things', async () => {
    const signed = ['核实', '复核员', '']
    const id = (part: string) => `乌苏市/2020-Q3/report_quality/assessment:${part}`
    const { decisions, mistakes } = await read(
      '分项',
      ['value'],
      [
        ['充分', ...signed, id('comparison')],
        ['口号', ...signed, id('measures')],
      ],
    )
    expect(mistakes).toEqual([])
    expect(parseDecisions({ path: '决定.yaml', text: decisionsYaml(decisions) }, scheme, lexicon)).toMatchObject([
      { about: 'item', item: 'report_quality', of: 'assessment:comparison', value: '充分' },
      { about: 'item', item: 'report_quality', of: 'assessment:measures', value: '口号' },
    ])
    expect((await read('分项', ['value'], [['很好', ...signed, id('comparison')]])).mistakes).toEqual([
      '工作表“分项”第2行（B2）：“质量状况分析报告质量”的复核值应为 充分、不足、没有 之一',
    ])
    expect((await read('评分', ['value', 'points'], [['充分', '', ...signed, '乌苏市/2020-Q3/report_quality']])).mistakes[0]).toContain(
      '请填复核得分（points），或在“分项”表里逐项填写',
    )
  })
  it('gives quarters’ scores, vetoes and grades', async () => {
    const signed = ['核实', '复核员', '']
    const { decisions, mistakes } = await read(
      '季度和等级',
      ['value'],
      [
        [91.25, ...signed, '乌苏市/2020-Q1'],
        ['未发生', ...signed, '乌苏市/2020/否决/regional_systemic_event'],
        ['B级', ...signed, '托里县/2020/等级'],
      ],
    )
    expect(mistakes).toEqual([])
    expect(parseDecisions({ path: '决定.yaml', text: decisionsYaml(decisions) }, scheme, lexicon)).toMatchObject([
      { about: 'quarter', county: 'wusu', period: '2020-Q1', score: 91.25 },
      { about: 'veto', county: 'wusu', veto: 'regional_systemic_event', answer: 'no' },
      { about: 'grade', county: 'tuoli', grade: 'B' },
    ])
    expect((await read('季度和等级', ['value'], [['也许', ...signed, '乌苏市/2020/否决/regional_systemic_event']])).mistakes[0]).toContain(
      '应为 发生、未发生 之一',
    )
  })
  it('takes back what was decided before', async () => {
    const { decisions, withdrawn } = await read('评分', ['value', 'points'], [['撤销', '', '', '', '', '乌苏市/2020-Q3/training']])
    expect(decisions).toEqual([])
    expect(withdrawn).toEqual([targetOf({ about: 'item', county: '乌苏市', period: '2020-Q3', item: 'training' })])
  })
  it('says where two sheets decide one thing differently, and counts once what they decide alike', async () => {
    const sheet = (name: string, value: number) => ({
      name,
      columns: [{ title: '县市', width: 10 }, ...reviewColumns(['value'])],
      rows: [[text('乌苏市'), number(value), text('核实'), text('复核员'), text(null), text('abc')]],
    })
    const together = async (one: number, other: number) =>
      readWorkbookDecisions(await workbookPackage([sheet('指标值', one), sheet('待复核', other)]), { today: '2021-01-06', lexicon, scheme })
    expect((await together(91, 92)).mistakes).toEqual(['工作表“指标值”第2行和工作表“待复核”第2行是同一项，填写的内容不同，请只填一处'])
    expect((await together(91, 91)).decisions).toHaveLength(1)
  })
  it('adds to the file that holds what was decided before', async () => {
    const book = await written('评分', ['value', 'points'], [['是', '', '补报', '复核员', '2021-01-06', '乌苏市/2020-Q3/training']])
    writeFileSync(workspace.path('新.xlsx'), book)
    writeFileSync(workspace.path('旧决定.yaml'), readFileSync(workspace.path('决定.yaml')))
    const { code, stdout } = await call('decisions', workspace.path('新.xlsx'), '--out', workspace.path('旧决定.yaml'))
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('复核决定 2 条（原有 1 条；新增 1 条') })
    expect(readFileSync(workspace.path('旧决定.yaml'), 'utf8')).toMatch(/industrial_sampling[\s\S]*training/u)
    writeFileSync(workspace.path('别的.yaml'), 'items: []\n')
    const other = await call('decisions', workspace.path('新.xlsx'), '--out', workspace.path('别的.yaml'))
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('原有文件没有改动') })
    expect(readFileSync(workspace.path('别的.yaml'), 'utf8')).toBe('items: []\n')
  })
  it('is answered with sheet and row where something is missing', async () => {
    expect((await read('指标值', ['value'], [[91, '', '复核员', '', 'abc']])).mistakes).toEqual([
      '工作表“指标值”第2行（C2）：填写了复核内容，没有填写“理由”',
    ])
    expect((await read('指标值', ['value'], [[91, '核实', '', '', 'abc']])).mistakes[0]).toContain('没有填写“复核人”')
    expect((await read('指标值', ['value'], [['很高', '核实', '复核员', '', 'abc']])).mistakes[0]).toContain('应为数字')
    expect((await read('评分', ['value', 'points'], [['', '', '核实', '复核员', '', '乌苏市/2020-Q3/training']])).mistakes).toEqual([
      '工作表“评分”第2行（D2）：填写了“理由”，没有填写复核内容（复核值、复核得分）',
    ])
    expect((await read('季度和等级', ['value'], [['优秀', '核实', '复核员', '', '托里县/2020/等级']])).mistakes).toEqual([
      '工作表“季度和等级”第2行（B2）：没有“优秀”，应为 A、B、C、D 之一',
    ])
  })
  it('is answered for each column that is wrong, also of one row', async () => {
    const row = ['和田市', '2020年第5季度', '小说', '', '复核员', '', 'abc']
    const { mistakes } = await read('文件清单', ['county', 'period', 'kind'], [row])
    expect(mistakes.map((words) => /^工作表“文件清单”第2行（(\w+)）：(?:“|.*没有填写“)(.+?)”/u.exec(words)?.slice(1).join())).toEqual([
      'B2,复核县市',
      'C2,复核期间',
      'D2,复核类别',
      'E2,理由',
    ])
    const value = await read('指标值', ['value', 'indicator'], [['很高', '无此指标', '', '', '', 'abc']])
    expect(value.mistakes).toHaveLength(4)
  })
  it('refuses of an indicator’s value what it cannot be, by the indicator of the row', async () => {
    const columns = ['指标', '角色', '单位'].map((title) => ({ title, width: 10 }))
    const book = (role: string) => ({
      name: '指标值',
      columns: [...columns, ...reviewColumns(['value'])],
      rows: [['工业产品质量监督抽查合格率', role, '%', '915', '核实', '复核员', null, 'abc'].map((each) => text(each))],
    })
    const mistakesOf = async (role: string) =>
      readWorkbookDecisions(await workbookPackage([book(role)]), { today: '2021-01-06', lexicon, scheme }).mistakes
    expect(await mistakesOf('实际值')).toEqual(['工作表“指标值”第2行（D2）：“复核值”应在 0 到 100 之间'])
    expect(await mistakesOf('变化量')).toEqual([])
  })
  it('that is none is answered with 2', async () => {
    writeFileSync(workspace.path('坏.xlsx'), '不是工作簿')
    const { code, stderr } = await call('decisions', workspace.path('坏.xlsx'))
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('工作簿未能读取') })
  })
})
