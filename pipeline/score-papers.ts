/** The papers that a scoring alone makes, as files of the result folder: the feedback forms, and the draft bulletin with its sources. */
import { strToU8 } from 'fflate'
import { bulletinFile } from '../reports/contract/write.ts'
import { bulletin, bulletinName } from '../reports/papers/bulletin/bulletin.ts'
import { forms } from '../reports/papers/form/forms.ts'
import type { PaperFile } from '../reports/papers/paper-file.ts'
import type { Decision } from '../rules/scoring/decisions.ts'
import type { Feed } from '../rules/scoring/feed.ts'
import type { Scores } from '../rules/scoring/score.ts'
import type { Knowledge } from './knowledge.ts'

export interface ScorePapersInput {
  readonly feed: Feed
  readonly scores: Scores
  readonly knowledge: Knowledge
  readonly decisions: readonly Decision[]
  /** The day that they bear; without it the office fills it in. */
  readonly date: string | undefined
}

export const bulletinFiles: readonly string[] = [bulletinName, 'bulletin.jsonl']

export async function scorePapers(input: ScorePapersInput): Promise<PaperFile[]> {
  const { scores, knowledge, date } = input
  const { form: wording, scheme } = knowledge
  if (scheme.quarters.length === 0) return []
  const filled = await forms(scores, { wording, day: date ?? null, days: scheme.letters.days })
  return [...filled, ...(await draftBulletin(input))]
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
