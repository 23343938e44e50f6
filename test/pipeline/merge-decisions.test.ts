/** What a workbook decides joins what was decided before: nothing settled is forgotten, and what is written anew or taken back is what counts. */
import { describe, expect, it } from 'vitest'
import { isSameDecision, mergeDecisions, readWritten } from '../../pipeline/merge-decisions.ts'
import { targetOf } from '../../rules/scoring/decision-target.ts'

const signed = { reason: '核实', by: '复核员', on: '2021-01-05' }
const item = { about: 'item', county: '乌苏市', period: '2020-Q3', item: 'training', value: '是', ...signed }
const value = { about: 'value', id: 'abc', to: 91.2, ...signed }
const veto = { about: 'veto', county: '乌苏市', veto: 'event', answer: 'no', ...signed }

describe('decisions of a later workbook', () => {
  it('are added behind those of before, which stay', () => {
    expect(mergeDecisions([item, value], [veto], [])).toEqual({ decisions: [item, value, veto], added: 1, changed: 0, withdrawn: 0 })
  })

  it('take the place of what was decided of the same thing', () => {
    const points = { ...item, value: undefined, points: 4 }
    expect(mergeDecisions([item, value], [points], [])).toEqual({ decisions: [points, value], added: 0, changed: 1, withdrawn: 0 })
  })

  it('leave the signature of what is written again as it was', () => {
    expect(mergeDecisions([item], [{ ...item, on: '2021-02-01' }], []).decisions).toEqual([item])
  })

  it('take back what is withdrawn', () => {
    expect(mergeDecisions([item, value], [], [targetOf(value)])).toEqual({ decisions: [item], added: 0, changed: 0, withdrawn: 1 })
  })

  it('decide the same whoever signed', () => {
    expect(isSameDecision(item, { ...item, by: '另一人', on: '2021-03-01' })).toBe(true)
    expect(isSameDecision(item, { ...item, value: '否' })).toBe(false)
  })

  it('are not put into a file that holds something else', () => {
    expect(() => readWritten({ path: '决定.yaml', text: 'items: []\n' })).toThrow(/决定\.yaml 第1行.*没有“items”/u)
  })
})
