/** An honour on its way from a sentence or a table row to a line of `achievements.jsonl`. */
import type { Span } from '../document.ts'
import type { AwardLevel } from '../lexicon.ts'
import type { AchievementStatus } from './achievement.ts'

/** An honour as a sentence or a table row states it, over the folded text. */
export interface AchievementDraft {
  readonly span: Span
  readonly title: string
  /** Name in the catalogue, of an entry that is one honour (and not a kind of honours, like 先进单位). */
  readonly award: string | null
  /** '' where the county stands in. */
  readonly holder: string
  readonly level: AwardLevel
  readonly status: AchievementStatus
  readonly year: number | null
  /** County named with the holder or by the section's heading: its id or an area's name; null is the report's own. */
  readonly region: string | null
  readonly confidence: number
  readonly notes: readonly string[]
}
