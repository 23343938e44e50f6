import { describe, expect, it } from 'vitest'
import { atStep, roundsTo, writtenStep } from '../../../extractors/quantities/rounding.ts'

describe('the step of a number as written', () => {
  it.each([
    ['97.5%', 97.5, 0.1],
    ['90.48%', 90.48, 0.01],
    ['９７．５％', 97.5, 0.1],
    ['1,200件', 1200, 1],
    ['2.07亿元', 207_000_000, 1_000_000],
    ['3.2万元', 32_000, 1000],
    ['12批次', 12, 1],
  ])('%s is written to %d at %d', (quote, value, step) => {
    expect(writtenStep(quote, value)).toBeCloseTo(step, 6)
  })
})

describe('a stated figure', () => {
  it('may be either neighbour of a lone 5, as GB/T 8170 and 四舍五入 have it', () => {
    expect([roundsTo(3.125, 3.12, 0.01), roundsTo(3.125, 3.13, 0.01)]).toEqual([true, true])
  })

  it('is not the figure when it was cut off or belongs to another', () => {
    expect([roundsTo(97.58, 97.5, 0.1), roundsTo(97.5, 98.5, 0.1)]).toEqual([false, false])
  })

  it('is shown with the digits of its step', () => {
    expect([atStep(97.458, 0.1), atStep(93.75, 0.01), atStep(56, 1), atStep(207_000_000, 1_000_000)]).toEqual([
      '97.5',
      '93.75',
      '56',
      '207000000',
    ])
  })
})
