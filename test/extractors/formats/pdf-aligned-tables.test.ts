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

describe('rows in the middle of which the figures stand, beside names of two lines each', () => {
  const names = [
    ['建筑用', '材料'],
    ['食品相', '关产品'],
    ['农业用', '投入品'],
    ['特种劳', '保用品'],
  ]
  const content = names.flatMap(([upper = '', lower = ''], row) => {
    const y = 700 - row * 39
    const figures = [`${20 + row}`, `${19 + row}`, '95.0%'].map((words, at) => text(150 + at * 70, y - 7.5, 12, words))
    return [text(60, y, 12, upper), ...figures, text(60, y - 18, 12, lower)]
  })

  it('keeps each row apart, though none of its lines fills every column: no cell holds the figures of several', async () => {
    const rows = tableRows(await read(writePdf([{ content: content.join('\n') }])))
    expect(rows.map((cells) => cells.slice(1))).toEqual(names.map((_, row) => [`${20 + row}`, `${19 + row}`, '95.0%']))
    expect(rows.map(([name]) => name)).toEqual(names.map((parts) => parts.join('')))
  })
})

describe('a numbered list with a tab behind its labels', () => {
  it('is no table, whatever the labels of its levels', async () => {
    const labels = ['一、', '1.', '2.1', '2.1.1', '①', '甲、', 'a)', '（2）']
    const content = labels.map((label, at) =>
      [text(70, 700 - at * 20, 12, label), text(130, 700 - at * 20, 12, `重点工作之${label}`)].join('\n'),
    )
    const reading = await read(writePdf([{ content: content.join('\n') }]))
    expect(reading.blocks.filter(({ cell }) => cell)).toEqual([])
  })
})

describe('running text beside cells that are set closer', () => {
  it('is joined by its own distance of lines', async () => {
    const before = [
      '三季度，我县共抽检食品一百批次，合格九十八批次，合',
      '格率百分之九十八，较上年同期提高零点五个百分点，',
      '没有发生质量安全事件。',
    ]
    const paragraph = before.map((words, at) => text(60, 780 - at * 26, 12, words))
    const cells = Array.from({ length: 30 }, (_, at) => text(60, 660 - at * 14, 12, at % 2 === 0 ? '第一类产' : '品'))
    const reading = await read(writePdf([{ content: [...paragraph, ...cells].join('\n'), mediaBox: [0, 0, 420, 842] }]))
    expect(textsOf(reading, 'paragraph')[0]).toBe(before.join(''))
  })
})

describe('rows that stand far apart', () => {
  const rows = [
    ['产品', '批次', '合格率'],
    ['建材', '22', '95.4%'],
    ['化肥', '12', '100%'],
    ['农膜', '16', '87.5%'],
  ]
  const at = (y: (row: number) => number) =>
    rows.flatMap((cells, row) => cells.map((words, column) => text(60 + column * 120, y(row), SIZE, words))).join('\n')

  it('are those of one table where they keep their distance', async () => {
    expect(tableRows(await read(writePdf([{ content: at((row) => 700 - row * 60) }])))).toEqual(rows)
  })

  it('are none where each is further from the one above it', async () => {
    expect(tableRows(await read(writePdf([{ content: at((row) => 740 - 40 * row * row) }])))).toEqual([])
  })
})

describe('columns that are set close in every line', () => {
  const rows = [
    ['产品名称', '批次', '合格率', '同比'],
    ['建筑材料', '22', '95.4%', '1.1'],
    ['农用化肥', '12', '98.5%', '0.8'],
    ['地膜产品', '16', '87.5%', '2.3'],
  ]
  const content = rows.flatMap((cells, row) =>
    cells.map((words, column) => text([60, 110, 140, 182][column] ?? 0, 700 - row * 18, SIZE, words)),
  )

  it('are told by the blanks that run between them', async () => {
    const reading = await read(writePdf([{ content: [text(80, 730, SIZE, BEFORE), ...content, text(80, 610, SIZE, AFTER)].join('\n') }]))
    expect(tableRows(reading)).toEqual(rows)
    expect(textsOf(reading, 'paragraph')).toEqual([BEFORE, AFTER])
  })

  it('are no table where they are running text, or where the blanks do not run on', async () => {
    const prose = Array.from({ length: 4 }, (_, row) =>
      [
        text(60, 700 - row * 18, SIZE, '三季度我县抽检食品一百批次合'),
        text(207, 700 - row * 18, SIZE, '格率百分之九十八较上年同期升'),
      ].join('\n'),
    )
    expect(tableRows(await read(writePdf([{ content: prose.join('\n') }])))).toEqual([])
    const ragged = rows.flatMap((cells, row) =>
      cells.map((words, column) => text(60 + row * 23 + column * 48, 700 - row * 18, SIZE, words)),
    )
    expect(tableRows(await read(writePdf([{ content: ragged.join('\n') }])))).toEqual([])
  })
})
