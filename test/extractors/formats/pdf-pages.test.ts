/** Pages written by hand: fonts with predefined CMaps, struck, turned and raised text, rulings of every kind, and pages that mean harm. */
import { describe, expect, it } from 'vitest'
import { gbkText, grid, latinText, lineFrom, stream, text, type WrittenPage, writePdf } from '../../support/pdf/pdf-writer.ts'
import { read, tableRows, textsOf } from '../../support/pdf/read.ts'

const page = (...content: readonly string[]): WrittenPage => ({ content: content.join('\n') })
const readPages = (...pages: readonly WrittenPage[]) => read(writePdf(pages))
const paragraphs = async (...content: readonly string[]): Promise<string[]> =>
  textsOf(await readPages(page(...content)), 'paragraph', 'heading')

describe('fonts that are not embedded', () => {
  it('are read by UniGB-UCS2-H', async () => {
    expect(await paragraphs(text(100, 700, 16, '产品质量监督抽查合格率97.5%'))).toEqual(['产品质量监督抽查合格率97.5%'])
  })

  it('are read by GBK-EUC-H', async () => {
    expect(await paragraphs(gbkText(100, 700, 16, 'D6CAC1BFBACFB8F1C2CA'))).toEqual(['质量合格率'])
  })

  it('are read in both encodings of one document, whatever documents were read before', async () => {
    const both = [text(100, 700, 16, '滴灌带抽检'), gbkText(100, 600, 16, 'D6CAC1BFBACFB8F1C2CA')]
    const fresh = await paragraphs(...both)
    expect(fresh.join('')).toBe('滴灌带抽检质量合格率')
    expect(await paragraphs(text(100, 700, 16, '裕民县巴什拜羊'))).toEqual(['裕民县巴什拜羊'])
    expect(await paragraphs(...both)).toEqual(fresh)
    expect(await paragraphs(text(100, 700, 16, '巴什拜羊滴灌带质量𠮷'))).toEqual(
      await paragraphs(text(100, 700, 16, '巴什拜羊滴灌带质量𠮷')),
    )
  })
})

describe('blanks', () => {
  it('are not invented between Chinese and digits set a little apart', async () => {
    expect(await paragraphs(text(100, 700, 16, '合格率'), latinText(152, 700, 16, '97.5%'))).toEqual(['合格率97.5%'])
  })

  it('are kept where the file has them', async () => {
    expect(await paragraphs(text(100, 700, 16, '达到 以上'))).toEqual(['达到 以上'])
  })

  it('are put between Latin words that the file only sets apart', async () => {
    expect(await paragraphs(latinText(100, 700, 10, 'quality'), latinText(136, 700, 10, 'report'))).toEqual(['quality report'])
  })
})

describe('text that lies about itself', () => {
  it('is kept once where it is struck twice to look bold', async () => {
    expect(await paragraphs(text(100, 700, 16, '合格率达到1100'), text(100.4, 700, 16, '合格率达到1100'))).toEqual(['合格率达到1100'])
  })

  it('is left out with a notice where it runs askew', async () => {
    const turned = text(0, 0, 40, '内部资料', '0.7 0.7 -0.7 0.7 200 300')
    const reading = await readPages(page(text(100, 700, 16, '正文一句。'), turned))
    expect(textsOf(reading, 'paragraph')).toEqual(['正文一句。'])
    expect(reading.notices).toEqual([expect.objectContaining({ code: 'W_ROTATED_TEXT' })])
    expect(reading.incomplete).toBe(false)
  })

  it('is read where the whole page is turned by a quarter', async () => {
    const lines = Array.from({ length: 4 }, (_, at) => text(0, 0, 14, '工业产品质量监督抽查合格率', `0 1 -1 0 ${100 + at * 30} 100`))
    const reading = await readPages(page(...lines))
    expect(textsOf(reading, 'paragraph').join('')).toBe('工业产品质量监督抽查合格率'.repeat(4))
    expect(reading.notices).toEqual([])
  })

  it('is given without the raised mark of a footnote, and with an exponent', async () => {
    expect(await paragraphs(text(100, 700, 16, '投资额增长'), text(180, 706, 8, '2'), text(188, 700, 16, '，共计。'))).toEqual([
      '投资额增长，共计。',
    ])
    expect(await paragraphs(latinText(100, 700, 16, '35 mg/m'), latinText(158, 706, 8, '3'))).toEqual(['35 mg/m³'])
  })
})

