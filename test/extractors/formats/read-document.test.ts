/** The one door to the readers: each format finds its reader, and what has none is refused with advice. */
import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../extractors/formats/read-document.ts'
import { defaultLimits, Rejection } from '../../../extractors/formats/reading.ts'
import { pdfResources } from '../../../pipeline/pdf-resources.ts'
import { reportDocx } from '../../support/office/report-docx.ts'
import { rows, xlsxBytes } from '../../support/office/xlsx-bytes.ts'

const doc = new Uint8Array(readFileSync(new URL('../../support/office/report.doc', import.meta.url)))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const odt = zipSync({
  mimetype: utf8('application/vnd.oasis.opendocument.text'),
  'content.xml': utf8('<office:p>合格率97.5%</office:p>'),
  'META-INF/manifest.xml': utf8('<m/>'),
})
const xlsx = xlsxBytes({
  sheets: [
    {
      name: '数据',
      xml: `<sheetData>${rows([
        ['产品', '合格率'],
        ['建材', '97.5%'],
      ])}</sheetData>`,
    },
  ],
})

const read = (file: string, bytes: Uint8Array, limits = defaultLimits) =>
  readDocument({ file, sha256: 'abc', bytes }, { limits, pdf: pdfResources(), titleWords: ['报告'] })

async function refusal(file: string, bytes: Uint8Array, limits = defaultLimits): Promise<string> {
  try {
    await read(file, bytes, limits)
  } catch (error) {
    if (error instanceof Rejection) return `${error.code} ${error.message}`
    throw error
  }
  return 'read'
}

test('a Word file and the same file of Word 97 give the same outline', async () => {
  const outline = async (file: string, bytes: Uint8Array) => {
    const { blocks, text } = await read(file, bytes)
    return blocks.flatMap(({ kind, level, span }) => (kind === 'heading' ? [[level, text.slice(span.start, span.end)]] : []))
  }
  const expected = [
    [0, '塔城市2020年第三季度质量状况分析报告'],
    [1, '一、总体情况'],
    [2, '（一）工业产品'],
    [2, '（二）农产品'],
    [1, '二、存在问题'],
  ]
  expect(await outline('报告.doc', doc)).toEqual(expected)
  expect((await outline('报告.docx', new Uint8Array(await reportDocx()))).slice(0, 4)).toEqual(expected.slice(0, 4))
})

test.each([
  ['报告.wps', doc, 'wps'],
  ['报告.docx', doc, 'doc'],
  ['数据.xls', xlsx, 'xlsx'],
  ['报告.doc', utf8('<html><p>合格率97.5%</p></html>'), 'html'],
  ['报告.md', utf8('合格率97.5%'), 'md'],
  ['数据.csv', utf8('产品,合格率\n建材,97.5%'), 'csv'],
  ['说明', utf8('合格率97.5%'), 'txt'],
])('%s is read by its content', async (file, bytes, format) => {
  const document = await read(file, bytes)
  expect([document.file, document.sha256, document.format]).toEqual([file, 'abc', format])
})

describe('a file without a reader is refused with what its sender can do', () => {
  test.each([
    ['扫描件.pdf', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'E_UNSUPPORTED 图片暂不能识别'],
    ['材料.rar', utf8('Rar!\u001a\u0007\u0001\u0000'), 'E_UNSUPPORTED 暂不支持 RAR 压缩包，请解压后提交，或改用 .zip'],
    ['报告.ofd', zipSync({ 'OFD.xml': utf8('<o/>') }), 'E_UNSUPPORTED 暂不支持 OFD'],
    ['报告.doc', utf8('{\\rtf1 a}'), 'E_UNSUPPORTED 暂不支持 RTF'],
    ['汇报.pptx', zipSync({ 'ppt/presentation.xml': utf8('<p/>') }), 'E_UNSUPPORTED 演示文稿'],
    ['报告.odt', odt, 'E_UNSUPPORTED 暂不支持 OpenDocument'],
    [
      '报告.fodt',
      utf8('<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'),
      'E_UNSUPPORTED 暂不支持 OpenDocument',
    ],
    ['报告.xps', zipSync({ '[Content_Types].xml': utf8('<Types/>'), 'FixedDocSeq.fdseq': utf8('<f/>') }), 'E_UNSUPPORTED 无法识别文件格式'],
    [
      '报告.xml',
      utf8('<?xml version="1.0" encoding="UTF-8"?><uof:UOF><uof:正文>合格率97.5%</uof:正文></uof:UOF>'),
      'E_UNSUPPORTED 文件是 XML 数据',
    ],
    ['空.docx', new Uint8Array(), 'E_EMPTY 文件为空'],
    ['空.txt', utf8(' \n\n '), 'E_EMPTY'],
    ['程序.doc', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 1]), 'E_UNSUPPORTED 文件是程序'],
    ['乱.docx', Uint8Array.from({ length: 4096 }, (_, at) => (at * 197 + (at >> 3) * 31) & 255), 'E_CORRUPT 内容不是 .docx 文件应有的内容'],
    ['乱.dat', Uint8Array.from({ length: 4096 }, (_, at) => (at * 197 + (at >> 3) * 31) & 255), 'E_UNSUPPORTED 无法识别文件格式'],
    ['坏.docx', zipSync({ 'word/document.xml': utf8('<w:document/>') }).subarray(0, 90), 'E_CORRUPT'],
  ])('%s', async (file, bytes, expected) => {
    expect(await refusal(file, bytes)).toContain(expected)
  })

  test('too large in bytes, or in characters', async () => {
    expect(await refusal('大.txt', utf8('合格'.repeat(10)), { ...defaultLimits, fileBytes: 10 })).toMatch(
      /^E_TOO_LARGE 文件有 .* --limit fileBytes=/u,
    )
    expect(await refusal('大.txt', utf8('合格'.repeat(10)), { ...defaultLimits, characters: 10 })).toMatch(
      /^E_TOO_LARGE 文字超过上限10字，请拆分后提交.* --limit characters=/u,
    )
    expect(await refusal('大.docx', new Uint8Array(await reportDocx()), { ...defaultLimits, inflatedBytes: 100 })).toMatch(
      /^E_TOO_LARGE 解压后的内容超过上限.* --limit inflatedBytes=/u,
    )
  })
})
