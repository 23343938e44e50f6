/** Paragraphs of a Word binary file as its marks and properties tell them, written by hand, and the blocks that are made of them. */
import { expect, test } from 'vitest'
import { bodyBlocks } from '../../../extractors/formats/doc/body.ts'
import type { ParagraphProperties } from '../../../extractors/formats/doc/paragraph-properties.ts'
import { splitParagraphs } from '../../../extractors/formats/doc/paragraphs.ts'

const PLAIN: ParagraphProperties = {
  level: null,
  list: 0,
  listLevel: 0,
  tableDepth: 0,
  innerCellEnd: false,
  rowEnd: false,
  rowHeader: false,
  row: null,
}

/** `properties` by the text that its paragraph begins with; `unseen`: characters and marks that are deleted or hidden, marked so in the text by brackets. */
function read(written: string, properties: Readonly<Record<string, Partial<ParagraphProperties>>> = {}) {
  let text = ''
  const unseen = new Set<number>()
  let hidden = false
  for (const character of written) {
    if (character === '[' || character === ']') hidden = character === '['
    else {
      if (hidden) unseen.add(text.length)
      text += character
    }
  }
  const visible = {
    hides: (at: number) => unseen.has(at),
    deleted: 0,
    hidden: 0,
    struck: 0,
    scriptAt: () => null,
    symbols: new Map<number, string>(),
  }
  const paragraphs = splitParagraphs(text, 0, text.length, visible)
  const propertiesAt = (mark: number): ParagraphProperties => {
    const start = Math.max(text.lastIndexOf('\r', mark - 1), text.lastIndexOf('\u0007', mark - 1)) + 1
    const own = Object.entries(properties).find(([begins]) => text.slice(start, mark + 1).startsWith(begins))
    return { ...PLAIN, ...own?.[1] }
  }
  let number = 0
  return bodyBlocks(paragraphs, propertiesAt, { next: () => `${++number}.` }).blocks
}
const lines = (blocks: ReturnType<typeof read>) => blocks.map(({ label = '', text }) => label + text)
const places = (blocks: ReturnType<typeof read>) => blocks.map(({ cell, text }) => [cell?.table, cell?.row, cell?.column, text])

const LIST = { 甲: { list: 1 }, 乙: { list: 1 }, 丙: { list: 1 }, 丁: { list: 1 } }

test('a paragraph that is deleted or hidden whole takes no number', () => {
  expect(lines(read('甲\r[乙\r]丙\r', LIST))).toEqual(['1.甲', '2.丙'])
  expect(lines(read('甲\r[乙]\r丙\r', LIST))).toEqual(['1.甲', '2.丙'])
})

test('one whose mark alone is deleted goes on with the next, as that is set', () => {
  expect(lines(read('甲\r乙[\r]丙\r丁\r', { ...LIST, 乙: {} }))).toEqual(['1.甲', '2.乙丙', '3.丁'])
})

test('an empty paragraph keeps its number, and one partly deleted too', () => {
  expect(read('甲\r\r丙\r', { ...LIST, '\r': { list: 1 } }).map(({ label }) => label)).toEqual(['1.', '2.', '3.'])
  expect(lines(read('甲\r乙[删]\r丙\r', LIST))).toEqual(['1.甲', '2.乙', '3.丙'])
})

test('none goes on into a table', () => {
  const inTable = { tableDepth: 1 }
  expect(lines(read('前文[\r]甲\u0007乙\u0007行\u0007后文\r', { 甲: inTable, 乙: inTable, 行: { ...inTable, rowEnd: true } }))).toEqual([
    '前文',
    '甲',
    '乙',
    '后文',
  ])
})

test('a table within a cell is one of its own, between what the cell says before and after it', () => {
  const outer = { tableDepth: 1 }
  const inner = { tableDepth: 2, innerCellEnd: true }
  const blocks = read('类别\u0007情况\u0007行1\u0007工业\u0007前\r品种\r合格率\r内1\r建材\r91%\r内2\r后\u0007行2\u0007结尾\r', {
    类别: outer,
    情况: outer,
    行1: { ...outer, rowEnd: true },
    工业: outer,
    前: outer,
    品种: inner,
    合格率: inner,
    内1: { ...inner, rowEnd: true },
    建材: inner,
    '91%': inner,
    内2: { ...inner, rowEnd: true },
    后: outer,
    行2: { ...outer, rowEnd: true },
  })
  expect(places(blocks)).toEqual([
    [1, 0, 0, '类别'],
    [1, 0, 1, '情况'],
    [1, 1, 0, '工业'],
    [1, 1, 1, '前'],
    [2, 0, 0, '品种'],
    [2, 0, 1, '合格率'],
    [2, 1, 0, '建材'],
    [2, 1, 1, '91%'],
    [1, 1, 1, '后'],
    [undefined, undefined, undefined, '结尾'],
  ])
})

test('a table of one cell is a frame around its paragraphs', () => {
  const inTable = { tableDepth: 1 }
  expect(places(read('一\r二\u0007行\u0007三\r', { 一: inTable, 二: inTable, 行: { ...inTable, rowEnd: true } }))).toEqual([
    [undefined, undefined, undefined, '一'],
    [undefined, undefined, undefined, '二'],
    [undefined, undefined, undefined, '三'],
  ])
})
