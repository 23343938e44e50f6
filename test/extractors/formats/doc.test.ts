/** report.doc is the invented report of report-docx.ts, saved by LibreOffice as Word 97–2003; word-extractor is the second opinion on its text. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import WordExtractor from 'word-extractor'
import { formatListNumber } from '../../../extractors/formats/doc/list-number.ts'
import { readDoc } from '../../../extractors/formats/doc/read-doc.ts'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { rejectionCode } from '../../support/office/rejection-code.ts'

const bytes = new Uint8Array(readFileSync(new URL('../../support/office/report.doc', import.meta.url)))
const reading = readDoc(bytes, defaultLimits)
const body = reading.blocks
  .filter(({ kind }) => kind !== 'table-cell')
  .map(({ kind, level, label, text }) => [kind, level ?? '', (label ?? '') + text])

/** Sets a field of the word file's information block, which begins the stream WordDocument at the first sector of LibreOffice's files. */
function withInformation(change: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice()
  const at = copy.findIndex((byte, index) => index % 512 === 0 && byte === 0xec && copy[index + 1] === 0xa5)
  change(new DataView(copy.buffer, at))
  return copy
}

test('headings, numbers, revisions, fields, header, footer and note are as Word shows them', () => {
  expect(body.filter(([, , text]) => text !== '')).toEqual([
    ['heading', 0, '塔城市2020年第三季度质量状况分析报告'],
    ['heading', 1, '一、总体情况'],
    ['paragraph', '', '抽查120批次，合格117批次，合格率97.5%。'],
    ['heading', 2, '（一）工业产品'],
    ['heading', 2, '（二）农产品'],
    ['heading', 1, '二、存在问题'],
    ['list-item', '', '1.质量意识不强'],
    ['list-item', '', '2.检测能力不足'],
    ['paragraph', '', '详见门户网站。'],
    ['paragraph', '', '特此报告。'],
    ['header', '', '塔城市质量强市工作领导小组办公室'],
    ['footer', '', '— 1 —'],
    ['note', '', '数据来源：市场监管局台账。'],
  ])
})

test('deleted and hidden text is left out, and said so', () => {
  expect(reading.notices.map(({ code, message }) => `${code} ${message.slice(0, 3)}`)).toEqual([
    'W_TRACKED_CHANGES 8 字',
    'W_HIDDEN_TEXT 3 字',
  ])
})

test('table cells stand in their rows and columns, merged ones with their span', () => {
  const cells = reading.blocks.flatMap(({ cell, text }) =>
    cell && text ? [[cell.row, cell.column, cell.columnSpan, cell.header, text]] : [],
  )
  expect(cells).toEqual([
    [0, 0, 1, true, '产品'],
    [0, 1, 2, true, '第三季度'],
    [0, 3, 1, true, '备注'],
    [1, 1, 1, false, '抽查批次'],
    [1, 2, 1, false, '合格率'],
    [2, 0, 1, false, '建材'],
    [2, 1, 1, false, '20'],
    [2, 2, 1, false, '95.0%\n（暂）'],
    [2, 3, 1, false, '无'],
    [3, 0, 1, false, '合计'],
    [3, 1, 3, false, '共120批次'],
  ])
})

test('a cell that continues the one above is part of it', () => {
  const copy = bytes.slice()
  const flagsOf = (edges: readonly number[]): number => {
    const wanted = edges.flatMap((edge) => [edge & 255, edge >> 8])
    return copy.findIndex((_, at) => wanted.every((byte, index) => copy[at + index] === byte)) + wanted.length
  }
  copy[flagsOf([5, 2005, 6005, 8005])] = 0x60
  copy[flagsOf([5, 2005, 4005, 6005, 8005])] = 0x20
  const merged = readDoc(copy, defaultLimits).blocks.find(({ text }) => text === '产品')
  expect(merged?.cell?.rowSpan).toBe(2)
})

test('no text of word-extractor is missing', async () => {
  const document = await new WordExtractor().extract(Buffer.from(bytes))
  const ours = reading.blocks.map(({ text }) => text).join('')
  const theirs = [document.getBody(), document.getFootnotes(), document.getHeaders({ includeFooters: false })].join('\n').split(/[\n\t]+/u)
  expect(
    theirs.map((line) => line.trim()).filter((line) => line !== '' && line !== '隐藏字' && !ours.includes(line.replace('隐藏字', ''))),
  ).toEqual([])
})

describe('a file that cannot be read', () => {
  test('encrypted', async () => {
    expect(
      await rejectionCode(() =>
        readDoc(
          withInformation((view) => view.setUint16(10, view.getUint16(10, true) | 0x100, true)),
          defaultLimits,
        ),
      ),
    ).toBe('E_ENCRYPTED')
  })
  test('of Word 95', async () => {
    expect(
      await rejectionCode(() =>
        readDoc(
          withInformation((view) => view.setUint16(2, 101, true)),
          defaultLimits,
        ),
      ),
    ).toBe('E_UNSUPPORTED')
  })
  test('longer than allowed', async () => {
    expect(await rejectionCode(() => readDoc(bytes, { ...defaultLimits, characters: 50 }))).toBe('E_TOO_LARGE')
  })
})

test('a file that ends before its text does is incomplete', () => {
  const short = readDoc(
    withInformation((view) => view.setUint32(0x4c, 5000, true)),
    defaultLimits,
  )
  expect(short.incomplete).toBe(true)
  expect(short.notices.map(({ code }) => code)).toContain('W_TRUNCATED')
})

test.each([
  [1, 0, '1'],
  [3, 39, '三'],
  [10, 37, '十'],
  [12, 39, '十二'],
  [20, 37, '二十'],
  [105, 39, '一百零五'],
  [110, 39, '一百一十'],
  [3, 34, '叁'],
  [4, 1, 'IV'],
  [28, 4, 'bb'],
  [7, 18, '⑦'],
  [21, 18, '㉑'],
  [5, 22, '05'],
  [2, 30, '乙'],
  [1, 255, ''],
])('number %i in writing %i is %s', (number, format, text) => {
  expect(formatListNumber(number, format)).toBe(text)
})

test('text blanked by a damaged disk is said to be missing', () => {
  const copy = bytes.slice()
  const lost = Buffer.from('抽查120批次', 'utf16le')
  const at = Buffer.from(copy.buffer).indexOf(lost)
  expect(at).toBeGreaterThan(0)
  copy.fill(0, at, at + lost.length)
  const blanked = readDoc(copy, defaultLimits)
  expect(blanked.incomplete).toBe(true)
  expect(blanked.notices.map(({ code }) => code)).toContain('W_TRUNCATED')
})
