/** Tables: merged cells, header rows, tables within tables, deleted rows. */
import { expect, test } from 'vitest'
import { readDocx } from '../../../extractors/formats/docx/read-docx.ts'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { line, numbered, wordXml } from '../../support/packing/word-xml.ts'

const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const cell = (text: string, properties = '') => tc(line(text), properties)
const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`
const table = (rows: string) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows}</w:tbl>`
const across = (count: number) => `<w:gridSpan w:val="${count}"/>`
const down = '<w:vMerge w:val="restart"/>'
const covered = '<w:vMerge/>'

/** "1:r0c2 2x3 text": table, place, rows by columns. */
function cells(body: string, numbering?: string): string[] {
  const source = numbering === undefined ? { body } : { body, numbering }
  return readDocx(wordXml(source), defaultLimits).blocks.map(({ text, cell: place }) =>
    place === undefined
      ? text
      : `${place.table}:r${place.row}c${place.column} ${place.rowSpan}x${place.columnSpan}${place.header ? ' header' : ''} ${text}`,
  )
}

test('cells merged across and down have one block, and the columns beside them keep their places', () => {
  const header = '<w:tblHeader/>'
  const body = table(
    row(cell('类别', down) + cell('本季度', across(2)) + cell('同比', down), header) +
      row(cell('', covered) + cell('抽查') + cell('合格') + cell('', covered), header) +
      row(cell('建材') + cell('24') + cell('21') + cell('1.1')),
  )
  expect(cells(body)).toEqual([
    ...['1:r0c0 2x1 header 类别', '1:r0c1 1x2 header 本季度', '1:r0c3 2x1 header 同比', '1:r1c1 1x1 header 抽查', '1:r1c2 1x1 header 合格'],
    ...['1:r2c0 1x1 建材', '1:r2c1 1x1 24', '1:r2c2 1x1 21', '1:r2c3 1x1 1.1'],
  ])
})

test('text in the covered part of a merged cell is not lost', () => {
  expect(cells(table(row(cell('甲', down) + cell('1')) + row(cell('乙', covered) + cell('2'))))).toEqual([
    '1:r0c0 2x1 甲\n乙',
    '1:r0c1 1x1 1',
    '1:r1c1 1x1 2',
  ])
})

test('a header mark below the first rows means nothing', () => {
  expect(cells(table(row(cell('甲') + cell('乙')) + row(cell('丙') + cell('丁'), '<w:tblHeader/>'))).join()).not.toContain('header')
})

test('the older merge across and cells left out before a row are kept in place', () => {
  const body = table(
    row(cell('甲', '<w:hMerge w:val="restart"/>') + cell('', '<w:hMerge/>') + cell('乙')) + row(cell('丙'), '<w:gridBefore w:val="2"/>'),
  )
  expect(cells(body)).toEqual(['1:r0c0 1x2 甲', '1:r0c2 1x1 乙', '1:r1c2 1x1 丙'])
})

test('a table in a cell is read where it stands, with a number of its own, no text lost or doubled', () => {
  const inner = table(row(cell('内一') + cell('内二')))
  const body = table(row(tc(line('前') + inner + line('后')) + cell('右'))) + line('段') + table(row(cell('末一') + cell('末二')))
  expect(cells(body)).toEqual([
    '1:r0c0 1x1 前',
    '2:r0c0 1x1 内一',
    '2:r0c1 1x1 内二',
    '1:r0c0 1x1 后',
    '1:r0c1 1x1 右',
    '段',
    '3:r0c0 1x1 末一',
    '3:r0c1 1x1 末二',
  ])
})

test('a table of one cell is a frame and keeps its paragraphs', () => {
  expect(cells(table(row(tc(line('一') + line('二')))) + table(row(cell('甲') + cell('乙'))))).toEqual([
    '一',
    '二',
    '1:r0c0 1x1 甲',
    '1:r0c1 1x1 乙',
  ])
})

test('rows and cells deleted in review are gone, and the table closes up', () => {
  const body = table(
    row(cell('甲') + cell('乙')) +
      row(cell('删') + cell('除'), '<w:del w:id="1"/>') +
      row(cell('丙', '<w:cellDel w:id="2"/>') + cell('丁')),
  )
  expect(cells(body)).toEqual(['1:r0c0 1x1 甲', '1:r0c1 1x1 乙', '1:r1c0 1x1 丁'])
})

test('a deleted table takes no number', () => {
  const deleted = table(row(cell('删') + cell('除'), '<w:del w:id="1"/>'))
  expect(cells(deleted + table(row(cell('甲') + cell('乙'))))).toEqual(['1:r0c0 1x1 甲', '1:r0c1 1x1 乙'])
})

test('a column of automatic numbers is text, as the reader sees it', () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
  const body = table(['建材', '化肥'].map((text) => row(tc(numbered('', 1)) + cell(text))).join(''))
  expect(cells(body, numbering)).toEqual(['1:r0c0 1x1 1', '1:r0c1 1x1 建材', '1:r1c0 1x1 2', '1:r1c1 1x1 化肥'])
})

test('several paragraphs of a cell are lines of one block', () => {
  expect(cells(table(row(tc(line('97.5%') + line('（117批次）')) + cell('乙'))))[0]).toBe('1:r0c0 1x1 97.5%\n（117批次）')
})
