import { expect, test } from 'vitest'
import { readCsv } from '../../../extractors/formats/csv.ts'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { gbk } from '../../support/office/zip-bytes.ts'

const read = (text: string | Uint8Array) => readCsv(typeof text === 'string' ? new TextEncoder().encode(text) : text, defaultLimits).blocks
const cells = (text: string | Uint8Array) =>
  read(text).flatMap(({ cell, text: content }) => (cell ? [[cell.row, cell.column, content]] : []))
const expected = [
  [0, 0, '产品'],
  [0, 1, '合格率'],
  [1, 0, '建材'],
  [1, 1, '95.0%'],
]

test.each([
  ['commas', '产品,合格率\r\n建材,95.0%\r\n'],
  ['semicolons', '产品;合格率\n建材;95.0%'],
  ['tabs', '产品\t合格率\n建材\t95.0%\n'],
  ['a stated separator', 'sep=;\n产品;合格率\n建材;95.0%\n'],
  ['quotes', '"产品","合格率"\n"建材","95.0%"\n'],
])('a table separated by %s', (_, text) => {
  expect(cells(text)).toEqual(expected)
})

test('a table in GBK', () => {
  expect(cells(gbk('产品,合格率\n建材,95.0%\n'))).toEqual(expected)
})

test('a quoted cell holds separators, quotes and line breaks', () => {
  expect(cells('产品,说明\n建材,"抽查1,200批次，""重点""\n产品"\n')).toEqual([
    [0, 0, '产品'],
    [0, 1, '说明'],
    [1, 0, '建材'],
    [1, 1, '抽查1,200批次，"重点"\n产品'],
  ])
})

test('a quote that never closes costs its own line only', () => {
  expect(cells('产品,说明\n建材,"未完\n农产品,正常\n').at(-1)).toEqual([2, 1, '正常'])
})

test('a title and a unit above the table are paragraphs', () => {
  expect(
    read('抽查情况表,,\n单位：批次,,\n产品,批次,合格率\n建材,20,95%\n')
      .map(({ kind, text }) => [kind, text])
      .slice(0, 3),
  ).toEqual([
    ['paragraph', '抽查情况表'],
    ['paragraph', '单位：批次'],
    ['table-cell', '产品'],
  ])
})
