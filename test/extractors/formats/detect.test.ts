/** Formats are told by content; names mislead. */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { detectFormat, detectKind } from '../../../extractors/formats/detect.ts'
import { rows, xlsxBytes } from '../../support/office/xlsx-bytes.ts'
import { gbk } from '../../support/office/zip-bytes.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const behind = (lead: string, bytes: Uint8Array): Uint8Array => Buffer.concat([utf8(lead), bytes])
const strangePaths = (type: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(`<Types><Override PartName="/w2/d.xml" ContentType="application/${type}"/></Types>`),
    'w2/d.xml': strToU8('<x/>'),
  })
const docx = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w:document/>') })
const xlsx = xlsxBytes({ sheets: [{ name: '数据', xml: `<sheetData>${rows([['甲']])}</sheetData>` }] })
const xls = (): Uint8Array => {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['甲']]), '数据')
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }))
}
function compound(...streams: readonly string[]): Uint8Array {
  const file = XLSX.CFB.utils.cfb_new()
  for (const name of streams) XLSX.CFB.utils.cfb_add(file, `/${name}`, Buffer.alloc(5000, 1))
  return new Uint8Array(XLSX.CFB.write(file, { type: 'buffer' }) as Buffer)
}

describe('containers are told by what they hold', () => {
  test.each([
    ['a .docx called .doc', docx, '报告.doc', 'docx'],
    ['an .xlsx called .xls', xlsx, '数据.xls', 'xlsx'],
    ['an .xls called .xlsx', xls(), '数据.xlsx', 'xls'],
    ['an .ofd called .zip', zipSync({ 'OFD.xml': strToU8('<o/>') }), '报告.zip', 'ofd'],
    ['a .zip with a .docx stored inside', zipSync({ '报告.docx': [docx, { level: 0 }] }), '材料', 'zip'],
    ['Word binary called .docx', compound('WordDocument', '1Table'), '报告.docx', 'doc'],
    ['Word binary called .wps', compound('WordDocument', '1Table'), '报告.wps', 'wps'],
    ['an .et of WPS', xls(), '数据.et', 'xls'],
    ['a .docx behind the lines of a mail', behind('Content-Type: application/x\r\n\r\n', docx), '报告.docx', 'docx'],
    ['an archive behind a stretch of noughts', behind('\0'.repeat(5000), zipSync({ '甲.txt': utf8('甲') })), '材料.zip', 'zip'],
    [
      'a .docx whose names have backslashes',
      zipSync({ '[Content_Types].xml': utf8('<Types/>'), 'word\\document.xml': utf8('<w/>') }),
      '报告',
      'docx',
    ],
    ['an .xlsx whose names have backslashes', zipSync({ 'xl\\workbook.xml': utf8('<w/>') }), '数据', 'xlsx'],
    ['a text about archives', utf8('压缩包以PK\u0003\u0004开头，以PK\u0005\u0006结尾。'), '说明.txt', 'txt'],
  ])('%s', (_, bytes, name, format) => {
    expect(detectFormat(bytes, name)).toBe(format)
  })

  test('an encrypted .docx is known as such', () => {
    expect(detectKind(compound('EncryptedPackage', 'EncryptionInfo'), '报告.docx')).toBe('encrypted-office')
  })

  test('a .docx cut off before its directory is still a .docx', () => {
    expect(detectKind(docx.subarray(0, docx.length - 60), '报告.docx')).toBe('docx')
  })
})

describe('other files are told by their first bytes', () => {
  test.each([
    ['a PDF behind a mail header', utf8('X-Mail: 1\r\n\r\n%PDF-1.7\n'), '报告', 'pdf'],
    ['RTF called .doc', utf8('{\\rtf1\\ansi 报告}'), '报告.doc', 'rtf'],
    ['RAR', utf8('Rar!\u001a\u0007\u0001\u0000'), '材料.zip', 'rar'],
    ['7z', Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]), '材料.zip', '7z'],
    ['JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), '扫描件.pdf', 'image'],
    ['a slide show', compound('PowerPoint Document', 'Current User'), '汇报.ppt', 'slides'],
    [
      'a binary workbook called .xlsx',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.bin': strToU8('x') }),
      '数据.xlsx',
      'xlsb',
    ],
    ['nothing', new Uint8Array(), '报告.docx', 'empty'],
    [
      'a web archive called .doc',
      utf8('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x'),
      '报告.doc',
      'mhtml',
    ],
    [
      'random bytes called .txt',
      Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + ((index * index) >> 3)) & 255),
      '说明.txt',
      'unknown',
    ],
  ])('%s', (_, bytes, name, kind) => {
    expect(detectKind(bytes, name)).toBe(kind)
  })
})

describe('text is told apart by its content, then by its name', () => {
  test.each([
    ['HTML called .doc', utf8('<html><body><p>合格率97.5%</p></body></html>'), '报告.doc', 'html'],
    ['HTML called .xls, in GBK', gbk('<html><meta charset=gb2312><table><tr><td>合格率</td></tr></table>'), '数据.xls', 'html'],
    ['tab-separated text called .xls', utf8('产品\t合格率\n建材\t97.5%\n'), '数据.xls', 'csv'],
    [
      'XML of Excel 2003',
      utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      '数据.xls',
      'xls',
    ],
    ['GBK text', gbk('抽查120批次，合格率97.5%。'), '说明.txt', 'txt'],
    ['a comparison sign is no HTML', utf8('合格率<html不是标签，合格率>97%'), '说明.txt', 'txt'],
    ['.md', utf8('# 报告\n'), '报告.md', 'md'],
    ['.csv', utf8('产品,合格率\n'), '数据.CSV', 'csv'],
  ])('%s', (_, bytes, name, format) => {
    expect(detectFormat(bytes, name)).toBe(format)
  })
})

test('a package whose parts have unusual names is what it says of itself', () => {
  const kinds = ['vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'vnd.ms-word.document.macroEnabled.main+xml']
  expect(kinds.map((type) => detectKind(strangePaths(type), '报告'))).toEqual(['docx', 'docx'])
  expect(detectKind(strangePaths('vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'), '报告')).toBe('xlsx')
  expect(detectKind(strangePaths('octet-stream'), '报告')).toBe('package')
})
