/** Words that point back to somebody named before: 该公司, 同一工程, 上述企业. */

import type { Span } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'

export interface Pointer extends Span {
  /** What the name before ends with: 公司, 工程. */
  readonly kind: string
}

export function createPointerReader(lexicon: Lexicon): (text: string) => Pointer[] {
  const kinds = wordPattern(cue(lexicon, 'honour-same-kind'))
  const pattern = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-same-lead'))})(${kinds})|(?<=[，；。]|^)(${kinds})(?:本身|自身)`, 'gu')
  return (text) =>
    matchesOf(pattern, text).map(({ 0: word, 1: kind, 2: itself = '', index }) => ({
      start: index,
      end: index + word.length,
      kind: kind ?? itself,
    }))
}
