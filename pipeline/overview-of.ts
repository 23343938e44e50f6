/** What the overview of a scoring says, for its paper and for the page. */
import { countedAssessments } from '../reports/counted.ts'
import type { OverviewFacts } from '../reports/papers/overview/facts.ts'
import { overviewFacts } from '../reports/papers/overview/read-facts.ts'
import { applyDecisions } from '../rules/scoring/apply-decisions.ts'
import { decidedAssessments } from '../rules/scoring/decided-judgement.ts'
import type { Decision } from '../rules/scoring/decisions.ts'
import type { Feed } from '../rules/scoring/feed.ts'
import type { Scores } from '../rules/scoring/score.ts'
import type { Knowledge } from './knowledge.ts'

export interface Scored {
  readonly feed: Feed
  readonly scores: Scores
  readonly knowledge: Knowledge
  readonly decisions: readonly Decision[]
}

/** null where the scheme scores no quarters. */
export function overviewOf({ scores, feed, knowledge, decisions }: Scored): OverviewFacts | null {
  const { scheme, lexicon, overview: wording } = knowledge
  if (scheme.quarters.length === 0) return null
  const corrected = decisions.length === 0 ? feed : applyDecisions(feed, decisions, lexicon)
  const assessments = decidedAssessments(countedAssessments(corrected, knowledge), decisions, scheme, lexicon)
  return overviewFacts({ scores, assessments, lexicon, wording, near: scheme.settings.nearBoundary })
}
