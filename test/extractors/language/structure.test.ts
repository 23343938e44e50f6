import { describe, expect, it } from 'vitest'
import { headingsAbove, structure } from '../../../extractors/language/structure.ts'
import { textDocument } from '../../support/text-document.ts'

const document = textDocument(
  [
    '乌苏市2020年质量状况分析报告',
    '一、总体情况',
    '全年情况较好。投诉下降；',
    '（一）产品质量',
    '1. 建材：抽查20批次，合格率95%。',
    '二、存在问题',
    '问题有两个！',
  ].join('\n'),
)
const { sections, sentences } = structure(document)
const words = ({ start, end }: { readonly start: number; readonly end: number }): string => document.folded.text.slice(start, end)

describe('sections follow the official numbering', () => {
  it('with a heading that runs into its paragraph', () => expect(sections.map(({ title }) => title).filter(Boolean)).toContain('1.建材'))
  it('each below the nearest higher one', () => {
    const at = sections.findIndex(({ title }) => title === '1.建材')
    expect(headingsAbove(structure(document), at).map(({ title }) => title)).toEqual(['1.建材', '（一）产品质量', '一、总体情况'])
  })
})

describe('sentences end at 。！？ and with their block', () => {
  it('and clauses at ，；：', () => {
    const sentence = sentences.find(({ span }) => words(span).startsWith('1.建材'))
    expect(sentence?.clauses.map(words)).toEqual(['1.建材：', '抽查20批次，', '合格率95%。'])
  })
  it('in order of position, without a gap in a block', () => {
    expect(sentences.map(({ span }) => words(span)).filter((text) => text.includes('投诉') || text.includes('全年'))).toEqual([
      '全年情况较好。',
      '投诉下降；',
    ])
  })
})

describe('a text that never ends a sentence', () => {
  it('is cut at its marks, and nothing of it is lost', () => {
    const endless = textDocument('合格率为97.5%，'.repeat(2000))
    const cut = structure(endless).sentences.map(({ span }) => endless.folded.text.slice(span.start, span.end))
    expect(cut.join('')).toBe(endless.folded.text)
    expect(cut.length).toBeGreaterThan(5)
    for (const sentence of cut) expect(sentence).toMatch(/，$/u)
  })

  it('is cut somewhere when it has no mark either', () => {
    const endless = textDocument('质量'.repeat(3000))
    expect(Math.max(...structure(endless).sentences.map(({ span }) => span.end - span.start))).toBeLessThan(2000)
  })
})
