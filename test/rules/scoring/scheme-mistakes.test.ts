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
      '没有“valeu”，是不是“value”？（可以写：form、of、op、value、met、unmet）',
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
      'a deduction for less where the target is a ceiling',
      {
        rule: {
          form: 'linear',
          of: { indicator: 'construction_complaint_closure_rate' },
          against: 'target',
          below: { per: 1, points: -1 },
        },
      },
      { targets: { construction_complaint_closure_rate: { op: '<=', value: 90 } } },
      '越低越好，低于目标不应扣分',
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

  it('is none where deviations cost on both sides, where the deduction is for the worse side, or the direction is written', () => {
    const loans = { form: 'linear', of: { indicator: 'guarantee_compensation_rate' }, against: 8 }
    const less = { per: 1, points: -1 }
    expect(complaint({ rule: { ...loans, below: less, above: less } })).toBe('')
    expect(complaint({ rule: { ...loans, above: less } })).toBe('')
    expect(complaint({ rule: { ...loans, below: less, direction: 'higher' } })).toBe('')
  })
  it('is none where a weight or a factor makes the points of what is written, or where a gain starts below all points', () => {
    const half = { form: 'choice', of: { entry: '评价' }, options: { 好: 100, 差: 0 } }
    expect(complaint({ rule: { form: 'weighted', parts: [{ weight: 100, rule: half }] } })).toBe('')
    expect(complaint({ rule: { form: 'linear', of, against: 91, at: 3, above: { per: 1, points: 1, most: 2 } } })).toBe('')
  })
})
