/** Workbooks written part by part: each cell as its reader sees it. */
import { describe, expect, test } from 'vitest'
import { defaultLimits, type Reading } from '../../../extractors/formats/reading.ts'
import { readXlsx } from '../../../extractors/formats/sheets/read-xlsx.ts'
import { rejectionCode } from '../../support/office/rejection-code.ts'
import { rows, type SheetSource, type WorkbookSource, xlsxBytes } from '../../support/office/xlsx-bytes.ts'

const read = (source: WorkbookSource): Reading => readXlsx(xlsxBytes(source), defaultLimits)
const sheet = (xml: string, more: Partial<SheetSource> = {}): SheetSource => ({ name: '数据表', xml, ...more })
const cells = ({ blocks }: Reading) => blocks.flatMap(({ cell, text }) => (cell ? [[cell.table, cell.row, cell.column, text]] : []))
const paragraphs = ({ blocks }: Reading) => blocks.flatMap(({ kind, text }) => (kind === 'paragraph' ? [text] : []))
const codes = ({ notices }: Reading) => notices.map(({ code }) => code)

describe('a number is shown by its format', () => {
  test.each([
    ['0.0%', 0.975, '97.5%'],
    ['0.0%', 0.97467, '97.5%'],
    [10, 0.9866, '98.66%'],
    [9, 1, '100%'],
    ['#,##0', 1234567, '1,234,567'],
    ['#,##0.00_);[Red]\\(#,##0.00\\)', -5.5, '(5.50)'],
    [0, 97.5, '97.5'],
    [0, 0.1 + 0.2, '0.3'],
    [0, 123456789012, '123456789012'],
    ['G/通用格式', 12.5, '12.5'],
    ['0.00"万元"', 3.456, '3.46万元'],
    ['0.0万元', 3.456, '3.5万元'],
    ['￥#,##0.00', 1234.5, '￥1,234.50'],
    ['0.0!%', 97.5, '97.5%'],
    ['0.0‰', 5.5, '5.5‰'],
    ['yyyy-mm-dd', 44012, '2020-06-30'],
    ['yyyy"年"m"月"d"日"', 44012, '2020年6月30日'],
    ['[$-804]yyyy"年"m"月";@', 44012, '2020年6月'],
    [14, 44012, '2020/6/30'],
    [57, 44012, '2020年6月'],
    ['h:mm', 0.5, '12:00'],
    ['0;-0;"—"', 0, '—'],
    ['G/通用格式"元"', 1234.5, '1234.5元'],
    ['"共"General"件"', -3, '共-3件'],
    ['General"件";"减"General"件";"无"', -3, '减3件'],
    ['[Red]General', 12.5, '12.5'],
    ['[DBNum1][$-804]General', 5, '五'],
    ['[DBNum1]G/通用格式', 12, '一十二'],
    ['[DBNum1]', 105, '一百〇五'],
    ['[DBNum1][$-804]General"批次"', 123456, '一十二万三千四百五十六批次'],
    ['[DBNum1][$-804]General', 0.975, '〇.九七五'],
    ['[DBNum1][$-804]General', -15, '-一十五'],
    ['[DBNum1]0"号2楼"', 12, '一二号2楼'],
    ['[DBNum1]0.0%', 0.975, '九七.五%'],
    ['[DBNum2][$-804]General"元整"', 100010005, '壹亿零壹万零伍元整'],
    ['[DBNum3]0', 12, '１２'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 44196, '二〇二〇年十二月三十一日'],
    ['[DBNum2][$-804]yyyy"年"m"月"d"日"', 44012, '贰零贰零年陆月叁拾日'],
    ['[DBNum1]General;-0', -5, '-5'],
    // What LibreOffice shows of the same.
    ['0!.0,"万元"', 1234567, '123.5万元'],
    ['0!.0,"万元"', 64000, '6.4万元'],
    ['0!.0,"万元"', 640, '0.1万元'],
    ['0!.0,"万元"', 0, '0.0万元'],
    ['0!.00,,"亿元"', 2070000000, '20.70亿元'],
    ['0\\.0,', 1234567, '123.5'],
    ['0"."0,', 1234567, '123.5'],
    ['0!.0000"万元"', 1234567, '123.4567万元'],
    ['#!.0000"万元"', 5000, '.5000万元'],
    ['0!.0000', 567, '0.0567'],
    ['0!.0?,"万"', 64000, '0.64万'],
    ['#,##0!.0,"万元"', 1234567890, '1,234,56.8万元'],
    ['0.00,,"百万"', 1234567890, '1234.57百万'],
    ['0!.0,%', 640, '6.4%'],
    ['0!.0,', -64000, '-6.4'],
    ['0!.0,"万元";[Red]0!.0,"万元"', -64000, '6.4万元'],
    ['[<0]0!.0,"万";0', -64000, '6.4万'],
    ['[>=100000000]0!.00,,"亿元";[>=10000]0!.0,"万元";0"元"', 264000000, '2.64亿元'],
    ['[>=100000000]0!.00,,"亿元";[>=10000]0!.0,"万元";0"元"', 64000, '6.4万元'],
    ['[>=100000000]0!.00,,"亿元";[>=10000]0!.0,"万元";0"元"', 640, '640元'],
    ['[DBNum1]0!.0,"万元"', 64000, '六.四万元'],
    ['aaaa', 44104, '星期三'],
    ['yyyy-m-d aaaa', 44104, '2020-9-30 星期三'],
    ['m/d(aaa)', 44104, '9/30(三)'],
    ['h:mm AM/PM', 0.75, '6:00 PM'],
    ['000-00-0000', 123456789, '123-45-6789'],
    ['(###) ###-####', 9013682111, '(901) 368-2111'],
    ['0"年"0"月"', 202009, '20200年9月'],
  ] as const)('%s of %s is %s', (format, value, shown) => {
    const xml = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>项</t></is></c><c r="B1" s="1"><v>${value}</v></c></row></sheetData>`
    expect(cells(read({ sheets: [sheet(xml)], formats: [0, format] })).at(-1)).toEqual([1, 0, 1, shown])
  })

  test('dates count from 1904 where the workbook says so', () => {
    const xml = '<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>'
    expect(cells(read({ sheets: [sheet(xml)], formats: [0, 'yyyy-mm-dd'], date1904: true }))[0]?.[3]).toBe('1904-01-02')
  })

  test('a format that cannot be followed gives the plain number, and says so', () => {
    const xml = '<sheetData><row r="1"><c r="A1" s="1"><v>97.5</v></c><c r="B1"><v>2</v></c></row></sheetData>'
    const reading = read({ sheets: [sheet(xml)], formats: [0, `0${'"x"'.repeat(200)}`] })
    expect(cells(reading)[0]?.[3]).toBe('97.5')
    expect(codes(reading)).toEqual(['W_NUMBER_FORMAT'])
  })

  test.each([
    ['a sign between the digits of a power of ten', { formats: [0, '0!.0,,E+00'] }],
    ['a style that the workbook does not tell of', { formats: [0], extra: { 'xl/styles.xml': '' } }],
  ])('%s gives the plain number, and says so', (_, source) => {
    const xml = '<sheetData><row r="1"><c r="A1" s="1"><v>640000</v></c><c r="B1"><v>2</v></c></row></sheetData>'
    const reading = read({ sheets: [sheet(xml)], ...source })
    expect(cells(reading)[0]?.[3]).toBe('640000')
    expect(codes(reading)).toEqual(['W_NUMBER_FORMAT'])
  })
})

test('raised text keeps its height; struck-through runs and cells are left out, and said', () => {
  const run = (properties: string, text: string): string => `<r><rPr>${properties}</rPr><t>${text}</t></r>`
  const inline = `<is>${run('<strike/>', '旧')}${run('<b/>', '新')}</is>`
  const xml = `<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c s="1"><v>88</v></c><c t="inlineStr">${inline}</c></row></sheetData>`
  const styles =
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs></styleSheet>'
  const reading = read({
    sheets: [sheet(xml)],
    strings: [
      `<r><t>m</t></r>${run('<vertAlign val="superscript"/>', '2')}`,
      `${run('<strike/>', '88%')}${run('<strike val="0"/>', '90%')}`,
    ],
    extra: { 'xl/styles.xml': styles },
  })
  expect(cells(reading).map(([, , , text]) => text)).toEqual(['m²', '90%', '新'])
  expect(reading.notices.map(({ message }) => message.slice(0, 16))).toEqual([
    '工作表“数据表”（1 处）：含加',
    '3 字：含加删除线的文字，视为已',
  ])
})

test('text comes from shared strings with their runs, inline strings, formula results, truth values and errors', () => {
  const xml = `<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="str"><f>A1&amp;"x"</f><v>结果</v></c><c t="b"><v>1</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>`
  const reading = read({
    sheets: [sheet(xml)],
    strings: ['<t>建材</t>', '<r><t>合格</t></r><r><rPr><b/></rPr><t xml:space="preserve">率 </t></r><rPh><t>hege</t></rPh>'],
  })
  expect(cells(reading).map(([, , column, text]) => [column, text])).toEqual([
    [0, '建材'],
    [1, '合格率 '],
    [2, '结果'],
    [3, 'TRUE'],
    [4, '#DIV/0!'],
  ])
  expect(codes(reading)).toEqual(['W_CELL_ERROR'])
})

test('a formula that was never calculated is content lost', () => {
  const reading = read({
    sheets: [
      sheet('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>合计</t></is></c><c r="B1"><f>SUM(B2:B3)</f></c></row></sheetData>'),
    ],
  })
  expect(codes(reading)).toEqual(['W_FORMULA_NOT_CALCULATED'])
  expect(reading.incomplete).toBe(true)
})

describe('a sheet becomes a heading, paragraphs and tables', () => {
  test('a title, a unit row and a remark around the table are paragraphs', () => {
    const table = [
      ['2020年第三季度抽查情况表', null, null],
      ['填报单位：塔城市', null, '单位：批次'],
      ['产品', '批次', '合格率'],
      ['建材', 20, '95.0%'],
      ['注：数据截至9月底。', null, null],
    ]
    const reading = read({
      sheets: [sheet(`<sheetData>${rows(table)}</sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A5:C5"/></mergeCells>`)],
    })
    expect(reading.blocks[0]).toEqual({ kind: 'heading', text: '数据表', origin: { sheet: '数据表' }, level: 1 })
    expect(paragraphs(reading)).toEqual(['2020年第三季度抽查情况表', '填报单位：塔城市', '单位：批次', '注：数据截至9月底。'])
    expect(cells(reading)).toEqual([
      [1, 2, 0, '产品'],
      [1, 2, 1, '批次'],
      [1, 2, 2, '合格率'],
      [1, 3, 0, '建材'],
      [1, 3, 1, '20'],
      [1, 3, 2, '95.0%'],
    ])
  })

  test('empty rows part two tables', () => {
    const reading = read({
      sheets: [
        sheet(
          `<sheetData>${rows([
            ['产品', '批次'],
            ['建材', 20],
          ])}${rows(
            [
              ['单位', '人数'],
              ['市监局', 3],
            ],
            5,
          )}</sheetData>`,
        ),
      ],
    })
    expect(cells(reading).map(([table, row]) => [table, row])).toEqual([
      [1, 0],
      [1, 0],
      [1, 1],
      [1, 1],
      [2, 4],
      [2, 4],
      [2, 5],
      [2, 5],
    ])
  })

  test('merged cells span, and what they cover is not shown', () => {
    const table = [
      ['产品', '第三季度', '看不见'],
      [null, '批次', '合格率'],
      ['建材', 20, '95%'],
    ]
    const reading = read({
      sheets: [sheet(`<sheetData>${rows(table)}</sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>`)],
    })
    expect(reading.blocks.slice(1, 3).map(({ text, cell }) => [text, cell?.rowSpan, cell?.columnSpan])).toEqual([
      ['产品', 2, 1],
      ['第三季度', 1, 2],
    ])
    expect(reading.blocks.map(({ text }) => text)).not.toContain('看不见')
  })

  test('the last row of a table with a single cell stays in the table', () => {
    const reading = read({
      sheets: [
        sheet(
          `<sheetData>${rows([
            ['产品', '批次'],
            ['建材', 20],
            ['合计', null],
          ])}</sheetData>`,
        ),
      ],
    })
    expect(cells(reading).at(-1)).toEqual([1, 2, 0, '合计'])
  })

  test('sheets come in the order of the workbook, empty ones not at all', () => {
    const reading = read({
      sheets: [
        sheet(`<sheetData>${rows([['甲', '乙']])}</sheetData>`, { name: '第二' }),
        sheet('<sheetData/>', { name: 'Sheet2' }),
        sheet(`<sheetData>${rows([['丙', '丁']])}</sheetData>`, { name: '第一' }),
      ],
    })
    expect(reading.blocks.map(({ text }) => text)).toEqual(['第二', '甲', '乙', '第一', '丙', '丁'])
  })
})

