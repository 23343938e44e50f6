/** Where a text speaks of a fact of the lexicon: its aliases, unless they stand inside a word that means something else (`misfires`). */

import type { Span } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import type { Fact, Lexicon } from '../lexicon.ts'
import { phrasePattern } from './phrase.ts'

export interface FactMention extends Span {
  readonly fact: Fact
  /** The words name something near the fact's thing. */
  readonly isNear: boolean
}

/** In order of position. Facts may share an alias: 质量状况分析报告 is prepared, and published. */
export type FactMentionReader = (text: string) => FactMention[]

export function createFactMentionReader({ facts }: Pick<Lexicon, 'facts'>): FactMentionReader {
  const any = phrasePattern(facts.flatMap(({ aliases }) => aliases))
  const readers = facts.map((fact) => ({
    fact,
    aliases: phrasePattern(fact.aliases),
    misfires: phrasePattern(fact.misfires),
    near: phrasePattern(fact.near),
  }))
  return (text) => {
    if (text.search(any) < 0) return []
    return readers
      .flatMap(({ fact, aliases, misfires, near }) => {
        if (fact.context.length > 0 && !fact.context.some((word) => text.includes(word))) return []
        const named = spans(aliases, text)
        if (named.length === 0) return []
        const passed = spans(misfires, text)
        const nearby = spans(near, text)
        return named
          .filter((found) => !passed.some(({ start, end }) => start < found.end && end > found.start))
          .map(
            (found): FactMention => ({
              ...found,
              fact,
              isNear: nearby.some(({ start, end }) => start === found.start && end === found.end),
            }),
          )
      })
      .sort((a, b) => a.start - b.start || a.end - b.end)
  }
}

const spans = (pattern: RegExp, text: string): Span[] =>
  matchesOf(pattern, text).map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
