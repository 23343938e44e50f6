/**
 * Words without which no report states its figures: names of indicators and fields, units, 同比, 提高. Two reports that agree in nothing else have the
 * same subject, and copied nothing.
 */
import type { Span } from '../../extractors/document.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'

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
