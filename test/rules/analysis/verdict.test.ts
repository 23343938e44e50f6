/** The verdict's thresholds are the contract's, and no others. */
import { describe, expect, it } from 'vitest'
import type { Criteria } from '../../../rules/analysis/assessment.ts'
import { verdict } from '../../../rules/analysis/verdict.ts'

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
