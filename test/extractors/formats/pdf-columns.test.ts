/** Text in columns is read down one after the other, from the left; a table of two or three columns is a table. */
import { describe, expect, it } from 'vitest'
import { text, writePdf } from '../../support/pdf/pdf-writer.ts'
import { read, tableRows, textsOf } from '../../support/pdf/read.ts'

const SIZE = 12
const LEFT = [
  '　　今年以来全市质量水平稳',
  '步提升，监督抽查一百二十个批',
  '次，合格率达到百分之九十七点',
  '五，同比上升一点一个百分点。',
  '　　农产品例行监测合格率达到',
  '百分之九十八，高于全地区平均',
  '水平，没有发生质量安全事件，',
]
const RIGHT = [
  '消费者投诉办结率有所提高，群',
  '众满意。',
  '　　存在的主要问题是，一些小',
  '作坊进货查验制度不落实，原料',
  '来源不清，抽查不合格三个批次',
  '，都出在食品小作坊，比上年多',
  '一个批次。',
]
/** Lines of a column; the second column stands `lower` points lower, as browsers set it. */
const column = (x: number, top: number, lines: readonly string[]): string[] =>
  lines.map((line, at) => text(x + (line.startsWith('　') ? 2 * SIZE : 0), top - at * 20, SIZE, line.trim()))
const reading = (...content: readonly string[]) => read(writePdf([{ content: content.join('\n') }]))
const EXPECTED = [
  '今年以来全市质量水平稳步提升，监督抽查一百二十个批次，合格率达到百分之九十七点五，同比上升一点一个百分点。',
  '农产品例行监测合格率达到百分之九十八，高于全地区平均水平，没有发生质量安全事件，消费者投诉办结率有所提高，群众满意。',
  '存在的主要问题是，一些小作坊进货查验制度不落实，原料来源不清，抽查不合格三个批次，都出在食品小作坊，比上年多一个批次。',
]

describe('three columns', () => {
  const MIDDLE = [
    '　　各成员单位要对照目标查',
    '找差距，逐项分析原因，于十月',
    '底前完成整改，并将整改情况报',
    '送领导小组办公室，由办公室汇',
    '总后通报。',
  ]
  const SIXTH = EXPECTED.slice(0, 1)

  it('are read from left to right, each paragraph whole', async () => {
    const columns = [LEFT.slice(0, 4), MIDDLE, RIGHT.slice(2)]
    const { blocks } = await reading(
      text(180, 750, 18, '额敏县质量状况分析报告'),
      ...columns.flatMap((lines, at) => column(50 + at * 190, 700, [...lines, ...lines])),
    )
    const middle = MIDDLE.join('').trim()
    expect(blocks.map(({ text: words }) => words)).toEqual([
      '额敏县质量状况分析报告',
      ...SIXTH,
      ...SIXTH,
      middle,
      middle,
      ...EXPECTED.slice(2),
      ...EXPECTED.slice(2),
    ])
  })

  it('may have marks of punctuation hung into the gutter', async () => {
    const hung = [LEFT, MIDDLE, RIGHT].map((lines) => lines.map((line, at) => (at % 2 === 0 ? line.replace(/.$/u, '字，') : line)))
    const { blocks } = await reading(...hung.flatMap((lines, at) => column(50 + at * 185, 700, lines)))
    expect(blocks.map(({ text: words }) => words).join('')).toBe(hung.flat().join('').replaceAll('　', ''))
  })

  it('of a table whose cells are phrases are cells', async () => {
    const rows = Array.from({ length: 7 }, (_, at) => [
      `质量指标${'名称'.repeat(at % 3)}${at}`,
      `百分之九十${at}`,
      `比上年提高${at}个百分点`,
    ])
    const table = await reading(...rows.flatMap((row, at) => row.map((words, index) => text(60 + index * 180, 700 - at * 20, SIZE, words))))
    expect(tableRows(table)).toEqual(rows)
  })
})

describe('two columns', () => {
  for (const lower of [0, 3, 10])
    it(`are read one after the other, the second ${lower} points lower`, async () => {
      const { blocks } = await reading(...column(90, 700, LEFT), ...column(290, 700 - lower, RIGHT))
      expect(blocks.map(({ text: words }) => words)).toEqual(EXPECTED)
    })

  it('stand between a title above and a closing line below', async () => {
    const { blocks } = await reading(
      text(180, 750, 18, '额敏县质量状况分析报告'),
      ...column(90, 700, LEFT),
      ...column(290, 700, RIGHT),
      text(90, 500, SIZE, '以上情况已经报送地区质量强区工作领导小组办公室，特此报告。'),
    )
    expect(blocks.map(({ text: words }) => words)).toEqual([
      '额敏县质量状况分析报告',
      ...EXPECTED,
      '以上情况已经报送地区质量强区工作领导小组办公室，特此报告。',
    ])
  })
})

it('a table without rulings whose cells are short is a table still', async () => {
  const rows = Array.from({ length: 8 }, (_, at) => [`产品名称${'较长'.repeat(at % 3)}${at}`, `合格率百分之九十${at}`])
  const table = await reading(
    ...rows.flatMap(([name = '', rate = ''], at) => [text(90, 700 - at * 20, SIZE, name), text(290, 700 - at * 20, SIZE, rate)]),
  )
  expect(tableRows(table)).toEqual(rows)
  expect(textsOf(table, 'paragraph')).toEqual([])
})

