/** Cue words of several groups, found in one pass: the longest at each place wins, and a group's `misfires` (收获 for 获) are passed over. */
import { createWordFinder } from '../language/word-finder.ts'
import { guardedPattern, wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'

export interface Cue {
  readonly start: number
  readonly end: number
  readonly word: string
  readonly groups: ReadonlySet<string>
}

export type Scan = (text: string) => Cue[]

export function createScan(lexicon: Lexicon, groups: readonly string[]): Scan {
  const meaning = new Map<string, Set<string>>()
  for (const group of groups) {
    for (const word of cue(lexicon, group)) meaning.set(word, (meaning.get(word) ?? new Set()).add(group))
    for (const misfire of misfires(lexicon, group)) if (!meaning.has(misfire)) meaning.set(misfire, new Set())
  }
  const finder = createWordFinder(meaning.keys())
  return (text) => {
    const cues: Cue[] = []
    for (const { word, start, end } of finder.all(text)) {
      const found = meaning.get(word)
      if (found && found.size > 0) cues.push({ start, end, word, groups: found })
    }
    return cues
  }
}

export const misfires = (lexicon: Lexicon, group: string): readonly string[] => lexicon.cues[`${group}:misfires`] ?? []

/** Words of the groups as a pattern that ends a name: not where one is only the end of a misfire (布 in 公布). */
export const endings = (lexicon: Lexicon, ...groups: readonly string[]): string =>
  guardedPattern(
    groups.flatMap((group) => cue(lexicon, group)),
    groups.flatMap((group) => misfires(lexicon, group)),
  )

/** Takes words of the groups off the front of a text until none is left there. A longer misfire (继续 for 继) keeps its place. */
export function createStripper(lexicon: Lexicon, groups: readonly string[], more: readonly string[] = []): (text: string) => string {
  const words = new RegExp(`^(?:${wordPattern([...groups.flatMap((group) => cue(lexicon, group)), ...more])})`, 'u')
  const kept = new RegExp(`^(?:${wordPattern(groups.flatMap((group) => misfires(lexicon, group)))})`, 'u')
  return (text) => {
    let rest = text
    for (let match = words.exec(rest); match; match = words.exec(rest)) {
      if ((kept.exec(rest)?.[0].length ?? 0) > match[0].length) break
      rest = rest.slice(match[0].length)
    }
    return rest
  }
}
