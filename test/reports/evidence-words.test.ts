import { describe, expect, it } from 'vitest'
import { evidenceWords } from '../../reports/evidence-words.ts'
import { runningWords } from '../../reports/excerpt.ts'
import { tableDocument, textDocument } from '../support/text-document.ts'

describe('a quoted cell', () => {
  const table = tableDocument('乌苏市2020年第三季度质量状况分析报告', '表1', [
    ['类别', '本期', '<', '上年同期合格率'],
    ['^', '抽检批次', '合格率', '^'],
    ['食品监督抽检', '300', '97.7', '96.9'],
  ])
  const wordsOf = (cell: string): string => {
    const block = table.blocks.findIndex(({ span }) => table.text.slice(span.start, span.end) === cell)
    return evidenceWords(table, { quote: cell, block })
  }

  it('stands with its row and its columns', () => {
    expect(wordsOf('96.9')).toBe('食品监督抽检 上年同期合格率：96.9')
    expect(wordsOf('97.7')).toBe('食品监督抽检 本期合格率：97.7')
  })

  it('is no matter of running text', () =>
    expect(evidenceWords(textDocument('题\n合格率97%。'), { quote: '合格率97%。', block: 1 })).toBe('合格率97%。'))
})

describe('a passage that runs over a heading', () => {
  it('is quoted without it', () => {
    const document = textDocument('乌苏市质量状况分析报告\n一、总体情况\n不合格5批次。\n二、存在的问题\n滴灌带不合格。')
    expect(runningWords(document, { start: document.text.indexOf('不合格5'), end: document.text.length })).toBe(
      '不合格5批次。滴灌带不合格。',
    )
  })
})
