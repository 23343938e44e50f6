/** Cue words of the lexicon in a text. A word that only contains one (同比例 contains 同比) is named as a misfire in the lexicon and does not count. */
import { createWordFinder, type FoundWord } from '../../extractors/language/word-finder.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'

export type CueFinder = (text: string) => readonly FoundWord[]
export type CueTest = (text: string) => boolean

export function cueFinder(lexicon: Lexicon, ...groups: readonly string[]): CueFinder {
  const { words, finder } = finderOf(lexicon, groups)
  return (text) => finder.all(text).filter(({ word }) => words.has(word))
}

export function cueTest(lexicon: Lexicon, ...groups: readonly string[]): CueTest {
  const { words, finder } = finderOf(lexicon, groups)
  return (text) => finder.isIn(text, words)
}

function finderOf(lexicon: Lexicon, groups: readonly string[]) {
  const words = new Set(groups.flatMap((group) => cue(lexicon, group)))
  const misfires = groups.flatMap((group) => lexicon.cues[`${group}:misfires`] ?? [])
  return { words, finder: createWordFinder([...words, ...misfires]) }
}
