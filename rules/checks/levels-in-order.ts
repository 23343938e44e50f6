/**
 * The levels of changes that are told together, each in the place of its own: 案件6起、货值18.4万元，同比分别下降25%和31.3%（2019年8起、26.8万元).
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { isExact } from './agree.ts'
import type { CheckContext, CheckedValue } from './check.ts'
import { flat } from './counts.ts'

/** How far before the first change 分别 may stand. */
const REACH = 12

const severally = perLexicon((lexicon) => new RegExp(wordPattern(cue(lexicon, 'respectively')), 'u'))

/** The levels right before a run of changes, and as many in the bracket right behind it. */
export function levelsInOrder(
  values: readonly CheckedValue[],
  index: number,
  { between, lexicon }: CheckContext,
): { readonly now: CheckedValue; readonly earlier: CheckedValue } | null {
  const isJoined = (at: number): boolean => {
    const [one, other] = [values[at], values[at + 1]]
    return (
      one?.role === 'change' &&
      other?.role === 'change' &&
      one.unit === other.unit &&
      /^[、和及与]$/u.test(flat(between(one.evidence.end, other.evidence.start)))
    )
  }
  let [from, to] = [index, index]
  while (isJoined(from - 1)) from--
  while (isJoined(to)) to++
  const length = to - from + 1
  const [first, last] = [values[from], values[to]]
  if (length < 2 || first === undefined || last === undefined) return null
  if (!severally(lexicon).test(flat(between(first.evidence.start - REACH, first.evidence.start)))) return null
  const behind = values.slice(to + 1, to + 1 + length)
  const before = values.slice(0, from).slice(-length)
  const opens = behind[0] === undefined ? '' : flat(between(last.evidence.end, behind[0].evidence.start))
  if (behind.length !== length || before.length !== length || !/^[（(][^，。；、（()）]{0,14}$/u.test(opens)) return null
  const areLevels = [...before, ...behind].every((value) => value.role !== 'change' && value.role !== 'share' && isExact(value))
  if (!areLevels || before.some((value, at) => value.unit !== behind[at]?.unit || value.role !== 'actual')) return null
  const [now, earlier] = [before[index - from], behind[index - from]]
  return now && earlier ? { now, earlier } : null
}
