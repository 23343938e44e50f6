/** 反馈表 read back with readers of their own: mammoth for the .docx, SheetJS for the .xlsx. */
import { strFromU8, unzipSync } from 'fflate'
import { parseDocument } from 'htmlparser2'
import mammoth from 'mammoth'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as XLSX from 'xlsx'
import { KnowledgeError } from '../../../extractors/yaml.ts'
import { formFiles, formNames } from '../../../reports/papers/form/form-names.ts'
import { forms } from '../../../reports/papers/form/forms.ts'
import { parseFormWording } from '../../../reports/papers/form/wording.ts'
import { overviewFacts } from '../../../reports/papers/overview/read-facts.ts'
import { decidedScores, formSettings, formWordingText, scores, tested } from '../../support/form-speech.ts'
import { overviewInput } from '../../support/overview-given.ts'
import { schemeAround, scoresOf } from '../../support/scoring.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]
const textOf = (node: Node): string => ('data' in node ? node.data : 'children' in node ? node.children.map(textOf).join(' ') : '')
const all = (node: Node, name: string): Node[] =>
  'children' in node
    ? node.children.flatMap((child) => [...('name' in child && child.name === name ? [child] : []), ...all(child, name)])
    : []

async function fileOf(name: string, given = scores, settings = formSettings): Promise<Uint8Array> {
  const file = (await forms(given, settings)).find((each) => each.name === `反馈表/${name}`)
  if (file === undefined) throw new Error(`no ${name}`)
  return file.content
}

/** The rows of every table, and the paragraphs outside them. */
async function read(name: string, given = scores, settings = formSettings) {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(await fileOf(name, given, settings)) })
  expect(messages.filter(({ type }) => type === 'error')).toEqual([])
  const document = parseDocument(value)
  const tables = document.children.flatMap((child) => ('name' in child && child.name === 'table' ? [child] : []))
  const rows = tables.flatMap((table) =>
    all(table, 'tr').map((row) => [...all(row, 'th'), ...all(row, 'td')].map((cell) => textOf(cell).trim())),
  )
  const lines = document.children.flatMap((child) => ('name' in child && child.name === 'p' ? [textOf(child)] : []))
  return { rows, lines }
}

const rowsOf = (bytes: Uint8Array, sheet: string): unknown[][] => {
  const book = XLSX.read(bytes)
  const found = book.Sheets[sheet]
  if (found === undefined) throw new Error(`no ${sheet} among ${book.SheetNames.join()}`)
  return XLSX.utils.sheet_to_json(found, { header: 1 })
}

afterEach(() => {
  vi.useRealTimers()
})

describe('a quarter whose score a person decided', () => {
  const given = scoresOf(
    schemeAround(tested, {}, ['wusu', 'tacheng']),
    ['2020-Q1', '2020-Q2', '2020-Q3', '2020-Q4'].flatMap((period) => ['wusu', 'tacheng'].map((county) => ({ county, period, given: {} }))),
    [{ about: 'quarter', county: 'tacheng', period: '2020-Q3', score: 95 }],
  )

  it('asks the county for nothing more, in print and in the workbook', async () => {
    const year = await read('塔城市-2020.docx', given)
    expect(year.lines.join()).toContain('2020年第三季度得分由人工评定：现场核实（复核员，2021年1月5日）。')
    expect(year.lines.join()).toContain('年度得分已核定')
    expect(year.rows.find(([name]) => name === '工业产品<抽查>合格率')?.[3]).toBe('随季度评定')
    expect(year.lines).toEqual(expect.arrayContaining(['一、各季度得分、折算和累计', '二、各项目全年得分（得分/分值）']))
    const quarter = await read('塔城市-2020-Q3.docx', given)
    expect([...year.rows, ...quarter.rows].flat().join()).not.toContain('请补报')
    const states = rowsOf(await fileOf('塔城市-2020.xlsx', given), '2020年第三季度').map((row) => row[8])
    expect(states).toContain('随季度评定')
    expect(states).not.toContain('待核')
  })

  it('marks the other county’s open quarter on the form of all', async () => {
    const { rows } = await read('各县（市）-2020.docx', given)
    expect(rows.find(([name]) => name === '塔城市')?.[3]).toBe('95.00')
    expect(rows.find(([name]) => name === '乌苏市')?.[3]).toMatch(/^\d+\.\d\d\s*暂定$/u)
  })
})

