/**
 * Cue words of the lexicon in a text, the longest at each place. A word that only contains one (同比例 contains 同比) is named as a misfire in the lexicon and
 * does not count. Looked up by first character: a report is asked for some two thousand words.
 */
import { cue, type Lexicon } from '../../extractors/lexicon.ts'

interface CueMatch {
  readonly word: string
  readonly start: number
  readonly end: number
}

export type CueFinder = (text: string) => readonly CueMatch[]
export type CueTest = (text: string) => boolean

interface Entry {
  readonly word: string
  readonly counts: boolean
}

export function cueFinder(lexicon: Lexicon, ...groups: readonly string[]): CueFinder {
  const index = indexOf(lexicon, groups)
  return (text) => {
    const found: CueMatch[] = []
    for (let at = 0; at < text.length; ) {
      const entry = entryAt(index, text, at)
      if (entry?.counts) found.push({ word: entry.word, start: at, end: at + entry.word.length })
      at += entry?.word.length ?? 1
    }
    return found
  }
}

export function cueTest(lexicon: Lexicon, ...groups: readonly string[]): CueTest {
  const index = indexOf(lexicon, groups)
  return (text) => {
    for (let at = 0; at < text.length; ) {
      const entry = entryAt(index, text, at)
      if (entry?.counts) return true
      at += entry?.word.length ?? 1
    }
    return false
  }
}

type Index = ReadonlyMap<number, readonly Entry[]>

/** Words and misfires by their first character, longest first. A word of one group counts though it is a misfire of another. */
function indexOf(lexicon: Lexicon, groups: readonly string[]): Index {
  const words = new Set(groups.flatMap((group) => cue(lexicon, group)))
  const misfires = groups.flatMap((group) => lexicon.cues[`${group}:misfires`] ?? [])
  const index = new Map<number, Entry[]>()
  for (const word of new Set([...words, ...misfires])) {
    const first = word.charCodeAt(0)
    const entries = index.get(first)
    const entry = { word, counts: words.has(word) }
    if (entries) entries.push(entry)
    else index.set(first, [entry])
  }
  for (const entries of index.values()) entries.sort((a, b) => b.word.length - a.word.length)
  return index
}

function entryAt(index: Index, text: string, at: number): Entry | undefined {
  return index.get(text.charCodeAt(at))?.find(({ word }) => text.startsWith(word, at))
}
