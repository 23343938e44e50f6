import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../extractors/formats/reading.ts'
import { progressLine } from '../../pipeline/cli/progress.ts'
import { createIds } from '../../pipeline/ids.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { fits, parseOnly } from '../../pipeline/only.ts'
import { readReceipts } from '../../pipeline/receipts.ts'
import { estimatedSimilarity, shingles, similarity, sketch } from '../../pipeline/sketch.ts'
import { cut, printableLines, table, width } from '../../pipeline/terminal.ts'

describe('ids', () => {
  const parts = { sha256: 'f', county: '乌苏市', kind: 'actual', place: { start: 1, end: 4 } }

  it('depend on file, county, role and place alone, and equal ones on their order', () => {
    const [one, other] = [createIds(), createIds()]
    expect([one('value', parts), one('value', parts)]).toEqual([other('value', parts), other('value', parts)])
    const again = createIds()
    const ids = [
      parts,
      parts,
      { ...parts, kind: 'target' },
      { ...parts, county: null },
      { ...parts, sha256: 'g' },
      { ...parts, place: { start: 1, end: 5 } },
    ]
    expect(new Set(ids.map((each) => again('value', each))).size).toBe(6)
  })
})

describe('similarity of texts', () => {
  const text = Array.from({ length: 300 }, (_, at) => `第${at}批产品抽检合格`).join('，')

  it('is whole for texts that differ in blanks and punctuation', () => {
    expect(similarity(shingles(text), shingles(text.replaceAll('，', '。 \n')))).toBe(1)
  })

  it('is estimated by the sketch', () => {
    const half = text.slice(0, text.length / 2)
    const exact = similarity(shingles(text), shingles(half))
    expect(Math.abs(estimatedSimilarity(sketch(text), sketch(half)) - exact)).toBeLessThan(0.2)
    expect(estimatedSimilarity(sketch(text), sketch('完全不同的另一段文字，讲的是别的事情'))).toBe(0)
  })
})

describe('the register of receipt', () => {
  const read = (text: string, files: string[]) => readReceipts('收文登记.csv', new TextEncoder().encode(text), files, defaultLimits)

  it('finds a file by its path with either stroke, or by a name that only one file bears', () => {
    const { receivedAt, remarks } = read('收到日期,文件\n2020.1.5,甲\\一.txt\n2020年1月6日,二.txt\n2020-01-07 09:30,同名.txt\n', [
      '甲/一.txt',
      '乙/二.txt',
      '甲/同名.txt',
      '乙/同名.txt',
    ])
    expect([receivedAt('甲/一.txt'), receivedAt('乙/二.txt'), receivedAt('甲/同名.txt')]).toEqual(['2020-01-05', '2020-01-06', null])
    expect(remarks).toHaveLength(1)
  })

  it('finds a file within an archive by its path or its name, before the day of the archive', () => {
    const files = [
      '额敏县.zip',
      '额敏县.zip!/一.txt',
      '额敏县.zip!/附件/二.txt',
      '额敏县.zip!/内.zip!/三.txt',
      '甲/四.txt',
      '额敏县.zip!/四.txt',
    ]
    const { receivedAt, remarks } = read(
      '文件,收到日期\n额敏县.zip,2020-01-01\n额敏县.zip!/一.txt,2020-01-02\n额敏县.zip\\附件\\二.txt,2020-01-03\n内.zip,2020-01-04\n四.txt,2020-01-05\n',
      files,
    )
    expect(files.map(receivedAt)).toEqual(['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04', '2020-01-05', '2020-01-01'])
    expect(remarks).toEqual([])
  })

  it('names the files that a row may mean', () => {
    const { receivedAt, remarks } = read('文件,收到日期\n报告.txt,2020-01-02\n附件/报告.txt,2020-01-03\n无.txt,2020-01-04\n', [
      '甲.zip!/报告.txt',
      '乙.zip!/附件/报告.txt',
    ])
    expect(receivedAt('甲.zip!/报告.txt')).toBe(null)
    expect(receivedAt('乙.zip!/附件/报告.txt')).toBe('2020-01-03')
    expect(remarks).toEqual([
      '收文登记.csv：登记的文件“报告.txt”不止一个（如甲.zip!/报告.txt、乙.zip!/附件/报告.txt），请写出路径',
      '收文登记.csv：登记的文件“无.txt”不在文件夹或压缩包中',
    ])
  })

  it('says which day cannot be read, and what columns are missing', () => {
    expect(read('文件,收到日期\n一.txt,2020-02-31\n', ['一.txt']).remarks[0]).toContain('2020-02-31')
    expect(read('名称,日期\n一.txt,2020-02-03\n', ['一.txt']).remarks[0]).toContain('收到日期')
  })
})

describe('a part of the batch', () => {
  const { lexicon } = loadKnowledge()
  const document = (county: string | null, period: string | null) =>
    ({ county, period }) as Parameters<ReturnType<typeof parseOnly>['document']>[0]

  it.each([
    ['乌苏市', '乌苏市', '2020-Q1', true],
    ['乌苏市/2020-Q3', '乌苏市', '2020-Q3', true],
    ['乌苏市/2020-Q3', '乌苏市', '2020-Q2', false],
    ['2020-Q3', '额敏县', '2020-Q3', true],
    ['Q3', '额敏县', '2021-Q3', true],
    ['第三季度', '额敏县', '2020-Q3', true],
    ['2020年第三季度', '额敏县', '2020-Q3', true],
    ['2020', '额敏县', '2020-Q4', true],
    ['2020', '额敏县', '2021-Q4', false],
    ['额敏县', null, null, false],
  ])('%s against %s %s is %s', (words, county, period, expected) => {
    expect(parseOnly(words, lexicon).document(document(county, period))).toBe(expected)
  })

  it('else is a pattern of the path, told in time however many stars it has', () => {
    expect(parseOnly('分析', lexicon).file('2020/乌苏市/分析报告.docx')).toBe(true)
    expect(fits('2020/乌苏市/a.docx', '*.docx')).toBe(true)
    expect(fits('2020/乌苏市/a.doc', '*.docx')).toBe(false)
    expect(fits('ab', '?b')).toBe(true)
    expect(fits('a'.repeat(5000), `${'*a'.repeat(200)}*b`)).toBe(false)
  })
})

describe('the terminal', () => {
  it('counts two columns for a Chinese character and cuts at them', () => {
    expect([width('合格率97%'), cut('合格率97%', 5)]).toEqual([9, '合格…'])
    expect(
      table(
        [
          ['指标', '值'],
          ['合格率', '97%'],
        ],
        [10, 10],
      ).split('\n')[2],
    ).toBe('合格率  97%')
  })

  it('lets no control character of a document through', () => {
    expect(printableLines('一\u001b[31m二\r\n三\t四')).toBe('一[31m二\n三\t四')
    expect(table([['a'], ['一\u001b[2J\n二']], [20])).not.toContain('\u001b')
  })

  it('says at most one line a second where it is no terminal', () => {
    const lines: string[] = []
    let now = 0
    const { show } = progressLine({ isTTY: false, write: (text) => lines.push(text) }, () => now)
    for (let done = 1; done <= 50; done++) {
      now += 100
      show({ done, found: 50, cached: 0, rejected: 1, compared: 2 })
    }
    expect(lines).toHaveLength(5)
    expect(lines[0]).toBe('10/50 个文件（含对照文件 2 个），未能读取 1 个\n')
    expect(lines[3]).toContain('约剩 1 秒')
  })
})
