/** The text of paragraphs as the reader of the page sees it: breaks, symbols, fields, text boxes, notes, headers. */
import { describe, expect, test } from 'vitest'
import { readDocx } from '../../../extractors/formats/docx/read-docx.ts'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { line, p, r, t, type WordXml, wordXml } from '../../support/packing/word-xml.ts'

const read = (source: WordXml) => readDocx(wordXml(source), defaultLimits)
const texts = (body: string): string[] => read({ body }).blocks.map(({ text }) => text)
const codes = (source: WordXml): string[] => read(source).notices.map(({ code }) => code)

test('the text of a paragraph is what was typed, blanks and full-width characters included', () => {
  expect(texts(line('　　合格率９７．５％， 同比 上升&lt;1&gt;个百分点 ') + p(''))).toEqual([
    '　　合格率９７．５％， 同比 上升<1>个百分点 ',
  ])
})

test('blanks at the ends of a run count only where the file keeps them', () => {
  expect(texts(p('<w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space="preserve"> 乙</w:t></w:r>'))).toEqual(['甲 乙'])
})

test('tabs, line breaks and hyphens are read, tab stops and page breaks are not', () => {
  const properties = '<w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs>'
  expect(
    texts(p(r(`${t('甲')}<w:tab/>${t('乙')}<w:br/>${t('丙')}<w:noBreakHyphen/>${t('丁')}<w:softHyphen/>${t('戊')}`), properties)),
  ).toEqual(['甲\t乙\n丙\u2011丁戊'])
  expect(texts(p(r('<w:br w:type="page"/>')) + p(r(`<w:br w:type="page"/>${t('下页')}`)))).toEqual(['下页'])
  expect(texts(p(r(`${t('100')}<w:br w:type="page"/>${t('200')}`)))).toEqual(['100\n200'])
})

test('signs of the symbol fonts are read as the characters that look the same', () => {
  const signs = [
    ['Symbol', 'F0B3'],
    ['Symbol', 'F061'],
    ['Wingdings', 'F0FC'],
    ['Times New Roman', '2265'],
  ]
  expect(texts(p(signs.map(([font, code]) => r(`<w:sym w:font="${font}" w:char="${code}"/>`)).join('')))).toEqual(['≥α✓≥'])
})

test('of a field the result is read, not its instruction', () => {
  const field = `${r('<w:fldChar w:fldCharType="begin"/>')}${r('<w:instrText> SUM(ABOVE) </w:instrText>')}${r('<w:fldChar w:fldCharType="separate"/>')}${r(t('120'))}${r('<w:fldChar w:fldCharType="end"/>')}`
  expect(texts(p(`${r(t('共'))}${field}${r(t('批次'))}`))).toEqual(['共120批次'])
  expect(texts(p(`<w:fldSimple w:instr="DATE">${r(t('7月8日'))}</w:fldSimple>`))).toEqual(['7月8日'])
  expect(texts(p(r('<w:fldChar w:fldCharType="begin"/>')) + line('后文'))).toEqual(['后文'])
})

test('links, content controls, smart tags and formulas are read through', () => {
  const control = `<w:sdt><w:sdtPr><w:alias w:val="县市"/></w:sdtPr><w:sdtContent>${r(t('乌苏市'))}</w:sdtContent></w:sdt>`
  const formula = '<m:oMath><m:f><m:num><m:r><m:t>117</m:t></m:r></m:num><m:den><m:r><m:t>120</m:t></m:r></m:den></m:f></m:oMath>'
  expect(texts(p(`<w:hyperlink>${r(t('见'))}</w:hyperlink><w:smartTag>${control}</w:smartTag>${formula}`))).toEqual(['见乌苏市117/120'])
  expect(texts(`<w:sdt><w:sdtContent>${line('整段')}</w:sdtContent></w:sdt>`)).toEqual(['整段'])
})

test('of a phonetic guide the characters are read, not the reading above them', () => {
  expect(texts(p(r(`<w:ruby><w:rt>${r(t('shā'))}</w:rt><w:rubyBase>${r(t('沙'))}</w:rubyBase></w:ruby>`) + r(t('湾'))))).toEqual(['沙湾'])
})

