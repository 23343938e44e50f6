/** Reports as reviewers decided them, for the letters: whose they are, and how they are judged. */
import type { Lexicon } from '../../../extractors/lexicon.ts'
import { applyDecisions } from '../../../rules/scoring/apply-decisions.ts'
import { decidedAssessments } from '../../../rules/scoring/decided-judgement.ts'
import type { Decision } from '../../../rules/scoring/decisions.ts'
import type { Scheme } from '../../../rules/scoring/scheme.ts'
import type { RunResult } from '../../contract/records.ts'

export function asDecided(result: RunResult, decisions: readonly Decision[], scheme: Scheme, lexicon: Lexicon): RunResult {
  if (decisions.length === 0) return result
  const decided = applyDecisions(result, decisions, lexicon)
  const documents = byId(decided.documents)
  const assessments = byId(decided.assessments)
  const moved = result.assessments.flatMap((assessment) => {
    const after = assessments.get(assessment.id)
    return after === undefined ? [] : [{ ...assessment, county: after.county, period: after.period }]
  })
  return {
    ...result,
    documents: result.documents.map((document) => {
      const { county, period, kind } = documents.get(document.id) ?? document
      return { ...document, county, period, kind }
    }),
    assessments: decidedAssessments(moved, decisions, scheme, lexicon),
  }
}

const byId = <Record extends { readonly id: string }>(records: readonly Record[]): ReadonlyMap<string, Record> =>
  new Map(records.map((record) => [record.id, record]))
