/** Judges one analysis: the four criteria, each with its evidence and its gaps, and the verdict they make. Whether a document is to be judged is the caller's. */
import type { Document } from '../../extractors/document.ts'
import type { Identity } from '../../extractors/identity/identity.ts'
import type { Structure } from '../../extractors/language/structure.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { Assessment } from './assessment.ts'
import { createCausesReader } from './causes.ts'
import { createComparisonReader } from './comparison.ts'
import { feedback } from './feedback.ts'
import { createMeasuresReader } from './measures.ts'
import { createNarrativeShare } from './narrative.ts'
import { createPlacer } from './parts.ts'
import { createProblemsReader } from './problems.ts'
import { type JudgedValue, viewSentences } from './sentence-view.ts'
import { viewRows } from './table-rows.ts'
import type { Thresholds } from './thresholds.ts'
import { verdict } from './verdict.ts'

interface JudgeInput {
  readonly document: Document
  readonly structure: Structure
  readonly identity: Identity
  readonly values: readonly JudgedValue[]
}

/** An assessment without its id. `copying` is null: nothing was compared against. */
export type Judge = (input: JudgeInput) => Omit<Assessment, 'id'>

export function createJudge(lexicon: Lexicon, thresholds: Thresholds): Judge {
  const comparison = createComparisonReader(lexicon, thresholds)
  const problems = createProblemsReader(lexicon, thresholds)
  const causes = createCausesReader(lexicon)
  const measures = createMeasuresReader(lexicon, thresholds)
  const narrativeShare = createNarrativeShare(lexicon)
  const place = createPlacer(lexicon)
  return ({ document, structure, identity, values }) => {
    const sentences = place(viewSentences(document, structure, values))
    const rows = place(viewRows(document, structure, values))
    const found = { problems: problems(document, sentences, values), causes: causes(document, sentences), measures: measures(document, sentences, rows, values) }
    const criteria = {
      comparison: comparison({ document, reporter: identity, sentences, values }),
      problems: found.problems.criterion,
      causes: found.causes.criterion,
      measures: found.measures.criterion,
    }
    const judged = verdict(criteria, null)
    return {
      file: document.file,
      county: identity.county,
      period: identity.period,
      verdict: judged,
      criteria,
      narrativeShare: narrativeShare(sentences),
      copying: null,
      reviewSuggested: false,
      feedback: feedback(criteria, judged),
    }
  }
}
