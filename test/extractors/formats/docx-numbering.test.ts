/** Automatic numbering, as Word shows it. */
import { expect, test } from 'vitest'
import { readDocx } from '../../../extractors/formats/docx/read-docx.ts'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { line, numbered, wordXml } from '../../support/packing/word-xml.ts'

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const abstract = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
const list = (id: number, abstractId: number, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`
const official =
  level(0, 'chineseCounting', '%1、') +
  level(1, 'chineseCounting', '（%2）') +
  level(2, 'decimal', '%3.') +
  level(3, 'decimalEnclosedCircle', '%4')

function labels(numbering: string, body: string, styles = ''): (string | undefined)[] {
  return readDocx(wordXml({ body, numbering, styles }), defaultLimits).blocks.map(({ label }) => label)
}

const items = (numId: number, levels: readonly number[]): string => levels.map((at) => numbered('文', numId, at)).join('')

test('levels count on, and begin anew after a higher one', () => {
  expect(labels(abstract(0, official) + list(1, 0), items(1, [0, 1, 1, 2, 3, 3, 2, 1, 2, 0, 1]))).toEqual([
    ...['一、', '（一）', '（二）', '1.', '①', '②', '2.', '（三）', '1.', '二、', '（一）'],
  ])
})

test('an ordinary paragraph between does not stop the count, an empty numbered one takes a number', () => {
  const body = numbered('甲', 1) + line('说明') + numbered('', 1) + numbered('丙', 1)
  expect(labels(abstract(0, official) + list(1, 0), body)).toEqual(['一、', undefined, '三、'])
})

test('lists of one definition count on together; a start override begins anew, once', () => {
  const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
  const numbering = abstract(0, official) + list(1, 0) + list(2, 0) + list(3, 0, override)
  const body = [1, 2, 1, 3, 3, 1].map((id) => numbered('文', id)).join('')
  expect(labels(numbering, body)).toEqual(['一、', '二、', '三、', '五、', '六、', '七、'])
})

test('a level can be overridden, show the higher levels, and be legal', () => {
  const decimal = level(0, 'upperRoman', '%1') + level(1, 'decimal', '%1.%2') + level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')
  const override = `<w:lvlOverride w:ilvl="1">${level(1, 'lowerLetter', '%2)')}</w:lvlOverride>`
  const numbering = abstract(0, decimal) + list(1, 0) + abstract(1, decimal) + list(2, 1, override)
  expect(labels(numbering, items(1, [0, 0, 1, 2]) + items(2, [0, 1, 1]))).toEqual(['I', 'II', 'II.1', '2.1.1', 'I', 'a)', 'b)'])
})

test('a level that never restarts counts through', () => {
  const levels = level(0, 'decimal', '第%1章') + level(1, 'decimal', '第%2条', '<w:lvlRestart w:val="0"/>')
  expect(labels(abstract(0, levels) + list(1, 0), items(1, [0, 1, 1, 0, 1]))).toEqual(['第1章', '第1条', '第2条', '第2章', '第3条'])
})

test('a style brings its numbering; the level is the one linked to the style; 0 takes it away', () => {
  const styles = `<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="h2b"><w:name w:val="h2b"/><w:basedOn w:val="h2"/></w:style>`
  const linked =
    level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="h1"/>') + level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="h2"/>')
  const styled = (id: string, more = '') => line('文', `<w:pStyle w:val="${id}"/>${more}`)
  const body = styled('h1') + styled('h2') + styled('h2b') + styled('h1', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('h1')
  expect(labels(abstract(0, linked) + list(1, 0), body, styles)).toEqual(['一、', '（一）', '（二）', undefined, '二、'])
})

test('a list that stands for a list style takes the numbering of the style', () => {
  const styles =
    '<w:style w:type="numbering" w:styleId="L"><w:name w:val="公文"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
  const numbering = `${abstract(0, official)}${list(1, 0)}<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="L"/></w:abstractNum>${list(2, 9)}`
  expect(labels(numbering, items(2, [0, 1]), styles)).toEqual(['一、', '（一）'])
})

test('bullets are shown as they look', () => {
  const bullet = (font: string, code: string) =>
    `<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="${code}"/><w:rPr><w:rFonts w:ascii="${font}"/></w:rPr></w:lvl>`
  const fonts: [string, string][] = [
    ['Symbol', '\uf0b7'],
    ['Wingdings', '\uf06c'],
    ['Wingdings', '\uf0fc'],
    ['Unknown', '\uf123'],
    ['宋体', '●'],
  ]
  const numbering =
    fonts.map(([font, code], at) => abstract(at, bullet(font, code))).join('') + fonts.map((_, at) => list(at + 1, at)).join('')
  expect(labels(numbering, fonts.map((_, at) => numbered('文', at + 1)).join(''))).toEqual(['•', '●', '✓', '•', '●'])
})

test.each([
  ['chineseCounting', [1, 10, 11, 20, 99, 100], ['一', '十', '十一', '二十', '九十九', '一〇〇']],
  [
    'chineseCountingThousand',
    [10, 21, 100, 101, 110, 1005, 10010],
    ['十', '二十一', '一百', '一百零一', '一百一十', '一千零五', '一万零一十'],
  ],
  ['japaneseCounting', [15, 20, 101], ['十五', '二十', '一百一']],
  ['chineseLegalSimplified', [1, 10, 21], ['壹', '壹拾', '贰拾壹']],
  ['ideographTraditional', [1, 10, 11], ['甲', '癸', '11']],
  ['ideographZodiac', [1, 12], ['子', '亥']],
  ['ideographDigital', [12], ['一二']],
  ['decimal', [12], ['12']],
  ['decimalZero', [3], ['03']],
  ['decimalFullWidth', [12], ['１２']],
  ['decimalEnclosedCircle', [1, 20, 21, 36, 51], ['①', '⑳', '㉑', '㊱', '51']],
  ['decimalEnclosedParen', [2], ['⑵']],
  ['decimalEnclosedFullstop', [3], ['⒊']],
  ['upperLetter', [1, 26, 27, 53], ['A', 'Z', 'AA', 'AAA']],
  ['lowerRoman', [4, 9, 1994], ['iv', 'ix', 'mcmxciv']],
  ['chicago', [1, 4, 6], ['*', '§', '††']],
  ['none', [7], [undefined]],
  ['noSuchFormat', [8], ['8']],
  ['constructor', [8], ['8']],
])('the format %s writes its numbers', (format, numbers, expected) => {
  const starts = numbers.map(
    (start, at) => abstract(at, level(0, format, '%1').replace('w:start w:val="1"', `w:start w:val="${start}"`)) + list(at + 1, at),
  )
  expect(
    labels(starts.sort((a) => (a.includes('abstract') ? -1 : 1)).join(''), numbers.map((_, at) => numbered('文', at + 1)).join('')),
  ).toEqual(expected)
})

test('a format that is not known gives plain digits, and says so', () => {
  const numbering = abstract(0, level(0, 'ordinalText', '%1、') + level(1, 'decimal', '%2.')) + list(1, 0)
  const { blocks, notices } = readDocx(wordXml({ body: items(1, [0, 1, 0]), numbering }), defaultLimits)
  expect(blocks.map(({ label }) => label)).toEqual(['1、', '1.', '2、'])
  expect(notices).toEqual([{ code: 'W_NUMBERING_NOT_READ', message: '自动编号有2处格式无法识别，序号以阿拉伯数字代替' }])
})
