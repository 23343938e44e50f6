/** How firm a county's score, place and grade are: reckoned by hand in the comments. */
import { describe, expect, it } from 'vitest'
import { type Given, schemeAround, scoresOf } from '../../support/scoring.ts'

const published = (county: string, scores: Readonly<Record<string, number>>) =>
  Object.entries(scores).map(([quarter, score]) => ({ about: 'quarter', county, period: `2020-${quarter}`, score }))

const entered = (id: string, points: number): Given => ({
  id,
  name: id === 'a' ? '甲项' : '乙项',
  part: '测试',
  standard: '见规则',
  points,
  in: ['Q3'],
  rule: { form: 'boolean', of: { entry: id } },
})
const constant = (id: string, points: number, quarters: readonly string[]): Given => ({
  id,
  name: '其他',
  part: '测试',
  standard: '见规则',
  points,
  in: quarters,
  rule: { form: 'constant', points },
})
/** Two open items of ten points of the third quarter each, which come to four points of the year each. */
const two = (counties: readonly string[] = ['wusu'], more: Given = {}): Given =>
  schemeAround(
    { points: 20, rule: { form: 'constant', points: 20 } },
    { items: [entered('a', 10), entered('b', 10), constant('rest', 80, ['Q3']), constant('other', 100, ['Q1', 'Q2', 'Q4'])], ...more },
    counties,
  )
const report = (county: string, period = '2020-Q3') => ({ county, period, given: {} })
const only = (scheme: Given, decisions: readonly unknown[]) => scoresOf(scheme, [report('wusu')], decisions).counties[0]

describe('a county that lacks a quarter', () => {
  const counties = ['wusu', 'tacheng', 'shawan']
  const decisions = [
    ...published('wusu', { Q1: 80, Q2: 80, Q3: 80, Q4: 80 }),
    ...published('tacheng', { Q1: 90, Q2: 90, Q3: 90 }),
    ...published('shawan', { Q1: 70, Q2: 70, Q3: 70, Q4: 70 }),
  ]
  const placed = (settings: Given) => scoresOf(two(counties, { settings }), [], decisions).counties.map(({ place }) => place.place)
  it('has no place, and takes none from the others', () => expect(placed({})).toEqual([1, null, 2]))
  // 90 × 0.85 = 76.5; of the quarters there are 90
  it('is placed where the scheme settles what a missing quarter counts for', () => {
    expect(placed({ missingQuarter: 'zero' })).toEqual([1, 2, 3])
    expect(placed({ missingQuarter: 'reweight' })).toEqual([2, 1, 3])
  })
  it('says beside the score what the quarters that there are can come to', () => {
    const county = scoresOf(two(counties), [], decisions).counties[1]
    expect(county?.score.shown).toBe('76.50')
    expect(county?.gradeWords).toContain('3/4季度，暂定')
    expect(county?.gradeWords).toContain('满分 85 分，暂不排名')
  })
  it('has a place between what the others leave it', () =>
    expect(scoresOf(two(counties), [], decisions).counties[1]?.place).toEqual({ place: null, best: 1, worst: 2, sharing: 1 }))
})

describe('open items and the grade', () => {
  const turns = (decisions: readonly unknown[]) => only(two(), decisions)?.review.map(({ item, turns: turned }) => [item, turned])
  const others = (score: number) => published('wusu', { Q1: score, Q2: score, Q4: score })
  // 0.6 × 90 + 40 = 94: one item at its lowest leaves 90, both 86
  it('are told apart: what only together changes it', () =>
    expect(turns(others(90))).toEqual([
      ['a', 'together'],
      ['b', 'together'],
    ]))
  // 0.6 × 89 + 40 = 93.4: one item at its lowest leaves 89.4
  it('what changes it alone', () =>
    expect(turns(others(89))).toEqual([
      ['a', 'alone'],
      ['b', 'alone'],
    ]))
  // 0.6 × 100 + 32 = 92 at the least
  it('and what never does', () =>
    expect(turns(others(100))).toEqual([
      ['a', 'never'],
      ['b', 'never'],
    ]))
  // 50 + 40 + (0 to 10): with one item at its lowest 86 where the missing quarter comes to nothing
  it('counts in what a missing quarter may come to', () => {
    const county = only(two(), published('wusu', { Q2: 100, Q4: 100 }))
    expect(county?.review.map(({ turns: turned }) => turned)).toEqual(['alone', 'alone'])
    expect(county?.stability.words).toBe('缺报的2020年第一季度未定，等级不能断定；全部 2 项待核中，单独一项就能改变等级的 2 项')
  })
  it('say for which case the rest leaves the grade as it is', () => {
    expect(only(two(), others(90))?.stability.words).toBe(
      '除2020年第三季度的甲项外，其余 1 项待核均不影响等级（以所列待核项目与暂定得分一致为前提）；全部 2 项待核中，几项合起来才能改变等级的 2 项',
    )
  })
})