test('hidden sheets, rows and columns are read and named', () => {
  const xml =
    '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>'
  const reading = read({ sheets: [sheet(xml, { name: '底稿', state: 'veryHidden' })] })
  expect(cells(reading).map(([, , , text]) => text)).toEqual(['1', '2'])
  expect(reading.notices.map(({ code, message }) => `${code} ${message.split('：')[0]}`)).toEqual([
    'W_HIDDEN_SHEET 工作表“底稿”',
    'W_HIDDEN_ROWS 工作表“底稿”（1 行）',
    'W_HIDDEN_COLUMNS 工作表“底稿”（2 列）',
  ])
})

test('comments, text boxes, charts and pictures are said not to be read', () => {
  const reading = read({
    sheets: [
      sheet(`<sheetData>${rows([['甲', '乙']])}</sheetData>`, {
        relations: { comments: '../comments1.xml', drawing: '../drawings/drawing1.xml' },
      }),
    ],
    extra: {
      'xl/comments1.xml': '<comments/>',
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr xmlns:xdr="x"><xdr:sp><xdr:txBody><a:t xmlns:a="a">框内文字</a:t></xdr:txBody></xdr:sp></xdr:wsDr>',
      'xl/drawings/_rels/drawing1.xml.rels':
        '<Relationships><Relationship Id="a" Type="http://x/chart" Target="../charts/chart1.xml"/><Relationship Id="b" Type="http://x/image" Target="../media/a.png"/></Relationships>',
    },
  })
  expect(codes(reading)).toEqual(['W_COMMENTS', 'W_CHART_UNREAD', 'W_PICTURE', 'W_TEXT_BOX_UNREAD'])
})

