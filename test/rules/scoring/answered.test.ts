/** Whether a county did something in the year, of which its quarters say different things. */
import { describe, expect, it } from 'vitest'
import { answeredInYear } from '../../../rules/scoring/answered.ts'
import { applyDecisions } from '../../../rules/scoring/apply-decisions.ts'
import { feedByCounty } from '../../../rules/scoring/county-feed.ts'
import { noDecisions } from '../../../rules/scoring/decisions.ts'
import { createOffice } from '../../../rules/scoring/office.ts'
import { feedOf, schemeAround, schemeOf } from '../../support/scoring.ts'
import { lexicon } from '../../support/text-document.ts'

const FACT = 'quality_training'

function answered(byPeriod: Readonly<Record<string, string>>) {
  const scheme = schemeOf(schemeAround({ points: 6, rule: { form: 'boolean', of: { fact: FACT } } }))
  const submitted = Object.entries(byPeriod).map(([period, answer]) => ({ county: 'wusu', period, given: { [`fact.${FACT}`]: answer } }))
  const counties = feedByCounty(applyDecisions(feedOf(submitted), noDecisions, lexicon), ['wusu'], lexicon)
  const county = counties.get('wusu')
  if (county === undefined) throw new Error('no county')
  return answeredInYear(createOffice(scheme, lexicon, counties, noDecisions), county, FACT)
}

describe('what a county did in some quarters and not in others', () => {
  it('is done, in those quarters, with what says so', () => {
    const found = answered({ '2020-Q1': 'yes', '2020-Q2': 'yes', '2020-Q3': 'no', '2020-Q4': 'yes' })
    expect(found).toMatchObject({ answer: 'yes', only: ['2020-Q1', '2020-Q2', '2020-Q4'], open: '否（2020年第三季度）' })
    expect(found.uses).toHaveLength(3)
  })
  it('is not told apart where every quarter says the same', () => {
    expect(answered({ '2020-Q1': 'yes', '2020-Q2': 'yes' })).toMatchObject({ answer: 'yes', only: [] })
    expect(answered({ '2020-Q1': 'no', '2020-Q2': 'no' }).answer).toBe('no')
  })
  it('gives way to what is said of the whole year', () =>
    expect(answered({ '2020': 'yes', '2020-Q1': 'yes', '2020-Q2': 'no' })).toMatchObject({ answer: 'yes', only: [] }))
  it('is open where it is said of the whole year that it did not happen', () => {
    const found = answered({ '2020': 'no', '2020-Q1': 'yes', '2020-Q2': 'no' })
    expect(found).toMatchObject({ answer: 'unknown', only: [] })
    expect(found.open).toContain('材料中说法不一：2020年“关于fact.quality_training的说法”为“否”，2020年第一季度')
  })
})
