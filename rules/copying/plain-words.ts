/**
 * Words without which no report states its figures: names of indicators, fields and offices, units, 同比, 提高. Two reports that agree in nothing else have the
 * same subject, and copied nothing.
 */
import type { Span } from '../../extractors/document.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import type { Stream } from './stream.ts'

export type PlainWordReader = (folded: string) => Span[]

export function createPlainWordReader(lexicon: Lexicon): PlainWordReader {
  const { indicators, generics, fields, units } = lexicon
  const pattern = new RegExp(
    wordPattern([
      ...indicators.flatMap(({ name, aliases, events }) => [name, ...aliases, ...events]),
      ...generics.map(({ term }) => term),
      ...fields.flatMap(({ words }) => words),
      ...units.flatMap(({ unit, synonyms }) => [unit, ...synonyms]),
      ...cue(lexicon, 'copying-plain'),
      ...cue(lexicon, 'copying-offices'),
    ]),
    'gu',
  )
  return (folded) => {
    const found: { start: number; end: number }[] = []
    for (const { index, 0: word } of folded.matchAll(pattern)) {
      const last = found.at(-1)
      if (last?.end === index) last.end = index + word.length
      else found.push({ start: index, end: index + word.length })
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
