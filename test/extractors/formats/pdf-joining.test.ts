/** What belongs together though it stands apart: a sentence over a page's end, a value in the box of its form field, an exponent above its number. */
import { describe, expect, it } from 'vitest'
import { grid, latinText, lineFrom, stream, text, type WrittenPage, writePdf } from '../../support/pdf/pdf-writer.ts'
import { read, tableRows, textsOf } from '../../support/pdf/read.ts'

const SIZE = 14
const PITCH = 24
/** As wide as 21 characters between margins of 90. */
const page = (...content: readonly string[]): WrittenPage => ({ content: content.join('\n'), mediaBox: [0, 0, 180 + 21 * SIZE, 842] })
const paragraphsOf = async (...pages: readonly WrittenPage[]): Promise<string[]> => textsOf(await read(writePdf(pages)), 'paragraph')

describe('a page that ends within a sentence, its last line short', () => {
  const before = ['三季度全县质量状况总体平稳，未发生较大', '质量安全事故，各项指标完成情况较好，其中三', '北工程造林成活率均']
  /** Its last line stands low on the page. */
  const firstPage = (lines: readonly string[], indent = 2) =>
    page(...lines.map((line, at) => text(90 + (at === 0 ? indent * SIZE : 0), 60 + (lines.length - at) * PITCH, SIZE, line)))
  const second = (words: string, indent = 0) => page(text(90 + indent * SIZE, 760, SIZE, words))
  const whole = before.join('')

  it('goes on with what begins the next page at the margin', async () => {
    expect(await paragraphsOf(firstPage(before), second('达到85%以上。'))).toEqual([`${whole}达到85%以上。`])
  })

  it.each([
    ['is set in', before, second('达到85%以上。', 2), '达到85%以上。'],
    ['is labelled', before, second('2.建材合格率85.7%。'), '2.建材合格率85.7%。'],
    ['is a salutation', before, second('各乡镇人民政府：'), '各乡镇人民政府：'],
  ])('does not where that %s', async (_, lines, next, after) => {
    expect(await paragraphsOf(firstPage(lines), next)).toEqual([whole, after])
  })

  it('does not where the sentence is finished, or the line is a heading', async () => {
    const finished = [...before.slice(0, 2), '北工程造林成活率高。']
    expect(await paragraphsOf(firstPage(finished), second('建材合格率85.7%。'))).toEqual([finished.join(''), '建材合格率85.7%。'])
    expect(await paragraphsOf(firstPage(['二、存在的问题'], 0), second('建材合格率85.7%。'))).toEqual([
      '二、存在的问题',
      '建材合格率85.7%。',
    ])
  })

  it('does not where the page ends early: a new page was meant', async () => {
    const high = page(...before.map((line, at) => text(90 + (at === 0 ? 2 * SIZE : 0), 760 - at * PITCH, SIZE, line)))
    expect(await paragraphsOf(high, second('达到85%以上。'))).toEqual([whole, '达到85%以上。'])
  })
})

describe('a short line that ends in a comma', () => {
  it('goes on in the next, but not with a labelled one', async () => {
    const lines = (...words: readonly string[]) => page(...words.map((line, at) => text(90, 700 - at * PITCH, SIZE, line)))
    expect(await paragraphsOf(lines('工业产品合格率为91.7%，', '同比提高1.9个百分点。'))).toEqual([
      '工业产品合格率为91.7%，同比提高1.9个百分点。',
    ])
    expect(await paragraphsOf(lines('1.水泥合格率为91.7%，', '2.化肥合格率为98.2%。'))).toEqual([
      '1.水泥合格率为91.7%，',
      '2.化肥合格率为98.2%。',
    ])
  })
})

describe('a raised digit', () => {
  const raised = (x: number, words: string) => text(x, 706, 8, words)

  it('behind a number is its exponent, signs and all', async () => {
    expect(await paragraphsOf(page(text(100, 700, SIZE, '菌落总数10'), raised(171, '5'), latinText(176, 700, SIZE, 'CFU/g')))).toEqual([
      '菌落总数10⁵CFU/g',
    ])
    expect(await paragraphsOf(page(text(100, 700, SIZE, '检出限10'), raised(157, '-12'), text(174, 700, SIZE, '克')))).toEqual([
      '检出限10⁻¹²克',
    ])
  })

  it('behind a length makes it an area or a volume', async () => {
    expect(await paragraphsOf(page(text(100, 700, SIZE, '绿化300米'), raised(155, '2'), text(161, 700, SIZE, '，新增。')))).toEqual([
      '绿化300米²，新增。',
    ])
    expect(await paragraphsOf(page(text(100, 700, SIZE, '抽检玉米'), raised(149, '2'), text(155, 700, SIZE, '批次')))).toEqual([
      '抽检玉米批次',
    ])
    expect(await paragraphsOf(page(text(100, 700, SIZE, '全长300米'), raised(155, '1'), text(161, 700, SIZE, '。')))).toEqual([
      '全长300米。',
    ])
  })

  it('behind words, or in brackets, refers to a note and is left out', async () => {
    expect(await paragraphsOf(page(text(100, 700, SIZE, '合格率91%'), raised(170.5, '2'), text(176, 700, SIZE, '，有所提高。')))).toEqual([
      '合格率91%，有所提高。',
    ])
    expect(
      await paragraphsOf(page(text(100, 700, SIZE, '抽查120'), latinText(149.5, 706, 6, '[2]'), text(157, 700, SIZE, '批次。'))),
    ).toEqual(['抽查120批次。'])
  })
})

