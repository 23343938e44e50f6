/**
 * Judges one analysis: the four criteria, each with its evidence and its gaps, the verdict they make, and what is shown beside it. Whether a document is to be
 * judged is the caller's.
 */
import type { Document, Evidence } from '../../extractors/document.ts'
import type { Identity } from '../../extractors/identity/identity.ts'
import type { Structure } from '../../extractors/language/structure.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { Finding } from '../checks/finding.ts'
import type { Assessment, Rejected, RejectionReason } from './assessment.ts'
import { createCausesReader } from './causes.ts'
import { linkChains } from './chains.ts'
import type { Cut, GenreModel } from './classifier/genre.ts'
import { createSecondReader } from './classifier/second-signal.ts'
import { createComparisonReader } from './comparison.ts'
import { cueTest } from './cue-test.ts'
import { feedback } from './feedback.ts'
import { createMeasuresReader } from './measures.ts'
import { createNarrativeShare } from './narrative.ts'
import { createPlacer } from './parts.ts'
import { createProblemsReader } from './problems.ts'
import { createQuotedMarker } from './quoted-sentences.ts'
import { memoryOf } from './remembered.ts'
import { type JudgedValue, type SentenceView, viewSentences } from './sentence-view.ts'
import { viewRows } from './table-rows.ts'
import type { Thresholds } from './thresholds.ts'
import { createUnmeantParts } from './unmeant-parts.ts'
import { createBeside } from './usefulness.ts'
import { verdict } from './verdict.ts'

export interface JudgeKit {
  readonly lexicon: Lexicon
  readonly thresholds: Thresholds
  readonly genreModel: GenreModel
  readonly cut: Cut
}

export interface JudgeInput {
  readonly document: Document
  readonly structure: Structure
  readonly identity: Pick<Identity, 'county' | 'period'>
  readonly values: readonly JudgedValue[]
  /** What the checks found within the document. */
  readonly findings: readonly Omit<Finding, 'id'>[]
}

/** An assessment without its id. `copying` is null, `known` empty: nothing was compared against. */
export type Judge = (input: JudgeInput) => Omit<Assessment, 'id'>

export function createJudge({ lexicon, thresholds, genreModel, cut }: JudgeKit): Judge {
  const comparison = createComparisonReader(lexicon, thresholds)
  const readProblems = createProblemsReader(lexicon, thresholds)
  const readCauses = createCausesReader(lexicon)
  const readMeasures = createMeasuresReader(lexicon, thresholds)
  const narrativeShare = createNarrativeShare(lexicon)
  const place = createPlacer(lexicon)
  const meantParts = createUnmeantParts(lexicon)
  const markQuoted = createQuotedMarker(lexicon)
  const isMeasures = cueTest(lexicon, 'deadline-columns')
  const beside = createBeside(lexicon)
  const told = createTold(lexicon)
  const secondReader = createSecondReader(genreModel, cut, thresholds)
  const { forget } = memoryOf(lexicon)
  return ({ document, structure, identity, values, findings }) => {
    forget()
    const sentences = markQuoted(document, meantParts(place(viewSentences(document, structure, values))))
    const rows = place(viewRows(document, structure, values, isMeasures))
    const { leads, compared, criterion: ofComparison } = comparison({ document, reporter: identity, sentences, values })
    const { problems, criterion: ofProblems } = readProblems({ document, reporter: identity, sentences, values, leads })
    const { causes, criterion: ofCauses } = readCauses({ document, reporter: identity, sentences, compared, leads })
    const { measures, criterion: ofMeasures } = readMeasures(document, sentences, rows, values)
    const criteria = {
      comparison: { ...ofComparison, rejected: ofComparison.rejected.filter(isOfNoOther([ofProblems, ofCauses])) },
      problems: ofProblems,
      causes: ofCauses,
      measures: ofMeasures,
    }
    const judged = verdict(criteria, null)
    const concrete = measures.filter(({ isConcrete }) => isConcrete).map(({ item }) => item)
    const linked = linkChains({ document, sentences: [...sentences, ...rows], problems, causes, measures: concrete, ...told })
    const share = narrativeShare(sentences)
    const slips = findings.flatMap(({ evidence: [first], message }) => (first === undefined ? [] : [{ evidence: first, message }]))
    return {
      file: document.file,
      county: identity.county,
      period: identity.period,
      verdict: judged,
      criteria,
      narrativeShare: share,
      copying: null,
      ...linked,
      slips,
      known: [],
      ...beside(sentences, measures),
      ...secondReader(sentences, judged, share),
      feedback: feedback({ criteria, verdict: judged, chains: linked.chains, slips, copying: null }, thresholds),
    }
  }
}

/** What the problems of a chain tell: a result in their first clause, or only levels. */
function createTold(lexicon: Lexicon) {
  const result = cueTest(lexicon, 'cause-results', 'quality-subjects', 'better-lower', 'better-higher', 'deficits', 'verdict-nouns')
  const lacking = cueTest(lexicon, 'deficits')
  return {
    isResult: ({ clauses: [first] }: SentenceView): boolean => first === undefined || result(first.words),
    isLevel: ({ words, values }: SentenceView): boolean => !lacking(words) && !values.some(({ role }) => role === 'change'),
  }
}

/** Reasons that say a sentence is short of a comparison: no reproach where it is there to tell a problem or its cause. */
const SHORT_OF_ONE: ReadonlySet<RejectionReason> = new Set(['unquantified', 'listing', 'limit'])

const isOfNoOther =
  (criteria: readonly { readonly evidence: readonly Evidence[] }[]) =>
  ({ evidence, reason }: Rejected): boolean =>
    !SHORT_OF_ONE.has(reason) ||
    !criteria.some((other) => other.evidence.some(({ start, end }) => start < evidence.end && evidence.start < end))
