/** Whether a county met a target over the year. Each row is what its documents state, and the answer as a person would give it. */
import { describe, expect, it } from 'vitest'
import { writeYaml } from '../../../extractors/yaml.ts'
import { applyDecisions } from '../../../rules/scoring/apply-decisions.ts'
import { type Attained, attainedInYear } from '../../../rules/scoring/attained.ts'
import { feedByCounty } from '../../../rules/scoring/county-feed.ts'
import { parseDecisions } from '../../../rules/scoring/decisions.ts'
import { createOffice } from '../../../rules/scoring/office.ts'
import { feedOf, type Given, schemeAround, schemeOf } from '../../support/scoring.ts'
import { lexicon } from '../../support/text-document.ts'

const RATE = 'industrial_sampling_pass_rate'
const EVENTS = 'special_equipment_accident_count'
const NEW = 'new_metrology_standard_count'
const TREES = 'afforestation_survival_rate'
const SCORE = 'construction_supervision_org_score'
const DEATHS = 'special_equipment_death_rate'
const targets = {
  [DEATHS]: { op: '=', value: 0 },
  [RATE]: { op: '>=', value: 91 },
  [EVENTS]: { op: '=', value: 0 },
  [NEW]: { op: '>=', value: 1 },
  [TREES]: { op: '>=', value: 85 },
  [SCORE]: { op: '>=', value: 85 },
}
const item = { points: 6, rule: { form: 'target', of: { indicator: RATE } } }
const scoreItem = {
  id: 'organisation',
  name: '机构',
  part: '工程',
  standard: '见规则',
  points: { Q4: 1 },
  kind: 'bonus',
  rule: { form: 'target', of: { indicator: SCORE, periods: ['annual', 'own'] } },
}
const treeItem = {
  id: 'trees',
  name: '造林',
  part: '工程',
  standard: '见规则',
  points: 1,
  kind: 'bonus',
  rule: { form: 'target', of: { indicator: TREES, periods: ['last-year', 'annual'] } },
}

function attained(id: string, given: Given, decisions: readonly Given[] = []): Attained {
  const around = schemeAround(item, { targets }) as { items: readonly unknown[] }
  const scheme = schemeOf({ ...around, items: [...around.items, treeItem, scoreItem] })
  const signed = decisions.map((each) => ({ reason: '现场核实', by: '复核员', on: '2021-01-05', ...each }))
  const decided = parseDecisions({ path: '决定.yaml', text: writeYaml({ decisions: signed }) }, scheme, lexicon)
  const counties = feedByCounty(applyDecisions(feedOf([{ county: 'wusu', period: '2020', given }]), decided, lexicon), ['wusu'], lexicon)
  const [county, indicator] = [counties.get('wusu'), lexicon.indicators.find((each) => each.id === id)]
  if (county === undefined || indicator === undefined) throw new Error(id)
  return attainedInYear(createOffice(scheme, lexicon, counties, decided), county, indicator)
}

const quarters = (id: string, ...values: readonly unknown[]): Given =>
  Object.fromEntries(values.flatMap((value, index) => (value === null ? [] : [[`${id}@2020-Q${index + 1}`, value]])))

