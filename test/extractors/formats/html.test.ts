import { describe, expect, test } from 'vitest'
import { readHtml } from '../../../extractors/formats/html.ts'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { rejectionCode } from '../../support/office/rejection-code.ts'
import { gbk } from '../../support/office/zip-bytes.ts'

const read = (html: string | Uint8Array) => readHtml(typeof html === 'string' ? new TextEncoder().encode(html) : html, defaultLimits).blocks
const texts = (html: string | Uint8Array) => read(html).map(({ kind, text }) => `${kind}: ${text}`)
const cells = (html: string) =>
  read(html).flatMap(({ cell, text }) => (cell ? [[cell.table, cell.row, cell.column, cell.rowSpan, cell.columnSpan, text]] : []))

test('headings, paragraphs and list items in reading order', () => {
  expect(
    texts(
      '<!doctype html><title>无</title><h1>分析报告</h1><h2>一、情况</h2>前言<p>合格率&nbsp;97.5&#37;<br>同比上升</p><ul><li>第一条<li>第二条</ul>',
    ),
  ).toEqual([
    'heading: 分析报告',
    'heading: 一、情况',
    'paragraph: 前言',
    'paragraph: 合格率 97.5%\n同比上升',
    'list-item: 第一条',
    'list-item: 第二条',
  ])
  expect(read('<h1>报告</h1><h2>一、</h2><h3>（一）</h3>').map(({ level }) => level)).toEqual([0, 1, 2])
})

const labelled = (html: string) => read(html).map(({ label = '', text }) => label + text)

describe('the numbers of a list are those that a browser shows', () => {
  test.each([
    ['<ol><li>甲<li>乙</ol><ol start=3><li>丙</ol>', ['1.甲', '2.乙', '3.丙']],
    ['<ol><li value=5>甲<li hidden>藏<li>乙<li>丙</ol>', ['5.甲', '6.乙', '7.丙']],
    ['<ol reversed start=2><li>甲<li>乙</ol><ol reversed><li>丙</ol>', ['2.甲', '1.乙', '丙']],
    ['<ol type=a><li>甲<li>乙</ol><ol type=I><li>丙</ol>', ['a.甲', 'b.乙', 'I.丙']],
    ['<ol style="color:red;list-style:cjk-ideographic inside"><li><p>甲</p><p>续</p><li>乙</ol>', ['一、甲', '续', '二、乙']],
    ['<ol style="list-style-type:none"><li>甲</ol><ul><li>乙</ul><li>丙', ['甲', '乙', '丙']],
    ['<ol><li>甲<ol type=i><li>子<li>丑</ol><li>乙<ul><li>点</ul></ol>', ['1.甲', 'i.子', 'ii.丑', '2.乙', '点']],
    ['<ol><li><ol type=a><li>甲</ol><li>乙</ol>', ['1.a.甲', '2.乙']],
  ])('%s', (html, shown) => {
    expect(labelled(html)).toEqual(shown)
  })

  test('in a cell too', () => {
    expect(cells('<table><tr><td><ol><li>甲<li>2批次</ol><td>丙</table>').map((cell) => cell.at(-1))).toEqual(['1.甲\n2. 2批次', '丙'])
  })
})

test('what is filled in is text, what could have been is not', () => {
  expect(
    texts(
      '<p>合格率<input value="97.5">%，<input type=hidden value=x><select><option>一季度<option selected>三季度</select><input type=submit value=提交></p><textarea>一、问题\n抽查20批次。</textarea><p><input type=radio checked>是<input type=radio>否</p>',
    ),
  ).toEqual(['paragraph: 合格率97.5%，三季度', 'paragraph: 一、问题', 'paragraph: 抽查20批次。', 'paragraph: ☑是☐否'])
})

test('scripts, styles and hidden elements are not text', () => {
  expect(
    texts(
      '<style>p{}</style><script>var a="<p>假</p>"</script><p>真<span style="display:none">隐</span><span hidden>藏</span></p><!-- 注 --><div style="visibility:hidden"><p>无</p></div>',
    ),
  ).toEqual(['paragraph: 真'])
})

