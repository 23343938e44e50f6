/** Whether a difference is told without a way (与去年的95.2%相差0.5个百分点 is said of more and of less), or of the other side. */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { flat } from './counts.ts'

/** How far before the figure its word stands. */
const REACH = 8

type Between = (start: number, end: number) => string

const patterns = perLexicon((lexicon) => ({
  apart: new RegExp(`(?:${wordPattern(cue(lexicon, 'apart'))})[了约近为达]?$`, 'u'),
  own: new RegExp(`(?:${wordPattern(cue(lexicon, 'own-county'))})$`, 'u'),
}))

/** `start`: where the difference stands. */
export const isWayless = (between: Between, start: number, lexicon: Lexicon): boolean =>
  patterns(lexicon).apart.test(flat(between(start - REACH, start)))

/** 塔城市98.6%，高出我县1.7个百分点: told of the other, whose way it is. */
export const isOfOther = (between: Between, start: number, lexicon: Lexicon): boolean =>
  patterns(lexicon).own.test(flat(between(start - REACH, start)))