describe('a year of which no item is open', () => {
  const quarters = ['2020-Q1', '2020-Q2', '2020-Q3', '2020-Q4']
  const veto = {
    id: 'event',
    name: '质量安全事件',
    when: { indicator: { indicator: 'regional_systemic_quality_event' }, op: '>=', value: 1 },
    grade: 'D',
  }
  const published = (scores: readonly number[], vetoes: readonly object[] = []) =>
    scoresOf(
      schemeAround(tested, { vetoes }),
      [],
      scores.map((score, index) => ({ about: 'quarter', county: 'wusu', period: quarters[index], score })),
    )
  const said = async (given: typeof scores): Promise<string> => (await read('乌苏市-2020.docx', given)).lines.join('\n')

  it('waits for the quarters that are missing, and for no items', async () => {
    const text = await said(published([90, 90]))
    expect(text).toContain('已考核2/4个季度，没有待核项目；缺报的季度补报后在40.5分至95.5分之间')
    expect(text).toContain('缺报的2020年第三季度、2020年第四季度未定，等级不能断定。')
    expect(text).not.toMatch(/(?:^|[^\d])0项/u)
  })

  it('has no score where nothing was scored, and no table without rows', async () => {
    const { rows, lines } = await read('乌苏市-2020.docx', published([]))
    expect(rows.find(([name]) => name === '年度得分')?.slice(2, 4)).toEqual(['—', '0—100'])
    expect(lines.join()).not.toContain('各项目全年得分')
  })

  it('is settled where only the grade hangs on a veto', async () => {
    const text = await said(published([80, 80, 80, 80], [veto]))
    expect(text).toContain('年度得分已核定，等级未定。')
    expect(text).toContain('等级是否会变：等级取决于否决事项“质量安全事件”。')
    const { rows } = await read('各县（市）-2020.docx', published([80, 80, 80, 80], [veto]))
    expect(rows[1]?.[6]).toBe('80.00')
  })

  // 0.9 × 76 = 68.4, and 78.4 with the best of fourth quarters: C unless the event happened
  it('names no missing quarter where only the veto decides', async () => {
    const given = scoresOf(
      schemeAround(tested, { vetoes: [veto] }),
      [],
      quarters.slice(1).map((period) => ({ about: 'quarter', county: 'wusu', period, score: 76 })),
    )
    expect(await said(given)).toContain('等级是否会变：等级取决于否决事项“质量安全事件”。')
    const [row] = overviewFacts({ ...overviewInput, scores: given }).deciding
    expect(row?.words).toBe('否决事项“质量安全事件”')
  })

  it('shows the score that the grade was decided on, in print and in the workbooks', async () => {
    const given = published([90, 90, 90, 89.999])
    const { rows } = await read('乌苏市-2020.docx', given)
    expect(rows.find(([name]) => name === '年度得分')?.slice(2, 4)).toEqual(['89.99985', '89.99985'])
    expect((await read('各县（市）-2020.docx', given)).rows[1]?.[6]).toBe('89.99985')
    expect(rowsOf(await fileOf('乌苏市-2020.xlsx', given), '年度').flat()).toContain(89.99985)
    expect(rowsOf(await fileOf('各县（市）-2020.xlsx', given), '汇总')[1]).toContain(89.99985)
  })

  // 87.4999 and 2.5: shown as 87.5 they would make 90.
  it('rounds nothing that adds up to such a score', async () => {
    const bonus = { kind: 'bonus', in: 'year', points: 2.5, rule: { form: 'constant', points: 2.5 } }
    const scored = quarters.map((period) => ({ about: 'quarter', county: 'wusu', period, score: 87.4999 }))
    const given = scoresOf(schemeAround({ ...bonus, name: '所测项目', part: '加扣', standard: '见规则' }), [], scored)
    const { rows, lines } = await read('乌苏市-2020.docx', given)
    expect(lines.join('\n')).toContain('各季度折算合计87.4999分，计入加分、扣分后为89.9999分。')
    expect(rows.find(([name]) => name === '2020年第四季度')?.slice(2, 6)).toEqual(['87.4999', '87.4999', '13.124985', '87.4999'])
    const quarter = await read('乌苏市-2020-Q1.docx', given)
    expect(quarter.rows[1]?.slice(0, 2)).toEqual(['87.4999', '87.4999'])
    expect((await read('各县（市）-2020.docx', given)).rows[1]?.[1]).toBe('87.4999')
    const year = rowsOf(await fileOf('乌苏市-2020.xlsx', given), '年度')
    expect(year.find(([name]) => name === '年度得分')?.slice(2, 5)).toEqual([89.9999, 89.9999, 89.9999])
    expect(year.find(([name]) => name === '2020年第一季度')?.slice(2, 5)).toEqual([87.4999, 87.4999, 87.4999])
  })

  it('rounds where no bound is near', async () => {
    const { rows } = await read('乌苏市-2020.docx', published([87.4999, 87.4999, 87.4999, 89.9999]))
    expect(rows[1]?.slice(2, 4)).toEqual(['87.50', '87.5'])
    expect(rows[4]?.slice(2, 4)).toEqual(['89.9999', '89.9999'])
  })
})

