/** What a correction of one value settles, and what a doubt about one leaves open. */
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../rules/checks/finding.ts'
import type { Feed } from '../../../rules/scoring/feed.ts'
import type { ScoredItem } from '../../../rules/scoring/score.ts'
import { feedOf, type Given, schemeAround, scoresOf, scoresOfFeed } from '../../support/scoring.ts'

const id = 'industrial_sampling_pass_rate'
const rule = { form: 'linear', of: { indicator: id }, against: 91, below: { per: 1, points: -1 } }
const scheme = (own: Given = rule, counties: readonly string[] = ['wusu']): Given => schemeAround({ points: 8, rule: own }, {}, counties)

describe('a value that a person corrected', () => {
  const cell = { evidence: { quote: '90.2', start: 0, end: 4, block: 1, cell: '表1!B2' } }
  const stated = [{ county: 'wusu', period: '2020-Q3', given: { [id]: [90.2, { value: 90.2, ...cell }, { value: 88, ...cell }] } }]
  const first = feedOf(stated).values[0]?.id ?? ''
  const corrected = (more: readonly Given[] = [], given: Given = {}) =>
    scoresOf(
      scheme({ ...rule, of: { indicator: id, sources: ['table', 'text'] } }),
      [{ county: 'wusu', period: '2020-Q3', given: { ...stated[0]?.given, ...given } }],
      [{ about: 'value', id: first, to: '92.4%' }, ...more],
    ).counties[0]?.quarters[2]?.items[0]
  it('settles what the county states of the same indicator and period elsewhere', () =>
    expect(corrected()).toMatchObject({ state: 'decided', shown: '8.00', decisions: [1], uses: [{ decision: 1, was: '90.2' }] }))
  it('is told as corrected, with what the text says, who did it and why', () =>
    expect(corrected()?.uses?.[0]?.words).toMatch(/^更正为92\.4%（.*，原文90\.2，复核人.+，理由：.+）$/u))
  it('leaves another period, a part and another role as they are', () => {
    const of = { indicator: id, periods: ['annual'] }
    const other = scoresOf(
      scheme({ ...rule, of }),
      [{ county: 'wusu', period: '2020-Q3', given: { [id]: 90.2, [`${id}@2020`]: 90 } }],
      [{ about: 'value', id: first, to: '92.4%' }],
    )
    expect(other.counties[0]?.quarters[2]?.items[0]).toMatchObject({ state: 'settled', shown: '7.00' })
  })
  it('leaves a line that was decided by itself, and where two disagree the others too', () => {
    const third = feedOf(stated).values[2]?.id
    expect(corrected([{ about: 'value', id: third, to: '89%' }])).toMatchObject({
      state: 'open',
      open: [
        '同一来源有不同数值：90.2%（2020年第三季度，表格）、更正为89%（2020年第三季度，表格，原文90.2，复核人复核员，理由：现场核实）',
      ],
    })
  })
})

describe('two counties whose documents say the same', () => {
  const both = ['wusu', 'tacheng'].map((county) => ({ county, period: '2020-Q3', given: { [id]: 90 } }))
  const first = feedOf(both).values[0]?.id ?? ''
  const unequal = (decisions: readonly unknown[]) => scoresOf(scheme(rule, ['wusu', 'tacheng']), both, decisions).scheme.unequal
  it('are shown with the decision, where one of them was corrected', () =>
    expect(unequal([{ about: 'value', id: first, to: '95%' }])).toMatchObject([
      {
        on: 'value',
        read: '90',
        counties: [
          { county: '乌苏市', low: '8', reason: '人工决定第 1 条' },
          { county: '塔城市', low: '7' },
        ],
      },
    ]))
  it('are not shown where nothing tells them apart, or the correction leaves their points equal', () => {
    expect(unequal([])).toEqual([])
    expect(unequal([{ about: 'value', id: first, to: '90%' }])).toEqual([])
  })
})

describe('a value that its own figures do not bear out', () => {
  const finding = (claimed: number, recomputed: number, more: Partial<Finding> = {}): Finding => ({
    id: 'finding',
    file: 'wusu/2020-Q3/报告.docx',
    kind: 'rate',
    severity: 'error',
    claimed,
    recomputed,
    evidence: [{ quote: String(claimed), start: 0, end: String(claimed).length, block: 0 }],
    message: `算得${recomputed}%，文中写作“${claimed}%”`,
    ...more,
  })
  const scored = (stated: number, checks: readonly Finding[], more: Given = {}): ScoredItem => {
    const feed: Feed = { ...feedOf([{ county: 'wusu', period: '2020-Q3', given: { [id]: { value: stated, ...more } } }]), checks }
    return scoresOfFeed(scheme(), feed).counties[0]?.quarters[2]?.items[0] as ScoredItem
  }
  it('is settled with a note where the figure that they give earns the same', () =>
    expect(scored(94.75, [finding(94.75, 93.75)])).toMatchObject({
      state: 'settled',
      shown: '8.00',
      why: [expect.stringContaining('94.75%'), '核对发现：算得93.75%，文中写作“94.75%”：各种读法得分相同'],
    }))
  // 91 − 90 leaves 7 of 8
  it('stays open between the two where they earn different points', () =>
    expect(scored(92, [finding(92, 90)])).toMatchObject({ state: 'open', low: '7', high: '8' }))
  it('stays wholly open where another figure is at fault, where words are, or where its reading is not trusted', () => {
    expect(scored(94.75, [finding(3.6, 2.6, { evidence: [{ quote: '94.75', start: 0, end: 5, block: 0 }] })])).toMatchObject({ low: '0' })
    const words = { claimed: '上升到', recomputed: '下降到' }
    expect(scored(94.75, [finding(94.75, 93.75, { words })])).toMatchObject({ state: 'open', low: '0', high: '8' })
    expect(scored(94.75, [finding(94.75, 93.75)], { confidence: 0.5 })).toMatchObject({ state: 'open', low: '0', high: '8' })
  })
})
