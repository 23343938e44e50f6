/**
 * Which way a result moved or lies where words say it, whatever figures stand beside them: 申诉率升到8.7, 强度低, 投诉少了一半. More of what is better low is worse, and
 * less of what is better high; the reverse is better.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { cueFinder } from './cue-test.ts'
import { memoryOf } from './remembered.ts'

/** -1: worse; 1: better; 0: the text does not say. The first result that is told of decides. */
export type Direction = (text: string) => -1 | 0 | 1

/** So many characters may stand between a result and the way it moved. */
const GAP = '[^，。；：、0-9不没未无]{0,4}?'
const REACH = 10
/** 由二季度的4.4兆帕收到2.9兆帕: from one figure to another. */
const LONGER_REACH = 28

export const createDirection = perLexicon((lexicon): Direction => {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const from = `(?:${words('change-from')})[^，。；0-9]{0,12}[0-9][^，。；]{0,8}?`
  const ways = (['rising-words', 'falling-words'] as const).map((group, at) => ({
    sign: at === 0 ? 1 : -1,
    moved: new RegExp(`^${GAP}(?:越\\p{Script=Han}越)?(?:${words(group)})`, 'u'),
    travelled: new RegExp(`^${from}(?:${words(group)})[^，。；]{0,2}[0-9]`, 'u'),
  }))
  const results = [
    { sign: 1, find: cueFinder(lexicon, 'better-higher') },
    { sign: -1, find: cueFinder(lexicon, 'better-lower') },
  ] as const
  return memoryOf(lexicon).of((text) => {
    for (const { sign, find } of results)
      for (const { end } of find(text)) {
        const [near, far] = [text.slice(end, end + REACH), text.slice(end, end + LONGER_REACH)]
        const way = ways.find(({ moved, travelled }) => moved.test(near) || travelled.test(far))
        if (way) return way.sign === sign ? 1 : -1
      }
    return 0
  })
})
