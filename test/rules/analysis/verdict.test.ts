/** The verdict's thresholds are the contract's, and no others. */
import { describe, expect, it } from 'vitest'
import type { Criteria } from '../../../rules/analysis/assessment.ts'
import { verdict } from '../../../rules/analysis/verdict.ts'
import { withCopying } from '../../../rules/analysis/with-copying.ts'
import type { SourceOrder } from '../../../rules/copying/copy.ts'
import { judgeText } from '../../support/judge-text.ts'
import { scheme } from '../../support/text-document.ts'

const of = <Level extends string>(level: Level) => ({ level, evidence: [], rejected: [], missing: '' })
const top: Criteria = { comparison: of('adequate'), problems: of('specific'), causes: of('present'), measures: of('concrete') }
const copied = (share: number) => ({ share, sources: [] })

describe('a verdict', () => {
  it('is pass when every criterion is at its top', () => {
    expect(verdict(top, null)).toBe('pass')
  })

  it.each<[string, Partial<Criteria>]>([
    ['comparison is absent', { comparison: of('absent') }],
    ['problems are boilerplate and measures slogans', { problems: of('boilerplate'), measures: of('slogan') }],
    ['problems are absent and measures slogans', { problems: of('absent'), measures: of('slogan') }],
    ['problems are boilerplate and measures absent', { problems: of('boilerplate'), measures: of('absent') }],
  ])('is weak when %s', (_, below) => {
    expect(verdict({ ...top, ...below }, null)).toBe('weak')
  })

  it.each<[string, Partial<Criteria>]>([
    ['comparison is thin', { comparison: of('thin') }],
    ['problems are boilerplate', { problems: of('boilerplate') }],
    ['problems are absent', { problems: of('absent') }],
    ['causes are absent', { causes: of('absent') }],
    ['measures are slogans', { measures: of('slogan') }],
    ['all but the gravest are below', { comparison: of('thin'), causes: of('absent'), measures: of('absent') }],
  ])('is review when %s', (_, below) => {
    expect(verdict({ ...top, ...below }, null)).toBe('review')
  })

  it.each([
    [0, 'pass'],
    [0.29, 'pass'],
    [0.3, 'review'],
    [0.59, 'review'],
    [0.6, 'weak'],
    [1, 'weak'],
  ])('of a report that is copied to %d is %s', (share, expected) => {
    expect(verdict(top, copied(share))).toBe(expected)
  })
})

describe('a verdict that copying lowers', () => {
  const judged = {
    ...judgeText('乌苏市2020年第三季度质量状况分析报告\n食品监督抽检合格率98.5%。').assessment,
    id: 'a',
    criteria: top,
    verdict: 'pass' as const,
  }
  const from = (order: SourceOrder, share: number) => ({ file: order, share, sourceClass: 'peer' as const, order })
  const given = (...sources: ReturnType<typeof from>[]) =>
    withCopying(
      { ...judged, reviewSuggested: false },
      { share: sources.reduce((sum, { share }) => sum + share, 0), sources, compared: ['peer'], characters: 100, leftOut: [] },
      { passages: [], values: [] },
      scheme.analysis,
    )

  it('asks for a look, and says that nobody knows who wrote first, where the other is of the same date', () => {
    const { verdict: lowered, reviewSuggested, feedback } = given(from('same-date', 0.9))
    expect([lowered, reviewSuggested]).toEqual(['weak', true])
    expect(feedback).toContain('不能认定由谁先写')
  })

  it('stands where the other is the older', () => {
    const { verdict: lowered, reviewSuggested, feedback } = given(from('earlier', 0.8), from('same-date', 0.1))
    expect([lowered, reviewSuggested]).toEqual(['weak', false])
    expect(feedback).toContain('与此前的')
  })
})
