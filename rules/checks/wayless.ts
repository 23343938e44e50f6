/** Whether a difference is told without a way: 与去年的95.2%相差0.5个百分点 is said of more and of less. */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { flat } from './counts.ts'

/** How far before the figure its word stands. */
const REACH = 8

const patterns = perLexicon((lexicon) => new RegExp(`(?:${wordPattern(cue(lexicon, 'apart'))})[了约近为达]?$`, 'u'))

/** `start`: where the difference stands. */
export const isWayless = (between: (start: number, end: number) => string, start: number, lexicon: Lexicon): boolean =>
  patterns(lexicon).test(flat(between(start - REACH, start)))
