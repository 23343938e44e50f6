/** Word 97–2003 files as LibreOffice writes and reads them, against the reader. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readDoc } from '../../../extractors/formats/doc/read-doc.ts'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { reportDocx } from '../../support/office/report-docx.ts'
import { convert } from '../../support/office/soffice.ts'
import { line, numbered, p, r, t, wordXml } from '../../support/packing/word-xml.ts'

/** LibreOffice shows revisions and hidden text in its text export; both are left out here. */
const NOT_SHOWN = ['合格116批次，', '隐藏字']

/** Text alone: numbers of lists stand with a blank and an indent in LibreOffice's export, notes with their mark. */
const bare = (text: string): string => NOT_SHOWN.reduce((rest, words) => rest.replaceAll(words, ''), text).replace(/[\s\ufeff]/gu, '')

test('body text, labels and cells are those of LibreOffice, in its order', async () => {
  const doc = convert(await reportDocx(), 'docx', 'doc')[0] ?? new Uint8Array()
  const exported = bare(new TextDecoder().decode(convert(doc, 'doc', 'txt:Text:UTF8')[0]))
    .replace('隐藏字1', '')
    .replace('97.5%。1', '97.5%。')
  const { blocks } = readDoc(doc, defaultLimits)
  const body = blocks.filter(({ kind }) => kind !== 'header' && kind !== 'footer' && kind !== 'note')
  expect(bare(body.map(({ label, text }) => `${label ?? ''}${text}`).join(''))).toBe(
    exported.slice(0, exported.lastIndexOf('特此报告。') + 5),
  )
})

const folder = fileURLToPath(new URL('../../../corpus/samples', import.meta.url))
const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:doc|wps)$/u.test(path))

test.each(samples)('the sample %s gives the text that LibreOffice gives', (path) => {
  const bytes = new Uint8Array(readFileSync(`${folder}/${path}`))
  const exported = bare(new TextDecoder().decode(convert(bytes, 'doc', 'txt:Text:UTF8')[0]))
  const { blocks } = readDoc(bytes, defaultLimits)
  const missing = blocks.filter(({ kind, text }) => kind !== 'header' && kind !== 'footer' && !exported.includes(bare(text)))
  expect(missing.map(({ text }) => text)).toEqual([])
})

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
/** LibreOffice asks for it. */
const CONTENT_TYPES = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="${MAIN}.numbering+xml"/></Types>`,
}
const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
const NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
const HIDDEN = `<w:p><w:pPr>${NUMBERED}<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的一节</w:t></w:r></w:p>`
const change = (element: string, content = ''): string =>
  `<w:${element} w:id="9" w:author="甲" w:date="2020-10-10T00:00:00Z">${content}</w:${element}>`
const DELETED = `<w:p><w:pPr>${NUMBERED}<w:rPr>${change('del')}</w:rPr></w:pPr>${change('del', '<w:r><w:delText>删掉的一节</w:delText></w:r>')}</w:p>`

test('tables within cells, and numbers beside deleted and hidden paragraphs, of a file that LibreOffice saved', () => {
  const inner = table([line('品种'), line('合格率')], [line('建材'), line('91.2%')])
  const body = [
    numbered('总体情况', 1),
    DELETED,
    numbered('存在问题', 1),
    HIDDEN,
    numbered('工作打算', 1),
    table([line('类别'), line('情况')], [line('工业产品'), `${line('前文')}${inner}${line('后文')}`]),
    line('结尾。'),
  ].join('')
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
  const doc = convert(wordXml({ body, numbering, parts: CONTENT_TYPES }), 'docx', 'doc')[0] ?? new Uint8Array()
  expect(
    readDoc(doc, defaultLimits).blocks.map(({ label = '', text, cell }) => [label + text, cell?.table, cell?.row, cell?.column]),
  ).toEqual([
    ['一、总体情况', undefined, undefined, undefined],
    ['二、存在问题', undefined, undefined, undefined],
    ['三、工作打算', undefined, undefined, undefined],
    ['类别', 1, 0, 0],
    ['情况', 1, 0, 1],
    ['工业产品', 1, 1, 0],
    ['前文', 1, 1, 1],
    ['品种', 2, 0, 0],
    ['合格率', 2, 0, 1],
    ['建材', 2, 1, 0],
    ['91.2%', 2, 1, 1],
    ['后文', 1, 1, 1],
    ['结尾。', undefined, undefined, undefined],
  ])
})

test('signs of symbol fonts, of a file that LibreOffice saved', () => {
  const sign = (font: string, code: string): string => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`
  const body = p(`${r(t('合格率'))}${sign('Symbol', 'F0B3')}${r(t('95%，'))}${sign('Wingdings', 'F0FE')}${r(t('已办'))}`)
  const doc = convert(wordXml({ body, parts: CONTENT_TYPES }), 'docx', 'doc')[0] ?? new Uint8Array()
  expect(readDoc(doc, defaultLimits).blocks.map(({ text }) => text)).toEqual(['合格率≥95%，☑已办'])
})
