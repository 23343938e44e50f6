/** Whether a difference is told without a way (与去年的95.2%相差0.5个百分点 is said of more and of less), or of the other side. */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import type { CheckedValue } from './check.ts'
import { flat } from './counts.ts'

/** How far before the figure its word stands. */
const REACH = 8

/** How far before the figure the word of its way stands. */
const CLAUSE = 14
/** And how far behind it: 2个百分点的提升. */
const BEHIND = 6

type Between = (start: number, end: number) => string

const patterns = perLexicon((lexicon) => ({
  apart: new RegExp(`(?:${wordPattern(cue(lexicon, 'apart'))})[了约近为达]?$`, 'u'),
  /** 还差: below it. */
  short: new RegExp(`(?:${wordPattern(cue(lexicon, 'still-short'))})[了约近]?$`, 'u'),
  up: new RegExp(wordPattern(['up', 'moved-up', 'stands-above', 'more-or-less', 'more-time'].flatMap((group) => cue(lexicon, group))), 'u'),
  good: new RegExp(`(?:${wordPattern(cue(lexicon, 'bounded-rates'))})$`, 'u'),
  own: new RegExp(`(?:${wordPattern(cue(lexicon, 'own-county'))})$`, 'u'),
}))

/** A rise for which no word that is known stands before it (在其下5.5个百分点) was only taken for one. */
export function isWayless(between: Between, change: CheckedValue, lexicon: Lexicon): boolean {
  const { value, evidence } = change
  const { start, end, cell } = evidence
  const { apart, short, up } = patterns(lexicon)
  const led = flat(between(start - REACH, start))
  if (apart.test(led) && !(short.test(led) && isMoreBetter(lexicon, change))) return true
  return value > 0 && cell === undefined && !up.test(flat(between(start - CLAUSE, start))) && !up.test(flat(between(end, end + BEHIND)))
}

/** 漏损率13.2%，距12%的目标还差1.2个百分点 is above it: only where more is better it is told which way. */
export const isMoreBetter = (lexicon: Lexicon, { indicator, name }: CheckedValue): boolean =>
  indicator === null
    ? patterns(lexicon).good.test(name)
    : lexicon.indicators.some(({ id, direction }) => id === indicator && direction === 'higher')

/** 塔城市98.6%，高出我县1.7个百分点: told of the other, whose way it is. */
export const isOfOther = (between: Between, start: number, lexicon: Lexicon): boolean =>
  patterns(lexicon).own.test(flat(between(start - REACH, start)))