describe('bonus and penalty', () => {
  const of = (item: object, given: Record<string, unknown>, county = 'wusu') =>
    scoresOf(schemeAround({ ...item, name: '所测项目', part: '加扣', standard: '见规则' }), [{ county, period: '2020-Q3', given }])
  const honours = Array.from({ length: 6 }, (_, index) => ({
    title: `国家级绿色工厂第${index + 1}批`,
    holder: `${'甲乙丙丁戊己'.charAt(index)}有限责任公司`,
    level: 'national',
    quote: `${'甲乙丙丁戊己'.charAt(index)}有限责任公司在全国评选中被评为国家级绿色工厂第${index + 1}批，`.repeat(3),
  }))

  it('prints every honour with its points and its words: nothing is left to the workbook', async () => {
    const bonus = { kind: 'bonus', in: 'year', points: 5, rule: { form: 'awards', levels: { national: 0.5 } } }
    const { rows } = await read('乌苏市-2020.docx', of(bonus, { achievements: honours }))
    const row = rows.find((each) => each[1] === '所测项目') ?? []
    for (const { title, holder, quote } of honours) {
      expect(row[4]).toContain(`${holder} ${title}（国家级，0.5 分）`)
      expect(row[5]).toContain(quote)
    }
    expect(row.join()).not.toContain('电子版')
  })

  describe('within the scheme’s cap', () => {
    const bonus = { kind: 'bonus', in: 'year', points: 5, rule: { form: 'awards', levels: { national: 1 } } }
    const within = (caps: object) =>
      scoresOf(schemeAround({ ...bonus, name: '所测项目', part: '加扣', standard: '见规则' }, { settings: { caps } }), [
        { county: 'wusu', period: '2020-Q3', given: { achievements: honours.slice(0, 4) } },
      ])
    const given = within({ bonus: 2 })
    const cut = '加分：各项合计4分，加分合计最多计2分，计入2分；扣分：无。'

    it('shows what was gained, the most that counts, and what counts', async () => {
      const { rows, lines } = await read('乌苏市-2020.docx', given)
      expect(rows.find((each) => each[1] === '所测项目')?.[3]).toBe('4.00')
      expect(rows.find(([name]) => name === '计入的加、扣分')?.[4]).toBe('2')
      expect(lines.join('\n')).toContain(cut)
      const all = await read('各县（市）-2020.docx', given)
      expect(all.rows[1]?.[5]).toBe('2 加4，最多计2')
    })

    it('and so do the workbooks, whose parts add up to the year', async () => {
      const book = await fileOf('乌苏市-2020.xlsx', given)
      expect(rowsOf(book, '年度').find(([name]) => name === '计入的加、扣分')).toEqual(
        expect.arrayContaining([2, expect.stringContaining(cut)]),
      )
      const [head = [], row = []] = rowsOf(await fileOf('各县（市）-2020.xlsx', given), '汇总')
      const at = (title: string): unknown => row[head.indexOf(title)]
      expect([at('加分'), at('计入加分'), at('扣分'), at('计入的加、扣分')]).toEqual([4, 2, 0, 2])
      const running = row[head.lastIndexOf('累计得分')]
      expect(Number(running) + 2).toBe(at('年度得分'))
    })

    it('says where the year’s own cap cuts', async () => {
      expect((await read('乌苏市-2020.docx', given)).lines.join('\n')).toMatch(/计入加分、扣分后为[\d.]+—102分，年度得分最高100分。/u)
      const without = await read('乌苏市-2020.docx', within({ bonus: 2, annual: null }))
      expect(without.lines.join('\n')).not.toContain('年度得分最高')
    })
  })

  it('says of a quarter how items that do not apply make the others count for the whole', async () => {
    const applies = { about: 'item', county: 'wusu', period: '2020-Q3', item: 'tested', applies: false }
    const given = scoresOf(schemeAround(tested), [{ county: 'wusu', period: '2020-Q3', given: {} }], [applies])
    expect((await read('乌苏市-2020-Q3.docx', given)).lines.join('\n')).toContain(
      '各项得分合计94分（满分94分）；不涉及的1项（工业产品<抽查>合格率）不计，其余各项按比例折算为100分。',
    )
  })

  it('shows of a penalty what it takes away, and not as points that were missed', async () => {
    const penalty = { kind: 'penalty', points: 2, rule: { form: 'count', of: { checks: { severity: 'error' } }, each: -0.5, start: 0 } }
    const none = await read('乌苏市-2020.docx', of(penalty, {}))
    expect(none.rows.find(([name]) => name === '所测项目')?.[3]).toBe('未扣分')
    const some = of(penalty, { errors: 1 })
    expect((await read('乌苏市-2020.docx', some)).rows.find(([name]) => name === '所测项目')?.[3]).toBe('扣0.5分')
    expect((await read('乌苏市-2020-Q3.docx', some)).rows.find((each) => each[1] === '所测项目')?.[2]).toBe('最多扣2')
  })

  it('says of a part that holds open items that its sum is provisional', async () => {
    const { rows } = await read('塔城市-2020-Q3.docx')
    expect(rows.flat()).toContain('产品质量（分值6分，含待核项目暂计6分）')
  })
})

