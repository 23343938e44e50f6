import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { workbook } from '../../../reports/workbook/workbook.ts'
import { context, hostile, result } from '../../support/run-result.ts'

let bytes: Uint8Array
let book: XLSX.WorkBook
const rows = (sheet: string): Record<string, string | number>[] => XLSX.utils.sheet_to_json(book.Sheets[sheet] ?? {}, { defval: '' })
const part = (path: string): string => strFromU8(unzipSync(bytes)[path] ?? new Uint8Array())

beforeAll(async () => {
  bytes = await workbook(result, context)
  book = XLSX.read(bytes.slice(), { type: 'array', cellFormula: true })
})

describe('the workbook', () => {
  it('has its sheets in the order in which they are read', () => {
    expect(book.SheetNames).toEqual([
      '总览',
      '指标值',
      '待复核',
      '成果',
      '事实',
      '创新做法',
      '分析质量',
      '雷同段落',
      '核对',
      '文件清单',
      '未解释数字',
    ])
  })

  it('is the same bytes when it is written again', async () => {
    expect(await workbook(result, context)).toEqual(bytes)
  })

  it('bears no time of the run', () => {
    expect(Object.keys(unzipSync(bytes)).filter((path) => path.startsWith('docProps'))).toEqual([])
    expect([...bytes.slice(10, 14)]).toEqual([0, 0, 0x21, 0x50])
  })

  it('says what each county sent and what is missing', () => {
    const [wusu, , tuoli, yumin] = rows('总览')
    expect(wusu?.['2020年第一季度\n质量状况分析报告']).toBe('已收到\n评价：合格')
    expect(wusu?.['缺报']).toBe('2020年工作总结')
    expect(tuoli?.['2020年第二季度\n质量状况分析报告']).toBe('已收到，部分未读出\n评价：薄弱')
    expect(tuoli?.['缺报']).toBe('2020年第四季度质量状况分析报告；2020年工作总结')
    expect(yumin?.['缺报']).toContain('2020年第一季度质量状况分析报告')
  })

  it('marks a submission that came after its day', () => {
    expect(rows('总览')[1]?.['2020年第二季度\n质量状况分析报告']).toBe('已收到\n评价：待复核\n逾期')
  })

  it('gives every fact with its answer, its place and what the document says otherwise', () => {
    expect(rows('事实')).toHaveLength(result.facts.length)
    expect(rows('事实')[0]).toMatchObject({ 县市: '乌苏市', 事实: '质量工作领导小组健全运行', 回答: '是', 原文: '本季度', 可信度: 0.95 })
    expect(rows('事实').find((row) => row['回答'] === '未明确')?.['同一文件的其他说法']).toBe('否：97%以上')
  })

  it('offers each practice with its sentence, why it was chosen, and a way to its file', () => {
    expect(rows('创新做法')).toEqual([
      expect.objectContaining({
        县市: '乌苏市',
        期间: '2020年第一季度',
        '做法（原文）': '一是由县市场监督管理局在下季度末前对3家滴灌带企业复检',
        选出的理由: '写明是新做法：试点、推行…二维码',
        文件: result.practices[0]?.file,
      }),
    ])
    expect(book.Sheets['创新做法']?.['F2']?.l?.Target).toBe("#'文件清单'!A2")
  })

  it('lists what is doubtful first for review, the least sure on top, with room for a decision', () => {
    const doubtful = result.values.filter(({ confidence, notes }) => confidence < 0.9 || notes.length > 0)
    expect(doubtful.length).toBeGreaterThan(0)
    expect(rows('待复核').map((row) => row['编号'])).toHaveLength(doubtful.length)
    const sureness = rows('待复核').map((row) => Number(row['可信度']))
    expect(sureness).toEqual([...sureness].sort((a, b) => a - b))
    expect(rows('待复核')[0]).toHaveProperty('复核人')
  })

  it('gives every value with its sentence, its target and whether it is met', () => {
    expect(rows('指标值')).toHaveLength(result.values.length)
    expect(rows('指标值')[0]).toMatchObject({
      县市: '乌苏市',
      期间: '2020年第一季度',
      指标: '工业产品质量监督抽查合格率',
      类别: '产品',
      角色: '实际值',
      值: 92.3,
      单位: '%',
      比较符: '等于',
      目标: '≥91%',
      达标情况: '达标',
      原文: '92.3%',
      页: 1,
      可信度: 0.95,
    })
    expect(rows('指标值')[0]?.['原文摘录']).toMatch(/^本季度工业产品质量监督抽查合格率为92\.3%.*的目标。$/u)
  })

  it('shows a table value with its whole row, its cell and its note', () => {
    expect(rows('指标值').find(({ 指标 }) => 指标 === '建材抽查批次')).toMatchObject({
      原文摘录: '建材 ｜ 20 ｜ 19',
      单元格: '表1!B3',
      备注: '单位取自表题',
      类别: '指标库外',
    })
  })

  it('tells every file’s fate, with the reason and what to do', () => {
    expect(rows('文件清单')).toHaveLength(result.documents.length)
    expect(rows('文件清单').find(({ 处理结果 }) => 处理结果 === '未能读取')).toMatchObject({
      说明与建议: '文件已加密，请提供无密码版本',
      代码: 'E_PDF_ENCRYPTED',
    })
    expect(rows('文件清单').find(({ 处理结果 }) => 处理结果 === '重复文件')?.['说明与建议']).toContain('与此文件重复：2020/乌苏市')
  })

  it('gives verdicts, findings and honours in Chinese', () => {
    expect(rows('分析质量').find(({ 县市 }) => 县市 === '托里县')).toMatchObject({
      评价: '薄弱',
      对比分析: '没有',
      改进措施: '口号',
      雷同占比: '无法评定',
    })
    expect(rows('核对')[0]).toMatchObject({ 程度: '错误', 类型: '比率与分子分母不符', 文中写作: 92.3, 核算结果: 95 })
    expect(rows('核对').find(({ 类型 }) => 类型 === '不同文件之间不一致')?.['原文摘录']).toMatch(/【2020\/乌苏市\/.*】农产品.*97%以上/u)
    expect(rows('雷同段落')[0]).toMatchObject({ 县市: '沙湾县', 相同于: '其他县市材料', 字数: 28, 计入占比: '否' })
    expect(rows('成果')[0]).toMatchObject({ 成果: '国家AAA级旅游景区', 获得者: '乌拉斯台旅游景区', 级别: '自治区级', 状态: '已获得' })
  })

  it('lists every unexplained number with its sentence', () => {
    expect(rows('未解释数字')).toHaveLength(11)
    expect(rows('未解释数字')[0]).toMatchObject({ 县市: '乌苏市', 数字: '37' })
  })
})

