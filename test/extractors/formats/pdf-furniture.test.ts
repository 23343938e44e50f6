/** What returns on page after page is a header or footer; what only looks alike is text. */
import { describe, expect, it } from 'vitest'
import { text, writePdf } from '../../support/pdf/pdf-writer.ts'
import { read, textsOf } from '../../support/pdf/read.ts'

const LINE = '各县市认真落实质量工作部署全面开展质量提升行动持续提高水平'
let turns = 0
/** Lines of which no two are alike. */
const body = (from: number, count = 20): string[] =>
  Array.from({ length: count }, (_, at) => {
    const turn = ++turns % LINE.length
    return text(72, from - at * 22, 14, `${LINE.slice(turn)}${LINE.slice(0, turn)}`.slice(0, 28 - Math.floor(turns / LINE.length)))
  })
const pages = (...contents: readonly (readonly string[])[]) => read(writePdf(contents.map((content) => ({ content: content.join('\n') }))))

describe('a line at the upper edge', () => {
  it('is a header where it returns on every page', async () => {
    const page = (number: number) => [text(72, 790, 10, '塔城市质量状况分析报告'), ...body(740), text(290, 40, 10, `${number}`)]
    const reading = await pages(page(1), page(2), page(3))
    expect(textsOf(reading, 'header')).toEqual(['塔城市质量状况分析报告'])
    expect(textsOf(reading, 'footer')).toEqual(['1'])
  })

  it('is a header where it returns on every other page', async () => {
    const page = (words: string) => [text(72, 790, 10, words), ...body(740)]
    const reading = await pages(page('左页'), page('右页'), page('左页'), page('右页'))
    expect(textsOf(reading, 'header')).toEqual(['左页', '右页'])
  })

  it('is none where the issuer stands over the first page and under the text of the last', async () => {
    const issuer = text(72, 770, 14, '塔城地区质量强区工作领导小组办公室')
    const reading = await pages([issuer, ...body(720)], body(770), body(770), [issuer, text(72, 748, 14, '2021年1月6日')])
    expect(textsOf(reading, 'header')).toEqual([])
    expect(textsOf(reading, 'paragraph', 'heading').filter((words) => words.includes('办公室'))).toHaveLength(2)
  })
})

describe('lines at the lower edge that differ in their figures', () => {
  it('are no footers: rows of a table run on over the page', async () => {
    const rows = (first: number) => [
      ...body(770, 10),
      ...Array.from({ length: 3 }, (_, at) => {
        const number = first + at
        return text(72, 90 - at * 22, 14, `第${number}号产品抽查${number + 100}批次合格率${number + 40}.5%`)
      }),
    ]
    const reading = await pages(rows(11), rows(24), rows(37))
    expect(textsOf(reading, 'footer')).toEqual([])
  })

  it('are footers where only the page is counted', async () => {
    const page = (number: number) => [...body(770), text(72, 40, 10, `塔城市2020年质量报告 · 第${number}页`)]
    const reading = await pages(page(1), page(2), page(3))
    expect(textsOf(reading, 'footer')).toHaveLength(1)
  })
})
