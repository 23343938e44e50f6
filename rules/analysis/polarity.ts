/** Which way a result is better, by its indicator or by the words of its name: more of 投诉 is worse, more of 合格率 is better. */
import type { Lexicon } from '../../extractors/lexicon.ts'
import { cueTest } from './cue-test.ts'
import type { JudgedValue } from './sentence-view.ts'

/** 1: the higher the better; -1: the lower the better; 0: not known. `words` are asked where the value's own name does not tell. */
export type Polarity = (value: JudgedValue, ...words: readonly string[]) => -1 | 0 | 1

export function createPolarity(lexicon: Lexicon): Polarity {
  const directions = new Map(lexicon.indicators.map(({ id, direction }) => [id, direction]))
  const good = cueTest(lexicon, 'better-higher')
  const bad = cueTest(lexicon, 'better-lower')
  return (value, ...words) => {
    const direction = directions.get(value.indicator ?? '')
    if (direction === 'higher') return 1
    if (direction === 'lower' || direction === 'zero') return -1
    for (const text of [value.name, ...words]) {
      if (good(text)) return 1
      if (bad(text)) return -1
    }
    return 0
  }
}
