/** Whether a text holds a cue of a group. A word that only contains one (同比例) is named as a misfire in the lexicon and does not count. */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'

export type CueTest = (text: string) => boolean

export function cueTest(lexicon: Lexicon, ...groups: readonly string[]): CueTest {
  const words = new Set(groups.flatMap((group) => cue(lexicon, group)))
  const misfires = groups.flatMap((group) => lexicon.cues[`${group}:misfires`] ?? [])
  const pattern = new RegExp(wordPattern([...words, ...misfires]), 'gu')
  return (text) => {
    for (const match of text.matchAll(pattern)) if (words.has(match[0])) return true
    return false
  }
}
