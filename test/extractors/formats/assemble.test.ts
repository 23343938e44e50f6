/** Readings as readers give them, put together: the document's text, its blocks' places, kinds and zones. */
import { describe, expect, test } from 'vitest'
import type { Document } from '../../../extractors/document.ts'
import { assemble } from '../../../extractors/formats/assemble.ts'
import type { BlockDraft, Reading } from '../../../extractors/formats/reading.ts'
import { rejectionCode } from '../../support/office/rejection-code.ts'

const TITLE_WORDS = ['报告', '总结', '通报', '方案']
const draft = (text: string, more: Partial<BlockDraft> = {}): BlockDraft => ({ kind: 'paragraph', text, origin: {}, ...more })
const cell = (table: number, row: number, column: number, text: string, more: Partial<BlockDraft> = {}): BlockDraft => ({
  kind: 'table-cell',
  text,
  origin: {},
  cell: { table, row, column, rowSpan: 1, columnSpan: 1, header: false },
  ...more,
})
const put = (...blocks: readonly (string | BlockDraft)[]): Document => {
  const reading: Reading = {
    format: 'docx',
    pages: null,
    blocks: blocks.map((block) => (typeof block === 'string' ? draft(block) : block)),
    notices: [],
    incomplete: false,
  }
  return assemble('报告.docx', 'abc', reading, TITLE_WORDS)
}
const outline = ({ blocks, text }: Document) =>
  blocks.map(({ kind, level, zone, span }) => [kind, level ?? '', zone, text.slice(span.start, span.end)])
const kinds = (document: Document) => document.blocks.map(({ kind, level }) => `${kind}${level ?? ''}`)
const zonesOf = (document: Document) => document.blocks.map(({ zone }) => zone)

const BODY = '2020年第三季度，全市质量状况总体平稳，监督抽查120批次，合格率97.5%。'

describe('the text', () => {
  test('has one block a line, the cells of a row apart by tabs, and headers, footers and notes at the end', () => {
    const document = put(
      draft('页眉', { kind: 'header' }),
      draft('注', { kind: 'note' }),
      '　　合格率97.5%。 ',
      cell(1, 1, 1, '95%'),
      cell(1, 0, 0, '产品'),
      cell(1, 1, 0, '建材'),
      draft('页眉', { kind: 'header' }),
      '完。',
    )
    expect(document.text).toBe('合格率97.5%。\n产品\n建材\t95%\n完。\n页眉\n注')
    expect(outline(document).map(([, , , text]) => text)).toEqual(['合格率97.5%。', '产品', '建材', '95%', '完。', '页眉', '注'])
    expect(document.folded.text).toBe('合格率97.5%。\n产品\n建材\t95%\n完。\n页眉\n注')
  })

  test('holds the labels of automatic numbering, apart from digits that follow', () => {
    expect(put(draft('总体情况', { label: '一、' }), draft('5毫米钢板', { label: '1.', kind: 'list-item' })).text).toBe(
      '一、总体情况\n1. 5毫米钢板',
    )
  })

  test('loses control characters and empty blocks, and keeps the breaks of the author', () => {
    expect(put('合格\u0000率\u000797.5%\r\n 同比上升 ', ' ', draft('', { label: '一、' })).text).toBe('合格率97.5%\n同比上升')
    expect(put('合格\ud800率').text).toBe('合格\ufffd率')
  })

  test('that is empty is rejected', async () => {
    expect(await rejectionCode(() => put(' ', draft('　')))).toBe('E_EMPTY')
  })
})

describe('table cells', () => {
  test('are named by table, column letter and row', () => {
    expect(put(cell(2, 4, 2, '97.5%'), cell(2, 4, 27, '98%')).blocks.map((block) => block.cell?.name)).toEqual(['表2!C5', '表2!AB5'])
  })

  test('of worksheets are named by the sheet’s own row and column, and placed from the corner of their table', () => {
    const origin = { sheet: '数据表' }
    const document = put(
      draft('数据表', { kind: 'heading', level: 1, origin }),
      cell(1, 4, 2, '产品', { origin }),
      cell(1, 5, 3, '97.5%', { origin }),
    )
    expect(document.blocks.slice(1).map((block) => [block.cell?.name, block.cell?.row, block.cell?.column])).toEqual([
      ['数据表!C5', 0, 0],
      ['数据表!D6', 1, 1],
    ])
  })
})