test('a text box is read once, after its paragraph, whichever of its two drawings the file offers', () => {
  const box = `<w:txbxContent>${line('框内一')}${line('框内二')}</w:txbxContent>`
  const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`
  const drawings = [
    both,
    `<w:pict><v:textbox>${box}</v:textbox></w:pict>`,
    `<mc:AlternateContent><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`,
  ]
  for (const drawing of drawings) {
    expect(texts(p(`${r(t('前'))}${r(drawing)}${r(t('后'))}`) + line('下段'))).toEqual(['前后', '框内一', '框内二', '下段'])
  }
})

test('hidden text is left out and said, also when a style hides it', () => {
  const styles = '<w:style w:type="character" w:styleId="H"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
  const body = p(r(t('可见')) + r(t('密'), '<w:vanish/>') + r(t('密'), '<w:rStyle w:val="H"/>') + r(t('也可见'), '<w:vanish w:val="0"/>'))
  expect(read({ body, styles }).blocks.map(({ text }) => text)).toEqual(['可见也可见'])
  expect(codes({ body, styles })).toEqual(['W_HIDDEN_TEXT'])
})

test('headings, title and caption are told by style, style inheritance and outline level', () => {
  const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
    <w:style w:type="paragraph" w:styleId="my"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style>
    <w:style w:type="paragraph" w:styleId="toc"><w:name w:val="TOC Heading"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="loop"><w:name w:val="loop"/><w:basedOn w:val="loop"/></w:style>
    <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>`
  const body =
    ['T', '1', 'my', 'toc', 'loop', 'C', 'gone'].map((id) => line(id, `<w:pStyle w:val="${id}"/>`)).join('') +
    line('大纲', '<w:outlineLvl w:val="1"/>')
  expect(read({ body, styles }).blocks.map(({ kind, level }) => [kind, level])).toEqual([
    ['heading', 0],
    ['heading', 1],
    ['heading', 1],
    ['paragraph', undefined],
    ['paragraph', undefined],
    ['caption', undefined],
    ['paragraph', undefined],
    ['heading', 2],
  ])
})

test('notes stand at the end in the order of their marks, and only those that the text refers to', () => {
  const note = (id: number, text: string, type = '') => `<w:footnote w:id="${id}"${type}>${line(text)}</w:footnote>`
  const reading = read({
    body: p(r(t('甲')) + r('<w:footnoteReference w:id="3"/>') + r('<w:endnoteReference w:id="2"/>') + r('<w:footnoteReference w:id="2"/>')),
    footnotes: note(0, '分隔', ' w:type="separator"') + note(1, '无人引用') + note(2, '脚注二') + note(3, '脚注三'),
    endnotes: `<w:endnote w:id="2">${line('尾注')}</w:endnote>`,
  })
  expect(reading.blocks.map(({ kind, text }) => [kind, text])).toEqual([
    ['paragraph', '甲'],
    ['note', '脚注三'],
    ['note', '脚注二'],
    ['note', '尾注'],
  ])
})

test('each different header is read once, page numbers never', () => {
  const page = (text: string) => `${r(t(text))}<w:fldSimple w:instr=" PAGE ">${r(t('3'))}</w:fldSimple>`
  const section = (header: string, footer: string, more = '') =>
    `<w:sectPr><w:headerReference w:type="default" r:id="${header}"/><w:headerReference w:type="first" r:id="h3"/><w:footerReference w:type="default" r:id="${footer}"/>${more}</w:sectPr>`
  const source = {
    headers: { h1: line('乌质强市办〔2020〕3号'), h2: line('乌质强市办〔2020〕3号'), h3: line('首页页眉') },
    footers: { f1: p(`${page('第')}${r(t('页'))}`), f2: p(page('质量办 ')) },
  }
  const margins = (more: string) =>
    read({ ...source, body: p(r(t('正文')), section('h1', 'f1')) + section('h2', 'f2', more) })
      .blocks.slice(1)
      .map(({ kind, text }) => `${kind} ${text}`)
  expect(margins('')).toEqual(['header 乌质强市办〔2020〕3号', 'footer 质量办 '])
  expect(margins('<w:titlePg/>')).toContain('header 首页页眉')
})

test('pictures, objects and comments are counted, and a document of pictures alone is incomplete', () => {
  const picture = r('<w:drawing><a:blip/></w:drawing>')
  const object = r('<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object>')
  const comments = `<w:comment w:id="0">${line('请核实')}</w:comment><w:comment w:id="1">${line('同意')}</w:comment>`
  const reading = read({ body: line('正文'.repeat(40)) + p(picture + picture + object), comments })
  expect(reading.blocks.length).toBe(1)
  expect(reading.notices.map(({ code, message }) => [code, message.slice(0, 8)])).toEqual([
    ['W_COMMENTS', '含批注2条，批注'],
    ['W_PICTURE', '含图片2幅，图片'],
    ['W_EMBEDDED_OBJECT', '含嵌入对象，其内'],
  ])
  expect(reading.incomplete).toBe(false)
  expect(read({ body: p(picture) }).incomplete).toBe(true)
})

test('pages are those that the writing program counted', () => {
  const app =
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Words>9</Words><Pages>6</Pages></Properties>'
  expect(read({ body: line('甲'), parts: { 'docProps/app.xml': app } }).pages).toBe(6)
  expect(read({ body: line('甲') }).pages).toBe(null)
})

const DIAGRAM = 'http://schemas.openxmlformats.org/drawingml/2006/diagram'