test('line breaks of the source vanish between Chinese characters and part Latin words', () => {
  expect(texts('<p>产品质量\n  合格率\nof all\n goods</p>')).toEqual(['paragraph: 产品质量合格率 of all goods'])
})

test('lines of preformatted text are paragraphs', () => {
  expect(texts('<pre>塔城市质量状况分析报告\n\n一、总体情况\n  合格率97.5%。\n</pre>')).toEqual([
    'paragraph: 塔城市质量状况分析报告',
    'paragraph: 一、总体情况',
    'paragraph: 合格率97.5%。',
  ])
})

test('an empty line or an indent behind a break begins a paragraph, a break alone does not', () => {
  expect(
    texts('<div>分析报告<br><br>\n一、情况<br>\n　　合格率97.5%。<br>&nbsp;&nbsp;&nbsp;&nbsp;同比上升<br>1.1个百分点。</div>'),
  ).toEqual(['paragraph: 分析报告', 'paragraph: 一、情况', 'paragraph: 合格率97.5%。', 'paragraph: 同比上升\n1.1个百分点。'])
  expect(cells('<table><tr><td>甲<br><br>乙<td>丙</table>').map((cell) => cell.at(-1))).toEqual(['甲\n乙', '丙'])
})

describe('a worksheet saved as a web page', () => {
  const row = (...cells: readonly string[]) => `<tr>${cells.join('')}`
  const body = row('<td>产品', '<td>批次', '<td>合格率') + row('<td>建材', '<td>20', '<td>95%')

  test('has its title, its unit and its remarks beside its table', () => {
    const title = row('<td colspan=3>塔城市数据表') + row('<td>填报单位：某局', '<td>', '<td>单位：批次')
    const page = `<table>${title}${body}${row('<td colspan=3>注：不含委托检验。')}</table>`
    expect(texts(page).filter((text) => text.startsWith('paragraph'))).toEqual([
      'paragraph: 塔城市数据表',
      'paragraph: 填报单位：某局',
      'paragraph: 单位：批次',
      'paragraph: 注：不含委托检验。',
    ])
    expect(cells(page).map(([table, line, column, , , text]) => [table, line, column, text])).toEqual([
      [1, 2, 0, '产品'],
      [1, 2, 1, '批次'],
      [1, 2, 2, '合格率'],
      [1, 3, 0, '建材'],
      [1, 3, 1, '20'],
      [1, 3, 2, '95%'],
    ])
  })

  test('keeps a header that stands over its second column alone', () => {
    expect(cells(`<table>${row('<td>', '<td>2020年', '<td>')}${body}</table>`)[0]?.at(-1)).toBe('2020年')
  })
})

describe('tables', () => {
  test('cells after merged ones stand in their true columns', () => {
    expect(
      cells(
        '<table><tr><th rowspan=2>产品<th colspan=2>第三季度<tr><td>批次<td>合格率<tr><td>建材<td>20<td><p>95%</p><p>（暂）</p></table>',
      ),
    ).toEqual([
      [1, 0, 0, 2, 1, '产品'],
      [1, 0, 1, 1, 2, '第三季度'],
      [1, 1, 1, 1, 1, '批次'],
      [1, 1, 2, 1, 1, '合格率'],
      [1, 2, 0, 1, 1, '建材'],
      [1, 2, 1, 1, 1, '20'],
      [1, 2, 2, 1, 1, '95%\n（暂）'],
    ])
  })

  test('a table around a table is layout, and its cells are paragraphs', () => {
    const html = '<table><tr><td>导语<td><table><tr><td>甲<td>乙</table>后记</table>'
    expect(texts(html)).toEqual(['paragraph: 导语', 'table-cell: 甲', 'table-cell: 乙', 'paragraph: 后记'])
    expect(cells(html).map(([table]) => table)).toEqual([1, 1])
  })

  test('tables that follow each other are counted', () => {
    expect(cells('<table><tr><td>甲<td>乙</table><table><tr><td>丙<td>丁</table>').map(([table]) => table)).toEqual([1, 1, 2, 2])
  })

  test('absurd spans are cut down', () => {
    expect(cells('<table><tr><td colspan=999999999 rowspan=999999999>甲<td>乙</table>')[0]).toEqual([1, 0, 0, 2000, 1000, '甲'])
  })
})

