/**
 * A conclusion drawn from two parts without a word that a list could hold: after their figures stand side by side, the text comes back to one of them.
 *
 *   面粉行业合格率99.2%，制糖91.5%，制糖拖了全县的后腿        one part named again
 *   老表4.1%，换过的新表0.3%，换表见了效                      so
 *   庙尔沟站2.7%，白杨河站0.9%，庙尔沟站是白杨河站的三倍      a relation of the two
 *   县城98%，乡镇92%。                                        only a list
 */
import type { Lexicon } from '../../extractors/lexicon.ts'
import { cueFinder, cueTest } from './cue-test.ts'
import type { Placed } from './juxtaposed.ts'
import type { ClauseView, JudgedValue, SentenceView } from './sentence-view.ts'

/** Parts whose figures stand side by side, of one unit, each named by the words before its figure. */
export type NamesAgain = (parts: readonly Placed[], sentence: SentenceView, next?: SentenceView) => boolean

/** So many characters of a part's name tell it from others. */
const NAMED = 2
/** More of them are a list, of which whatever follows may name one. */
const MOST = 3
const RATE = '%'

export function createNamesAgain(lexicon: Lexicon): NamesAgain {
  const isWork = cueTest(lexicon, 'activities', 'future-marks', 'effort-subjects')
  const result = cueFinder(lexicon, 'quality-subjects', 'better-higher', 'better-lower', 'deficits')
  /** What stands before the figure, without what is measured: 面粉行业出厂 of 面粉行业出厂合格率. */
  const labelOf = ({ value, clause: { words } }: Placed): string => {
    const label = words.slice(0, Math.max(0, words.indexOf(value.evidence.quote)))
    return label.slice(0, result(label)[0]?.start ?? label.length)
  }
  return (parts, { clauses }, next) => {
    if (parts.length > MOST) return false
    const last = clauses.indexOf(parts.at(-1)?.clause as ClauseView)
    const unit = parts[0]?.value.unit
    const after = clauses.slice(last + 1).filter(({ words, values }) => !isWork(words) && !values.some((value) => tellsOfElse(value, unit)))
    const told = after.length > 0 || next === undefined || isWork(next.words) ? after : next.clauses.slice(0, 1)
    return isNamedIn(
      told.filter(({ values }) => !values.some((value) => value.unit === unit)),
      parts.map(labelOf),
    )
  }
}

/** A result of its own (重大农产品质量安全事件0起, 定检率94.2%), which is one more fact; not how the two stand to each other (三倍), nor what it lies at (地下水离板底一米). */
const tellsOfElse = ({ unit, role, indicator }: JudgedValue, of: string | undefined): boolean =>
  unit === of || (role === 'actual' && (indicator !== null || unit === RATE))

/** One is so many times the other, or they are so many per cent apart. */
const FAR_TIMES = 1.5
const FAR_POINTS = 10
/** Two figures so far apart that they are set side by side for a reason. */
export const isFar = (one: Figure, other: Figure): boolean =>
  Math.max(one.value, other.value) >= Math.min(one.value, other.value) * FAR_TIMES ||
  (one.unit === '%' && Math.abs(one.value - other.value) >= FAR_POINTS)
interface Figure {
  readonly value: number
  readonly unit: string
}

/** Whether one of the clauses names a part by a word that no other part shares. */
export function isNamedIn(clauses: readonly ClauseView[], labels: readonly string[]): boolean {
  const own = labels.flatMap((label, at) =>
    gramsOf(label).filter((gram) => !labels.some((other, place) => place !== at && other.includes(gram))),
  )
  return clauses.some(({ words }) => own.some((gram) => words.includes(gram)))
}

function gramsOf(label: string): string[] {
  const grams: string[] = []
  for (let at = 0; at + NAMED <= label.length; at++) {
    const gram = label.slice(at, at + NAMED)
    if (/^(?:\p{Script=Han}|[A-Z])+$/u.test(gram)) grams.push(gram)
  }
  return grams
}
