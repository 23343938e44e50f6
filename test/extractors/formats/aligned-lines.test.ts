/** Lines set out in columns by tabs and blanks, and lines that only look so. */
import { describe, expect, test } from 'vitest'
import { withAlignedTables } from '../../../extractors/formats/aligned-lines.ts'
import { readDocx } from '../../../extractors/formats/docx/read-docx.ts'
import { type BlockDraft, defaultLimits } from '../../../extractors/formats/reading.ts'
import { readText } from '../../../extractors/formats/text.ts'
import { line, p, r, t, wordXml } from '../../support/packing/word-xml.ts'

const paragraphs = (lines: readonly string[]): BlockDraft[] => lines.map((text) => ({ kind: 'paragraph', text, origin: {} }))
const grid = (lines: readonly string[]) =>
  withAlignedTables(paragraphs(lines)).map(({ text, cell }) => (cell === undefined ? text : [cell.table, cell.row, cell.column, text]))

describe('lines in columns are a table', () => {
  test('parted by tabs, with empty cells', () => {
    expect(
      grid(['情况如下：', '乡镇\t本季度\t上年同期', '多拉特乡\t98.2\t97.1', '铁厂沟镇\t\t96.0', '乌雪特乡\t95.5\t', '二、其他']),
    ).toEqual([
      '情况如下：',
      [1, 0, 0, '乡镇'],
      [1, 0, 1, '本季度'],
      [1, 0, 2, '上年同期'],
      [1, 1, 0, '多拉特乡'],
      [1, 1, 1, '98.2'],
      [1, 1, 2, '97.1'],
      [1, 2, 0, '铁厂沟镇'],
      [1, 2, 2, '96.0'],
      [1, 3, 0, '乌雪特乡'],
      [1, 3, 1, '95.5'],
      '二、其他',
    ])
  })

  test.each([
    ['blanks', ['指标        本期      上年同期', '食品合格率   98.5%     97.9%']],
    ['ideographic blanks behind an indent', ['　　指标　　本期　　2019年', '　　食品合格率　　98.5%　　97.9%']],
    ['several tabs', ['指标\t\t本期\t上年同期', '食品合格率\t98.5%\t\t97.9%']],
  ])('parted by %s', (_, lines) => {
    expect(grid(lines).slice(3)).toEqual([
      [1, 1, 0, '食品合格率'],
      [1, 1, 1, '98.5%'],
      [1, 1, 2, '97.9%'],
    ])
  })

  test.each([
    ['tabs', ['品类\t合格率（%）', '建材\t91.2', '化肥\t93.8', '见附件']],
    ['blanks', ['品类      合格率（%）', '建材      91.2', '化肥    93.8', '见附件']],
  ])('two of them, under a line of names, parted by %s', (_, lines) => {
    expect(grid(lines)).toEqual([
      [1, 0, 0, '品类'],
      [1, 0, 1, '合格率（%）'],
      [1, 1, 0, '建材'],
      [1, 1, 1, '91.2'],
      [1, 2, 0, '化肥'],
      [1, 2, 1, '93.8'],
      '见附件',
    ])
  })

  test('without names, where each column has its own unit', () => {
    expect(grid(['建材\t34批次\t91.2%', '化肥\t16批次\t93.8%', '农机配件\t20批次\t100%', '二、其他']).slice(3)).toEqual([
      [1, 1, 0, '化肥'],
      [1, 1, 1, '16批次'],
      [1, 1, 2, '93.8%'],
      [1, 2, 0, '农机配件'],
      [1, 2, 1, '20批次'],
      [1, 2, 2, '100%'],
      '二、其他',
    ])
  })

  test('the lines of one paragraph too, and what stands around them in it stays', () => {
    expect(grid(['各品类：\n品类\t抽查\t合格\n建材\t34\t31\n见附件'])).toEqual([
      '各品类：',
      [1, 0, 0, '品类'],
      [1, 0, 1, '抽查'],
      [1, 0, 2, '合格'],
      [1, 1, 0, '建材'],
      [1, 1, 1, '34'],
      [1, 1, 2, '31'],
      '见附件',
    ])
  })
})

test.each([
  ['a table of contents', ['目录', '一、\t总体情况\t1', '二、\t存在问题\t3', '三、\t下一步措施\t5']],
  ['a table of contents with leaders', ['章\t节\t页', '一\t总体情况……\t1', '二\t问题……\t3']],
  ['signatures', ['填表人：张三   审核人：李四   日期：2020年10月9日', '电话：3682001   传真：3682002   邮编：834700']],
  ['names and a date', ['填表人    审核人    日期', '张三    李四    2020年10月9日', '王五    赵六    2020年10月9日']],
  ['a numbered list', ['1.\t加强监管', '2.\t抽检120批次', '3.\t回头看']],
  ['sentences', ['质量提升  行动  扎实开展', '抽检120批次，合格  117批次  合格率97.5%。', '同比  提高  1.1']],
  ['names set in columns', ['张三    李四    王五', '赵六    钱七    孙八', '周九    吴十    郑一']],
  ['one line', ['品类\t抽查\t合格', '二、存在问题']],
  ['two columns of two lines', ['品类\t抽查', '建材\t34']],
  ['a table of contents of two columns', ['目录\t页码', '一、总体情况\t1', '二、存在问题\t3', '三、下一步措施\t5']],
  ['telephone numbers', ['科室\t电话', '质量科\t3682001', '食品科\t3682002', '办公室\t3682003']],
  ['names with their offices', ['姓名    职务', '张三    科长', '李四    科员']],
  ['names and dates', ['事项    时间', '动员    3月', '检查    9月']],
  ['names with a sentence', ['做法    成效', '回头看    合格率升到95%，提高2个百分点', '约谈    98']],
  ['shares of which nothing tells whose they are', ['食品合格率\t98.1%\t98.4%', '药品合格率\t99%\t97%', '投诉办结率\t99%\t97%']],
  ['numbers without units or names of columns', ['建材\t34\t31', '化肥\t16\t15', '农机\t20\t20']],
  ['spread titles', ['质  量  分  析', '2  0  2  0']],
])('%s stays text', (_, lines) => {
  expect(grid(lines)).toEqual(lines)
})

test('such tables are counted among the others of a document, in their order', () => {
  const tabbed = (...parts: string[]): string => p(r(parts.map(t).join('<w:tab/>')))
  const ruled = `<w:tbl><w:tr><w:tc>${line('甲')}</w:tc><w:tc>${line('乙')}</w:tc></w:tr></w:tbl>`
  const { blocks } = readDocx(
    wordXml({ body: tabbed('品类', '抽查', '合格') + tabbed('建材', '34', '31') + line('其中：') + ruled }),
    defaultLimits,
  )
  expect(blocks.map(({ cell, text }) => `${cell?.table ?? ''}${text}`).join(' ')).toBe('1品类 1抽查 1合格 1建材 134 131 其中： 2甲 2乙')
})

test('plain text is read so too', () => {
  const text = '情况：\n指标        本期      上年同期\n食品合格率   98.5%     97.9%\n\n甲\t乙\n丙\t丁'
  const { blocks } = readText(new TextEncoder().encode(text), defaultLimits)
  expect(blocks.flatMap(({ cell, text: words }) => (cell ? [`${cell.table}${words}`] : []))).toEqual([
    ...['1指标', '1本期', '1上年同期', '1食品合格率', '198.5%', '197.9%'],
    ...['2甲', '2乙', '2丙', '2丁'],
  ])
})