describe('a target over the year', () => {
  it.each<[string, string, Given, Attained['answer']]>([
    ['the year’s own figure, on the boundary', RATE, { [RATE]: 91 }, 'yes'],
    ['the year’s own figure, below it', RATE, { [RATE]: 90.9 }, 'no'],
    ['the year’s own figure before weak quarters', RATE, { [RATE]: 92, ...quarters(RATE, 80, 80, 80, 80) }, 'yes'],
    ['a bound of which every number meets it', RATE, { [RATE]: '≥91' }, 'yes'],
    ['a bound of which some do not', RATE, { [RATE]: '≥90' }, 'unknown'],
    ['about the boundary', RATE, { [RATE]: '约91' }, 'unknown'],
    ['a range above it', RATE, { [RATE]: '91—95' }, 'yes'],
    ['four quarters, each above it', RATE, quarters(RATE, 91.7, 92.3, 93.3, 95.5), 'yes'],
    ['four quarters, each below it', RATE, quarters(RATE, 88, 89, 90, 90.9), 'no'],
    ['four quarters, one below it', RATE, quarters(RATE, 95, 95, 95, 90), 'unknown'],
    ['three quarters', RATE, quarters(RATE, 92, 92, 92, null), 'unknown'],
    ['nine months and the last quarter', RATE, { [`${RATE}@2020-01/2020-09`]: 92, [`${RATE}@2020-Q4`]: 93 }, 'yes'],
    ['a half and two quarters', RATE, { [`${RATE}@2020-H1`]: 92, ...quarters(RATE, null, null, 93, 91) }, 'yes'],
    ['nothing', RATE, {}, 'unknown'],
    ['figures that differ, all above it', RATE, { [RATE]: [91.5, 93.3] }, 'yes'],
    ['figures of which one denies it', RATE, { [RATE]: [90, 93.3] }, 'unknown'],
    ['more than a rate can be', RATE, { [RATE]: 103 }, 'unknown'],
    ['no event in the year', EVENTS, { [EVENTS]: 0 }, 'yes'],
    ['no event in any quarter', EVENTS, quarters(EVENTS, 0, 0, 0, 0), 'yes'],
    ['no event in the quarters told', EVENTS, quarters(EVENTS, 0, 0, null, 0), 'unknown'],
    ['an event in one quarter', EVENTS, quarters(EVENTS, 0, 1, null, null), 'no'],
    ['no event in the year, and one in a quarter', EVENTS, { [EVENTS]: 0, ...quarters(EVENTS, null, 1) }, 'unknown'],
    ['one new in a quarter is enough', NEW, quarters(NEW, null, 1, null, null), 'yes'],
    ['none new in a quarter', NEW, quarters(NEW, null, 0, null, null), 'unknown'],
    ['the year before, where that is asked for', TREES, { [`${TREES}@2019`]: 86 }, 'yes'],
    ['the last quarter’s, where the item takes it for the year’s', SCORE, quarters(SCORE, null, null, null, 85.5), 'yes'],
    ['another quarter’s, where the item does not take that', SCORE, quarters(SCORE, 85.5, null, null, null), 'unknown'],
    ['the year before, where the year is asked for', RATE, { [`${RATE}@2019`]: 95 }, 'unknown'],
  ])('%s', (_, id, given, answer) => {
    const { answer: found, open } = attained(id, given)
    expect(found).toBe(answer)
    expect(open === '').toBe(answer !== 'unknown')
  })

  it('rests on the places that it was read from', () => {
    expect(attained(RATE, { [RATE]: 92.08 }).uses.map(({ evidence }) => evidence?.quote)).toEqual(['92.08'])
    expect(attained(RATE, quarters(RATE, 91.7, 92.3, 93.3, 95.5)).uses).toHaveLength(4)
  })

  it('takes what a reviewer entered for the item before what was read, and says so', () => {
    const enter = (value: number): Given => ({ about: 'item', county: '乌苏市', period: '2020-Q3', item: 'tested', value })
    expect(attained(RATE, quarters(RATE, 92, 92, 80, 92), [enter(93)])).toMatchObject({
      answer: 'yes',
      entered: [{ decision: 1, words: '复核录入 93' }],
    })
    expect(attained(RATE, quarters(RATE, 92, 92, 92, 92), [enter(80)]).answer).toBe('unknown')
  })

  it('is not told from a figure that is read with too little confidence', () => {
    expect(attained(RATE, { [RATE]: { value: 95, confidence: 0.5 } })).toMatchObject({
      answer: 'unknown',
      open: expect.stringContaining('可信度'),
    })
  })
})

describe('what cannot be without another', () => {
  it.each<[string, Given, Attained['answer']]>([
    ['no accident in the year, nothing of deaths', { [EVENTS]: 0 }, 'yes'],
    ['no accident in three quarters', quarters(EVENTS, 0, 0, 0), 'unknown'],
    ['an accident, nothing of deaths', { [EVENTS]: 1 }, 'unknown'],
    ['no accident, and no deaths in one quarter', { [EVENTS]: 0, [`${DEATHS}@2020-Q3`]: 0 }, 'yes'],
    ['no accident, but deaths in one quarter', { [EVENTS]: 0, [`${DEATHS}@2020-Q3`]: 0.4 }, 'unknown'],
    ['no accident, but deaths', { [EVENTS]: 0, [DEATHS]: 0.4 }, 'no'],
  ])('%s', (_, given, answer) => {
    expect(attained(DEATHS, given).answer).toBe(answer)
  })
})
