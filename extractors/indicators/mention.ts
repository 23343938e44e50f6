/** Mentions: where a text names an indicator of the lexicon, or a generic term (合格率) that several indicators share. */
import { type FoldedSpan, foldedSpan } from '../document.ts'
import { kept } from '../language/kept.ts'
import { cue, type Generic, type Indicator, type Lexicon } from '../lexicon.ts'
import { createNameMatcher } from './name-matcher.ts'

export interface Mention {
  readonly span: FoldedSpan
  readonly indicator: Indicator | null
  readonly generic: Generic | null
}

export type MentionReader = (text: string) => readonly Mention[]

export function createMentionReader(lexicon: Lexicon): MentionReader {
  type Named = Omit<Mention, 'span'>
  // Generic terms first: a name without its neutral words (质量监督抽查合格率) must not take one over.
  const names: (readonly [string, Named])[] = [
    ...lexicon.generics.map((generic) => [generic.term, { indicator: null, generic }] as const),
    ...lexicon.indicators.flatMap((indicator) =>
      [indicator.name, ...indicator.aliases]
        .flatMap((name) => countNames(name, indicator))
        .map((name) => [name, { indicator, generic: null }] as const),
    ),
  ]
  const match = createNameMatcher<Named>(names, cue(lexicon, 'neutral-in-names'))
  // 不合格率 is no 合格率.
  return kept((text) =>
    match(text)
      .filter(({ start }) => text[start - 1] !== '不')
      .map(({ start, end, named }) => ({ span: foldedSpan(start, end), ...named })),
  )
}

/** A count is named with and without the word for number: 绿色食品数, 绿色食品6个. */
function countNames(name: string, { kind }: Indicator): string[] {
  const short = kind === 'count' ? name.replace(/(?:数量|总量|总数|起数|件数|数)$/u, '') : name
  return short !== name && short.length >= 4 ? [name, short] : [name]
}
