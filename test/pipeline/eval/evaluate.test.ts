import { describe, expect, it } from 'vitest'
import type { Achievement } from '../../../extractors/achievements/achievement.ts'
import type { StatedFact } from '../../../extractors/facts/fact.ts'
import type { Value } from '../../../extractors/indicators/value.ts'
import { evaluate } from '../../../pipeline/eval/evaluate.ts'
import { share } from '../../../pipeline/eval/figures.ts'
import { GoldError, parseFloors, parseGold } from '../../../pipeline/eval/gold.ts'
import { shortfalls } from '../../../pipeline/eval/report.ts'
import type { RunResult } from '../../../reports/contract/records.ts'

const file = '乌苏市.txt'
const text = '抽检合格率97.5%，上年同期96.5%。复检合格率97.5%，其中建材 97.5 %。全县获得自治区质量奖。'

/** The evidence at the nth occurrence of a quote. */
function evidence(quote: string, nth = 1) {
  let start = -1
  for (let count = 0; count < nth; count++) start = text.indexOf(quote, start + 1)
  return { quote, start, end: start + quote.length, block: 0 }
}

const value = (more: Partial<Value>): Value => ({
  id: 'x',
  file,
  county: '乌苏市',
  period: '2020-Q1',
  indicator: 'pass_rate',
  name: '合格率',
  breakdown: null,
  role: 'actual',
  value: 97.5,
  unit: '%',
  comparator: '=',
  basis: null,
  evidence: evidence('97.5%'),
  subject: null,
  confidence: 1,
  notes: [],
  ...more,
})

const gold = (values: readonly object[], more: object = {}) => parseGold(JSON.stringify({ values, ...more }), 'gold.json')
const wanted = { file, indicator: 'pass_rate', name: '合格率', role: 'actual', value: 97.5, unit: '%', comparator: '=', quote: '97.5%' }

const stated = (more: Partial<StatedFact>): StatedFact => ({
  id: 'f',
  file,
  county: '乌苏市',
  period: '2020',
  fact: 'special_budget',
  answer: 'yes',
  evidence: evidence('复检合格率97.5%'),
  others: [],
  confidence: 0.95,
  notes: [],
  ...more,
})

const result = (more: Partial<RunResult>): RunResult => ({
  documents: [],
  values: [],
  practices: [],
  earlier: [],
  achievements: [],
  facts: [],
  assessments: [],
  checks: [],
  copies: [],
  revisions: [],
  terms: [],
  texts: [
    {
      file,
      text,
      blocks: [{ kind: 'paragraph', span: { start: 0, end: text.length }, zone: 'body', origin: {} }],
      structural: [],
      unexplained: [],
    },
  ],
  ...more,
})

const numbers = (evaluation: ReturnType<typeof evaluate>, name: string) => {
  const found = evaluation.figures[name]
  return [found?.precision.value, found?.recall.value, found?.precision.of, found?.recall.of]
}

