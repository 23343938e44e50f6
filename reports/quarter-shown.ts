/** A quarter's score beside that of its year, which must not seem to reach a bound that it does not. */
import type { CountyScore, Figure } from '../rules/scoring/score.ts'
import { boundShown, cutOff, pointsWords, scoreShown } from './wording.ts'

type Bands = Parameters<typeof scoreShown>[1]

/** Whether rounding would lift a year's score, or an end of it, to a bound that it does not reach: then nothing that adds up to it is rounded either. */
export const isUnrounded = (score: Figure, scheme: Bands): boolean =>
  scoreShown(score, scheme) !== score.shown || [score.low, score.high].some((bound) => boundShown(bound, scheme) !== pointsWords(bound))

/** A quarter's score as the forms print it. */
export const quarterShown = (
  quarter: Pick<Figure, 'shown' | 'provisional'>,
  { score }: Pick<CountyScore, 'score'>,
  scheme: Bands,
): string => (isUnrounded(score, scheme) ? cutOff(quarter.provisional, quarter.shown) : scoreShown(quarter, scheme))