describe('the printed workbook', () => {
  it('goes over as many pages side by side as its letters need, county or item on each', async () => {
    const parts = unzipSync(await fileOf('乌苏市-2020.xlsx'))
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
    expect(part('xl/worksheets/sheet1.xml')).toContain('fitToWidth="1"')
    expect(part('xl/worksheets/sheet2.xml')).toContain('fitToWidth="2"')
    expect(part('xl/workbook.xml')).toContain("$A:$B,'2020年第一季度'!$1:$1")
  })
})

describe('the form of a county’s quarter', () => {
  it('says of each item its points, its score, why points were lost, what that rests on and what to mend', async () => {
    const { rows } = await read('乌苏市-2020-Q3.docx')
    const row = rows.find((each) => each[1] === '工业产品<抽查>合格率') ?? []
    expect(row[2]).toBe('6')
    expect(row[3]).toBe('0.00')
    expect(row[4]).toMatch(/^扣6分 .*88%（2020年第三季度，正文）/u)
    expect(row[5]).toBe('报告.docx “88”')
    expect(row[6]).toBe('请分析不合格原因')
  })

  it('sums up: score, weight, weighted part and running total', async () => {
    const { rows, lines } = await read('乌苏市-2020-Q3.docx')
    expect(rows[1]).toEqual(['94.00', '94', '40%', '37.60', '82.60', '0', '已核定'])
    expect(rows.at(-1)?.slice(0, 3)).toEqual(['合计', '100', '94.00'])
    expect(lines.join('\n')).toContain('主要失分项目：工业产品<抽查>合格率（失6分）')
  })

  it('shows what is open as open, with what was looked for and both bounds, and asks for no reasons that nobody owes', async () => {
    const { rows, lines } = await read('塔城市-2020-Q3.docx')
    const row = rows.find((each) => each[1] === '工业产品<抽查>合格率') ?? []
    expect(row[3]).toMatch(/^待核 暂计[\d.]+ 0—6$/u)
    expect(row[4]).toMatch(/^待核：未找到“工业产品质量监督抽查合格率”：在本期、累计的正文、表格/u)
    expect(row[6]).toBe(formSettings.wording.openAdvice)
    expect(rows[1]?.slice(1, 2)).toEqual(['94—100'])
    expect(lines.join('\n')).toContain('本季度得分为暂定：1项待核，全部核定后在94分至100分之间')
  })

  it('says that nothing came in', async () => {
    const { rows, lines } = await read('乌苏市-2020-Q4.docx')
    expect(rows[1]?.[0]).toBe('缺报')
    expect(lines.join('\n')).toContain('没有收到材料，按缺报列示（权重15%）')
  })

  it('prints long reasons up to a mark and short ones side by side; the workbook has the whole', async () => {
    const long = `对比分析：不足（正文只有1处（同比）对比，${'缺少与上季度、目标值的对比，'.repeat(18)}请补充）`
    const why = [long, '问题查找：具体', '原因分析：有']
    const given = JSON.parse(JSON.stringify(scores)) as typeof scores
    const item = given.counties[0]?.quarters[2]?.items[0]
    if (item === undefined) throw new Error('no item')
    Object.assign(item, { why })
    const { rows } = await read('乌苏市-2020-Q3.docx', given)
    const printed = (rows.find((each) => each[1] === item.name) ?? [])[4] ?? ''
    expect(printed).toMatch(
      /^扣6分 对比分析：不足（正文只有1处（同比）对比，(?:缺少与上季度、目标值的对比，)+[^；]*……）全文见本表电子版 问题查找：具体；原因分析：有$/u,
    )
    expect(printed.length).toBeLessThan(200)
    expect(
      rowsOf(await fileOf('乌苏市-2020.xlsx', given), '2020年第三季度')
        .flat()
        .join('\n'),
    ).toContain(long)
  })

  it('names who decided points, and what the program had found', async () => {
    const { rows } = await read('乌苏市-2020-Q3.docx', decidedScores)
    const row = rows.find((each) => each[1] === '工业产品<抽查>合格率') ?? []
    expect(row[3]).toBe('4.00')
    expect(row[4]).toContain('扣2分')
    expect(row[4]).toContain('人工复核：现场核实（复核员，2021年1月5日）；程序原得0分')
  })
})