describe('lines', () => {
  const full = '合'.repeat(26)

  it('are one paragraph over a page end that comes in the middle of a sentence', async () => {
    const first = page(text(122, 700, 16, '合'.repeat(24)), text(90, 672, 16, full), text(90, 644, 16, `${'格'.repeat(25)}均`))
    const second = page(text(90, 700, 16, '达到85%以上。'), text(122, 672, 16, '第二段。'))
    const reading = await readPages(first, second)
    expect(textsOf(reading, 'paragraph')).toEqual([`${'合'.repeat(50)}${'格'.repeat(25)}均达到85%以上。`, '第二段。'])
    expect(reading.blocks.map(({ origin }) => origin.page)).toEqual([1, 2])
  })

  it('are two paragraphs where the second is set in, or the first ends early', async () => {
    const lines = [
      text(122, 700, 16, '一'.repeat(24)),
      text(90, 672, 16, full),
      text(122, 644, 16, '二'.repeat(24)),
      text(90, 616, 16, '短'),
      text(90, 588, 16, full),
    ]
    expect(await paragraphs(...lines)).toEqual(['一'.repeat(24) + full, `${'二'.repeat(24)}短`, full])
  })

  it('at the edges of the page are furniture when they return or look like page numbers', async () => {
    const pages = [1, 2, 3].map((number) =>
      page(text(200, 800, 9, '质量简报'), text(90, 600, 16, '正文'.repeat(number)), text(280, 40, 9, `第${number}页 共3页`)),
    )
    const reading = await readPages(...pages)
    expect(textsOf(reading, 'paragraph')).toEqual(['正文', '正文正文', '正文正文正文'])
    expect(textsOf(reading, 'header', 'footer')).toEqual(['质量简报', '第1页 共3页'])
  })
})

describe('tables', () => {
  const xs = [90, 210, 330, 450]
  const cellText = (words: string, column: number, y: number): string => text((xs[column] ?? 0) + 6, y, 12, words)
  const words = [
    cellText('产品', 0, 685),
    cellText('抽查', 1, 685),
    cellText('合格', 2, 685),
    cellText('建材', 0, 655),
    cellText('120', 1, 655),
    cellText('117', 2, 655),
    cellText('农膜', 0, 625),
    cellText('80', 1, 625),
    cellText('79', 2, 625),
  ]
  const rows = [
    ['产品', '抽查', '合格'],
    ['建材', '120', '117'],
    ['农膜', '80', '79'],
  ]

  for (const filled of [false, true]) {
    it(`are read from ${filled ? 'thin filled rectangles' : 'stroked lines'}`, async () => {
      expect(tableRows(await readPages(page(grid(xs, [610, 640, 670, 700], filled), ...words)))).toEqual(rows)
    })
  }

  it('are read from columns that line up, without any ruling', async () => {
    const reading = await readPages(page(text(90, 760, 12, '下列为抽查结果。'), ...words))
    expect(tableRows(reading)).toEqual(rows)
    expect(textsOf(reading, 'paragraph')).toEqual(['下列为抽查结果。'])
  })

  it('have merged cells where rulings are missing', async () => {
    const content = [
      ...[610, 640, 700].map((y) => lineFrom(90, y, 450, y)),
      lineFrom(210, 670, 450, 670),
      ...[90, 210, 450].map((x) => lineFrom(x, 610, x, 700)),
      lineFrom(330, 610, 330, 670),
      cellText('产品', 0, 670),
      cellText('抽查情况', 1, 680),
      cellText('批次', 1, 650),
      cellText('合格', 2, 650),
      cellText('建材', 0, 620),
      cellText('120', 1, 620),
      cellText('117', 2, 620),
    ]
    const cells = (await readPages(page(...content))).blocks.map(({ text: words, cell }) => [
      words,
      cell?.row,
      cell?.column,
      cell?.rowSpan,
      cell?.columnSpan,
    ])
    expect(cells).toEqual([
      ['产品', 0, 0, 2, 1],
      ['抽查情况', 0, 1, 1, 2],
      ['批次', 1, 1, 1, 1],
      ['合格', 1, 2, 1, 1],
      ['建材', 2, 0, 1, 1],
      ['120', 2, 1, 1, 1],
      ['117', 2, 2, 1, 1],
    ])
  })

  it('join the lines of a cell, and go on over a page end with their repeated header marked', async () => {
    const first = page(
      grid(xs, [100, 160, 190]),
      cellText('产品', 0, 170),
      cellText('抽查', 1, 170),
      cellText('合格', 2, 170),
      cellText('建筑材', 0, 140),
      cellText('料', 0, 122),
      cellText('120', 1, 140),
      cellText('117', 2, 140),
    )
    const second = page(
      grid(xs, [700, 730, 760]),
      cellText('产品', 0, 740),
      cellText('抽查', 1, 740),
      cellText('合格', 2, 740),
      cellText('农膜', 0, 710),
      cellText('80', 1, 710),
      cellText('79', 2, 710),
    )
    const reading = await readPages(first, second)
    expect(tableRows(reading)).toEqual([
      ['产品', '抽查', '合格'],
      ['建筑材料', '120', '117'],
      ['产品', '抽查', '合格'],
      ['农膜', '80', '79'],
    ])
    expect(reading.blocks.filter(({ cell }) => cell?.header).map(({ cell }) => cell?.row)).toEqual([0, 0, 0, 2, 2, 2])
    expect(new Set(reading.blocks.map(({ origin }) => origin.page))).toEqual(new Set([1, 2]))
  })

  it('are read from rulings across alone, with a heading over two columns', async () => {
    const rulings = [lineFrom(90, 700, 450, 700), lineFrom(90, 640, 450, 640), lineFrom(90, 580, 450, 580)]
    const header = [cellText('产品', 0, 650), text(250, 682, 12, '抽查的情况如下'), cellText('批次', 1, 650), cellText('合格率', 2, 650)]
    const body = [
      cellText('建材', 0, 620),
      cellText('120', 1, 620),
      cellText('97.5%', 2, 620),
      cellText('农膜', 0, 595),
      cellText('80', 1, 595),
      cellText('98.8%', 2, 595),
    ]
    const reading = await readPages(page(...rulings, ...header, ...body))
    expect(tableRows(reading)).toEqual([
      ['', '抽查的情况如下'],
      ['产品', '批次', '合格率'],
      ['建材', '120', '97.5%'],
      ['农膜', '80', '98.8%'],
    ])
    expect(reading.blocks[1]?.cell).toMatchObject({ column: 1, columnSpan: 2 })
  })

  it('are none where running text stands between the rules of a page', async () => {
    const rulings = [780, 500, 100].map((y) => lineFrom(90, y, 506, y))
    const lines = [700, 672, 644].map((y) => text(90, y, 16, '合'.repeat(26)))
    const reading = await readPages(page(...rulings, ...lines))
    expect(reading.blocks.filter(({ cell }) => cell)).toEqual([])
  })

  it('are none where a frame, an underline or a list only looks like one', async () => {
    const frame = [grid([80, 520], [600, 720]), text(90, 690, 16, '框内的一段话，没有分格。')]
    const list = ['一', '二', '三'].flatMap((label, at) => [
      text(90, 500 - at * 30, 16, `${label}、`),
      text(160, 500 - at * 30, 16, '加强监管工作'),
      lineFrom(160, 496 - at * 30, 256, 496 - at * 30),
    ])
    const reading = await readPages(page(...frame, ...list))
    expect(reading.blocks.filter(({ cell }) => cell)).toEqual([])
    expect(reading.blocks).toHaveLength(4)
  })
})

