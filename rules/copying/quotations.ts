/**
 * Quotations that say whose they are: words in marks, behind a word that passes them on (指出, 讲到, 按照) or behind the paper itself (2号文件通报：). One reading, for
 * what may be copied and for what a report says of itself.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'

export type Range = readonly [start: number, end: number]

const LONGEST = 300
const SHORTEST = 8
/** How far before its opening mark the words stand that say whose a quotation is. */
const ATTRIBUTED_WITHIN = 40

/** A paper or an authority and the word by which it is passed on, as the source of a pattern: 《…》（…）指出, 地区通报要求. */
export const passingOn = (lexicon: Lexicon): string =>
  `(?:》(?:（[^（）\\n]{0,30}）)?|${wordPattern(cue(lexicon, 'copying-authorities'))})[^。；！？，：“\\n]{0,8}(?:${wordPattern(cue(lexicon, 'copying-saying'))})`

/** Where in the text such quotations stand, marks included. */
export const createQuotations = perLexicon((lexicon): ((text: string) => Range[]) => {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const attribution = new RegExp(
    `${words('copying-attributions')}|${words('copying-saying')}|》|(?:${words('copying-authorities')})[^。；，：]{0,6}[：，]$`,
    'u',
  )
  return (text) =>
    [...text.matchAll(/“([^“”\n]*)”/gu)].flatMap(({ index, 0: { length } }): Range[] => {
      const before = text.slice(Math.max(0, index - ATTRIBUTED_WITHIN), index)
      const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1)
      return length <= LONGEST && length > SHORTEST && attribution.test(sentence) ? [[index, index + length]] : []
    })
})