describe('columns whose lines a program broke by count', () => {
  const PARAGRAPHS = [
    '一是工业产品监督抽查合格率91.7%，同比提高1.9个百分点，其中建材合格率91.2%，滴灌带合格率88.9%，均好于上年。',
    '二是食品抽检合格率98.2%，同比下降0.3个百分点，主要是豇豆农药残留超标，涉及散户七家，已全部立案查处。',
    '三是全年共受理建设工程质量投诉十七件，办结率百分之百，没有发生因质量问题引发的群体性上访事件。',
  ]
  const PER_LINE = 18
  const broken = (paragraphs: readonly string[]): string[] =>
    paragraphs.flatMap((words) => Array.from(`　　${words}`.matchAll(new RegExp(`.{1,${PER_LINE}}`, 'gu')), ([line]) => line))
  /** Digits take half an em, so that the lines end where they will. */
  const set = (left: readonly string[], right: readonly string[], lower = 0) =>
    reading(
      text(180, 750, 18, '额敏县质量状况分析报告'),
      ...column(60, 700, left),
      ...column(60 + (PER_LINE + 3) * SIZE, 700 - lower, right),
    )
  const wordsOf = async (read: ReturnType<typeof reading>) => (await read).blocks.slice(1).map(({ text: words }) => words)

  it.each([0, 5])('are read one after the other, ragged as they are, the second %i points lower', async (lower) => {
    expect(await wordsOf(set(broken(PARAGRAPHS), broken([...PARAGRAPHS].reverse()), lower))).toEqual([
      ...PARAGRAPHS,
      ...[...PARAGRAPHS].reverse(),
    ])
  })

  it('are told by a paragraph each, and by a sentence that goes on at the head of the second', async () => {
    expect(await wordsOf(set(broken(PARAGRAPHS.slice(0, 1)), broken(PARAGRAPHS.slice(1, 2))))).toEqual(PARAGRAPHS.slice(0, 2))
    const lines = broken(PARAGRAPHS)
    const half = Math.ceil(lines.length / 2)
    expect(await wordsOf(set(lines.slice(0, half), lines.slice(half)))).toEqual(PARAGRAPHS)
  })

  it('are cells where they are not set in and each says what it has to say', async () => {
    const rows = [
      ['问题，及其所在的环节', '措施，及其完成时限'],
      ['进货查验不落实，台账缺失', '约谈企业负责人，限期整改'],
      ['原料来源不清，索证不齐全', '建立追溯平台，逐批次登记'],
      ['抽样不规范，封样不完整', '培训抽样人员，考核后上岗'],
    ]
    const table = await reading(...rows.flatMap((row, at) => row.map((words, index) => text(60 + index * 210, 700 - at * 20, SIZE, words))))
    expect(tableRows(table)).toEqual(rows)
  })
})

describe('a table without rulings whose cells are sentences', () => {
  const at = (rows: readonly (readonly (readonly string[])[])[], pitch: number, padding: number): string[] => {
    let top = 700
    return rows.flatMap((row) => {
      const set = row.flatMap((lines, column) => lines.map((words, index) => text(60 + column * 210, top - index * pitch, SIZE, words)))
      top -= Math.max(...row.map(({ length }) => length)) * pitch + padding
      return set
    })
  }
  const SHORT_ROWS = [
    ['问题', '整改措施'],
    ['进货查验不落实，台账记录缺失。', '约谈企业负责人，限期完成整改。'],
    ['原料来源不清，索证索票不齐全。', '建立追溯平台，逐批次登记备查。'],
    ['抽样不规范，封样标识不完整。', '培训抽样人员，考核合格后上岗。'],
    ['检测设备老化，出数周期过长。', '申请专项资金，年底前更新设备。'],
  ]
  const WRAPPED = [
    [['问题'], ['措施']],
    [
      ['进货查验制度不落实，台账', '记录缺失，涉及企业6家。'],
      ['约谈企业负责人，限期完成', '整改，10月底前复查。'],
    ],
    [['原料来源不清，索证不齐。'], ['建立追溯平台，逐批次登记', '备查，年底前上线。']],
    [
      ['抽样不规范，封样标识不完', '整，影响结果判定。'],
      ['培训抽样人员，考核合格后', '持证上岗。'],
    ],
  ]

  it('is a table, be its rows of one line', async () => {
    const rows = SHORT_ROWS.map((row) => row.map((words) => [words]))
    expect(tableRows(await reading(...at(rows, 20, 0)))).toEqual(SHORT_ROWS)
    expect(tableRows(await reading(...at(rows.slice(1), 20, 0)))).toEqual(SHORT_ROWS.slice(1))
  })

  it.each([
    ['with room between them', 8],
    ['as close as lines', 0],
  ])('or of several, %s', async (_, padding) => {
    const table = await reading(...at(WRAPPED, 16, padding))
    expect(tableRows(table)).toEqual(WRAPPED.map((row) => row.map((lines) => lines.join(''))))
    expect(textsOf(table, 'paragraph')).toEqual([])
  })
})

it('columns of a few ragged lines that break off within sentences are read one after the other, with the line that they begin with', async () => {
  const left = ['一是工业产品监督抽查合', '格率91.7%，同比提高1.9', '个百分点。', '二是食品抽检合格率98.2%，', '同比下降0.3个百分点。']
  const right = ['三是药品抽检合格率99%，', '与上年持平。', '四是投诉办结率100%，群', '众满意度96.5%，比上年', '提高2.1个百分点。']
  const { blocks } = await reading(...column(60, 700, left), ...column(300, 700, right))
  expect(blocks.map(({ text: words }) => words).join('')).toBe([...left, ...right].join(''))
  expect(blocks.filter(({ cell }) => cell)).toEqual([])
})
