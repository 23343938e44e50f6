/** Tables without rulings: a row is read as a row, however its cells are wrapped and wherever in it they stand. */
import { describe, expect, it } from 'vitest'
import { text, writePdf } from '../../support/pdf/pdf-writer.ts'
import { read, tableRows, textsOf } from '../../support/pdf/read.ts'

const SIZE = 10
const PITCH = 15
const EDGES = [60, 170, 230, 300] as const
const BEFORE = '今年以来，我县对重点产品开展监督抽查，具体情况见下表。'
const AFTER = '从表中看，电线电缆合格率最低，下一步将加强流通领域的监管，并在十二月底以前复检。'
const ROWS: readonly (readonly (readonly string[])[])[] = [
  [['产品名称'], ['批次'], ['合格率'], ['主要问题']],
  [['水泥及制品'], ['22'], ['95.4%'], ['一家企业抗压强度不合格，已责令其停产', '整改，复检仍不合格，已立案查处。']],
  [['烧结砖'], ['16'], ['87.5%'], ['两批次尺寸偏差超标']],
  [['电线电缆（含低压线缆', '和架空绝缘线）'], ['14'], ['85.7%'], ['导体电阻、绝缘厚度不合格，涉及两家五', '金店。']],
  [['化肥'], ['12'], ['100%'], ['没有发现问题']],
]
const EXPECTED = ROWS.map((row) => row.map((lines) => lines.join('')))

interface Setting {
  /** Points between the rows beside the distance of lines. */
  readonly padding: number
  readonly middle: boolean
  readonly rightAligned: boolean
}

/** Digits are half an em wide. */
const widthOf = (words: string): number => [...words].reduce((sum, character) => sum + (/[0-9]/u.test(character) ? 0.5 : 1), 0) * SIZE

function tableAt(top: number, { padding, middle, rightAligned }: Setting): { content: string[]; bottom: number } {
  const content: string[] = []
  let y = top
  for (const row of ROWS) {
    const height = Math.max(...row.map((lines) => lines.length))
    for (const [column, lines] of row.entries())
      for (const [at, words] of lines.entries()) {
        const right = (EDGES[column + 1] ?? 0) - 6 - widthOf(words)
        const x = rightAligned && (column === 1 || column === 2) ? right : (EDGES[column] ?? 0)
        content.push(text(x, y - (at + (middle ? (height - lines.length) / 2 : 0)) * PITCH, SIZE, words))
      }
    y -= height * PITCH + padding
  }
  return { content, bottom: y }
}

describe('a table without rulings whose cells are wrapped', () => {
  it.each([
    ['with room between the rows', { padding: 7, middle: false, rightAligned: false }],
    ['as close as its lines', { padding: 0, middle: false, rightAligned: false }],
    ['with short cells in the middle of their row', { padding: 7, middle: true, rightAligned: false }],
    ['with figures to the right, close to the words that follow', { padding: 7, middle: false, rightAligned: true }],
  ] as const)('%s is read row by row', async (_, setting) => {
    const { content, bottom } = tableAt(700, setting)
    const reading = await read(
      writePdf([{ content: [text(80, 730, SIZE, BEFORE), ...content, text(80, bottom - 10, SIZE, AFTER)].join('\n') }]),
    )
    expect(tableRows(reading)).toEqual(EXPECTED)
    expect(textsOf(reading, 'paragraph')).toEqual([BEFORE, AFTER])
  })
})
