import { describe, expect, it } from 'vitest'
import { type Dated, sourceClass, sourceOrder } from '../../../rules/copying/order.ts'

const report = (given: Partial<Dated>): Dated => ({
  origin: 'submission',
  county: 'wusu',
  period: '2020-Q3',
  dated: null,
  receivedAt: null,
  ...given,
})
const emin = (given: Partial<Dated>): Dated => report({ county: 'emin', ...given })

describe('which of two documents is the source', () => {
  it('is the one of the earlier period', () => {
    expect(sourceOrder(report({}), emin({ period: '2020-Q2' }))).toBe('earlier')
    expect(sourceOrder(report({ period: '2020-Q2' }), emin({}))).toBeNull()
  })

  it('is, within one period, the one signed first, then the one received first', () => {
    expect(sourceOrder(report({ dated: '2020-10-16' }), emin({ dated: '2020-10-09' }))).toBe('earlier')
    expect(sourceOrder(report({ dated: '2020-10-09' }), emin({ dated: '2020-10-16' }))).toBeNull()
    expect(sourceOrder(report({ receivedAt: '2020-10-16' }), emin({ receivedAt: '2020-10-12' }))).toBe('earlier')
  })

  it('cannot be told of equal dates', () => {
    expect(sourceOrder(report({}), emin({}))).toBe('same-date')
    expect(sourceOrder(report({ period: null }), emin({}))).toBe('unknown')
  })

  it('is a superior document by its level, unless it was written after the report', () => {
    const superior = (dated: string | null, period: string | null = null): Dated =>
      report({ origin: 'superior', county: null, dated, period })
    expect(sourceClass(report({}), superior(null))).toBe('superior')
    expect(sourceOrder(report({}), superior('2020-03-12'))).toBe('earlier')
    expect(sourceOrder(report({}), superior('2021-02-12'))).toBeNull()
    expect(sourceOrder(report({}), superior(null, '2020'))).toBe('unknown')
    expect(sourceOrder(report({}), superior(null, '2021'))).toBeNull()
  })

  it('is of the county itself only what tells an earlier period, so that another version of a report is none', () => {
    expect(sourceClass(report({}), report({ period: '2020-Q2' }))).toBe('own-past')
    expect(sourceOrder(report({}), report({ period: '2020-Q2' }))).toBe('earlier')
    expect(sourceOrder(report({ dated: '2020-10-16' }), report({ dated: '2020-10-09' }))).toBeNull()
    expect(sourceOrder(report({ period: '2020-Q4' }), report({ period: '2020' }))).toBeNull()
    expect(sourceOrder(report({}), report({ origin: 'history', period: null }))).toBe('earlier')
  })
})