describe('a broken workbook', () => {
  test('a sheet that is cut off gives what stands before the cut', () => {
    const reading = read({ sheets: [sheet(`<sheetData>${rows([['甲', '乙']])}<row r="2"><c r="A2"><v>1`)] })
    expect(cells(reading).map(([, , , text]) => text)).toEqual(['甲', '乙'])
    expect(codes(reading)).toEqual(['W_TRUNCATED'])
    expect(reading.incomplete).toBe(true)
  })

  test('a sheet whose name leads to another part is told as unread', () => {
    const relations = ['worksheet', 'styles'].map(
      (type, at) => `<Relationship Id="rId${at + 1}" Type="http://x/${type}" Target="${['worksheets/sheet1.xml', 'styles.xml'][at]}"/>`,
    )
    const reading = read({
      sheets: [sheet(`<sheetData>${rows([['甲', '丙']])}</sheetData>`), { name: '二', xml: `<sheetData>${rows([['乙']])}</sheetData>` }],
      extra: { 'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>` },
    })
    expect(cells(reading).map(([, , , text]) => text)).toEqual(['甲', '丙'])
    expect(codes(reading)).toEqual(['W_SHEET_UNREAD'])
    expect(reading.incomplete).toBe(true)
  })

  test('references beyond any sheet and entity bombs do no harm', () => {
    const xml =
      '<sheetData><row r="99999999"><c r="ZZZZ99999999"><v>1</v></c><c t="s"><v>99</v></c><c t="inlineStr"><is><t>&lol;</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    expect(cells(read({ sheets: [sheet(xml)] })).length).toBeLessThanOrEqual(2)
  })

  test('more text than allowed is refused', async () => {
    const bytes = xlsxBytes({ sheets: [sheet(`<sheetData>${rows([['甲乙丙丁', '戊己庚辛']])}</sheetData>`)] })
    expect(await rejectionCode(() => readXlsx(bytes, { ...defaultLimits, characters: 5 }))).toBe('E_TOO_LARGE')
  })

  test('a sheet longer than any call stack is read whole', () => {
    const reading = read({ sheets: [sheet(`<sheetData>${'<row><c><v>1</v></c></row>'.repeat(200_000)}</sheetData>`)] })
    expect(reading.blocks.length).toBe(200_001)
  })

  test('a workbook without its main part is corrupt', async () => {
    expect(await rejectionCode(() => readXlsx(xlsxBytes({ sheets: [] }).subarray(0, 200), defaultLimits))).toBe('E_CORRUPT')
  })
})
