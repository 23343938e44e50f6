/**
 * The submissions that do not stand as files and register have them: a reviewer entered that a report came in, or on which day, or judged it, or said whose
 * a document is.
 */
import type { Lexicon } from '../extractors/lexicon.ts'
import { applyDecisions, type DecidedDocument } from '../rules/scoring/apply-decisions.ts'
import { feedByCounty } from '../rules/scoring/county-feed.ts'
import { type DecidedAspects, decidedAssessments } from '../rules/scoring/decided-judgement.ts'
import type { Decision } from '../rules/scoring/decisions.ts'
import type { Feed } from '../rules/scoring/feed.ts'
import { createOffice } from '../rules/scoring/office.ts'
import { receivedAsDecided } from '../rules/scoring/received.ts'
import type { Scheme } from '../rules/scoring/scheme.ts'
import { type DecidedSubmission, type Submission, submissionsByCounty } from './coverage.ts'

export interface DecidedInput {
  readonly feed: Pick<Feed, 'documents' | 'assessments'>
  readonly scheme: Scheme
  readonly lexicon: Lexicon
  readonly decisions: readonly Decision[]
}

/** In the office's order; none without decisions. */
export function decidedSubmissions({ feed, scheme, lexicon, decisions }: DecidedInput): DecidedSubmission[] {
  if (decisions.length === 0) return []
  const context = { lexicon, scheme }
  const { documents, assessments } = feed
  const decided = applyDecisions({ documents, assessments, ...NOTHING_ELSE }, decisions, lexicon)
  const judged = decidedAssessments(decided.assessments, decisions, scheme, lexicon)
  const before = submissionsByCounty(feed, context)
  const after = submissionsByCounty({ documents: decided.documents, assessments: judged }, context)
  const counties = feedByCounty(decided, scheme.counties, lexicon)
  const office = createOffice(scheme, lexicon, counties, decisions)
  const numbers = numbersByFile(decided.documents, judged)
  return scheme.counties.flatMap((county) => {
    const own = counties.get(county)
    return scheme.submissions.flatMap(({ kind, period }, index): DecidedSubmission[] => {
      const sent = after.get(county)?.[index]
      if (own === undefined || sent === undefined) return []
      const { entered, received, day } = receivedAsDecided(office, own, { document: kind }, period)
      const files = [...sent.files, ...(before.get(county)?.[index]?.files ?? [])]
      const taken = [...new Set([...files.flatMap((file) => numbers.get(file) ?? []), ...entered.map(({ decision }) => decision)])]
      if (taken.length === 0) return []
      const stands = entered.length === 0 ? sent : asEntered(sent, received !== 'no', day)
      return [{ ...stands, county, decisions: taken.sort((a, b) => a - b) }]
    })
  })
}

const NOTHING_ELSE = { values: [], achievements: [], checks: [] } as const

/** What came in on paper counts as received, though no file of it could be read. */
function asEntered(sent: Submission, received: boolean, day: string | null): Submission {
  if (!received) return { ...sent, state: 'missing', files: [], verdict: null, late: null }
  const state = sent.state === 'missing' ? 'received' : sent.state
  return { ...sent, state, late: sent.due === null || day === null ? null : day > sent.due }
}

function numbersByFile(
  documents: readonly DecidedDocument[],
  judged: readonly { readonly file: string; readonly decided?: DecidedAspects }[],
): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, readonly number[]>()
  const add = (file: string, more: readonly number[]): void => void numbers.set(file, [...(numbers.get(file) ?? []), ...more])
  for (const { file, decision } of documents) if (decision !== undefined) add(file, [decision])
  for (const { file, decided } of judged) if (decided !== undefined) add(file, decided.verdict ?? [])
  return numbers
}
