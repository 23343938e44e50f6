/** The content words of a text and how often each stands in it: what a report talks about. Words that every office document uses say nothing. */
import { cue, type Lexicon } from '../lexicon.ts'
import type { Segmenter } from './segmenter.ts'

export type TermCount = readonly [term: string, count: number]

/** At most this many are kept of one document: the rarer ones do not describe it. */
const MOST = 80
const CONTENT_WORD = /^[\p{Script=Han}A-Za-z]{2,}$/u

export function createTermCounter(lexicon: Lexicon, segmenter: Segmenter): (text: string) => TermCount[] {
  const common = new Set([
    ...cue(lexicon, 'common-terms'),
    ...lexicon.regions.counties.flatMap(({ names, aliases }) => [...names.map(({ name }) => name), ...aliases]),
    ...lexicon.regions.self,
  ])
  return (text) => {
    const counts = new Map<string, number>()
    // No word goes on over the end of a block.
    for (const block of text.split(/[\n\t]/u))
      for (const word of segmenter.cut(block))
        if (CONTENT_WORD.test(word) && !common.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST)
  }
}