describe('the form of a county’s year', () => {
  it('weighs and sums the quarters, and states what is provisional', async () => {
    const { rows, lines } = await read('乌苏市-2020.docx')
    expect(rows.slice(1, 6)).toEqual([
      ['2020年第一季度', '10%', '100.00', '100', '10.00', '10.00', '0'],
      ['2020年第二季度', '35%', '100.00', '100', '35.00', '45.00', '0'],
      ['2020年第三季度', '40%', '94.00', '94', '37.60', '82.60', '0'],
      ['2020年第四季度', '15%', '缺报', '0—100', '缺报', '82.60（82.6—97.6）', '0'],
      ['年度得分', '', '82.60', '82.6—97.6', '', '', ''],
    ])
    const said = lines.join('\n')
    expect(said).toContain('3/4季度，暂定')
    expect(said).toContain('已考核3/4个季度')
    expect(said).toContain('缺报的2020年第四季度')
  })

  it('lists every item over the quarters and what it cost of the year', async () => {
    const { rows } = await read('乌苏市-2020.docx')
    expect(rows.find(([name]) => name === '工业产品<抽查>合格率')).toEqual([
      '工业产品<抽查>合格率',
      '—',
      '—',
      '0/6',
      '—',
      '2.4',
      '请分析不合格原因',
    ])
  })

  it('asks for what an open item lacks, and does not say that it was failed', async () => {
    const { rows } = await read('塔城市-2020.docx')
    expect(rows.find(([name]) => name === '工业产品<抽查>合格率')?.at(-1)).toBe('请补报本项的数据、材料或说明')
  })

  it('lists what is open with its effect on the year', async () => {
    const { rows } = await read('塔城市-2020.docx')
    expect(rows.at(-1)?.slice(0, 5)).toEqual(['1', '2020年第三季度', '工业产品<抽查>合格率', '2.4', '否'])
  })
})

describe('the form of all counties', () => {
  it('is the bulletin’s annex: quarters, year and grade, then each quarter’s losses', async () => {
    const { rows, lines } = await read('各县（市）-2020.docx')
    expect(lines[0]).toContain('每季度考核情况反馈表')
    expect(rows[1]?.slice(0, 5)).toEqual(['乌苏市', '100.00', '100.00', '94.00', '缺报'])
    expect(rows[1]?.[6]).toMatch(/^82.60 暂定（82.6—97.6）/u)
    expect(rows.find(([county, period]) => county === '乌苏市' && period === '2020年第三季度')).toEqual(
      expect.arrayContaining(['37.60', '82.60', '工业产品<抽查>合格率（失6分）']),
    )
  })
})