/** A diagram whose points stand in the file in another order than on the page. */
function withDiagram(data: string): Uint8Array {
  const type = (name: string) => `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}`
  const drawn = `<w:drawing><a:graphic><a:graphicData><dgm:relIds xmlns:dgm="${DIAGRAM}" r:dm="rId7" r:lo="rId8"/></a:graphicData></a:graphic></w:drawing>`
  return wordXml({
    body: p(r(`${t('工作流程如下：')}${drawn}`)) + line('以上。'),
    parts: {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="${type('diagramData')}" Target="diagrams/data1.xml"/></Relationships>`,
      'word/diagrams/data1.xml': `<dgm:dataModel xmlns:dgm="${DIAGRAM}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${data}</dgm:dataModel>`,
    },
  })
}
const point = (id: string, words: string, type = 'node') =>
  `<dgm:pt modelId="${id}" type="${type}"><dgm:t><a:p><a:r><a:t>${words}</a:t></a:r></a:p></dgm:t></dgm:pt>`
const link = (from: string, to: string, order: number, type = 'parOf') =>
  `<dgm:cxn type="${type}" srcId="${from}" destId="${to}" srcOrd="${order}" destOrd="0"/>`

test('the words of a diagram are read after the paragraph that holds it, in the order of its outline', () => {
  const points = [
    point('0', '', 'doc'),
    point('3', '合格率98%'),
    point('1', '抽查120批次'),
    point('2', '复查'),
    point('9', '箭头', 'parTrans'),
  ]
  const links = [link('0', '2', 1), link('0', '1', 0), link('1', '3', 0), link('1', '2', 0, 'presOf')]
  const reading = readDocx(
    withDiagram(`<dgm:ptLst>${points.join('')}</dgm:ptLst><dgm:cxnLst>${links.join('')}</dgm:cxnLst>`),
    defaultLimits,
  )
  expect(reading.blocks.map(({ text }) => text)).toEqual(['工作流程如下：', '抽查120批次', '合格率98%', '复查', '以上。'])
  expect([reading.incomplete, reading.notices]).toEqual([false, []])
})

test('a diagram that is in a circle ends, one that cannot be had is told', () => {
  const circle = `<dgm:ptLst>${point('1', '甲')}${point('2', '乙')}</dgm:ptLst><dgm:cxnLst>${link('1', '2', 0)}${link('2', '1', 0)}</dgm:cxnLst>`
  expect(readDocx(withDiagram(circle), defaultLimits).blocks.map(({ text }) => text)).toContain('乙')
  expect(codes({ body: p(r(`${t('甲')}<dgm:relIds xmlns:dgm="${DIAGRAM}" r:dm="rId7"/>`)) })).toEqual(['W_CHART_UNREAD'])
  const cut = readDocx(withDiagram('<dgm:ptLst><dgm:pt'), defaultLimits)
  expect([cut.incomplete, cut.notices.map(({ code }) => code)]).toEqual([true, ['W_PART_UNREAD', 'W_CHART_UNREAD']])
})

test('WordArt of earlier versions is read, the type of shape that it is of is not', () => {
  const shape = '<v:shapetype id="_x0000_t136"><v:textpath on="t" fitshape="t"/></v:shapetype>'
  const art = `${shape}<v:shape type="#_x0000_t136"><v:textpath style="font-family:&quot;宋体&quot;" string="合格率98%&#xA;质量月"/></v:shape>`
  expect(texts(p(r(`${t('前文')}<w:pict>${art}</w:pict>`)) + line('后文'))).toEqual(['前文', '合格率98%\n质量月', '后文'])
})

describe('what a program puts into the text as it is', () => {
  const withChunk = (name: string, content: string) => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk'
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${type}" Target="${name}"/></Relationships>`
    const table = (text: string): string => `<w:tbl><w:tr><w:tc>${line(text)}</w:tc><w:tc>${line('乙')}</w:tc></w:tr></w:tbl>`
    return readDocx(
      wordXml({
        body: `${line('前文。')}${table('甲')}<w:altChunk r:id="rId9"/>${table('丙')}${line('后文。')}`,
        parts: { 'word/_rels/document.xml.rels': relations, [`word/${name}`]: content },
      }),
      defaultLimits,
    )
  }

  test('is read where it is a page of HTML, its tables counted among the others', () => {
    const html = '<html><body><p>食品抽检合格率98.2%。</p><table><tr><td>建材</td><td>91.2%</td></tr></table></body></html>'
    const { blocks, incomplete, notices } = withChunk('afchunk.htm', html)
    expect(blocks.map(({ text, cell }) => `${cell?.table ?? ''}${text}`)).toEqual([
      ...['前文。', '1甲', '1乙', '食品抽检合格率98.2%。', '2建材', '291.2%', '3丙', '3乙', '后文。'],
    ])
    expect([incomplete, notices]).toEqual([false, []])
  })

  test('is said to be missing where it is something else', () => {
    const { incomplete, notices } = withChunk(
      'afchunk.mht',
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x',
    )
    expect([incomplete, notices.map(({ code }) => code)]).toEqual([true, ['W_EMBEDDED_OBJECT']])
  })
})
