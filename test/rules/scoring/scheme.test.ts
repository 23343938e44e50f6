import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { KnowledgeError } from '../../../extractors/yaml.ts'
import { parseScheme } from '../../../rules/scoring/scheme.ts'
import { lexicon } from '../../support/text-document.ts'

const path = 'rules/schemes/tacheng-2020.yaml'
const text = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

function complaint(from: string, to: string): string {
  const spoiled = text.replace(from, to)
  if (spoiled === text) throw new Error(`the scheme does not hold ${from}`)
  try {
    parseScheme({ path, text: spoiled }, lexicon)
  } catch (error) {
    if (error instanceof KnowledgeError) return error.message
    throw error
  }
  return ''
}

describe('the scheme of 2020', () => {
  const scheme = parseScheme({ path, text }, lexicon)

  it('asks each of the seven counties for an analysis a quarter and a summary a year, each with a last day', () => {
    expect(scheme.counties).toHaveLength(7)
    expect(scheme.submissions.map(({ kind, period }) => `${kind} ${period}`)).toEqual([
      'analysis 2020-Q1',
      'analysis 2020-Q2',
      'analysis 2020-Q3',
      'analysis 2020-Q4',
      'summary 2020',
    ])
    expect(scheme.submissions.every(({ due }) => due !== undefined)).toBe(true)
  })

  it('takes its targets from the bulletin, in each indicator’s own unit', () => {
    expect(scheme.targets['industrial_sampling_pass_rate']).toMatchObject({ op: '>=', value: 91, source: '塔质量强区办〔2021〕2号' })
    expect(scheme.targets['guarantee_compensation_rate']).toMatchObject({ op: '<=', value: 8 })
    expect(scheme.targets['special_equipment_accident_count']).toMatchObject({ op: '=', value: 0 })
  })

  it('asks of no rate more than the whole', () => {
    const rates = lexicon.indicators.filter(({ unit, kind }) => unit === '%' && kind === 'ratio')
    for (const { id } of rates) expect(scheme.targets[id]?.value ?? 0).toBeLessThanOrEqual(100)
  })
})

describe('a mistake in the scheme is answered with file, line and what is expected', () => {
  it('a target of an indicator that the lexicon lacks', () => {
    expect(complaint('  microloan_npl_rate:', '  microloan_nlp_rate:')).toMatch(
      /tacheng-2020\.yaml 第[0-9]+行 targets 的 microloan_nlp_rate：没有“microloan_nlp_rate”，是不是“microloan_npl_rate”？/u,
    )
  })

  it('a county that is none', () => {
    expect(complaint('[wusu, tacheng,', '[wusu, tachen,')).toMatch(/第29行.*没有“tachen”，是不是“tacheng”？/u)
  })

  it('a last day that is no date', () => {
    expect(complaint('due: "2020-04-15"', 'due: 4月15日')).toContain('日期写作 2020-10-15')
  })

  it('a last day that the calendar lacks', () => {
    expect(complaint('due: "2020-04-15"', 'due: "2020-04-31"')).toContain('日历上没有这一天')
  })

  it('a county, or a submission, named twice', () => {
    expect(complaint('[wusu, tacheng,', '[wusu, wusu,')).toMatch(/第29行.*wusu 重复/u)
    expect(complaint('kind: analysis, period: 2020-Q2', 'kind: analysis, period: 2020-Q1')).toContain(
      '同一期间的同一种材料（analysis，2020-Q1）重复',
    )
  })

  it('a submission of another year', () => {
    expect(complaint('kind: analysis, period: 2020-Q2', 'kind: analysis, period: 2019-Q2')).toContain('应为方案年度 2020 的期间')
  })

  it('a period that is none', () => {
    expect(complaint('period: 2020-Q1', 'period: 一季度')).toContain('期间写作 2020、2020-Q1 或 2020-H1')
  })

  it('a misspelt key', () => {
    expect(complaint('op: ">=", value: 91', 'op: ">=", valeu: 91')).toContain(
      '没有“valeu”，是不是“value”？（可以写：op、value、direction、source、note）',
    )
  })

  it('a target in words', () => {
    expect(complaint('value: 91,', 'value: 九十一,')).toContain('应为数字')
  })
})
