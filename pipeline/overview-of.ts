/** What the overview of a scoring says, for its paper and for the page. */
import { countedAssessments } from '../reports/counted.ts'
import type { OverviewFacts } from '../reports/papers/overview/facts.ts'
import { overviewFacts } from '../reports/papers/overview/read-facts.ts'
import type { Feed } from '../rules/scoring/feed.ts'
import type { Scores } from '../rules/scoring/score.ts'
import type { Knowledge } from './knowledge.ts'

export interface Scored {
  readonly feed: Feed
  readonly scores: Scores
  readonly knowledge: Knowledge
}

/** null where the scheme scores no quarters. */
export function overviewOf({ scores, feed, knowledge }: Scored): OverviewFacts | null {
  const { scheme, lexicon, overview: wording } = knowledge
  if (scheme.quarters.length === 0) return null
  return overviewFacts({ scores, assessments: countedAssessments(feed, knowledge), lexicon, wording, near: scheme.settings.nearBoundary })
}
