/** An achievement as the rules count it. */
import type { AchievementStatus } from '../../extractors/achievements/achievement.ts'
import type { AwardLevel } from '../../extractors/lexicon.ts'
import type { Passed, Use } from './trace.ts'

export interface Award {
  readonly id: string
  readonly file: string
  readonly title: string
  readonly holder: string
  readonly level: AwardLevel
  readonly status: AchievementStatus
  readonly year: number | null
  readonly quote: string
  /** The record as points rest on it. */
  readonly use: Use
}

/** Of what a year's summary tells, nobody says in which quarter it was won. */
export const UNPLACED = '跨季度的材料所列，属于哪一季度不能断定'

export const unplacedWords = (awards: readonly Award[]): string =>
  `${UNPLACED}：${awards.map(({ holder, title }) => `${holder} ${title}`).join('；')}`

/** What they leave open of a count, and that they were not taken. */
export const unplacedAmong = (awards: readonly Award[]): { readonly passed: readonly Passed[]; readonly conflict: string } => ({
  passed: awards.map(({ use }) => ({ ...use, why: UNPLACED })),
  conflict: awards.length === 0 ? '' : unplacedWords(awards),
})
