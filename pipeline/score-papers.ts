/** The papers that a scoring makes, as files of the result folder: the feedback forms, and the overview for the leader. */
import { countedAssessments } from '../reports/counted.ts'
import { forms } from '../reports/papers/form/forms.ts'
import type { OverviewFacts } from '../reports/papers/overview/facts.ts'
import { overviewFile } from '../reports/papers/overview/overview.ts'
import { overviewFacts } from '../reports/papers/overview/read-facts.ts'
import type { PaperFile } from '../reports/papers/paper-file.ts'
import type { Feed } from '../rules/scoring/feed.ts'
import type { Scores } from '../rules/scoring/score.ts'
import type { Knowledge } from './knowledge.ts'

interface Scored {
  readonly scores: Scores
  readonly feed: Feed
  readonly knowledge: Knowledge
}

/** null where the scheme scores no quarters. */
export function overviewOf({ scores, feed, knowledge }: Scored): OverviewFacts | null {
  const { scheme, lexicon, overview: wording } = knowledge
  if (scheme.quarters.length === 0) return null
  return overviewFacts({ scores, assessments: countedAssessments(feed, knowledge), lexicon, wording, near: scheme.settings.nearBoundary })
}

export interface ScorePapersInput {
  readonly scores: Scores
  readonly overview: OverviewFacts | null
  readonly knowledge: Knowledge
  /** The day that they bear; without it the office fills it in. */
  readonly date: string | undefined
}

export async function scorePapers({ scores, overview, knowledge, date }: ScorePapersInput): Promise<PaperFile[]> {
  const { scheme } = knowledge
  if (overview === null) return []
  const day = date ?? null
  return [
    ...(await forms(scores, { wording: knowledge.form, day, days: scheme.letters.days })),
    await overviewFile(overview, { wording: knowledge.overview, office: scheme.office, year: scheme.year, day }),
  ]
}