describe('pages without text', () => {
  it('are named in one notice, and the reading is incomplete', async () => {
    const drawn = page('q 500 0 0 700 40 40 cm 0 0 1 1 re f Q')
    const reading = await readPages(page(text(90, 700, 16, '有文字的一页。')), drawn, drawn)
    expect(reading.incomplete).toBe(true)
    expect(reading.notices).toEqual([
      { code: 'W_PAGE_WITHOUT_TEXT', message: '第2、3页没有文字层（可能是扫描件），请提供可编辑版本或人工录入' },
    ])
  })

  it('are no loss where nothing at all stands on them', async () => {
    expect(await readPages(page(text(90, 700, 16, '全文。')), page(''))).toMatchObject({ notices: [], incomplete: false })
  })

  it('alone still make a reading', async () => {
    expect(await readPages(page('q 500 0 0 700 40 40 cm 0 0 1 1 re f Q'))).toMatchObject({ blocks: [], incomplete: true })
  })
})

describe('pages that mean harm', () => {
  it('end, however large they say they are', async () => {
    const huge: WrittenPage = { content: text(100, 700, 16, '一页'), mediaBox: [0, 0, 1e12, 1e12] }
    expect(textsOf(await readPages(huge), 'paragraph', 'header', 'footer')).toEqual(['一页'])
  })

  it('end, when a form draws itself', async () => {
    const content = `${text(100, 700, 16, '正文')}\n/X1 Do`
    const bytes = writePdf(
      [{ content }],
      [stream('/X1 Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 10 0 R >> >>')],
    )
    expect(textsOf(await read(bytes), 'paragraph')).toEqual(['正文'])
  })

  it('end, when states are saved without end and never restored', async () => {
    const reading = await readPages(page('q '.repeat(20_000), text(100, 700, 16, '正文'), 'Q '.repeat(30_000), 'EMC '.repeat(100)))
    expect(textsOf(reading, 'paragraph')).toEqual(['正文'])
  })

  it('end, with more lines drawn than any table has', async () => {
    const lines = Array.from({ length: 6000 }, (_, at) => lineFrom(at % 500, at / 8, (at % 500) + 40, at / 8)).join('\n')
    const columns = Array.from({ length: 6000 }, (_, at) => lineFrom(at / 12, at % 700, at / 12, (at % 700) + 40)).join('\n')
    expect(textsOf(await readPages(page(lines, columns, text(100, 700, 16, '正文'))), 'paragraph')).toEqual(['正文'])
  })
})

