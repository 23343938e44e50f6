/** Verdicts and criteria held against the gold: precision and recall of each verdict and of each criterion's levels, the confusion of verdicts, every disagreement. */
import type { RunResult } from '../../reports/contract/records.ts'
import type { Criteria, Verdict } from '../../rules/analysis/assessment.ts'
import { type Figures, figures, type Share, share } from './figures.ts'
import type { Gold } from './gold.ts'

export interface Disagreement {
  readonly of: 'verdict' | 'criterion'
  readonly file: string
  readonly what: string
}

/** How often each verdict wanted (first key) was given each verdict (second). */
export type Confusion = Readonly<Record<Verdict, Readonly<Record<Verdict, number>>>>

export interface AssessmentScore {
  readonly figures: Readonly<Record<string, Figures>>
  readonly shares: Readonly<Record<string, Share>>
  readonly confusion: Confusion
  readonly disagreements: readonly Disagreement[]
}

const VERDICTS = ['pass', 'review', 'weak'] as const
const LEVELS = {
  comparison: ['adequate', 'thin', 'absent'],
  problems: ['specific', 'boilerplate', 'absent'],
  causes: ['present', 'absent'],
  measures: ['concrete', 'slogan', 'absent'],
} as const satisfies Readonly<Record<keyof Criteria, readonly string[]>>
const CRITERIA = Object.keys(LEVELS) as (keyof Criteria)[]
const NOT_JUDGED = '（未评判）'

export function scoreAssessments(said: RunResult['assessments'], wanted: Gold['assessments']): AssessmentScore {
  const byFile = new Map(said.map((assessment) => [assessment.file, assessment]))
  const pairs = wanted.map((one) => ({ wanted: one, said: byFile.get(one.file) }))
  const answers = (name: 'verdict' | keyof Criteria): [string, string][] =>
    pairs.map(({ wanted: one, said: other }) =>
      name === 'verdict' ? [one.verdict, other?.verdict ?? NOT_JUDGED] : [one.criteria[name], other?.criteria[name].level ?? NOT_JUDGED],
    )
  const each = (prefix: string, name: 'verdict' | keyof Criteria, levels: readonly string[]): [string, Figures][] =>
    levels.map((level) => [`${prefix}.${level}`, figuresOf(answers(name), level)])
  const right = (name: 'verdict' | keyof Criteria): Share =>
    share(answers(name).filter(([one, other]) => one === other).length, pairs.length)
  return {
    figures: Object.fromEntries([
      ...each('verdicts', 'verdict', VERDICTS),
      ...CRITERIA.flatMap((name) => each(`criteria.${name}`, name, LEVELS[name])),
    ]),
    shares: Object.fromEntries([['verdicts', right('verdict')], ...CRITERIA.map((name) => [`criteria.${name}`, right(name)])]),
    confusion: confusionOf(answers('verdict')),
    disagreements: pairs.flatMap(({ wanted: { file } }, at): Disagreement[] => [
      ...differs('结论', answers('verdict')[at]).map((what): Disagreement => ({ of: 'verdict', file, what })),
      ...CRITERIA.flatMap((name) => differs(name, answers(name)[at])).map((what): Disagreement => ({ of: 'criterion', file, what })),
    ]),
  }
}

function figuresOf(answers: readonly (readonly [string, string])[], level: string): Figures {
  const said = answers.filter(([, other]) => other === level)
  return figures(said.filter(([one]) => one === level).length, said.length, answers.filter(([one]) => one === level).length)
}

function confusionOf(answers: readonly (readonly [string, string])[]): Confusion {
  const row = (wanted: Verdict): Record<Verdict, number> => {
    const count = (said: Verdict): number => answers.filter(([one, other]) => one === wanted && other === said).length
    return { pass: count('pass'), review: count('review'), weak: count('weak') }
  }
  return { pass: row('pass'), review: row('review'), weak: row('weak') }
}

const differs = (what: string, [wanted, said] = ['', '']): string[] => (wanted === said ? [] : [`${what} ${wanted} → ${said}`])
