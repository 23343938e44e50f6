/** A mistake in the items, quarters, grades or vetoes of a scheme is answered with file, line and what is expected. */
import { describe, expect, it } from 'vitest'
import { type Given, schemeAround, schemeOf } from '../../support/scoring.ts'

const of = { indicator: 'industrial_sampling_pass_rate' }
function complaint(item: Given, more: Given = {}): string {
  try {
    schemeOf(schemeAround({ points: 5, rule: { form: 'target', of, value: 91 }, ...item }, more))
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

describe('a mistake', () => {
  it.each<readonly [string, Given, Given, string]>([
    ['a form that is none', { rule: { form: 'liner', of } }, {}, '没有“liner”，是不是“linear”？（计分方式有：boolean、choice'],
    ['a rule without form', { rule: { of } }, {}, '应写明 form'],
    [
      'a misspelt key of a form',
      { rule: { form: 'target', of, valeu: 91 } },
      {},
      '没有“valeu”，是不是“value”？（可以写：form、of、op、value、met、unmet、direction）',
    ],
    ['a number in words', { rule: { form: 'linear', of, against: 91, below: { per: '一', points: -1 } } }, {}, '应为正数'],
    ['a form within a form', { rule: { form: 'sum', rules: [{ form: 'constnat', points: 1 }] } }, {}, '没有“constnat”，是不是“constant”？'],
    [
      'an indicator that the lexicon lacks',
      { rule: { form: 'target', of: { indicator: 'industrial_sampling_pas_rate' }, value: 1 } },
      {},
      '是不是“industrial_sampling_pass_rate”？',
    ],
    ['a fact that the lexicon lacks', { rule: { form: 'boolean', of: { fact: 'quality_trainning' } } }, {}, '是不是“quality_training”？'],
    ['a target that is set nowhere', { rule: { form: 'target', of } }, {}, '没有目标值：请在 targets 中写明'],
    [
      'a source that is none',
      { rule: { form: 'target', of: { ...of, sources: ['正文'] }, value: 1 } },
      {},
      '应为 text、table、data、summary、other 之一',
    ],
    [
      'points that do not make a hundred',
      { points: 4 },
      { items: [{ id: 'a', name: '甲', part: '乙', standard: '丙', points: 98, rule: { form: 'constant', points: 98 } }] },
      'Q1 各项（不含加分、扣分项）的分值合计 98，应为 100',
    ],
    ['weights that do not make a hundred', {}, { quarters: [{ quarter: 'Q3', weight: 40 }] }, '各季度权重合计 40，应为 100'],
    [
      'grades out of order',
      {},
      { grades: { bands: [{ grade: 'A', from: 80 }, { grade: 'B', from: 90 }, { grade: 'C' }] } },
      '应小于上一等级的 80',
    ],
    [
      'a veto without consequence',
      {},
      { vetoes: [{ id: 'v', name: '否决', when: { answer: { entry: '情形' }, is: 'yes' } }] },
      '应写明 grade（定为某等级）或 most',
    ],
    [
      'a misspelt word of a judgement',
      { rule: { form: 'choice', of: { assessment: 'comparison' }, options: { adequte: 5, thin: 2 } } },
      {},
      '没有“adequte”，是不是“adequate”？（档次有：adequate、thin、absent）',
    ],
    [
      'a misspelt level of honours',
      { kind: 'bonus', rule: { form: 'awards', levels: { nation: 1 } } },
      {},
      '没有“nation”，是不是“national”？（可以写：national、provincial、prefecture、county、social、unknown）',
    ],
    [
      'a judgement left without points',
      { rule: { form: 'choice', of: { assessment: 'comparison' }, options: { adequate: 5, thin: 2 } } },
      {},
      '没有写明 absent 的分值，每个档次都要写明',
    ],
    ['a quarter that is none', { points: { Q5: 5 } }, {}, '没有“Q5”（可以写：Q1、Q2、Q3、Q4）'],
    ['a grade twice', {}, { grades: { bands: [{ grade: 'A', from: 90 }, { grade: 'A', from: 80 }, { grade: 'B' }] } }, '等级“A”重复'],
    [
      'an effect of a grade that is none',
      {},
      { grades: { bands: [{ grade: 'A', from: 90 }, { grade: 'B' }], effects: [{ grade: 'C', text: '通报表扬' }] } },
      '没有“C”',
    ],
    [
      'a band in which no number lies',
      { rule: { form: 'bands', of, bands: [{ from: 95, below: 91, points: 3 }] } },
      {},
      '这一档里没有数：下端应小于上端',
    ],
    [
      'a band with two lower ends',
      { rule: { form: 'bands', of, bands: [{ from: 95, above: 91, points: 3 }] } },
      {},
      '一端只写一项：from 或 above，to 或 below',
    ],
    [
      'points of a band beyond the item’s',
      { rule: { form: 'bands', of, bands: [{ from: 95, points: 9 }] } },
      {},
      '9 分超过本项分值，应不大于 5 分',
    ],
    [
      'points of a rule within a rule beyond the item’s',
      { rule: { form: 'sum', rules: [{ form: 'manual', entry: '评价', from: 0, to: 20 }] } },
      {},
      '20 分超过本项分值，应不大于 5 分',
    ],
    [
      'a deduction beyond the penalty’s points',
      { kind: 'penalty', rule: { form: 'boolean', of: { fact: 'quality_training' }, yes: 0, no: -7 } },
      {},
      '7 分超过本项分值，应不大于 5 分',
    ],
    [
      'a share above a hundred',
      { rule: { form: 'choice', of: { entry: '评价' }, percent: true, options: { 好: 140, 差: 0 } } },
      {},
      'percent 为 true 时写百分数，应在 0 到 100 之间',
    ],
    [
      'a deduction without its sign',
      { rule: { form: 'linear', of, against: 91, below: { per: 1, points: 0.5 } } },
      {},
      '没有写 at，从满分起算，不能再加分：扣分应写负数',
    ],
    [
      'a deduction for less where less is better',
      { rule: { form: 'linear', of: { indicator: 'guarantee_compensation_rate' }, against: 8, below: { per: 1, points: -1 } } },
      {},
      '“融资担保公司代偿率”越低越好，低于目标不应扣分：应写 above；确要这样计的，写明 direction: higher',
    ],
    [
      'a deduction for more where more is better',
      { rule: { form: 'linear', of, against: 91, above: { per: 1, points: -1 } } },
      {},
      '越高越好，高于目标不应扣分：应写 below',
    ],
    [
      'a gain for more where less is better',
      { rule: { form: 'linear', of: { indicator: 'guarantee_compensation_rate' }, against: 8, at: 3, above: { per: 1, points: 1 } } },
      {},
      '越低越好，高于目标不应加分：应写 below',
    ],
    [
      'a deduction for less where the target says that less is better',
      {
        rule: {
          form: 'linear',
          of: { indicator: 'construction_complaint_closure_rate' },
          against: 'target',
          below: { per: 1, points: -1 },
        },
      },
      { targets: { construction_complaint_closure_rate: { op: '<=', value: 90, direction: 'lower' } } },
      '越低越好，低于目标不应扣分',
    ],
    [
      'a target that asks for the worse',
      {},
      { targets: { guarantee_compensation_rate: { op: '>=', value: 8 } } },
      '“融资担保公司代偿率”越低越好，目标不应写作 >=：应写 <=；确要这样计的，写明 direction: higher',
    ],
    [
      'a rule’s own target that asks for the worse',
      { rule: { form: 'target', of, op: '<=', value: 91 } },
      {},
      '越高越好，目标不应写作 <=：应写 >=',
    ],
    [
      'bands that give more for the worse',
      {
        rule: {
          form: 'bands',
          of,
          bands: [
            { from: 95, points: 1 },
            { from: 90, below: 95, points: 3 },
            { below: 90, points: 5 },
          ],
        },
      },
      {},
      '越高越好，数越小得分越多，方向反了；确要这样计的，写明 direction: lower',
    ],
    [
      'so much for each of what should not be',
      { kind: 'bonus', rule: { form: 'count', of: { indicator: 'special_equipment_accident_count' }, each: 1 } },
      {},
      '越低越好，数越大得分越多，方向反了',
    ],
    [
      'a band of which those before it leave nothing',
      {
        rule: {
          form: 'bands',
          of,
          bands: [
            { from: 90, points: 1 },
            { from: 95, points: 3 },
          ],
          direction: 'lower',
        },
      },
      {},
      '这一档永远取不到：先写的档先取',
    ],
    [
      'points that its rule cannot give',
      { rule: { form: 'boolean', of: { fact: 'quality_training' }, yes: 3 } },
      {},
      '本项 5 分达不到，按所写的计分方式最多得 3 分',
    ],
    [
      'points that a rule within a rule cannot give',
      {
        rule: {
          form: 'sum',
          rules: [
            { form: 'constant', points: 2 },
            { form: 'limit', most: 2, rule: { form: 'proportional', of, target: 91 } },
          ],
        },
      },
      {},
      '本项 5 分达不到，按所写的计分方式最多得 4 分',
    ],
    [
      'points of some quarters that its rule cannot give',
      { points: { Q2: 7, Q3: 5 }, in: ['Q2', 'Q3'], rule: { form: 'bands', of, bands: [{ from: 95, points: 5 }] } },
      {},
      'Q2 的 7 分达不到，按所写的计分方式最多得 5 分',
    ],
    [
      'a grade above the year’s cap',
      {},
      { grades: { bands: [{ grade: 'A', from: 101 }, { grade: 'B' }] } },
      '全年得分最高 100（settings 的 caps），达不到 101',
    ],
    [
      'years without the scheme’s',
      { kind: 'bonus', rule: { form: 'awards', levels: { national: 1 }, years: [2021, 2019] } },
      {},
      '没有方案年度 2020，当年的成果都不计分',
    ],
    [
      'a target that a rate cannot reach',
      {},
      { targets: { industrial_sampling_pass_rate: { op: '>=', value: 911 } } },
      '“工业产品质量监督抽查合格率”不可能是 911%：应为 0—100% 的数',
    ],
    ['a level of a rule that a rate cannot have', { rule: { form: 'target', of, op: '>=', value: -3 } }, {}, '不可能是 -3%'],
    ['a misspelt setting', {}, { settings: { nearBoundry: 1 } }, '没有“nearBoundry”，是不是“nearBoundary”？（可以写：rounding、ties'],
    ['a number out of its bounds', {}, { settings: { rounding: { decimals: -1 } } }, '应为不小于 0 的数'],
    ['a setting that is none', {}, { settings: { missingQuarter: 'ignore' } }, '应为 provisional、zero、reweight 之一'],
  ])('%s', (_, item, more, words) => {
    const said = complaint(item, more)
    expect(said).toMatch(/^方案\.yaml 第\d+行/u)
    expect(said).toContain(words)
  })

  it('is told together with all others, in the order of the file, each with its item', () => {
    const quarters = [
      { quarter: 'Q1', weight: 20 },
      { quarter: 'Q3', weight: 90 },
    ]
    const items = [
      {
        id: 'first',
        name: '甲',
        part: '乙',
        standard: '丙',
        points: 40,
        in: ['Q1', 'Q3'],
        rule: { form: 'boolean', of: { fact: 'quality_trainning' } },
      },
      {
        id: 'second',
        name: '丁',
        part: '乙',
        standard: '丙',
        points: 50,
        in: ['Q1', 'Q3'],
        rule: { form: 'sum', rules: [{ form: 'liner' }] },
      },
      { id: 'third', name: '戊', part: '乙', standard: '丙', points: 10, in: ['Q3'], rule: { form: 'constant', points: 7 } },
    ]
    const said = complaint(
      {},
      { counties: ['wusu', 'tachen'], targets: { industrial_rate: { op: '>=', valeu: 1 } }, quarters, items },
    ).split('\n')
    const expected = [
      'counties 的 第2项：没有“tachen”，是不是“tacheng”？',
      'targets 的 industrial_rate：没有“industrial_rate”',
      'targets 的 industrial_rate 的 valeu：没有“valeu”，是不是“value”？',
      'quarters：各季度权重合计 110，应为 100',
      'quarters 的 第1项（quarter: Q1）：Q1 各项（不含加分、扣分项）的分值合计 90，应为 100',
      'items 的 first（甲）的 rule 的 of 的 fact：没有“quality_trainning”，是不是“quality_training”？',
      'items 的 second（丁）的 rule 的 rules 的 第1项（form: liner）的 form：没有“liner”，是不是“linear”？',
      'items 的 third（戊）的 points：本项 10 分达不到，按所写的计分方式最多得 7 分',
    ]
    for (const [index, words] of expected.entries()) expect(said[index]).toMatch(new RegExp(`^方案\\.yaml 第\\d+行 ${words}`, 'u'))
    expect(said).toHaveLength(expected.length)
    const lines = said.map((each) => Number(/第(\d+)行/u.exec(each)?.[1]))
    expect(lines).toEqual([...lines].sort((a, b) => a - b))
  })

  it('of an entry that cannot be read leaves sums alone that it is part of', () => {
    const items = [
      { id: 'first', name: '甲', part: '乙', standard: '丙', points: '六十', rule: { form: 'constant', points: 60 } },
      { id: 'second', name: '丁', part: '乙', standard: '丙', points: 40, rule: { form: 'constant', points: 40 } },
    ]
    expect(complaint({}, { items })).toMatch(/^方案\.yaml 第\d+行 items 的 first（甲）的 points：应为分值，或按季度写明的分值$/u)
  })

  it('is none where deviations cost on both sides, where the deduction is for the worse side, or the direction is written', () => {
    const loans = { form: 'linear', of: { indicator: 'guarantee_compensation_rate' }, against: 8 }
    const less = { per: 1, points: -1 }
    expect(complaint({ rule: { ...loans, below: less, above: less } })).toBe('')
    expect(complaint({ rule: { ...loans, above: less } })).toBe('')
    expect(complaint({ rule: { ...loans, below: less, direction: 'higher' } })).toBe('')
    expect(complaint({}, { targets: { guarantee_compensation_rate: { op: '>=', value: 8, direction: 'higher' } } })).toBe('')
  })
  it('is none where a weight or a factor makes the points of what is written, or where a gain starts below all points', () => {
    const half = { form: 'choice', of: { entry: '评价' }, options: { 好: 100, 差: 0 } }
    expect(complaint({ rule: { form: 'weighted', parts: [{ weight: 100, rule: half }] } })).toBe('')
    expect(complaint({ rule: { form: 'linear', of, against: 91, at: 3, above: { per: 1, points: 1, most: 2 } } })).toBe('')
  })
})

describe('a figure that cannot be meant', () => {
  const lines = (rule: Given): string[] =>
    complaint({ rule })
      .split('\n')
      .filter((line) => line !== '')

  it.each<readonly [string, Given, string]>([
    [
      'a band turned round',
      {
        form: 'bands',
        of,
        bands: [
          { from: 95, below: 90, points: 5 },
          { from: 80, points: 5 },
        ],
      },
      '这一档里没有数',
    ],
    ['a place’s step beyond all the points', { form: 'rank', of, step: 200 }, '应不大于 100'],
    ['a coefficient between two equal ends', { form: 'min-max', of, base: 60, span: 40, min: 90, max: 90 }, 'min 与 max 相同'],
  ])('is told once, where it stands: %s', (_, rule, expected) => {
    expect(lines(rule)).toEqual([expect.stringContaining(expected)])
  })
})
