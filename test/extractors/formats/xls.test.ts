/** Workbooks of Excel 97 to 2003, written by SheetJS. */
import { expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { readXls } from '../../../extractors/formats/sheets/read-xls.ts'
import { mutate } from '../../support/office/mutate.ts'
import { rejectionCode } from '../../support/office/rejection-code.ts'

function workbook(bookType: XLSX.BookType): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet([['抽查情况表'], ['产品', '批次', '合格率', '日期'], ['建材', 1200, 0.975, 44012]])
  for (const [address, format] of [
    ['B3', '#,##0'],
    ['C3', '0.0%'],
    ['D3', 'yyyy"年"m"月"d"日"'],
  ] as const)
    (sheet[address] as XLSX.CellObject).z = format
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }]
  const hidden = XLSX.utils.aoa_to_sheet([['底稿', '数']])
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, '数据表')
  XLSX.utils.book_append_sheet(book, hidden, '隐藏')
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType }))
}

test.each(['biff8', 'xlml'] as const)(
  'cells are read as shown, titles as paragraphs, hidden sheets with a notice (%s)',
  async (bookType) => {
    const reading = await readXls(workbook(bookType), defaultLimits)
    expect(reading.blocks.map(({ kind, text, cell }) => [kind, cell?.row ?? '', text])).toEqual([
      ['heading', '', '数据表'],
      ['paragraph', '', '抽查情况表'],
      ['table-cell', 1, '产品'],
      ['table-cell', 1, '批次'],
      ['table-cell', 1, '合格率'],
      ['table-cell', 1, '日期'],
      ['table-cell', 2, '建材'],
      ['table-cell', 2, '1,200'],
      ['table-cell', 2, '97.5%'],
      ['table-cell', 2, '2020年6月30日'],
      ['heading', '', '隐藏'],
      ['table-cell', 0, '底稿'],
      ['table-cell', 0, '数'],
    ])
    expect(reading.notices.map(({ code }) => code)).toEqual(['W_HIDDEN_SHEET'])
  },
)

test('what is no workbook is rejected as corrupt', async () => {
  const broken = workbook('biff8').slice(0, 1200)
  expect(await rejectionCode(() => readXls(broken, defaultLimits))).toBe('E_CORRUPT')
})

test('records that cannot be understood make the file incomplete', async () => {
  const whole = workbook('biff8')
  const codes = new Set<string>()
  for (let seed = 1; seed <= 300; seed++) {
    const reading = await readXls(mutate(whole, seed), defaultLimits).catch(() => null)
    if (reading?.incomplete) for (const { code } of reading.notices) codes.add(code)
  }
  expect(codes).toContain('W_TRUNCATED')
})

test('a workbook whose container leads in circles is rejected: the library that reads it would fill the memory of the whole process', async () => {
  const bytes = workbook('biff8')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const table = (view.getUint32(76, true) + 1) * 512
  const next = (sector: number): number => view.getUint32(table + sector * 4, true)
  const sectors = Array.from({ length: 128 }, (_, sector) => sector)
  const last = sectors.find((sector) => next(sector) === 0xfffffffe && sectors.some((before) => next(before) === sector)) ?? 0
  view.setUint32(table + last * 4, last, true)
  const entry = Buffer.from(bytes).indexOf(Buffer.from('Workbook', 'utf16le'))
  view.setUint32(entry + 116, last, true)
  view.setUint32(entry + 120, 5000, true)
  expect(await rejectionCode(() => readXls(bytes, defaultLimits))).toBe('E_CORRUPT')
})

test('a formula that was never calculated is told, one that gives nothing on purpose is not', async () => {
  const [pushA, divide, empty] = [[0x24, 0, 0, 0, 0xc0], [0x06], [0x17, 0, 0]]
  const sheetOf = (...formulas: number[][]): Uint8Array => {
    const sheet = XLSX.utils.aoa_to_sheet([['产品', '合格率'], ['建材']])
    for (const [at, tokens] of formulas.entries())
      Object.assign(sheet, { [`B${at + 2}`]: { t: 'n', bf: Uint8Array.from([tokens.length, 0, ...tokens]) } })
    sheet['!ref'] = 'A1:B9'
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, sheet, '数据表')
    return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }))
  }
  const reading = await readXls(sheetOf([...pushA, ...pushA, ...divide], empty), defaultLimits)
  expect(reading.notices.map(({ code, message }) => [code, message.split('：')[0]])).toEqual([
    ['W_FORMULA_NOT_CALCULATED', '工作表“数据表”（1 处）'],
  ])
  expect(reading.incomplete).toBe(true)
  expect(await readXls(sheetOf(empty), defaultLimits)).toMatchObject({ notices: [], incomplete: false })
})

test('figures are read in the digits that their format shows', async () => {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['季度', '批次'],
    [3, 105],
  ])
  ;(sheet['A2'] as XLSX.CellObject).z = '[DBNum1]"第"General"季度"'
  ;(sheet['B2'] as XLSX.CellObject).z = '[DBNum2][$-804]General'
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, '数据表')
  const { blocks } = await readXls(new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'biff8' })), defaultLimits)
  expect(blocks.slice(-2).map(({ text }) => text)).toEqual(['第三季度', '壹佰零伍'])
})
