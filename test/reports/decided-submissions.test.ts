import { describe, expect, it } from 'vitest'
import { writeYaml } from '../../extractors/yaml.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { coverage } from '../../reports/coverage.ts'
import { decidedSubmissions } from '../../reports/decided-submissions.ts'
import { overviewSheet } from '../../reports/workbook/sheets/overview.ts'
import { parseDecisions } from '../../rules/scoring/decisions.ts'
import { feedOf, type Given } from '../support/scoring.ts'

const { scheme, lexicon } = loadKnowledge()
const feed = feedOf([
  {
    county: 'wusu',
    period: '2020-Q1',
    given: { 'document.analysis': '2020-05-20', 'assessment.comparison': 'absent', 'assessment.verdict': 'weak' },
  },
  { county: 'wusu', period: '2020-Q2', given: { 'document.analysis': '2020-07-01' } },
])
const context = { lexicon, scheme }
const decidedBy = (...given: readonly Given[]) => {
  const signed = given.map((each) => ({ county: 'wusu', reason: '核实', by: '复核员', on: '2021-01-05', ...each }))
  const decisions = parseDecisions({ path: '决定.yaml', text: writeYaml({ decisions: signed }) }, scheme, lexicon)
  return decidedSubmissions({ feed, scheme, lexicon, decisions })
}
const timely = { about: 'item', period: '2020-Q1', item: 'report_timely', value: '2020-04-14' }

describe('submissions as reviewers decided', () => {
  it('are none without decisions, and none where a decision is about something else', () => {
    expect(decidedBy()).toEqual([])
    expect(decidedBy({ about: 'item', period: '2020-Q1', item: 'training', value: '是' })).toEqual([])
  })

  it('are in time by the day entered, whatever the register says', () => {
    expect(coverage(feed, context)[0]?.submissions[0]).toMatchObject({ late: true })
    const decided = decidedBy(timely)
    expect(decided).toMatchObject([{ county: 'wusu', period: '2020-Q1', state: 'received', late: false, decisions: [1] }])
    expect(coverage(feed, context, decided)[0]?.submissions.map(({ late }) => late)).toEqual([false, false, null, null, null])
  })

  it('have come in, or not, as entered, without a file as well', () => {
    const decided = decidedBy(
      { about: 'item', period: '2020-Q3', item: 'report_submitted', value: '是' },
      { about: 'item', period: '2020-Q2', item: 'report_submitted', value: '否' },
    )
    expect(decided.map(({ period, state, files }) => [period, state, files])).toEqual([
      ['2020-Q2', 'missing', []],
      ['2020-Q3', 'received', []],
    ])
  })

  it('are judged as decided, and belong to the period that was decided', () => {
    const judged = decidedBy({ about: 'item', period: '2020-Q1', item: 'report_quality', of: 'assessment:verdict', value: '合格' })
    expect(judged).toMatchObject([{ period: '2020-Q1', verdict: 'pass', late: true }])
    const id = feed.documents.find(({ period }) => period === '2020-Q2')?.id
    const moved = decidedBy({ about: 'document', county: undefined, id, period: '2020-Q3' })
    expect(moved.map(({ period, state }) => [period, state])).toEqual([
      ['2020-Q2', 'missing'],
      ['2020-Q3', 'received'],
    ])
  })

  it('stand so in the workbook, with the number of the decision', () => {
    const cell = (decided: ReturnType<typeof decidedBy>): string => JSON.stringify([...overviewSheet(feed, context, decided).rows][0]?.[1])
    expect(cell([])).toContain('逾期')
    expect(cell(decidedBy(timely))).not.toContain('逾期')
    expect(cell(decidedBy(timely))).toContain('复核决定第1条')
  })
})
