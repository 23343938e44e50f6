import { strFromU8, unzipSync } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { formBody } from '../../../reports/papers/docx/form-body.ts'
import { renderDocx } from '../../../reports/papers/docx/render.ts'
import { chineseNumber, createNumbering } from '../../../reports/papers/numbering.ts'
import type { Paper } from '../../../reports/papers/paper.ts'
import { readBack } from '../../support/letter-speech.ts'

const paper: Paper = {
  office: '某地区质量工作领导小组办公室',
  documentNumber: [{ text: '〔2020〕　号', comment: '请编号' }],
  title: '关于某事的\n意见',
  day: '2020-10-28',
  parts: [
    { kind: 'addressee', text: '某县：' },
    { kind: 'heading', level: 1, text: '甲' },
    { kind: 'heading', level: 2, text: '乙' },
    { kind: 'heading', level: 3, text: '丙。' },
    { kind: 'heading', level: 4, text: '丁。' },
    { kind: 'heading', level: 1, text: '戊' },
    { kind: 'heading', level: 2, text: '己' },
    { kind: 'body', text: ['正文', { text: '着重', face: 'kai' }, '<b>&\u0007'] },
    { kind: 'annex-list', names: ['一张表', '又一张表'] },
    { kind: 'signature', office: '某地区质量工作领导小组办公室', date: '2020年10月28日' },
    { kind: 'annex', label: '附件', title: '一张表' },
    {
      kind: 'table',
      columns: [
        { title: '序号', share: 1 },
        { title: '事项', share: 3 },
      ],
      rows: [
        ['1', '甲'],
        ['2', '乙'],
      ],
    },
  ],
}
const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

afterEach(() => {
  vi.useRealTimers()
})

describe('a paper as .docx', () => {
  it('reads back with its headings numbered, its levels, its table and its text as given', async () => {
    const { blocks } = readBack(await renderDocx(paper))
    const lines = blocks.filter(({ cell }) => cell === undefined).map(({ text }) => text)
    for (const line of ['一、甲', '（一）乙', '1.丙。', '（1）丁。', '二、戊', '（一）己', '附件：1.一张表', '2020年10月28日'])
      expect(lines.map((each) => each.trim())).toContain(line)
    expect(lines.find((line) => line.includes('着重'))).toBe('正文着重<b>& ')
    const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ text, level }) => `${level} ${text}`)
    expect(headings).toEqual(expect.arrayContaining(['1 一、甲', '2 （一）乙', '1 二、戊']))
    expect(blocks.flatMap(({ cell, text }) => (cell === undefined ? [] : [text]))).toEqual(['序号', '事项', '1', '甲', '2', '乙'])
    expect(blocks.find(({ text, kind }) => kind === 'header' && text.includes('某地区'))?.text).toBe('某地区质量工作领导小组办公室')
  })

  it('gives the same bytes at another time, and bears only the paper’s own day', async () => {
    vi.useFakeTimers({ now: new Date('2021-01-01T08:00:00Z'), toFake: ['Date'] })
    const one = await renderDocx(paper)
    vi.setSystemTime(new Date('2023-06-05T20:00:00Z'))
    const other = await renderDocx(paper)
    expect(Buffer.from(other).equals(Buffer.from(one))).toBe(true)
    expect(part(one, 'docProps/core.xml')).toMatch(/2020-10-28T00:00:00Z.*2020-10-28T00:00:00Z/u)
    expect(part(one, 'docProps/core.xml')).not.toMatch(/202[13]-/u)
  })

  it('sets page, faces and lines by the standard, and keeps the clerk’s notes as comments', async () => {
    const bytes = await renderDocx(paper)
    const body = part(bytes, 'word/document.xml')
    expect(body).toContain('w:w="11906" w:h="16838"')
    expect(body).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u)
    expect(body).toContain('w:eastAsia="黑体"')
    expect(body).toContain('w:eastAsia="方正小标宋简体"')
    expect(part(bytes, 'word/styles.xml')).toMatch(/w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>.*w:line="579"/u)
    expect(part(bytes, 'word/comments.xml')).toMatch(/w:date="2020-10-28T00:00:00[.0]*Z".*请编号/u)
    expect(body).not.toContain('请编号')
  })
})

describe('a document with the red heading', () => {
  const document: Paper = {
    ...paper,
    form: 'document',
    documentNumber: ['某办〔2021〕', { text: '【待填】', gap: true, comment: '发文字号\n由办公室编定' }, '号'],
    parts: [{ kind: 'signature', office: '某办公室', note: '（代章）', date: '2021年1月6日' }],
    imprint: { copies: ['甲部', '乙办公室'], office: '某办公室', date: '2021年1月6日' },
  }

  it('has the office in red, a red rule, a number on every page, and 版记 at its end', async () => {
    const bytes = await renderDocx(document)
    const body = part(bytes, 'word/document.xml')
    expect(body).toMatch(/<w:color w:val="FF0000"\/>.*某地区质量工作领导小组办公室/u)
    expect(body).toMatch(/<w:bottom w:val="single" w:color="FF0000"/u)
    expect(body).not.toContain('<w:titlePg/>')
    for (const footer of ['word/footer1.xml', 'word/footer2.xml']) expect(part(bytes, footer)).toMatch(/— .*PAGE.* —/u)
    const lines = readBack(bytes).blocks.map(({ text }) => text.trim())
    expect(lines.indexOf('（代章）')).toBe(lines.indexOf('2021年1月6日') - 1)
    expect(lines).toContain('抄送：甲部，乙办公室。')
    expect(lines.at(-1)).toMatch(/^某办公室\s*2021年1月6日印发$/u)
    const anchor = body.slice(body.lastIndexOf('<wp:anchor'), body.lastIndexOf('</wp:anchor>'))
    expect(anchor).toContain('<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>')
    expect(anchor).toContain('抄送：甲部，乙办公室。')
  })

  it('lets what is to be filled in stand out, and a comment have several lines', async () => {
    const bytes = await renderDocx(document)
    expect(part(bytes, 'word/document.xml')).toMatch(/<w:highlight w:val="yellow"\/>.{0,40}<\/w:rPr><w:t xml:space="preserve">【待填】/u)
    expect(part(bytes, 'word/comments.xml').match(/<w:p>/gu)).toHaveLength(2)
  })
})

describe('a row of a form', () => {
  it('keeps together where it is low, and may run over the page’s end where it is high', () => {
    const columns = [
      { title: '项目', share: 4 },
      { title: '原因', share: 1 },
    ]
    const high = '材料写明的成果按级别逐项计分，同一称号不重复。'.repeat(4)
    const xml = formBody(
      '反馈表',
      [
        {
          kind: 'table',
          columns,
          rows: [
            ['甲', '一项'],
            ['乙', high],
            [high, '一项'],
          ],
        },
      ],
      9000,
    )
    expect([...xml.matchAll(/<w:trPr>(.*?)<\/w:trPr>/gu)].map(([, properties]) => properties?.includes('cantSplit'))).toEqual([
      true,
      true,
      false,
      true,
    ])
  })
})

describe('numbers of headings', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [35, '三十五'],
  ])('%i is %s', (number, words) => expect(chineseNumber(number)).toBe(words))

  it('begin anew below a higher heading', () => {
    const label = createNumbering()
    expect(([1, 2, 2, 3, 1, 2, 3] as const).map(label)).toEqual(['一、', '（一）', '（二）', '1.', '二、', '（一）', '1.'])
  })
})
