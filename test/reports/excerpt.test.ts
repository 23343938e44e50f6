import { describe, expect, it } from 'vitest'
import { excerpt } from '../../reports/excerpt.ts'
import { documentText, place } from '../support/document-text.ts'

const sentenceOf = (paragraph: string): string => {
  const document = documentText('a.txt', [
    { kind: 'heading', text: '一、标题' },
    { kind: 'paragraph', text: paragraph.replace(/[‹›]/gu, '') },
    { kind: 'paragraph', text: '下一段。' },
  ])
  return excerpt(document, place(document, paragraph))
}

describe('the sentence around a quote', () => {
  it('ends where the sentence does', () => {
    expect(sentenceOf('前一句。合格率‹97.5%›，居第一。后一句。')).toBe('合格率97.5%，居第一。')
  })

  it('is the paragraph where nothing ends a sentence', () => {
    expect(sentenceOf('合格率‹97.5%›')).toBe('合格率97.5%')
  })

  it('keeps closing quotation marks and leaves those of the sentence before', () => {
    expect(sentenceOf('他说“好。”合格率‹97.5%›。”后句。')).toBe('合格率97.5%。”')
  })

  it('spans the sentences that a quote spans', () => {
    expect(sentenceOf('甲。乙‹97%。丙98%›丁。戊。')).toBe('乙97%。丙98%丁。')
  })

  it('of a cell is its row', () => {
    const document = documentText('a.xlsx', [{ kind: 'table', rows: [[{ text: '类别', rows: 2 }, '抽查'], ['合格'], ['建材', '20']] }])
    expect(excerpt(document, place(document, '建材\t‹20›'))).toBe('建材 ｜ 20')
    expect(excerpt(document, place(document, '‹合格›'))).toBe('合格')
  })
})
