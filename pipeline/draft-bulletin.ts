/** The draft bulletin and its sources as files of the result folder; none where the scheme asks for no papers or grades. */
import { bulletinFile } from '../reports/contract/write.ts'
import { bulletin } from '../reports/papers/bulletin/bulletin.ts'
import type { Decision } from '../rules/scoring/decisions.ts'
import type { Feed } from '../rules/scoring/feed.ts'
import type { Scores } from '../rules/scoring/score.ts'
import type { Knowledge } from './knowledge.ts'
import type { OutputFile } from './result-folder.ts'

export interface DraftInput {
  readonly feed: Feed
  readonly scores: Scores
  readonly knowledge: Knowledge
  readonly decisions: readonly Decision[]
  /** The day that the user gives, before the scheme's. */
  readonly date: string | undefined
}

export async function draftBulletin({ feed, scores, knowledge, decisions, date }: DraftInput): Promise<OutputFile[]> {
  const { scheme, lexicon, bulletin: wording } = knowledge
  const made = await bulletin({ feed, scores, scheme, lexicon, decisions }, { wording, day: date ?? scheme.papers?.date ?? null })
  if (made === null) return []
  const { name, text } = bulletinFile(made.records)
  return [
    { name: made.name, content: made.content },
    { name, content: text },
  ]
}
