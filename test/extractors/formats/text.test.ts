/** Plain text and Markdown in the encodings that offices send. */
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../extractors/formats/markdown.ts'
import { defaultLimits, type Reading } from '../../../extractors/formats/reading.ts'
import { readText } from '../../../extractors/formats/text.ts'
import { rejectionCode } from '../../support/office/rejection-code.ts'
import { gbk } from '../../support/office/zip-bytes.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (bytes: Uint8Array | string): Reading => readText(typeof bytes === 'string' ? utf8(bytes) : bytes, defaultLimits)
const lines = ({ blocks }: Reading): string[] => blocks.map(({ text }) => text).filter((text) => text !== '')
const utf16 = (text: string, littleEndian: boolean): Uint8Array =>
  Uint8Array.from(
    Array.from({ length: text.length * 2 }, (_, at) => (text.charCodeAt(at >> 1) >> ((at & 1) === (littleEndian ? 0 : 1) ? 0 : 8)) & 255),
  )

const sentence = '2020年第三季度，全市工业产品监督抽查120批次，合格率97.5%，同比上升1.1个百分点。'

describe('the encoding is found out', () => {
  test.each([
    ['UTF-8', utf8(sentence)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${sentence}`)],
    ['GBK', gbk(sentence)],
    ['UTF-16 LE with a byte order mark', utf16(`\ufeff${sentence}`, true)],
    ['UTF-16 BE with a byte order mark', utf16(`\ufeff${sentence}`, false)],
    ['UTF-16 LE without a mark', utf16(sentence.repeat(3), true).subarray(0, sentence.length * 2)],
    ['UTF-16 BE without a mark', utf16(sentence, false)],
  ])('%s', (_, bytes) => {
    const reading = read(bytes)
    expect(lines(reading)).toEqual([sentence])
    expect(reading.incomplete).toBe(false)
  })

  test('a UTF-8 text cut off within a character keeps the rest and says so', () => {
    const reading = read(utf8(sentence.repeat(4)).subarray(0, -1))
    expect(lines(reading)[0]).toContain('合格率97.5%')
    expect(reading.notices.map(({ code }) => code)).toEqual(['W_ENCODING'])
    expect(reading.incomplete).toBe(true)
  })

  test('a short text is GBK though a rare name outweighs it', () => {
    for (const words of ['王喆', '朱镕基', 'A级', '①②③批']) expect(read(gbk(words)).blocks.map(({ text }) => text)).toEqual([words])
  })

  test('GBK under the mark of UTF-8 is read as what it is', () => {
    const { blocks, incomplete } = read(Buffer.concat([Uint8Array.from([0xef, 0xbb, 0xbf]), gbk('产品质量监督抽查合格率97.5%。')]))
    expect({ text: blocks[0]?.text, incomplete }).toEqual({ text: '产品质量监督抽查合格率97.5%。', incomplete: false })
  })

  test('bytes that are no text are rejected', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + ((index * index) >> 3)) & 255)
    expect(await rejectionCode(() => read(noise))).toBe('E_CORRUPT')
  })

  test('a text beyond the limit is refused', async () => {
    expect(await rejectionCode(() => readText(utf8(sentence), { ...defaultLimits, characters: 10 }))).toBe('E_TOO_LARGE')
  })
})

/** Cuts at a width of 38 characters, as e-mail programs do, the first line indented. */
const wrapped = (paragraph: string): string => (`　　${paragraph}`.match(/.{1,38}/gsu) ?? []).join('\r\n')
const long = (from: string): string =>
  `${from}，全市共抽查工业产品120批次，其中合格117批次，不合格3批次，合格率97.5%，同比上升1.1个百分点，高于全区平均水平0.6个百分点，居全地区第二位，总体质量状况平稳向好。`

describe('lines wrapped at a fixed width', () => {
  test('are joined to their paragraphs', () => {
    const paragraphs = [long('第一季度'), long('第二季度'), long('第三季度')]
    const reading = read(['质量状况分析报告', ...paragraphs.map(wrapped)].join('\r\n'))
    expect(lines(reading)).toEqual(['质量状况分析报告', ...paragraphs])
    expect(reading.notices.map(({ code }) => code)).toEqual(['W_LINES_JOINED'])
  })

  test('are joined where so many characters make a line, whatever their width', () => {
    const byCharacters = (paragraph: string): string => (paragraph.match(/.{1,28}/gsu) ?? []).join('\n')
    const paragraphs = [
      '三季度，监督抽查工业产品86批次，合格81批次，合格率94.2%，比上年同期的92.5%提高1.7个百分点；抽检食品300批次，合格293批次，合格率97.7%，同比提高0.8个百分点。',
      '多孔砖28批次中4批次抗压强度不合格，全部出自2家砖厂，主要是隧道窑温度不够，页岩掺配比例过高，出厂前没有检验。',
    ]
    expect(lines(read(['一、总体情况', ...paragraphs.map(byCharacters)].join('\n')))).toEqual(['一、总体情况', ...paragraphs])
  })

  test('never swallow a heading or cross a blank line', () => {
    const text = [wrapped(long('第一季度')), '（一）工业产品', wrapped(long('第二季度')), '', wrapped(long('第三季度'))].join('\n')
    expect(lines(read(text))).toEqual([long('第一季度'), '（一）工业产品', long('第二季度'), long('第三季度')])
  })

  test('are left alone where each line is a paragraph', () => {
    const paragraphs = [long('第一季度'), `${long('第二季度')}${long('此外')}`, '三、存在问题', long('第三季度')]
    const reading = read(paragraphs.join('\n'))
    expect(lines(reading)).toEqual(paragraphs)
    expect(reading.notices).toEqual([])
  })
})

test('lines cut alike by tabs are a table', () => {
  const { blocks } = read('抽查情况\n产品\t批次\t合格率\n建材\t20\t95.0%\n结束\n')
  expect(blocks.filter(({ cell }) => cell).map(({ text, cell }) => [text, cell?.row, cell?.column])).toEqual([
    ['产品', 0, 0],
    ['批次', 0, 1],
    ['合格率', 0, 2],
    ['建材', 1, 0],
    ['20', 1, 1],
    ['95.0%', 1, 2],
  ])
})

describe('Markdown', () => {
  const reading = readMarkdown(
    utf8(
      '---\nauthor: 张三\n---\n# 质量分析报告\n\n## 一、总体情况\n合格率**97.5%**，\n见[附表](a.xlsx)。\n\n- 第一条\n1. 第二条\n\n| 产品 | 合格率 |\n|---|:--:|\n| 建材 | 95\\|96 |\n',
    ),
    defaultLimits,
  )
  test('gives headings, paragraphs without marks, list items and table cells', () => {
    expect(reading.blocks.map(({ kind, text, level, label }) => [kind, label ?? level ?? '', text])).toEqual([
      ['heading', 0, '质量分析报告'],
      ['heading', 1, '一、总体情况'],
      ['paragraph', '', '合格率97.5%，见附表。'],
      ['list-item', '', '第一条'],
      ['list-item', '1.', '第二条'],
      ['table-cell', '', '产品'],
      ['table-cell', '', '合格率'],
      ['table-cell', '', '建材'],
      ['table-cell', '', '95|96'],
    ])
  })
  test('marks the head of a table as such', () => {
    expect(reading.blocks.flatMap(({ cell }) => (cell ? [[cell.row, cell.column, cell.header]] : []))).toEqual([
      [0, 0, true],
      [0, 1, true],
      [1, 0, false],
      [1, 1, false],
    ])
  })
})

test('a stretch of noughts is text that is lost, and is said', () => {
  const reading = readText(new TextEncoder().encode('一季度抽查120批次，\0\0\0\0\0\0合格率97.5%。'), defaultLimits)
  expect(reading.incomplete).toBe(true)
  expect(reading.notices.map(({ code }) => code)).toEqual(['W_ENCODING'])
})

test('what Markdown strikes through is left out, and said', () => {
  const reading = readMarkdown(utf8('合格率由~~88%~~90%~~或91%~~提高到95%，约~~且\n\n~~~\n代码~~~'), defaultLimits)
  expect(lines(reading)).toEqual(['合格率由90%提高到95%，约~~且', '代码~~~'])
  expect(reading.notices.map(({ message }) => message.slice(0, 4))).toEqual(['7 字：'])
})

test('Markdown: what HTML is within a line goes or is what it shows, notes are told from the text', () => {
  const text = [
    '<b>合格率</b>&ge;95%&nbsp;，面积300m<sup>2</sup>，检出率<5%，a<b级[^1]。',
    '',
    '| 指标 | 说明 |',
    '|---|---|',
    '| 合格率 | 甲<br/>乙&#8451; |',
    '',
    '[^1]: 不含<span style="color:red">快检</span>。',
  ].join('\n')
  const { blocks } = readMarkdown(utf8(text), defaultLimits)
  expect(blocks.map(({ kind, text: words }) => [kind, words])).toEqual([
    ['paragraph', '合格率≥95% ，面积300m²，检出率<5%，a<b级。'],
    ['table-cell', '指标'],
    ['table-cell', '说明'],
    ['table-cell', '合格率'],
    ['table-cell', '甲\n乙℃'],
    ['note', '不含快检。'],
  ])
})
