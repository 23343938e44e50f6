/**
 * What a sentence says falls short here and now: without what was so before (去年四季度尚有6件超期), without the names of measures that hold a word for a fault
 * (每百台电梯困人数), and without a share that grew or fell (工程类占比降到16.7%，三年来第一次低于两成).
 */

import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { cueTest } from './cue-test.ts'
import type { ClauseView, JudgedValue } from './sentence-view.ts'

export interface ToldNow {
  readonly words: (clauses: readonly ClauseView[]) => string
  /** 往年…靠棉被包冰瓶，今年…配了车载冷藏箱: without how it was before. */
  readonly since: (clauses: readonly ClauseView[]) => readonly ClauseView[]
  /** 两者只差0.3个百分点，去年此时还差1.9个百分点 */
  readonly narrows: (clauses: readonly ClauseView[]) => boolean
}

/** 每百台电梯困人数: how many there are of so many is what is measured, and no fault by itself. */
const MEASURE = /每[百千万][^，。；]{1,14}(?:数|率|量)/gu
const TIMED: ReadonlySet<string> = new Set(['yoy', 'qoq', 'base-year'])

export function createToldNow(lexicon: Lexicon): ToldNow {
  const share = cueTest(lexicon, 'share-names')
  const result = cueTest(lexicon, 'quality-subjects', 'better-lower', 'better-higher')
  const gap = new RegExp(`(?:${wordPattern(cue(lexicon, 'gap-words'))})`, 'u')
  const from = new RegExp(`(?:${wordPattern(cue(lexicon, 'change-from'))})[^，。；]{0,8}[0-9]`, 'u')
  /** 去年垫底的…今年排到第三 */
  const once = new RegExp(`(?:${wordPattern(cue(lexicon, 'last-years'))})[^，。；0-9]{1,8}的`, 'gu')
  const before = cueTest(lexicon, 'former-times')
  const present = cueTest(lexicon, 'present-times')
  const isBefore = ({ role, basis }: JudgedValue): boolean => role === 'reference' && basis !== null && TIMED.has(basis)
  const isPast = ({ values }: ClauseView): boolean => values.length > 0 && values.every(isBefore)
  const moves = ({ words, values }: ClauseView): boolean => share(words) && values.some(({ role }) => role === 'change' || role === 'share')

  const words: ToldNow['words'] = (clauses) => {
    let isShare = false
    return clauses
      .filter((clause) => {
        isShare = moves(clause) || (isShare && !result(clause.words))
        return !isShare && !isPast(clause)
      })
      .map(({ words: text }) => text.replaceAll(MEASURE, '').replaceAll(once, ''))
      .join('')
  }
  const narrows: ToldNow['narrows'] = (clauses) => {
    const gaps = clauses.filter((clause) => gap.test(clause.words)).flatMap(({ values }) => values.filter(({ role }) => role === 'change'))
    const [now, before, ...more] = gaps
    const isPair = now !== undefined && before !== undefined && more.length === 0 && now.unit === before.unit
    if (!isPair) return false
    /** 差由上年的19个百分点缩到11.5个百分点: the one before is told first. */
    if (clauses.some(({ words: text, values }) => values.includes(now) && values.includes(before) && from.test(text)))
      return Math.abs(before.value) < Math.abs(now.value)
    return now.basis === null && before.basis !== null && Math.abs(now.value) < Math.abs(before.value)
  }
  const since: ToldNow['since'] = (clauses) => {
    let isBefore = false
    return clauses.filter(({ words: text }) => {
      isBefore = before(text) || (isBefore && !present(text))
      return !isBefore
    })
  }
  return { words, narrows, since }
}
