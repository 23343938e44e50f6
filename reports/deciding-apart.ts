/** What beside open items leaves a county's grade open: missing quarters, by period, and vetoes that nobody answered, by name. */
import type { CountyScore } from '../rules/scoring/score.ts'

export interface Apart {
  readonly missing: readonly string[]
  readonly vetoes: readonly string[]
}

/** Only what can change the grade. */
export const decidingApart = ({ stability, vetoes }: Pick<CountyScore, 'stability' | 'vetoes'>): Apart => ({
  missing: stability.missing,
  vetoes: vetoes.filter(({ turns = 'never' }) => turns !== 'never').map(({ name }) => name),
})

/** All that is open, whether it can change the grade or not. */
export const openApart = ({ quarters, vetoes, gradeDecision }: Pick<CountyScore, 'quarters' | 'vetoes' | 'gradeDecision'>): Apart => ({
  missing: gradeDecision === undefined ? quarters.filter(({ state }) => state === 'missing').map(({ period }) => period) : [],
  vetoes: vetoes.filter(({ answer }) => answer === 'unknown').map(({ name }) => name),
})
