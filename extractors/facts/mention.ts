/** Where a text speaks of a fact of the lexicon: its aliases, unless they stand inside a word that means something else (`misfires`). */
import type { Span } from '../document.ts'
import type { Fact, Lexicon } from '../lexicon.ts'
import { phrasePattern } from './phrase.ts'

export interface FactMention extends Span {
  readonly fact: Fact
}

/** In order of position. Facts may share an alias: 质量状况分析报告 is prepared, and published. */
export type FactMentionReader = (text: string) => FactMention[]

export function createFactMentionReader({ facts }: Pick<Lexicon, 'facts'>): FactMentionReader {
  const any = phrasePattern(facts.flatMap(({ aliases }) => aliases))
  const readers = facts.map((fact) => ({ fact, aliases: phrasePattern(fact.aliases), misfires: phrasePattern(fact.misfires) }))
  return (text) => {
    if (text.search(any) < 0) return []
    return readers
      .flatMap(({ fact, aliases, misfires }) => {
        if (fact.context.length > 0 && !fact.context.some((word) => text.includes(word))) return []
        const passed = spans(misfires, text)
        return spans(aliases, text)
          .filter((found) => !passed.some(({ start, end }) => start < found.end && end > found.start))
          .map((found): FactMention => ({ ...found, fact }))
      })
      .sort((a, b) => a.start - b.start || a.end - b.end)
  }
}

const spans = (pattern: RegExp, text: string): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
