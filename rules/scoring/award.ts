/** An achievement as the rules count it. */
import type { AchievementStatus } from '../../extractors/achievements/achievement.ts'
import type { AwardLevel } from '../../extractors/lexicon.ts'
import type { Use } from './trace.ts'

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
