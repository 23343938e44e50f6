import { describe, expect, it } from 'vitest'
import { scoreSummary } from '../../reports/score-summary.ts'
import { schemeAround, scoresOf } from '../support/scoring.ts'

const veto = {
  id: 'event',
  name: '质量安全事件',
  when: { indicator: { indicator: 'regional_systemic_quality_event' }, op: '>=', value: 1 },
  grade: 'D',
}
const scheme = schemeAround({ points: 5, rule: { form: 'constant', points: 5 } }, { vetoes: [veto] })
const published = [1, 2, 3].map((quarter) => ({ about: 'quarter', county: 'wusu', period: `2020-Q${quarter}`, score: 90 }))

describe('what the command line says of scores', () => {
  it('says once that quarters are missing, and what is still open beside the items', () => {
    const said = scoreSummary(scoresOf(scheme, [], published))
    const [line = ''] = said.split('\n').filter((each) => each.includes('乌苏市：'))
    expect(line).toContain('，暂不定级（3/4季度，暂定；')
    expect(line.match(/季度/gu)).toHaveLength(1)
    expect(said).toContain('没有待核项目，另有否决事项待核 1 项，缺报季度 1 个。')
  })

  it('says so of a grade that was decided all the same', () => {
    const said = scoreSummary(scoresOf(scheme, [], [...published, { about: 'grade', county: 'wusu', grade: 'B' }]))
    expect(said).toMatch(/，3\/4季度，暂定B级（综合评议：现场核实；可能为 B、D；否决事项待核：质量安全事件）/u)
  })

  it('says no more where nothing is open', () => {
    const whole = [...published, { ...published[0], period: '2020-Q4' }]
    expect(scoreSummary(scoresOf({ ...scheme, vetoes: [] }, [], whole))).toContain('\n没有待核项目。\n')
  })
})
