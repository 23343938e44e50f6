/** The overview of the hand-computed counties, in its words as they ship. */
import { readFileSync } from 'node:fs'
import type { OverviewInput } from '../../reports/papers/overview/read-facts.ts'
import { parseOverviewWording } from '../../reports/papers/overview/wording.ts'
import { scores } from './form-speech.ts'
import { lexicon } from './text-document.ts'

const path = 'corpus/papers/overview.yaml'
export const overviewWordingText = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
export const overviewWording = parseOverviewWording({ path, text: overviewWordingText })

export const overviewInput: OverviewInput = {
  scores,
  assessments: [
    { county: '乌苏市', period: '2020-Q1', verdict: 'pass' },
    { county: '乌苏市', period: '2020-Q3', verdict: 'weak' },
    { county: '塔城市', period: '2020-Q2', verdict: 'review' },
    { county: '托里县', period: '2020-Q2', verdict: 'weak' },
    { county: '乌苏市', period: '2019-Q4', verdict: 'weak' },
  ],
  lexicon,
  wording: overviewWording,
  near: 3,
}