describe('values against the gold', () => {
  it('one that agrees in all is right', () => {
    const evaluation = evaluate(result({ values: [value({})] }), gold([wanted]))
    expect(numbers(evaluation, 'values')).toEqual([1, 1, 1, 1])
    expect(evaluation.differences).toEqual([])
  })

  it('one with another role is found but not right, and the difference is named', () => {
    const evaluation = evaluate(result({ values: [value({ role: 'target' })] }), gold([wanted]))
    expect(numbers(evaluation, 'values')).toEqual([0, 0, 1, 1])
    expect(numbers(evaluation, 'values.found')).toEqual([1, 1, 1, 1])
    expect(evaluation.differences).toMatchObject([
      { fault: 'wrong', quote: '97.5%', what: expect.stringContaining('角色 actual → target') },
    ])
  })

  it('of several alike, each gold takes the one that agrees most', () => {
    const values = [value({ indicator: null, evidence: evidence('97.5%', 2) }), value({})]
    const evaluation = evaluate(result({ values }), gold([wanted, { ...wanted, indicator: null }]))
    expect(numbers(evaluation, 'values')).toEqual([1, 1, 2, 2])
  })

  it('the same reading written twice is one reading and one invention', () => {
    const evaluation = evaluate(result({ values: [value({}), value({})] }), gold([wanted]))
    expect(numbers(evaluation, 'values')).toEqual([0.5, 1, 2, 1])
    expect(evaluation.differences).toMatchObject([{ fault: 'invented', file }])
  })

  it('reads the unit of the gold however it is spelt', () => {
    const spelt = { ...wanted, unit: '百分比' }
    const found = (unitOf?: (unit: string) => string) =>
      numbers(evaluate(result({ values: [value({})] }), gold([spelt]), unitOf), 'values.found')[1]
    expect([found(), found((unit) => (unit === '百分比' ? '%' : unit))]).toEqual([0, 1])
  })

  it('evidence elsewhere in the document finds nothing', () => {
    const evaluation = evaluate(result({ values: [value({ evidence: evidence('96.5%') })] }), gold([wanted]))
    expect(numbers(evaluation, 'values.found')).toEqual([0, 0, 1, 1])
    expect(evaluation.differences.map(({ fault }) => fault)).toEqual(['missed', 'invented'])
  })

  it('a quote more than 60 characters longer than the gold finds nothing', () => {
    const long = result({})
    const padded = `${'前'.repeat(61)}97.5%`
    const texts = [
      {
        file,
        text: padded,
        blocks: [{ kind: 'paragraph' as const, span: { start: 0, end: padded.length }, zone: 'body' as const, origin: {} }],
        structural: [],
        unexplained: [],
      },
    ]
    const at = (start: number) => value({ evidence: { quote: padded.slice(start), start, end: padded.length, block: 0 } })
    expect(numbers(evaluate({ ...long, texts, values: [at(0)] }, gold([wanted])), 'values.found')[1]).toBe(0)
    expect(numbers(evaluate({ ...long, texts, values: [at(1)] }, gold([wanted])), 'values.found')[1]).toBe(1)
  })

  it('blanks in the document do not hide the gold quote', () => {
    const evaluation = evaluate(result({ values: [value({ evidence: evidence('97.5 %') })] }), gold([wanted]))
    expect(numbers(evaluation, 'values.found')).toEqual([1, 1, 1, 1])
  })

  it('the upper end of a range counts', () => {
    expect(numbers(evaluate(result({ values: [value({})] }), gold([{ ...wanted, upper: 98 }])), 'values.found')[1]).toBe(0)
    expect(numbers(evaluate(result({ values: [value({ upper: 98 })] }), gold([{ ...wanted, upper: 98 }])), 'values.found')[1]).toBe(1)
  })

  it('files that nobody annotated are left out', () => {
    const evaluation = evaluate(result({ values: [value({ file: '别的.txt' }), value({})] }), gold([wanted], { annotatedFiles: [file] }))
    expect(numbers(evaluation, 'values')).toEqual([1, 1, 1, 1])
  })
})

describe('achievements and checks against the gold', () => {
  const achievement: Achievement = {
    id: 'a',
    file,
    county: '乌苏市',
    period: '2020',
    title: '质量奖',
    holder: '乌苏市',
    level: 'provincial',
    status: 'obtained',
    year: 2020,
    evidence: evidence('自治区质量奖'),
    confidence: 1,
    notes: [],
  }
  const honour = {
    file,
    title: '自治区质量奖',
    holder: '全县',
    holderAlso: ['乌苏市'],
    level: 'provincial',
    status: 'obtained',
    quote: '自治区质量奖',
  }

  it('a title that is part of the gold title is found, another right holder is right', () => {
    expect(numbers(evaluate(result({ achievements: [achievement] }), gold([], { achievements: [honour] })), 'achievements')).toEqual([
      1, 1, 1, 1,
    ])
  })

  it('another status is found but not right', () => {
    const evaluation = evaluate(result({ achievements: [{ ...achievement, status: 'planned' }] }), gold([], { achievements: [honour] }))
    expect(numbers(evaluation, 'achievements.found')).toEqual([1, 1, 1, 1])
    expect(numbers(evaluation, 'achievements')).toEqual([0, 0, 1, 1])
  })

  const finding = {
    id: 'c',
    file,
    kind: 'rate',
    severity: 'error' as const,
    claimed: 98.5,
    recomputed: 97.5,
    evidence: [evidence('97.5%')],
    message: '不符',
  }

  it('a check is found by the claimed figure, however it is written', () => {
    const slip = { file, kind: 'rate', claimed: '98.5%', recomputed: '97.5%', quote: '98.5%' }
    expect(numbers(evaluate(result({ checks: [finding] }), gold([], { checks: [slip] })), 'checks')).toEqual([1, 1, 1, 1])
  })

  it.each([
    ['下降35%', -35],
    ['下降35%', 35],
    ['320万元', 3200000],
    ['1310件', 1310],
  ])('a figure in the text’s own words, %s, is %d', (claimed, said) => {
    const slip = { file, kind: 'delta', claimed, recomputed: '另一数', quote: claimed }
    const evaluation = evaluate(result({ checks: [{ ...finding, claimed: said }] }), gold([], { checks: [slip] }))
    expect(numbers(evaluation, 'checks')).toEqual([1, 1, 1, 1])
  })

  it('what unrelated documents say against each other is not scored', () => {
    const across = { ...finding, kind: 'cross-document', evidence: [evidence('97.5%'), { ...evidence('97.5%'), file: '别的.txt' }] }
    const said = result({ checks: [finding, across] })
    expect(numbers(evaluate(said, gold([])), 'checks')).toEqual([0, null, 2, 0])
    expect(numbers(evaluate(said, gold([], { unrelatedDocuments: true })), 'checks')).toEqual([0, null, 1, 0])
  })
})