describe('a title in the size of the text', () => {
  const body = Array.from({ length: 5 }, (_, at) =>
    text(
      at % 2 === 0 ? 132 : 100,
      600 - at * 24,
      16,
      '今年以来各县市质量水平稳步提升产品抽查合格率有所上升'.slice(0, at % 2 === 0 ? 23 : 25),
    ),
  )

  it('that fills the measure is parted from the salutation below it', async () => {
    const title = '关于二〇二〇年度各县市人民政府质量工作考核情况的通报'.slice(0, 25)
    const read = await paragraphs(text(100, 700, 16, title), text(100, 676, 16, '各县市人民政府：'), ...body)
    expect(read.slice(0, 2)).toEqual([title, '各县市人民政府：'])
  })

  it('that goes on in a centred line is one', async () => {
    const read = await paragraphs(
      text(100, 700, 16, '关于二〇二〇年度各县市人民政府质量工作考核与总体评'),
      text(252, 676, 16, '价结果的通报'),
      ...body,
    )
    expect(read[0]).toBe('关于二〇二〇年度各县市人民政府质量工作考核与总体评价结果的通报')
  })
})

it('a numbered item below a full line that ends its sentence is a paragraph of its own', async () => {
  const lines = [
    '5.托里县采取总承包模式，实现了建设生产组织集成化。',
    '6.裕民县景区申报成功，电梯投保率和维保率都有所提高',
    '，质量水平稳步提升，产品抽查合格率比上年有所上升了',
    '二点五个百分点。',
  ]
  const read = await paragraphs(...lines.map((line, at) => text(100, 700 - at * 24, 16, line)))
  expect(read).toEqual([lines[0], lines.slice(1).join('')])
})

it('lines that a program cut by the count of their characters are joined', async () => {
  const words =
    '今年抽查120批次合格117批次，合格率97.5%，同比上升1.1个百分点。农产品例行监测合格率98.25%，高于全地区平均水平，特种设备定检率100%，投诉办结率95%以上，2020年未发生质量安全事件，建设工程一次验收合格率99.8%，满意度85.6分。'
  const cut = Array.from({ length: Math.ceil(words.length / 14) }, (_, at) => words.slice(at * 14, at * 14 + 14))
  const read = await paragraphs(...cut.map((line, at) => text(100, 700 - at * 24, 16, line)), text(100, 400, 16, '二、存在问题'))
  expect(read.map((paragraph) => paragraph.replaceAll(' ', ''))).toEqual([words, '二、存在问题'])
})

describe('a footnote as large as the text', () => {
  const lines = ['食品监督抽检250批次，合格244批次，合格率97.6%，较一季度', '回落幅度收窄，与上年同期相比还是有比较明显的改善，上升0.6个']
  const upper = [
    ...Array.from({ length: 24 }, (_, at) => text(72, 760 - at * 24, 14, '今年以来各县市认真落实质量工作部署，持续提高产品质量总水平')),
    ...lines.map((words, at) => text(72, 172 - at * 24, 14, words)),
  ]
  const note = [
    text(72, 104, 8, '1'),
    text(76.5, 100, 14, '例行监测样品包括蔬菜、水果和畜产品，由市里的检验检测'),
    text(72, 76, 14, '2020年承担检测的中心检测。'),
  ]
  const lower = [text(72, 760, 14, '百分点。不合格项目集中在小作坊。')]

  it('is known by its raised mark below a short rule; the text goes on over the page end', async () => {
    const pages = [{ content: [...upper, '72 122 m 200 122 l S', ...note].join('\n') }, { content: lower.join('\n') }]
    const reading = await read(writePdf(pages))
    expect(textsOf(reading, 'note')).toEqual([expect.stringContaining('检验检测2020年承担')])
    expect(textsOf(reading, 'paragraph').at(-1)).toContain('上升0.6个百分点。')
  })

  it('is none without a rule', async () => {
    const reading = await read(writePdf([{ content: [...upper, ...note].join('\n') }]))
    expect(textsOf(reading, 'note')).toEqual([])
  })
})
