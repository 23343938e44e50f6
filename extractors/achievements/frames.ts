/**
 * Where something was won, told before it: ‹在某协会组织的评选中›捧回…; and who held it.
 *
 * What stands in such a frame is no verb of the sentence and no name of a subject.
 */

import type { Span } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'

export interface Frame extends Span {
  /** '' where the frame does not say who held it. */
  readonly host: string
}

export type FrameReader = (text: string) => Frame[]

const LONGEST_HOST = 24

export function createFrameReader(lexicon: Lexicon): FrameReader {
  const event = wordPattern([...cue(lexicon, 'honour-contest'), ...cue(lexicon, 'honour-selection'), ...cue(lexicon, 'honour-retained')])
  const frame = new RegExp(`(?:在|于)[^，。；：]{2,40}?(?:${event})(?:活动|工作)?(?:之?中|上|里|期间|过程中)(?!心)`, 'gu')
  const hosted = new RegExp(
    `(?:在|于|由)([^，。；：在于由]{2,${LONGEST_HOST}}?(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])}))(?:联合)?(?:${wordPattern(cue(lexicon, 'honour-hosted'))})的`,
    'u',
  )
  /** 在‹新疆护理学会›品管圈比赛中 */
  const held = new RegExp(
    `^(?:在|于)([^，。；：的]{2,${LONGEST_HOST}}?(?:${wordPattern([...cue(lexicon, 'honour-office'), ...cue(lexicon, 'honour-level-social')])}))(?!的|${wordPattern(cue(lexicon, 'honour-not-giver'))})`,
    'u',
  )
  return (text) =>
    matchesOf(frame, text).map(({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
      host: hosted.exec(words)?.[1] ?? held.exec(words)?.[1] ?? '',
    }))
}