const event = { id: 'event', name: '质量安全事件', when: { answer: { entry: 'event' }, is: 'yes' } }
const vetoed = (answer: string | null, decisions: readonly unknown[], veto: Given = { grade: 'D' }) =>
  only(two(['wusu'], { vetoes: [{ ...event, ...veto }] }), [
    ...decisions,
    ...(answer === null ? [] : [{ about: 'veto', county: 'wusu', veto: 'event', answer }]),
  ])
const standing = (county: ReturnType<typeof only>) => ({
  grades: county?.grades,
  turns: county?.review.map(({ turns }) => turns),
  stable: county?.stability.stable,
  deciding: county?.stability.deciding,
  words: county?.stability.words,
})

describe('open items beside a veto', () => {
  const others = (score: number) => published('wusu', { Q1: score, Q2: score, Q4: score })
  // Between 92 and 100: A whatever the items come to
  it('change nothing where only the veto can, answered or not', () => {
    expect(standing(vetoed('no', others(100)))).toMatchObject({ grades: ['A'], turns: ['never', 'never'], stable: true })
    expect(standing(vetoed(null, others(100)))).toEqual({
      grades: ['A', 'D'],
      turns: ['never', 'never'],
      stable: false,
      deciding: [],
      words: '除否决事项“质量安全事件”外，其余 2 项待核均不影响等级',
    })
  })
  // At most 59 where it happened: D, and nothing between
  it('change nothing where the veto limits the score', () =>
    expect(standing(vetoed(null, others(100), { most: 59 }))).toMatchObject({
      grades: ['A', 'D'],
      turns: ['never', 'never'],
      deciding: [],
    }))
  // Between 85.4 and 93.4, and D whatever it is
  it('change nothing where the veto settled the grade', () =>
    expect(standing(vetoed('yes', others(89)))).toEqual({
      grades: ['D'],
      turns: ['never', 'never'],
      stable: true,
      deciding: [],
      words: '2 项待核，不论结果如何，均不影响等级',
    }))
  it('are told of with the veto where both can', () =>
    expect(standing(vetoed(null, others(90)))).toMatchObject({
      grades: ['A', 'B', 'D'],
      words:
        '除否决事项“质量安全事件”，2020年第三季度的甲项外，其余 1 项待核均不影响等级（以所列待核项目与暂定得分一致为前提）；全部 2 项待核中，几项合起来才能改变等级的 2 项',
    }))
})

describe('a veto of which nobody knows', () => {
  const turnsOf = (score: number, more: Given = {}) => {
    const scheme = two(['wusu'], { vetoes: [{ ...event, grade: 'D' }], ...more })
    return only(scheme, published('wusu', { Q1: score, Q2: score, Q4: score }))?.vetoes[0]?.turns
  }
  // 0.6 × 100 + 32 to 40
  it('changes a grade by itself', () => expect(turnsOf(100)).toBe('alone'))
  // 0.6 × 45 + 32 to 40: D at 59, C from 60 on
  it('or where the items come out otherwise than they provisionally stand', () =>
    expect(turnsOf(45, { settings: { provisional: 'lowest' } })).toBe('together'))
  // 0.6 × 20 + 32 to 40: D whatever happened
  it('or never, where the grade is the lowest anyway', () => expect(turnsOf(20)).toBe('never'))
  it('says nothing once it is answered', () => expect(vetoed('no', [])?.vetoes[0]).not.toHaveProperty('turns'))
  // 0.9 × 76 = 68.4, and 78.4 with the best of first quarters
  it('is all that decides beside a missing quarter that cannot', () => {
    const scheme = schemeAround({ points: 20, rule: { form: 'constant', points: 20 } }, { vetoes: [{ ...event, grade: 'D' }] })
    const [county] = scoresOf(scheme, [], published('wusu', { Q2: 76, Q3: 76, Q4: 76 })).counties
    expect(county).toMatchObject({ grades: ['C', 'D'], stability: { missing: [] } })
    expect(only(two(), published('wusu', { Q2: 100, Q4: 100 }))?.stability.missing).toEqual(['2020-Q1'])
  })
})

describe('what is to be looked at first', () => {
  // wusu: D by the veto, two items of ten points; shawan: 89.4 or 93.4 with either
  it('is what can change a grade, however many points the rest has', () => {
    const scheme = two(['wusu', 'shawan'], { vetoes: [{ ...event, grade: 'D' }] })
    const scores = scoresOf(
      scheme,
      [report('wusu'), report('shawan')],
      [
        ...published('wusu', { Q1: 89, Q2: 89, Q4: 89 }),
        ...published('shawan', { Q1: 89, Q2: 89, Q4: 89 }),
        { about: 'veto', county: 'wusu', veto: 'event', answer: 'yes' },
        { about: 'veto', county: 'shawan', veto: 'event', answer: 'no' },
      ],
    )
    expect(scores.scheme.review.map(({ county, turns }) => [county, turns])).toEqual([
      ['沙湾县', 'alone'],
      ['沙湾县', 'alone'],
      ['乌苏市', 'never'],
      ['乌苏市', 'never'],
    ])
  })
})