describe('the encoding', () => {
  test('is taken from the page where it is not UTF-8', () => {
    expect(texts(gbk('<html><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"></head><p>合格率</p></html>'))).toEqual(
      ['paragraph: 合格率'],
    )
  })
  test('is UTF-8 where the bytes are, whatever the page says', () => {
    expect(texts('<meta charset="gb2312"><p>合格率</p>')).toEqual(['paragraph: 合格率'])
  })
})

test('nesting without end is refused', async () => {
  expect(await rejectionCode(() => read('<div>'.repeat(100_000)))).toBe('E_CORRUPT')
})

test('a page or a table that is begun and not ended is read as far as it goes, and said to be cut off', () => {
  const page =
    '<html><body><p>抽查120批次，合格率97.5%。</p><table><tr><td>县市</td><td>批次</td></tr><tr><td>托里县</td><td>60</td></tr></table></body></html>'
  const reading = (html: string) => readHtml(new TextEncoder().encode(html), defaultLimits)
  expect(reading(page)).toMatchObject({ incomplete: false, notices: [] })
  for (const end of ['</body>', '60</td>', '</html>']) {
    const cut = reading(page.slice(0, page.indexOf(end)))
    expect(cut, end).toMatchObject({ incomplete: true })
    expect(
      cut.notices.map(({ code }) => code),
      end,
    ).toEqual(['W_TRUNCATED'])
    expect(cut.blocks[0]?.text, end).toBe('抽查120批次，合格率97.5%。')
  }
  // A piece of a page that never says where it begins.
  expect(reading('<p>抽查120批次<p>合格率97.5%')).toMatchObject({ incomplete: false, notices: [] })
})

test('raised and lowered text keeps its height, struck-through text is left out and said', () => {
  expect(texts('<p>10<sup>5</sup>个，面积m<span style="vertical-align:super">2</span>，CO<sub>2</sub>，120<sup>[2]</sup>批次')).toEqual([
    'paragraph: 10⁵个，面积m²，CO₂，120[2]批次',
  ])
  const struck =
    '<p>由<del>88%</del>90%<s>或<b>91%</b></s><strike>左右</strike><span style="text-decoration: line-through">约</span>提高到95%'
  expect(texts(struck)).toEqual(['paragraph: 由90%提高到95%'])
  expect(
    readHtml(new TextEncoder().encode(struck), defaultLimits).notices.map(({ code, message }) => `${code} ${message.slice(0, 4)}`),
  ).toEqual(['W_STRUCK_THROUGH 10 字'])
})

test('a table in one cell of a table of data is told in its place, and the rows around it stay rows', () => {
  const inner = '<table><tr><td>内1<td>内2</table>'
  expect(
    cells(`<table><tr><th>指标<th>本期<tr><td>食品<td>98%<tr><td>嵌<td>${inner}<tr><td>药品<td>99%</table><table><tr><td>甲<td>乙</table>`),
  ).toEqual([
    [1, 0, 0, 1, 1, '指标'],
    [1, 0, 1, 1, 1, '本期'],
    [1, 1, 0, 1, 1, '食品'],
    [1, 1, 1, 1, 1, '98%'],
    [1, 2, 0, 1, 1, '嵌'],
    [2, 0, 0, 1, 1, '内1'],
    [2, 0, 1, 1, 1, '内2'],
    [1, 3, 0, 1, 1, '药品'],
    [1, 3, 1, 1, 1, '99%'],
    [3, 0, 0, 1, 1, '甲'],
    [3, 0, 1, 1, 1, '乙'],
  ])
  expect(cells(`<table><tr><td>导航<td>${inner}<tr><td>正文<td>落款</table>`).map(([table]) => table)).toEqual([1, 1])
})
