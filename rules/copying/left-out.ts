/**
 * What is nobody's own words, and is left out of what may be copied: names of documents, laws and standards, run-in titles, and quotations that say
 * whose they are. Formulas and the office's template are found in `formulas.ts`.
 *
 *   按照《质量强区建设规划》要求，…          the name 《…》
 *   地区通报指出：“部分县市……。”            the quoted words: what stands before says whose they are
 *   我们认为“质量就是生命”                   nothing: quoted, but from nobody
 */

import { type FoldedSpan, foldedSpan } from '../../extractors/document.ts'
import { officialLabel } from '../../extractors/language/headings.ts'
import { matchesOf } from '../../extractors/language/match-at.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { LeftOut } from './copy.ts'
import { createQuotations, passingOn, type Range } from './quotations.ts'

export type LeftOutReader = (folded: string, body: readonly FoldedSpan[]) => LeftOut[]

/** A run-in title is no longer than this, its label left out; a longer first sentence is text. */
const RUN_IN_TITLE = 16
const SALUTATION = 30
const NAMES = [
  /《[^《》\n]{1,80}(?:《[^《》\n]{1,60}》[^《》\n]{0,40})?》(?:（[^（）\n]{0,24}〔[0-9]{4}〕[0-9]{1,4}号）)?/gu,
  /[\p{Script=Han}A-Z]{1,12}〔[0-9]{4}〕[0-9]{1,4}号/gu,
  /(?:GB|DB|NY|HJ|JG|JC|SN|QB|TSG|ISO|CNAS)(?:\/T|[0-9]{2}|[0-9]{2}\/T)?[-\s]?[A-Z]?[0-9]{2,6}(?:\.[0-9]+)?(?:[-—][0-9]{4})?/gu,
  /中华人民共和国[\p{Script=Han}]{2,12}法(?:实施条例)?/gu,
]

export function createLeftOutReader(lexicon: Lexicon): LeftOutReader {
  const quotations = createQuotations(lexicon)
  const reported = new RegExp(`${passingOn(lexicon)}[：，](?!“)([^。！？\\n]{8,})`, 'gu')
  return (folded, body) =>
    body
      .flatMap((block) => {
        const text = folded.slice(block.start, block.end)
        const at = (start: number, end: number): FoldedSpan => foldedSpan(block.start + start, block.start + end)
        return [
          ...titles(text).map(([start, end]): LeftOut => ({ ...at(start, end), reason: 'title' })),
          ...names(text).map(([start, end]): LeftOut => ({ ...at(start, end), reason: 'name' })),
          ...quotations(text).map(([start, end]): LeftOut => ({ ...at(start, end), reason: 'quotation' })),
          ...matchesOf(reported, text).map(
            ({ index, 0: whole, 1: words = '' }): LeftOut => ({
              ...at(index + whole.length - words.length, index + whole.length),
              reason: 'quotation',
            }),
          ),
        ]
      })
      .sort((a, b) => a.start - b.start || b.end - a.end)
}

/** "（一）加强领导。…", a bare label, a salutation. */
function titles(text: string): Range[] {
  if (text.length <= SALUTATION && text.endsWith('：')) return [[0, text.length]]
  const label = officialLabel(text)
  if (label === null) return []
  const stop = text.search(/[。：]/u)
  const runIn = stop > 0 && stop - label.length <= RUN_IN_TITLE && stop + 1 < text.length
  return [[0, runIn ? stop + 1 : label.length]]
}

const names = (text: string): Range[] =>
  NAMES.flatMap((pattern) => matchesOf(pattern, text).map(({ index, 0: { length } }): Range => [index, index + length]))