describe('headings by the official numbering', () => {
  test.each([
    ['一、总体情况', 'heading1'],
    ['（一）工业产品', 'heading2'],
    ['(二)加强组织领导，压实工作责任', 'heading2'],
    ['1. 建材', 'heading3'],
    ['（1）水泥', 'heading4'],
    ['（一）加强领导。一是成立领导小组，二是明确责任分工。', 'paragraph'],
    ['1.抽查建材20批次，合格19批次，合格率95%；', 'paragraph'],
    ['一、总体情况\t3', 'paragraph'],
    ['一、总体情况……………………3', 'paragraph'],
    ['97.5%的产品合格', 'paragraph'],
    ['二、2020年全市共抽查工业产品一百二十批次，其中合格一百一十七批次，不合格三批次，合格率为百分之九十七点五', 'paragraph'],
  ])('%s is a %s', (text, kind) => {
    expect(kinds(put('质量分析报告', BODY, text, BODY))[2]).toBe(kind)
  })

  test('go before the level of a style, and a style on running text is no heading', () => {
    const marked = (text: string, level: number): BlockDraft => draft(text, { kind: 'heading', level })
    expect(kinds(put('质量分析报告', marked('（一）工业产品', 1), marked('基本情况', 2), marked(`${BODY}${BODY}`, 2)))).toEqual([
      'heading0',
      'heading2',
      'heading2',
      'paragraph',
    ])
  })

  test('of list items: only 一、 and （一）', () => {
    const item = (label: string): BlockDraft => draft('质量意识不强', { kind: 'list-item', label })
    expect(kinds(put('质量分析报告', BODY, item('一、'), item('1.'))).slice(2)).toEqual(['heading1', 'list-item'])
  })
})

describe('the title', () => {
  test('is the line that ends with a title word, with issuer and date under it', () => {
    expect(
      outline(
        put('塔城市2020年第三季度质量状况分析报告（送审稿）', '塔城市市场监督管理局', '（2020年10月10日）', BODY, '塔城市市场监督管理局'),
      ),
    ).toEqual([
      ['heading', 0, 'title', '塔城市2020年第三季度质量状况分析报告（送审稿）'],
      ['paragraph', '', 'title', '塔城市市场监督管理局'],
      ['paragraph', '', 'title', '（2020年10月10日）'],
      ['paragraph', '', 'body', BODY],
      ['paragraph', '', 'body', '塔城市市场监督管理局'],
    ])
  })

  test('may run over two lines, under the heads of an official paper', () => {
    expect(
      outline(put('塔城市质量强市办文件', '塔市质强办〔2020〕12号', '塔城市2020年第三季度', '质量状况分析报告', BODY)).map(
        ([kind, level, zone]) => `${kind}${level} ${zone}`,
      ),
    ).toEqual(['paragraph title', 'paragraph title', 'heading0 title', 'heading0 title', 'paragraph body'])
  })

  test('set in the style of a first-level heading is the title all the same', () => {
    expect(kinds(put(draft('2020年质量工作总结', { kind: 'heading', level: 1 }), '一、工作情况', BODY))).toEqual([
      'heading0',
      'heading1',
      'paragraph',
    ])
  })

  test('without a title word is a short first line over text', () => {
    expect(kinds(put('第三季度质量情况', BODY))).toEqual(['heading0', 'paragraph'])
    expect(kinds(put(BODY, '以上。'))).toEqual(['paragraph', 'paragraph'])
  })

  test('is no sentence that ends with the word, and not found in the middle of the text', () => {
    expect(kinds(put('各县市：', '现将有关情况报告如下。', '一、总体情况', BODY, '附：分析报告'))).not.toContain('heading0')
  })

  test('of a worksheet is the title over its table, not the sheet’s name', () => {
    const origin = { sheet: 'Sheet1' }
    const document = put(
      draft('Sheet1', { kind: 'heading', level: 1, origin }),
      draft('2020年质量工作总结', { origin }),
      cell(1, 1, 0, '产品', { origin }),
    )
    expect(kinds(document)).toEqual(['heading1', 'heading0', 'table-cell'])
  })
})

