import { describe, expect, it } from 'vitest'
import { createWordFinder } from '../../../extractors/language/word-finder.ts'
import { wordPattern } from '../../../extractors/language/word-pattern.ts'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'

const finder = createWordFinder(['质量', '质量监督', '监督抽查', '抽查合格率', 'A+'])

describe('words of the lexicon in a text', () => {
  it('are found where they stand, the longest at each place', () => {
    expect(finder.all('产品质量监督抽查A+')).toEqual([
      { word: '质量监督', start: 2, end: 6 },
      { word: 'A+', start: 8, end: 10 },
    ])
    expect(finder.all('')).toEqual([])
  })
  it('are looked up at one place', () => {
    expect(finder.at('质量监督', 0)).toBe('质量监督')
    expect(finder.at('质量监', 0)).toBe('质量')
    expect(finder.at('质量', 1)).toBe('')
  })
  it('are there or not', () => {
    expect(finder.isIn('开展监督抽查')).toBe(true)
    expect(finder.isIn('开展监督检查')).toBe(false)
  })
  it('are those that the pattern of the same words finds', () => {
    const words = Object.values(loadKnowledge().lexicon.cues).flat()
    const text = [...words].reverse().join('') + words.join('，')
    const byPattern = [...text.matchAll(new RegExp(wordPattern(words), 'gu'))].map(({ 0: word, index }) => [word, index])
    expect(
      createWordFinder(words)
        .all(text)
        .map(({ word, start }) => [word, start]),
    ).toEqual(byPattern)
  })
  it('are left out of it, or stand as a mark', () => {
    const finder = createWordFinder(['塔城市', '塔城', '乌苏市'])
    expect(finder.without('塔城市和乌苏市的井盖，塔城路')).toBe('和的井盖，路')
    expect(finder.without('塔城市和乌苏市', '，')).toBe('，和，')
    expect(finder.without('没有地名')).toBe('没有地名')
  })
})
