/**
 * Words before a colon, a dash or an arrow, or in heavy brackets, that what follows is listed under.
 *
 *   自治区级：甲公司获…        a level        市场监管局：…先进集体        a holder        集体方面——…        【荣誉】…        neither
 *
 * A label holds up to the end of its sentence or to the next one.
 */

import type { Span } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { type AwardLevel, cue, type Lexicon } from '../lexicon.ts'
import type { AchievementStatus } from './achievement.ts'
import type { LevelReader } from './level.ts'
import { createScan } from './scan.ts'
import { STATUS_GROUPS, statusOf } from './status.ts'

export interface Label extends Span {
  /** Without the mark behind. */
  readonly words: Span
  /** Says what kind of honours follow (自治区级, 荣誉称号, 在途的), and not whose. */
  readonly ofKind: boolean
  /** X→…: names whose it is. */
  readonly isArrow: boolean
  readonly level: AwardLevel | null
  readonly status: AchievementStatus | null | undefined
}

export type LabelReader = (text: string) => Label[]

const LONGEST_LABEL = 30
const MARK = /：|——|→|(?<=【[^【】]{1,12})】/gu

export function createLabelReader(lexicon: Lexicon, levels: LevelReader): LabelReader {
  const cuesIn = createScan(lexicon, STATUS_GROUPS)
  const kinds = new RegExp(wordPattern(cue(lexicon, 'honour-label')), 'u')
  return (text) => {
    const labels: Label[] = []
    let from = 0
    for (const { 0: mark, index } of matchesOf(MARK, text)) {
      const start = Math.max(from, ...['；', '。', '，', '【'].map((end) => text.lastIndexOf(end, index) + 1))
      const words = text.slice(start, index)
      from = index + mark.length
      if (words.length === 0 || words.length > LONGEST_LABEL) continue
      const level = levels.ofGiver(words)
      labels.push({
        start,
        end: from,
        words: { start, end: index },
        ofKind: kinds.test(words) || words.endsWith('级'),
        isArrow: mark === '→',
        level,
        status: statusOf(cuesIn(words)),
      })
    }
    return labels
  }
}

/** What the labels before a place say of all that follows. */
export const statusAbove = (labels: readonly Label[], at: number): AchievementStatus | undefined =>
  labels.findLast(({ end, status }) => end <= at && status !== undefined)?.status ?? undefined

export const labelOf = (labels: readonly Label[], at: number): Label | undefined => labels.findLast(({ end }) => end <= at)
