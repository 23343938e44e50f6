/** Which way a result is better, by its indicator or by the words of its name: more of 投诉 is worse, more of 合格率 is better. */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { cueFinder, cueTest } from './cue-test.ts'
import { memoryOf } from './remembered.ts'
import type { JudgedValue } from './sentence-view.ts'

/** 1: the higher the better; -1: the lower the better; 0: not known. */
type Sign = -1 | 0 | 1

export interface Polarity {
  /** `words` are asked where the value's own name does not tell. */
  readonly of: (value: JudgedValue, ...words: readonly string[]) => Sign
  readonly ofWords: (text: string) => Sign
}

/** Points are given for what is good. */
const POINTS = '分'
/** A place lost is told as less. */
const PLACES = '位'

export function createPolarity(lexicon: Lexicon): Polarity {
  const directions = new Map(lexicon.indicators.map(({ id, direction }) => [id, direction]))
  const good = cueFinder(lexicon, 'better-higher')
  const bad = cueFinder(lexicon, 'better-lower')
  const spans = new Set(cue(lexicon, 'duration-units'))
  /** 每名监察员管设备310台: the more, the worse. */
  const load = new RegExp(
    `(?:${wordPattern(cue(lexicon, 'load-openers'))})[^，。；]{0,10}(?:${wordPattern(cue(lexicon, 'load-verbs'))})`,
    'u',
  )
  /** 不规范率, 差错率: how much of it falls short. */
  const failing = new RegExp(`(?:不\\p{Script=Han}{1,4}|${wordPattern(cue(lexicon, 'deficits'))})(?:率|数|量|比例)$`, 'u')
  const isWorseByName = memoryOf(lexicon).of((name) => load.test(name) || failing.test(name))
  const isWait = cueTest(lexicon, 'waits')
  /** A name ends in what it is a name of: 强度不合格率 is a rate of what failed. */
  const ofWords = (text: string): Sign =>
    (Math.sign((good(text).at(-1)?.end ?? 0) - (bad(text).at(-1)?.end ?? 0)) || (load.test(text) ? -1 : 0)) as Sign
  const of: Polarity['of'] = (value, ...words) => {
    const direction = directions.get(value.indicator ?? '')
    if (direction === 'higher') return 1
    if (direction === 'lower' || direction === 'zero') return -1
    for (const text of [value.name, ...words]) {
      const sign = ofWords(text)
      if (sign !== 0) return sign
    }
    if (value.unit === POINTS || (value.unit === PLACES && value.role === 'change')) return 1
    if (isWorseByName(value.name)) return -1
    return spans.has(value.unit) && isWait(value.name) ? -1 : 0
  }
  return { of, ofWords }
}
