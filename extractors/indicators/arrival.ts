/** The words after which a quantity is the level arrived at, not how far it moved: 提高到, and any verb of moving with 到 or 至 (掉到, 抬升至). */
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'

export function arrivalPattern(lexicon: Lexicon): string {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  return `(?:${words('level-change')}|(?:${words('move-verbs')})(?:${words('arrivals')}))`
}