test('the name of a table is the title of a worksheet, but not of a text', () => {
  const origin = { sheet: '数据' }
  expect(kinds(put('乌苏市第三季度', BODY, '表1 抽查情况通报', cell(1, 0, 0, '产品')))[2]).not.toBe('heading0')
  expect(kinds(put(draft('产品抽查情况通报', { origin }), cell(1, 1, 0, '产品', { origin })))).toEqual(['heading0', 'table-cell'])
})

describe('captions', () => {
  test('are the numbered name, the unit and the plain name directly above a table', () => {
    const document = put(
      '质量分析报告',
      BODY,
      '表1 第三季度监督抽查情况',
      '（单位：批次）',
      cell(1, 0, 0, '产品'),
      '各行业合格率统计表',
      cell(2, 0, 0, '行业'),
      BODY,
    )
    expect(kinds(document)).toEqual(['heading0', 'paragraph', 'caption', 'caption', 'table-cell', 'caption', 'table-cell', 'paragraph'])
    expect(zonesOf(document).slice(2, 7)).toEqual(['table', 'table', 'table', 'table', 'table'])
  })

  test('are no sentences, and no lines far from a table', () => {
    expect(kinds(put('质量分析报告', BODY, '表1显示，合格率上升。', cell(1, 0, 0, '产品'), '表2 抽查情况', BODY))).toEqual([
      'heading0',
      'paragraph',
      'paragraph',
      'table-cell',
      'paragraph',
      'paragraph',
    ])
  })
})

describe('zones', () => {
  test('an attachment begins with its own line, the list of attachments is not its beginning', () => {
    expect(zonesOf(put('质量分析报告', BODY, '附件：1.产品名单', '2.企业名单', '塔城市市场监督管理局', '附件1', '产品名单', BODY))).toEqual(
      ['title', 'body', 'attachment', 'attachment', 'body', 'attachment', 'attachment', 'attachment'],
    )
  })

  test('a document that is itself an attachment is read as a document', () => {
    expect(outline(put('附件2', '塔城市质量分析报告', BODY)).map(([kind, level, zone]) => `${kind}${level} ${zone}`)).toEqual([
      'paragraph title',
      'heading0 title',
      'paragraph body',
    ])
  })

  test('contact lines are set apart', () => {
    expect(
      zonesOf(put('质量分析报告', BODY, '（联系人：张三，联系电话：0901-6222222）', '联 系 人：张三', '联系人员情况分析如下。')),
    ).toEqual(['title', 'body', 'contact', 'contact', 'body'])
  })
})

test('blocks stand in order, in bounds, and never in halves of a character', () => {
  const document = put('质量𠮷分析报告', draft('脚注𠮷', { kind: 'note' }), BODY, cell(1, 0, 0, '𠮷'), cell(1, 0, 1, '乙'))
  let end = -1
  for (const { span } of document.blocks) {
    expect(span.start).toBeGreaterThan(end)
    expect(span.end).toBeGreaterThan(span.start)
    expect(/^[\udc00-\udfff]|[\ud800-\udbff]$/u.test(document.text.slice(span.start, span.end))).toBe(false)
    end = span.end
  }
  expect(end).toBe(document.text.length)
})

test('a heading that the file numbers 1. keeps the level that the file marks; 一、 says its own', () => {
  const heading = (text: string, level: number, label?: string) =>
    draft(text, { kind: 'heading', level, ...(label === undefined ? {} : { label }) })
  const document = put(
    heading('总体评价', 1, '1.'),
    heading('工业产品', 2, '1.'),
    heading('存在问题', 3, '一、'),
    heading('1.食品', 1),
    BODY,
  )
  expect(document.blocks.flatMap(({ level }) => level ?? [])).toEqual([1, 2, 1, 3])
})
