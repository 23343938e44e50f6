import { describe, expect, it } from 'vitest'
import { coverage } from '../../reports/coverage.ts'
import { terminalSummary } from '../../reports/summary.ts'
import { context, result } from '../support/run-result.ts'

const [wusu, shawan, tuoli] = coverage(result, context)
const example = result.documents.find(({ county, period }) => county === '沙湾县' && period === '2020-Q1')
if (example === undefined) throw new Error('no document')
const covering = (changed: Partial<typeof example>) =>
  coverage({ ...result, documents: [{ ...example, ...changed }] }, context)[1]?.submissions[0]?.state

describe('what a county has sent', () => {
  it('is held against each submission that the scheme expects', () => {
    expect(wusu?.submissions.map(({ state }) => state)).toEqual(['received', 'received', 'received', 'received', 'missing'])
    expect(tuoli?.submissions.map(({ state }) => state)).toEqual(['received', 'partial', 'received', 'rejected', 'missing'])
  })

  it('does not count a duplicate, an ignored file or a document given for comparison', () => {
    expect(wusu?.submissions[0]?.files).toHaveLength(1)
    expect(covering({ status: 'duplicate' })).toBe('missing')
    expect(covering({ file: 'history:2019/报告.docx' })).toBe('missing')
    expect(covering({ kind: 'plan' })).toBe('missing')
  })

  it('is late only where the register says so', () => {
    expect(shawan?.submissions.map(({ late }) => late)).toEqual([null, true, null, null, null])
  })

  it('belongs to the county under its earlier and its later name, and is shown under the name of the year', () => {
    expect(covering({ county: '沙湾市' })).toBe('received')
    expect(shawan?.name).toBe('沙湾县')
    expect(coverage(result, { ...context, scheme: { ...context.scheme, year: 2021 } })[1]?.name).toBe('沙湾市')
  })

  it('counts values, honours and findings of the county’s own documents', () => {
    expect(wusu).toMatchObject({ values: 36, achievements: 2, errors: 2, warnings: 1 })
  })
})

describe('what may be the missing one', () => {
  const unplaced = (changed: Partial<typeof example>) =>
    coverage({ ...result, documents: [{ ...example, ...changed }] }, context)[1]?.unplaced.length
  it('is a file of no known kind or of no known period', () => {
    expect(unplaced({ kind: 'unknown' })).toBe(1)
    expect(unplaced({ period: null })).toBe(1)
  })
  it('is no file whose kind and period are known, and none of another period', () => {
    expect(unplaced({})).toBe(0)
    expect(unplaced({ kind: 'unknown', period: '2019-Q1' })).toBe(0)
    expect(unplaced({ kind: 'plan', period: null })).toBe(0)
  })
  it('is named beside what is missing', () => {
    const summary = terminalSummary(
      { ...result, documents: [{ ...example, kind: 'unknown', file: '扫描件上报.docx' }] },
      { ...context, outputName: '结果', files: [] },
    )
    expect(summary).toMatch(/沙湾县：.*\n\s+另有1份.*扫描件上报\.docx/u)
  })
})
