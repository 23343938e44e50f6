/**
 * The unit that stands at a place of a text: one of the lexicon's, or one built of them.
 *
 *   794克/升, 0.6件/万人       a unit of another
 *   5.2毫摩尔每升              the same in words, where nothing goes on behind it (12批次每批次3个样)
 *   3.9万亩次, 1.38万班次      so many times
 *   28.9cN/tex                 in letters, where a stroke shows that it is a unit and no name (10kV线路)
 */
import { matchAt, sticky } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'

/** The unit as written; '' where none stands there. */
export type UnitReader = (text: string, at: number) => string

const IN_LETTERS = sticky('[A-Za-zμµ]{1,4}/[A-Za-zμµ]{1,4}[0-9²³]?(?![A-Za-z])')
/** A unit in letters ends with them: 5mol is not 5 m. */
const LETTERS_END = '(?<![A-Za-z](?=[A-Za-z]))'
/** What a rate, a score or a multiple is in is never a part of a larger unit. */
const WHOLE = /[%‰成倍分位]$|分点$|指数$/u

export function createUnitReader(lexicon: Lexicon, unitOf: ReadonlyMap<string, string>): UnitReader {
  const simple = sticky(`(?!${wordPattern(lexicon.cues['tenths:misfires'] ?? [])})(?:${wordPattern([...unitOf.keys()])})${LETTERS_END}`)
  const carriers = sticky(wordPattern(cue(lexicon, 'unit-carriers')))
  const times = sticky(`(?!${wordPattern(lexicon.cues['unit-times:misfires'] ?? [])})(?:${wordPattern(cue(lexicon, 'unit-times'))})`)
  const denominators = [...[...unitOf.keys()].filter((unit) => !WHOLE.test(unit)), ...cue(lexicon, 'unit-denominators')]
  const per = sticky(`(?:/(?:${wordPattern(denominators)})|每(?:${wordPattern(denominators)})(?![\\p{L}0-9]))`)
  return (text, at) => {
    const written = matchAt(simple, text, at)
    if (written !== '' && WHOLE.test(written)) return written
    const carrier = written || matchAt(carriers, text, at)
    const end = at + carrier.length
    const counted = carrier === '' || carrier.endsWith('次') ? '' : matchAt(times, text, end)
    const whole = counted === '' ? written : carrier + counted
    if (whole === '') return matchAt(IN_LETTERS, text, at)
    return whole + matchAt(per, text, at + whole.length)
  }
}