describe('the value of a form field', () => {
  /** The field's box stands beside the line, and its value a little below the line's baseline. */
  const fieldAt = (y: number) => {
    const appearance = stream(
      'BT /F3 12 Tf 4 5 Td (91.7%) Tj ET',
      '/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F3 6 0 R >> >>',
    )
    const widget = `<< /Type /Annot /Subtype /Widget /FT /Tx /F 4 /T (rate) /V (91.7%) /Rect [280 ${y} 380 ${y + 20}] /AP << /N 11 0 R >> >>`
    const content = [text(100, 700, SIZE, '工业产品监督抽查合格率'), text(400, 700, SIZE, '，较好。'), lineFrom(280, 690, 380, 690)]
    return readingOf(writePdf([{ content: content.join('\n'), annotations: [10] }], [widget, appearance]))
  }
  const readingOf = async (bytes: Uint8Array) => textsOf(await read(bytes), 'paragraph')

  it('stands in its place on the line', async () => {
    expect(await fieldAt(690)).toEqual(['工业产品监督抽查合格率 91.7% ，较好。'])
  })

  it('is a line of its own where its box stands beside none', async () => {
    expect(await fieldAt(640)).toContain('91.7%')
  })
})

describe('a row of a table that a page end cuts', () => {
  const xs = [90, 190, 250, 474]
  const row = (y: number, ...words: readonly string[]) => words.map((each, column) => text((xs[column] ?? 0) + 5, y, 12, each))
  const first = (...words: readonly string[]) =>
    page(grid(xs, [60, 90, 120]), ...row(100, '产品', '批次', '主要问题'), ...row(70, ...words))
  const header = row(740, '产品', '批次', '主要问题')
  const next = (rest: readonly string[], ...more: readonly string[]) =>
    page(grid(xs, [640, 670, 700, 730, 760]), ...header, ...row(710, ...rest), ...row(680, '农膜', '80', '没有'), ...row(650, ...more))
  const rowsOf = async (...pages: readonly WrittenPage[]) => tableRows(await read(writePdf(pages)))
  const HEADER = ['产品', '批次', '主要问题']

  it('is one row, behind a header that the file repeats too', async () => {
    expect(await rowsOf(first('建材', '20', '抗压强度不合格，涉及企'), next(['', '', '业6家。'], '化肥', '16', '没有'))).toEqual([
      HEADER,
      ['建材', '20', '抗压强度不合格，涉及企业6家。'],
      HEADER,
      ['农膜', '80', '没有'],
      ['化肥', '16', '没有'],
    ])
  })

  it('is one row, too, where a name that fills its cell is cut', async () => {
    expect(await rowsOf(first('电梯责任保险投保', '96', '没有'), next(['率（%）', '', ''], '化肥', '16', '没有'))).toEqual([
      HEADER,
      ['电梯责任保险投保率（%）', '96', '没有'],
      HEADER,
      ['农膜', '80', '没有'],
      ['化肥', '16', '没有'],
    ])
  })

  it.each([
    ['what stands above has said what it has to', ['建材', '20', '抗压强度不合格。'], ['', '', '业6家。']],
    ['it has figures of its own', ['建材', '20', '抗压强度不合格，涉及企'], ['', '12', '业6家。']],
    ['it is a heading between the rows', ['建材', '20', '抗压强度不合格，涉及企'], ['食品类', '', '']],
    ['it has a name of its own', ['建材', '20', '抗压强度不合格，涉及企'], ['地膜', '', '业6家。']],
  ])('is a row of its own where %s', async (_, last, rest) => {
    const rows = await rowsOf(first(...last), next(rest, '化肥', '16', '没有'))
    expect(rows.slice(1, 4)).toEqual([last, HEADER, rest])
  })
})
