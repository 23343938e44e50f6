/** An achievement as `achievements.jsonl` writes it (docs/contract.md): one line for each holder and each honour. */
import type { Evidence } from '../document.ts'
import type { AwardLevel } from '../lexicon.ts'

export type AchievementStatus = 'obtained' | 'pending' | 'applied' | 'creating' | 'planned' | 'revoked'

export interface Achievement {
  readonly id: string
  readonly file: string
  readonly county: string | null
  readonly period: string | null
  readonly title: string
  readonly holder: string
  readonly level: AwardLevel
  readonly status: AchievementStatus
  readonly year: number | null
  readonly evidence: Evidence
  readonly confidence: number
  readonly notes: readonly string[]
}
