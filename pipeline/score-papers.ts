/** The papers that a scoring alone makes, as files of the result folder: the feedback forms. */
import { forms } from '../reports/papers/form/forms.ts'
import type { PaperFile } from '../reports/papers/paper-file.ts'
import type { Scores } from '../rules/scoring/score.ts'
import type { Knowledge } from './knowledge.ts'

export interface ScorePapersInput {
  readonly scores: Scores
  readonly knowledge: Knowledge
  /** The day that they bear; without it the office fills it in. */
  readonly date: string | undefined
}

export async function scorePapers({ scores, knowledge, date }: ScorePapersInput): Promise<PaperFile[]> {
  const { form: wording, scheme } = knowledge
  if (scheme.quarters.length === 0) return []
  return forms(scores, { wording, day: date ?? null, days: scheme.letters.days })
}
