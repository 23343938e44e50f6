/**
 * So many of so many now, so many of so many then: the two counts of each time are a sample and what came out of it, and their ratios tell which way it went.
 *
 *   检测120点，合格111点；去年同批检测96点，合格94点     worse
 *   七县市里排第五，上年排第三                           worse
 *   110份里有9份不合格，去年120份里有21份               better
 *   150批次查出3批次，比二季度120批次查出4批次要好      better, as it says
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import type { Baseline, Baselines, Reporter } from './baseline.ts'
import { cueTest } from './cue-test.ts'
import { type Compared, leadBy, type Placed, subjectOf } from './juxtaposed.ts'
import type { ClauseView } from './sentence-view.ts'

/** `quality`: those of the values that are results; of a sample it is what came out that must be one. */
export type Sampled = (clauses: readonly ClauseView[], quality: readonly Placed[], reporter: Reporter) => Compared[]

const COUNTS = 4
/** 要好一些 */
const LONGEST_VERDICT = 8
const TIMED: ReadonlySet<Baseline> = new Set(['yoy', 'qoq', 'previous'])

export function createSampled(lexicon: Lexicon, baselines: Baselines): Sampled {
  const bad = cueTest(lexicon, 'better-lower', 'deficits')
  const good = cueTest(lexicon, 'passing-words')
  const [better, worse] = [cueTest(lexicon, 'graded-better'), cueTest(lexicon, 'graded-worse')]
  const openers = new RegExp(`^(?:${wordPattern(cue(lexicon, 'relation-openers'))})`, 'u')
  /** 150批次查出3批次，比二季度120批次查出4批次要好: whoever says which is better speaks of how it turned out. */
  const verdictOf = ({ value: { evidence }, clause: { words } }: Placed): number => {
    const rest = words.slice(words.lastIndexOf(evidence.quote) + evidence.quote.length)
    if (!openers.test(words) || rest.length > LONGEST_VERDICT) return 0
    return better(rest) ? 1 : worse(rest) ? -1 : 0
  }
  const baselineOf = ({ value, clause }: Placed, reporter: Reporter): Baseline | null =>
    value.basis === null || value.basis === 'base-year' ? baselines.of(clause.words, reporter) : value.basis
  /** 排第五，上年排第三 */
  const ofRanks = (quality: readonly Placed[], reporter: Reporter): Compared[] => {
    const [one, other, ...more] = quality.filter(({ value: { role } }) => role === 'rank')
    const baseline = other ? baselines.of(other.clause.words, reporter) : null
    if (!one || !other || more.length > 0 || baseline === null || !TIMED.has(baseline)) return []
    return [{ subject: subjectOf(one.value), baseline, lead: leadBy(other.value.value - one.value.value, one.value.evidence.start) }]
  }
  return (clauses, quality, reporter) => [...ofRanks(quality, reporter), ...ofCounts(clauses, quality, reporter)]

  function ofCounts(clauses: readonly ClauseView[], quality: readonly Placed[], reporter: Reporter): Compared[] {
    const told = clauses.flatMap((clause) => clause.values.map((value) => ({ value, clause })))
    const [whole, part, otherWhole, otherPart] = told
    if (told.length !== COUNTS || !whole || !part || !otherWhole || !otherPart) return []
    const verdict = verdictOf(otherPart)
    if (verdict === 0 && ![part, otherPart].every((each) => quality.some(({ value }) => value === each.value))) return []
    const isOne = [part, otherWhole, otherPart].every(({ value: { unit } }) => unit === whole.value.unit && unit !== '%')
    const [one, other] = [part.value.value / whole.value.value, otherPart.value.value / otherWhole.value.value]
    if (!isOne || one > 1 || other > 1 || one === other) return []
    const [first, second] = [baselineOf(whole, reporter), baselineOf(otherWhole, reporter)]
    const baseline = first ?? second
    if (baseline === null || (first !== null && second !== null)) return []
    const words = part.clause.words + otherPart.clause.words
    const sign = bad(words) ? -1 : good(words) ? 1 : 0
    const difference = verdict || (first === null ? one - other : other - one) * sign
    return [{ subject: subjectOf(part.value), baseline, lead: leadBy(difference, part.value.evidence.start) }]
  }
}
