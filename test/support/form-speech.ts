/** The words of the forms as they ship, and two counties over three quarters whose scores are computed by hand. */
import { readFileSync } from 'node:fs'
import type { FormSettings } from '../../reports/papers/form/speech.ts'
import { parseFormWording } from '../../reports/papers/form/wording.ts'
import { schemeAround, scoresOf } from './scoring.ts'

const path = 'corpus/papers/feedback-form.yaml'
export const formWordingText = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
export const formSettings: FormSettings = { wording: parseFormWording({ path, text: formWordingText }), day: '2021-01-06', days: 10 }

const rule = { form: 'target', of: { indicator: 'industrial_sampling_pass_rate' }, op: '>=', value: 91 }
export const tested = {
  name: '工业产品<抽查>合格率',
  part: '产品质量',
  standard: '达到91%得满分',
  points: 6,
  rule,
  advice: '请分析不合格原因',
}

/** 乌苏市 fails the item tested (94 of 100 in the third quarter) and sends nothing for the fourth; of 塔城市 the item's value is not found. */
export const scores = scoresOf(schemeAround(tested, {}, ['wusu', 'tacheng']), [
  { county: 'wusu', period: '2020-Q1', given: {} },
  { county: 'wusu', period: '2020-Q2', given: {} },
  { county: 'wusu', period: '2020-Q3', given: { industrial_sampling_pass_rate: 88 } },
  ...['2020-Q1', '2020-Q2', '2020-Q3', '2020-Q4'].map((period) => ({ county: 'tacheng', period, given: {} })),
])

export const decidedScores = scoresOf(
  schemeAround(tested, {}, ['wusu']),
  [{ county: 'wusu', period: '2020-Q3', given: { industrial_sampling_pass_rate: 88 } }],
  [{ about: 'item', county: 'wusu', period: '2020-Q3', item: 'tested', points: 4 }],
)