describe('what reports could carry into a spreadsheet', () => {
  it('never becomes a formula', () => {
    const formulas = book.SheetNames.flatMap((name) => Object.values(book.Sheets[name] ?? {}).filter((cell) => cell?.f !== undefined))
    expect(formulas).toEqual([])
    expect(rows('指标值').at(-1)?.['指标']).toBe(hostile)
    expect(rows('指标值').at(-1)?.['备注']).toBe('@SUM(A1)；+1；-1')
    expect(part('xl/worksheets/sheet2.xml')).not.toMatch(/<f>|t="str"/u)
  })

  it('loses the characters that XML cannot hold, and a cell ends at the limit of Excel', async () => {
    const [first] = result.documents
    if (first === undefined) throw new Error('no document')
    const title = `a\u0000b\u000Bc\uD800d_x0041_𠮷`
    const long = '长'.repeat(40_000)
    const given = { ...result, documents: [{ ...first, title, message: long }] }
    const read = XLSX.read(await workbook(given, context), { type: 'array' })
    const [row] = XLSX.utils.sheet_to_json<Record<string, string>>(read.Sheets['文件清单'] ?? {})
    expect(row?.['标题']).toBe('abcd_x0041_𠮷')
    expect(row?.['说明与建议']).toHaveLength(32_767)
  })
})

describe('a run that found nothing', () => {
  it('still gives a workbook that opens, with the counties that sent nothing', async () => {
    const empty = await workbook(
      {
        documents: [],
        values: [],
        achievements: [],
        facts: [],
        practices: [],
        earlier: [],
        assessments: [],
        checks: [],
        copies: [],
        revisions: [],
        terms: [],
        texts: [],
      },
      context,
    )
    const read = XLSX.read(empty, { type: 'array' })
    expect(read.SheetNames).toHaveLength(11)
    expect(XLSX.utils.sheet_to_json(read.Sheets['总览'] ?? {})).toHaveLength(4)
  })
})

describe('how the sheets are laid out', () => {
  it('keeps the header row in sight and filters every sheet', () => {
    for (let sheet = 1; sheet <= 8; sheet += 1) {
      expect(part(`xl/worksheets/sheet${sheet}.xml`)).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/u)
      expect(part(`xl/worksheets/sheet${sheet}.xml`)).toContain('<autoFilter ref="A1:')
      expect(part(`xl/worksheets/sheet${sheet}.xml`)).not.toContain('xSplit="0"')
    }
  })

  it('leads from a value to the row of its file', () => {
    const links = part('xl/worksheets/sheet2.xml').match(/<hyperlink ref="O(\d+)" location="'文件清单'!A(\d+)"/gu)
    expect(links).toHaveLength(result.values.length)
    const last = result.values.length - 1
    const row = result.documents.findIndex(({ file }) => file === result.values[last]?.file) + 2
    expect(links?.at(-1)).toBe(`<hyperlink ref="O${last + 2}" location="'文件清单'!A${row}"`)
  })
})
