/** The papers that a scoring makes, as files of the result folder: the feedback forms, the overview for the leader, and the draft bulletin with its sources. */
import { strToU8 } from 'fflate'
import { bulletinFile } from '../reports/contract/write.ts'
import { bulletin } from '../reports/papers/bulletin/bulletin.ts'
import { forms } from '../reports/papers/form/forms.ts'
import type { OverviewFacts } from '../reports/papers/overview/facts.ts'
import { overviewFile } from '../reports/papers/overview/overview.ts'
import type { PaperFile } from '../reports/papers/paper-file.ts'
import type { RenderPapers } from '../reports/papers/render-papers.ts'
import type { Scored } from './overview-of.ts'

export interface ScorePapersInput extends Scored {
  readonly overview: OverviewFacts | null
  /** The day that they bear; without it the office fills it in. */
  readonly date: string | undefined
  readonly render: RenderPapers
}

export async function scorePapers(input: ScorePapersInput): Promise<PaperFile[]> {
  const { scores, overview, knowledge, date, render } = input
  const { scheme } = knowledge
  if (overview === null) return []
  const day = date ?? null
  const [drafted, overviewed, formed] = await Promise.all([
    draftBulletin(input),
    overviewFile(overview, { wording: knowledge.overview, office: scheme.office, year: scheme.year, day }, render),
    forms(scores, { wording: knowledge.form, day, days: scheme.letters.days }, render),
  ])
  return [...formed, overviewed, ...drafted]
}

/** None where the scheme asks for no papers or grades. */
async function draftBulletin({ feed, scores, knowledge, decisions, date, render }: ScorePapersInput): Promise<PaperFile[]> {
  const { scheme, lexicon, bulletin: wording } = knowledge
  const made = await bulletin({ feed, scores, scheme, lexicon, decisions }, { wording, day: date ?? scheme.papers?.date ?? null }, render)
  if (made === null) return []
  const { name, text } = bulletinFile(made.records)
  return [
    { name: made.name, content: made.content },
    { name, content: strToU8(text) },
  ]
}
