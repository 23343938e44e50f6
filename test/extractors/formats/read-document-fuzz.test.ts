/** Damaged files of every format: a document or a rejection, never another error. Seeds are fixed, so that a failure can be repeated. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { listArchive } from '../../../extractors/formats/archive.ts'
import { readDoc } from '../../../extractors/formats/doc/read-doc.ts'
import { readHtml } from '../../../extractors/formats/html.ts'
import { readDocument } from '../../../extractors/formats/read-document.ts'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { readXls } from '../../../extractors/formats/sheets/read-xls.ts'
import { readXlsx } from '../../../extractors/formats/sheets/read-xlsx.ts'
import { pdfResources } from '../../../pipeline/pdf-resources.ts'
import { mutate } from '../../support/office/mutate.ts'
import { rejectionCode } from '../../support/office/rejection-code.ts'
import { reportDocx } from '../../support/office/report-docx.ts'
import { rows, xlsxBytes } from '../../support/office/xlsx-bytes.ts'
import { gbk, zipBytes } from '../../support/office/zip-bytes.ts'

const table = [
  ['2020年抽查情况表', null, null],
  ['产品', '批次', '合格率'],
  ['建材', 20, 0.95],
  ['农产品', 100, 0.98],
] as const
const limits = { ...defaultLimits, inflatedBytes: 4_000_000, characters: 200_000 }
const options = { limits, pdf: pdfResources(), titleWords: ['报告'] }

const doc = new Uint8Array(readFileSync(new URL('../../support/office/report.doc', import.meta.url)))
const xlsx = xlsxBytes({
  sheets: [{ name: '数据', xml: `<sheetData>${rows(table)}</sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>` }],
  formats: [0, '0.0%'],
})
const xls = (): Uint8Array => {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(table.map((row) => [...row])), '数据')
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }))
}
const html = gbk(
  `<html><meta charset=gbk><h1>报告</h1><table><tr><th rowspan=2>产品<th>批次<tr><td>20</table><p style="display:none">隐</p><ul><li>一</ul>`.repeat(
    4,
  ),
)
const zip = zipBytes([
  { name: gbk('报告.txt'), content: gbk('合格率97.5%') },
  { name: '内.zip', content: zipBytes([{ name: 'a.csv', content: 'a,b\n1,2\n' }]) },
])

const seeds = Array.from({ length: 150 }, (_, index) => index * 7919 + 1)
const CODES = /^(?:none|E_[A-Z_]+)$/u

describe('a damaged file is read in part or rejected', () => {
  test.each([
    ['.doc', doc, (bytes: Uint8Array) => readDoc(bytes, limits)],
    ['.xlsx', xlsx, (bytes: Uint8Array) => readXlsx(bytes, limits)],
    ['.xls', xls(), (bytes: Uint8Array) => readXls(bytes, limits)],
    ['.html', html, (bytes: Uint8Array) => readHtml(bytes, limits)],
    ['.zip', zip, (bytes: Uint8Array) => listArchive(bytes, limits)],
  ] as const)('%s', async (_, whole, read) => {
    expect(await rejectionCode(() => read(whole))).toBe('none')
    for (const seed of seeds) expect(await rejectionCode(() => read(mutate(whole, seed))), `seed ${seed}`).toMatch(CODES)
  })
})

describe('a file under a wrong name, whole or damaged, is read or rejected', () => {
  test.each(['.doc', '.wps', '.xls', '.xlsx', '.txt', '.md', '.csv', '.html', '.zip'])('%s', async (suffix) => {
    for (const [index, whole] of [doc, xlsx, xls(), html, zip, new Uint8Array(await reportDocx())].entries())
      for (const seed of seeds.slice(index, index + 8)) {
        const read = (bytes: Uint8Array) => readDocument({ file: `报告${suffix}`, sha256: '', bytes }, options)
        expect(await rejectionCode(() => read(whole))).toMatch(CODES)
        expect(await rejectionCode(() => read(mutate(whole, seed))), `file ${index}, seed ${seed}`).toMatch(CODES)
      }
  })
})