describe('figures and floors', () => {
  it('bear Wilson’s interval', () => {
    const { value: rate, low, high } = share(8, 10)
    expect([rate, low, high].map((figure) => figure?.toFixed(3))).toEqual(['0.800', '0.490', '0.943'])
    expect(share(0, 0)).toEqual({ value: null, of: 0, low: 0, high: 1 })
  })

  it('fall short where they are below, or rest on nothing', () => {
    const evaluation = evaluate(result({ values: [value({}), value({})] }), gold([wanted]))
    const floors = { 'values.precision': 0.6, 'values.recall': 1, 'checks.recall': 0.1 }
    expect(shortfalls(evaluation, floors).map(({ name }) => name)).toEqual(['values.precision', 'checks.recall'])
  })

  it('a floor for a figure that is not there, and gold that is none, are told', () => {
    expect(() => shortfalls(evaluate(result({}), gold([])), { 'values.recal': 1 })).toThrow(GoldError)
    expect(() => parseFloors('{"a": 2}', 'min.json')).toThrow('0 到 1')
    expect(() => parseGold('{"values": [{}]}', 'gold.json')).toThrow('values.0')
    expect(() => parseGold('{', 'gold.json')).toThrow('JSON')
  })
})

describe('facts', () => {
  const asked = { file, fact: 'special_budget', answer: 'yes', quote: '复检合格率' }
  const f1 = (facts: readonly StatedFact[], wantedFacts: readonly object[]) => {
    const { figures, differences } = evaluate(result({ facts }), gold([], { facts: wantedFacts }))
    return [figures['facts.found']?.f1.value, figures['facts']?.f1.value, differences.map(({ fault }) => fault)]
  }

  it('are found by fact and place, and right by their answer', () => {
    expect(f1([stated({})], [asked])).toEqual([1, 1, []])
    expect(f1([stated({ answer: 'no' })], [asked])).toEqual([1, 0, ['wrong']])
  })

  it('are another fact, another county’s or elsewhere: missed and invented', () => {
    expect(f1([stated({ fact: 'leading_group' })], [asked])).toEqual([0, 0, ['missed', 'invented']])
    expect(f1([stated({})], [{ ...asked, county: '沙湾县' }])).toEqual([0, 0, ['missed', 'invented']])
    expect(f1([stated({})], [{ ...asked, quote: '全县获得自治区质量奖' }])).toEqual([0, 0, ['missed', 'invented']])
  })

  it('are found at the other place of a document that says both', () => {
    const others = [{ answer: 'no' as const, evidence: evidence('全县获得自治区质量奖') }]
    expect(f1([stated({ answer: 'unknown', others })], [{ ...asked, answer: 'unknown', quote: '全县获得自治区质量奖' }])).toEqual([
      1,
      1,
      [],
    ])
  })

  it('are not scored where the gold has no list of them', () => {
    expect(evaluate(result({ facts: [stated({})] }), gold([])).figures['facts']).toBeUndefined()
  })
})
