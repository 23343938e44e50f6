import { describe, expect, it } from 'vitest'
import { quarterShown } from '../../reports/quarter-shown.ts'
import type { CountyScore, Figure } from '../../rules/scoring/score.ts'

const figure = (exact: string, shown: string): Figure => ({ low: exact, high: exact, provisional: exact, shown }) as Figure
const of = (year: Figure): Pick<CountyScore, 'score'> => ({ score: year })
const scheme = { bands: [{ from: 90 }, { from: 80 }, { from: undefined }] } as unknown as Parameters<typeof quarterShown>[2]

describe('a quarter’s score', () => {
  it('is rounded as it is shown', () => {
    expect(quarterShown(figure('87.4999', '87.50'), of(figure('88.2', '88.20')), scheme)).toBe('87.50')
  })
  it('is not, where its year would be rounded to a bound that it does not reach', () => {
    expect(quarterShown(figure('87.4999', '87.50'), of(figure('89.9999', '90.00')), scheme)).toBe('87.4999')
  })
  it('nor where it is itself', () => {
    expect(quarterShown(figure('89.9999', '90.00'), of(figure('88.2', '88.20')), scheme)).toBe('89.9999')
  })
})
