/**
 * Three counties in one year, small enough that the bulletin's lists can be made by hand:
 *
 *   乌苏市  plan issued → 100, A            合格率 ≥91 of the year; 代偿率 8
 *   托里县  no plan → 60 in Q3, 84, B       合格率 91.7, 92.3, 93.3, 95.5 by quarter; 代偿率 8.1
 *   裕民县  silent on the plan → 84 to 100  合格率 约91 of the year
 */

import { readFileSync } from 'node:fs'
import { writeYaml } from '../../extractors/yaml.ts'
import type { BulletinInput, BulletinSpeech } from '../../reports/papers/bulletin/facts.ts'
import { parseBulletinWording } from '../../reports/papers/bulletin/wording.ts'
import { parseDecisions } from '../../rules/scoring/decisions.ts'
import { score } from '../../rules/scoring/engine.ts'
import { feedOf, type Given, type Submitted, schemeAround, schemeOf } from './scoring.ts'
import { lexicon } from './text-document.ts'

const path = 'corpus/papers/bulletin.yaml'
export const wordingText = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
export const wording = parseBulletinWording({ path, text: wordingText }, lexicon)
export const speech: BulletinSpeech = { wording, day: '2021-01-06' }

const papers = {
  letterhead: '某地区质量强区工作领导小组办公室',
  documentNumber: '某质量强区办〔2021〕　号',
  title: '关于2020年度各县（市）人民政府\n质量工作考核结果的通报',
  addressees: '各县（市）人民政府',
  signature: '某地区质量强区工作领导小组办公室',
  sealNote: '（代章）',
  copies: ['地委组织部', '行署办公室'],
  feedbackTitle: '每季度考核情况反馈表',
  basis: ['《2020年度考核实施方案》'],
}

export const item = { points: 40, rule: { form: 'boolean', of: { fact: 'quality_plan_issued' } } }
const more = {
  papers,
  submissions: [
    ...['2020-Q1', '2020-Q2', '2020-Q3', '2020-Q4'].map((period) => ({ kind: 'analysis', period, due: '2020-12-31' })),
    { kind: 'plan', period: '2020' },
  ],
  targets: {
    industrial_sampling_pass_rate: { op: '>=', value: 91 },
    special_equipment_accident_count: { op: '=', value: 0 },
    guarantee_compensation_rate: { op: '<=', value: 8 },
    manufacturing_pass_rate: { op: '>=', value: 94 },
    regional_systemic_quality_event: { op: '=', value: 0 },
  },
  vetoes: [
    {
      id: 'event',
      name: '系统性质量安全事件',
      when: { indicator: { indicator: 'regional_systemic_quality_event' }, op: '>=', value: 1 },
      grade: 'D',
    },
  ],
}

const top = { 'assessment.comparison': 'adequate' }
const quarterly = (county: string, ...given: readonly Given[]): Submitted[] =>
  given.map((each, index) => ({ county, period: `2020-Q${index + 1}`, given: each }))
const yearly = (county: string, given: Given): Submitted => ({
  county,
  period: '2020',
  given: { 'document.summary': 'yes', silent: true, ...given },
})
const factory = { title: '国家级绿色工厂', holder: '甲公司', level: 'national' }

export const submitted: readonly Submitted[] = [
  ...quarterly('wusu', top, top, { ...top, 'fact.quality_plan_issued': 'yes' }, { ...top, achievements: [factory] }),
  yearly('wusu', {
    industrial_sampling_pass_rate: '≥91',
    special_equipment_accident_count: 0,
    regional_systemic_quality_event: 0,
    guarantee_compensation_rate: 8,
    achievements: [factory, { title: '地区“红花杯”', holder: '某楼', level: 'prefecture', status: 'applied' }],
  }),
  ...quarterly(
    'tuoli',
    { ...top, industrial_sampling_pass_rate: 91.7 },
    { ...top, industrial_sampling_pass_rate: 92.3 },
    {
      'assessment.comparison': 'absent',
      'assessment.verdict': 'weak',
      'assessment.copying': 0.7,
      industrial_sampling_pass_rate: 93.3,
      'fact.quality_plan_issued': 'no',
      errors: 2,
    },
    { 'assessment.comparison': 'thin', 'assessment.copying': 0.3, industrial_sampling_pass_rate: 95.5 },
  ),
  yearly('tuoli', {
    special_equipment_accident_count: 0,
    guarantee_compensation_rate: 8.1,
    achievements: [{ title: '绿色食品认证', holder: '乙厂', level: 'national', status: 'revoked' }],
  }),
  ...quarterly('yumin', top, top, top, { 'document.analysis': 'rejected' }),
  yearly('yumin', {
    industrial_sampling_pass_rate: '约91',
    special_equipment_accident_count: 0,
    achievements: [
      { title: '2019年度全国先进单位', holder: '某股', level: 'national', year: 2019 },
      { title: '国家AAA级旅游景区', holder: '某景区', level: 'provincial', quote: '某景区继续保持国家AAA级旅游景区称号' },
    ],
  }),
]

export function bulletinInput(
  changes: Given = {},
  decisions: readonly Given[] = [],
  given: readonly Submitted[] = submitted,
): BulletinInput {
  const scheme = schemeOf(schemeAround(item, { ...more, ...changes }, ['wusu', 'tuoli', 'yumin']))
  const feed = feedOf(given)
  const signed = decisions.map((each) => ({ reason: '现场核实', by: '复核员', on: '2021-01-05', ...each }))
  const decided = parseDecisions({ path: '决定.yaml', text: writeYaml({ decisions: signed }) }, scheme, lexicon)
  return { feed, scheme, lexicon, decisions: decided, scores: score(feed, { scheme, lexicon, decisions: decided }) }
}
