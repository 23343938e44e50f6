/** The papers that a scoring makes, as files of the result folder: the feedback forms, the overview for the leader, and the draft bulletin with its sources. */
import { strToU8 } from 'fflate'
import { bulletinFile } from '../reports/contract/write.ts'
import { countedAssessments } from '../reports/counted.ts'
import { bulletin, bulletinName } from '../reports/papers/bulletin/bulletin.ts'
import { formFiles } from '../reports/papers/form/form-names.ts'
import { forms } from '../reports/papers/form/forms.ts'
import type { OverviewFacts } from '../reports/papers/overview/facts.ts'
import { overviewFile } from '../reports/papers/overview/overview.ts'
import { overviewName } from '../reports/papers/overview/overview-name.ts'
import { overviewFacts } from '../reports/papers/overview/read-facts.ts'
import type { PaperFile } from '../reports/papers/paper-file.ts'
import type { Decision } from '../rules/scoring/decisions.ts'
import type { Feed } from '../rules/scoring/feed.ts'
import type { Scores } from '../rules/scoring/score.ts'
import type { Knowledge } from './knowledge.ts'

interface Scored {
  readonly feed: Feed
  readonly scores: Scores
  readonly knowledge: Knowledge
}

export interface ScorePapersInput extends Scored {
  readonly overview: OverviewFacts | null
  readonly decisions: readonly Decision[]
  /** The day that they bear; without it the office fills it in. */
  readonly date: string | undefined
}

/** null where the scheme scores no quarters. */
export function overviewOf({ scores, feed, knowledge }: Scored): OverviewFacts | null {
  const { scheme, lexicon, overview: wording } = knowledge
  if (scheme.quarters.length === 0) return null
  return overviewFacts({ scores, assessments: countedAssessments(feed, knowledge), lexicon, wording, near: scheme.settings.nearBoundary })
}

/** Every file that `scorePapers` may have made of these scores. */
export const scorePaperNames = (scores: Scores): readonly string[] => [
  ...formFiles(scores),
  overviewName(scores.scheme.year),
  bulletinName,
  'bulletin.jsonl',
]

export async function scorePapers(input: ScorePapersInput): Promise<PaperFile[]> {
  const { scores, overview, knowledge, date } = input
  const { scheme } = knowledge
  if (overview === null) return []
  const day = date ?? null
  return [
    ...(await forms(scores, { wording: knowledge.form, day, days: scheme.letters.days })),
    await overviewFile(overview, { wording: knowledge.overview, office: scheme.office, year: scheme.year, day }),
    ...(await draftBulletin(input)),
  ]
}

/** None where the scheme asks for no papers or grades. */
async function draftBulletin({ feed, scores, knowledge, decisions, date }: ScorePapersInput): Promise<PaperFile[]> {
  const { scheme, lexicon, bulletin: wording } = knowledge
  const made = await bulletin({ feed, scores, scheme, lexicon, decisions }, { wording, day: date ?? scheme.papers?.date ?? null })
  if (made === null) return []
  const { name, text } = bulletinFile(made.records)
  return [
    { name: made.name, content: made.content },
    { name, content: strToU8(text) },
  ]
}
