/**
 * Words without which no report states its figures: names of indicators, fields and offices, units, 同比, 提高. Two reports that agree in nothing else have the
 * same subject, and copied nothing.
 */
import type { Span } from '../../extractors/document.ts'
import { createWordFinder } from '../../extractors/language/word-finder.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import type { Stream } from './stream.ts'

export type PlainWordReader = (folded: string) => Span[]

export function createPlainWordReader(lexicon: Lexicon): PlainWordReader {
  const { indicators, generics, fields, units } = lexicon
  const finder = createWordFinder([
    ...indicators.flatMap(({ name, aliases, events }) => [name, ...aliases, ...events]),
    ...generics.map(({ term }) => term),
    ...fields.flatMap(({ words }) => words),
    ...units.flatMap(({ unit, synonyms }) => [unit, ...synonyms]),
    ...cue(lexicon, 'copying-plain'),
    ...cue(lexicon, 'copying-offices'),
  ])
  return (folded) => {
    const found: { start: number; end: number }[] = []
    for (const { start, end } of finder.all(folded)) {
      const last = found.at(-1)
      if (last?.end === start) last.end = end
      else found.push({ start, end })
    }
    return found
  }
}

/** Of each symbol 1 where it stands in one of the stretches (start, end, by position). */
export function isWithin({ starts }: Pick<Stream, 'starts'>, stretches: readonly number[]): Uint8Array {
  let at = 0
  return Uint8Array.from(starts, (start) => {
    while (at < stretches.length && (stretches[at + 1] ?? 0) <= start) at += 2
    return (stretches[at] ?? Number.POSITIVE_INFINITY) <= start ? 1 : 0
  })
}
