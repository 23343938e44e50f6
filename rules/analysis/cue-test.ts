/** Cue words of the lexicon in a text. A word that only contains one (同比例 contains 同比) is named as a misfire in the lexicon and does not count. */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'

interface CueMatch {
  readonly word: string
  readonly start: number
  readonly end: number
}

export type CueFinder = (text: string) => readonly CueMatch[]
export type CueTest = (text: string) => boolean

export function cueFinder(lexicon: Lexicon, ...groups: readonly string[]): CueFinder {
  const words = new Set(groups.flatMap((group) => cue(lexicon, group)))
  const misfires = groups.flatMap((group) => lexicon.cues[`${group}:misfires`] ?? [])
  const pattern = new RegExp(wordPattern([...words, ...misfires]), 'gu')
  return (text) =>
    [...text.matchAll(pattern)]
      .filter(([word]) => words.has(word))
      .map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }))
}

export function cueTest(lexicon: Lexicon, ...groups: readonly string[]): CueTest {
  const find = cueFinder(lexicon, ...groups)
  return (text) => find(text).length > 0
}