describe('the effect of an open item', () => {
  const bonus = (id: string, points: number): Given => ({ ...entered(id, points), kind: 'bonus', in: 'year' })
  const constantBonus = { ...constant('sure', 4, []), kind: 'bonus', in: 'year' }
  const effects = (items: readonly Given[], settings: Given, quarters = 80) =>
    scoresOf(
      schemeAround({ points: 0, rule: {} }, { items: [...items, constant('all', 100, ['Q1', 'Q2', 'Q3', 'Q4'])], settings }),
      [],
      published('wusu', { Q1: quarters, Q2: quarters, Q3: quarters, Q4: quarters }),
    ).counties[0]?.review.map(({ item, effect, turns }) => [item, effect, turns])
  // Four of the five that count are sure: one point is left, whatever else is won
  it('is what the cap of all bonus items leaves of it', () => {
    expect(
      effects([constantBonus, bonus('a', 3), bonus('b', 0.5)], { caps: { bonus: 5 } })?.map(([item, effect]) => [item, effect]),
    ).toEqual([
      ['a', '1'],
      ['b', '0.5'],
    ])
    expect(effects([constantBonus, bonus('a', 3)], { caps: { bonus: 4 } })).toEqual([['a', '0', 'never']])
  })
  it('is what the limit of the year leaves of it', () =>
    expect(effects([bonus('a', 3)], { caps: { annual: 100 } }, 98)?.map(([, effect]) => effect)).toEqual(['2']))
  // Q3 alone there: forty of forty, so that ten points of a hundred are ten points of the year
  it('grows with the weight that the quarters that are there have', () => {
    const scheme = two(['wusu'], { settings: { missingQuarter: 'reweight' } })
    expect(only(scheme, [])?.review.map(({ effect }) => effect)).toEqual(['10', '10'])
  })
})

describe('a quarter of which few points are settled', () => {
  const warnings = (points: number, settings: Given = {}) => {
    const rest = 100 - points
    const items = [entered('a', points), constant('rest', rest, ['Q3']), constant('other', 100, ['Q1', 'Q2', 'Q4'])]
    return scoresOf(schemeAround({ points, rule: {} }, { items, settings, grades: { bands: [{ grade: 'A' }] } }), [report('wusu')])
      .counties[0]
  }
  it('says on how many its provisional score rests', () => {
    const county = warnings(90)
    expect(county?.quarters[2]).toMatchObject({ shown: '100.00', asked: 100, settled: 10 })
    expect(county?.warnings).toContain('2020年第三季度的暂定得分只依据已核定的 10 分（应核定 100 分）')
  })
  it('says nothing where half of them are, or as many as the scheme asks for', () => {
    expect(warnings(50)?.warnings).toEqual([])
    expect(warnings(90, { fewSettled: 10 })?.warnings).toEqual([])
  })
})

describe('a bonus that counts after the weighting and names a quarter', () => {
  const bonus: Given = {
    id: 'extra',
    name: '加项',
    part: '加分',
    standard: '见规则',
    kind: 'bonus',
    points: 3,
    in: ['Q3'],
    rule: { form: 'target', of: { indicator: 'industrial_sampling_pass_rate' }, op: '>=', value: 91 },
  }
  const scheme = schemeAround(
    { points: 0, rule: {} },
    { items: [bonus, constant('all', 100, ['Q1', 'Q2', 'Q3', 'Q4'])], settings: { caps: { annual: null } } },
  )
  const given = (rate: number) => [report('wusu', '2020-Q2'), { ...report('wusu'), given: { industrial_sampling_pass_rate: rate } }]
  const extra = (submitted: ReturnType<typeof given>) => scoresOf(scheme, submitted).counties[0]
  // Nothing stands for the year; the quarter has 92, and three points of the year beside 35 + 40
  it('reads the data of that quarter, and gives points of the year', () => {
    expect(extra(given(92))?.yearly).toMatchObject([{ item: 'extra', period: '2020-Q3', state: 'settled', shown: '3.00' }])
    expect(extra(given(90))?.yearly).toMatchObject([{ item: 'extra', period: '2020-Q3', state: 'settled', shown: '0.00' }])
    expect(extra(given(92))?.score.low).toBe('78')
  })
  it('is open while that quarter is missing', () =>
    expect(extra([report('wusu', '2020-Q2')] as never)?.review).toMatchObject([
      { item: 'extra', period: '2020-Q3', open: ['2020年第三季度缺报'] },
    ]))
  it('is shown with its quarter in the scheme too', () => expect(scoresOf(scheme, []).scheme.items[0]?.points).toEqual({ '2020-Q3': 3 }))
})
