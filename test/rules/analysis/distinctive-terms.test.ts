import { expect, it } from 'vitest'
import { createSegmenter } from '../../../extractors/language/segmenter.ts'
import { createTermCounter } from '../../../extractors/language/terms.ts'
import { distinctiveTerms } from '../../../rules/analysis/distinctive-terms.ts'
import { lexicon } from '../../support/text-document.ts'

const count = createTermCounter(lexicon, await createSegmenter(lexicon.segmenterWords))
const report = (file: string, text: string, period = '2020-Q3') => ({ file, period, terms: count(text) })

it('the words that set a report apart are those that the others of its period do not use', () => {
  const reports = [
    report('甲', '滴灌带抽查滴灌带复查，拖拉机检修，旅游旺季'),
    report('乙', '岩棉板养护，岩棉板含水，旅游旺季'),
    report('丙', '旅游旺季，旅游旺季'),
  ]
  const [first, , third] = distinctiveTerms(reports)
  expect(first?.terms[0]).toBe('滴灌带')
  expect(third?.terms).not.toContain('滴灌带')
})

it('common office words and counties are none', () => {
  expect(count('乌苏市质量工作情况分析报告').map(([term]) => term)).toEqual([])
})

it('two reports alone cannot be told apart', () => {
  expect(distinctiveTerms([report('甲', '滴灌带'), report('乙', '岩棉板')])).toEqual([])
})