describe('the workbooks', () => {
  it('hold a county’s quarters with whole quotes and full paths, and sums below', async () => {
    const bytes = await fileOf('乌苏市-2020.xlsx')
    const rows = rowsOf(bytes, '2020年第三季度')
    const head = rows[0] as string[]
    const of = (row: unknown[] | undefined, title: string): unknown => row?.[head.indexOf(title)]
    const row = rows.find((each) => each.includes('工业产品<抽查>合格率'))
    expect([of(row, '分值'), of(row, '得分'), of(row, '依据文件'), of(row, '原文')]).toEqual([6, 0, 'wusu/2020-Q3/报告.docx', '88'])
    expect(
      of(
        rows.find((each) => each.includes('合计')),
        '得分',
      ),
    ).toBe(94)
    expect(
      of(
        rows.find((each) => each.includes('累计得分')),
        '得分',
      ),
    ).toBe(82.6)
    expect(
      rowsOf(bytes, '年度')
        .slice(3, 6)
        .map((each) => each.slice(0, 7)),
    ).toEqual([
      ['2020年第三季度', '40%', 94, 94, 94, 37.6, 82.6],
      ['2020年第四季度', '15%', '缺报', 0, 100, undefined, 82.6],
      ['年度得分', undefined, 82.6, 82.6, 97.6, undefined, undefined],
    ])
  })

  it('hold all counties: every item, what was lost, what is open', async () => {
    const bytes = await fileOf('各县（市）-2020.xlsx')
    expect(
      rowsOf(bytes, '汇总')
        .slice(1)
        .map(([county]) => county),
    ).toEqual(['乌苏市', '塔城市'])
    expect(
      rowsOf(bytes, '失分')
        .slice(1)
        .map((row) => row.slice(0, 3)),
    ).toEqual([['乌苏市', '2020年第三季度', '工业产品<抽查>合格率']])
    expect(
      rowsOf(bytes, '待核')
        .slice(1)
        .map((row) => row.slice(0, 4)),
    ).toEqual([['塔城市', '2020年第三季度', '工业产品<抽查>合格率', 2.4]])
    expect(rowsOf(bytes, '明细').length).toBe(1 + 2 * 5 - 1)
  })
})

describe('the files', () => {
  it('are as many as are named, once each', async () => {
    const made = (await forms(scores, formSettings)).map(({ name }) => name).sort()
    expect(made).toEqual([...formFiles(scores)].sort())
    expect(new Set(made).size).toBe(2 * 6 + 2)
  })

  it('bear a short id where two counties have one name', () => {
    const [one, other] = scores.counties
    if (one === undefined || other === undefined) throw new Error('two counties')
    const { counties } = formNames({ ...scores, counties: [one, { ...other, county: one.county }] })
    expect(counties.map(({ workbook }) => workbook)).toEqual([
      `反馈表/乌苏市-${one.id.slice(0, 6)}-2020.xlsx`,
      `反馈表/乌苏市-${other.id.slice(0, 6)}-2020.xlsx`,
    ])
  })

  it('are the same bytes at another time', async () => {
    vi.useFakeTimers({ now: new Date('2021-01-01T08:00:00Z'), toFake: ['Date'] })
    const one = await forms(scores, formSettings)
    vi.setSystemTime(new Date('2023-06-05T20:00:00Z'))
    const other = await forms(scores, formSettings)
    for (const [index, { name, content }] of one.entries())
      expect(Buffer.from(other[index]?.content ?? []).equals(Buffer.from(content)), name).toBe(true)
  })

  it('are set across, every header row repeated, in the faces of the standard with other names for them', async () => {
    const parts = unzipSync(await fileOf('乌苏市-2020.docx'))
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
    const body = part('word/document.xml')
    expect(body).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/u)
    expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(body.match(/<w:tbl>/gu)?.length ?? -1)
    expect(part('word/styles.xml')).toContain('w:eastAsia="仿宋_GB2312"')
    expect(part('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>')
    expect(part('docProps/core.xml')).toContain('<dc:title>乌苏市2020年度质量工作考核情况反馈表</dc:title>')
  })
})

describe('the words of the forms', () => {
  it('answer a place that nothing fills with file and line', () => {
    const spoiled = formWordingText.replace('“{quote}”', '“{引文}”')
    expect(() => parseFormWording({ path: 'feedback-form.yaml', text: spoiled })).toThrow(KnowledgeError)
    expect(() => parseFormWording({ path: 'feedback-form.yaml', text: spoiled })).toThrow(
      /第\d+行 evidenceQuote：没有可以填写的“\{引文\}”/u,
    )
  })
})
