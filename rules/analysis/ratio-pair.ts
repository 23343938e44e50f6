/**
 * Two samples, each with what came out of it, below one topic or with a word that comes back to one of them: so many of so many here, so many there.
 *
 *   西市场的秤比东市场准：西市场60台有2台不准，东市场55台有11台不准
 *   同款校服，统一订的10批次个个合格，小店的14批次倒下4批次
 *   热补的84处完好79处，冷补的61处只剩22处，冷补料遇水就散
 */
import type { Lexicon } from '../../extractors/lexicon.ts'
import { cueTest } from './cue-test.ts'
import { isNamedIn } from './drawn-conclusion.ts'
import type { ClauseView, SentenceView } from './sentence-view.ts'

const PAIR = 2
/** 48卷没有一卷漏; 30份里没有 */
const NOT_ONE = /没有一\p{Script=Han}|无一|里(?:头|面)?没有/u

export function createRatioPair(lexicon: Lexicon): (sentence: SentenceView) => string | null {
  const isOther = cueTest(lexicon, 'effort-subjects', 'macro-subjects', 'contests', 'activities')
  const same = cueTest(lexicon, 'same-marks')
  const all = cueTest(lexicon, 'all-marks')
  const isWhole = (rest: string): boolean => NOT_ONE.test(rest) || all(rest)
  /** What part of a sample; null where the clause tells of none. */
  const ratioOf = ({ words, values }: ClauseView): number | null => {
    const [whole, part] = values
    if (whole !== undefined && values.length === 1 && isWhole(words.slice(words.indexOf(whole.evidence.quote)))) return 0
    const isSample = values.length === PAIR && whole !== undefined && part !== undefined && whole.unit === part.unit
    return isSample && whole.value > part.value && part.role === 'actual' ? part.value / whole.value : null
  }
  return ({ clauses, words, values }) => {
    if (values.length <= PAIR) return null
    const samples = clauses.filter((clause) => ratioOf(clause) !== null)
    const [one, other] = samples
    if (!one || !other || samples.length !== PAIR || ratioOf(one) === ratioOf(other) || isOther(words)) return null
    if (one.values[0]?.unit !== other.values[0]?.unit) return null
    const labels = samples.map((clause) => clause.words.slice(0, clause.words.indexOf(clause.values[0]?.evidence.quote ?? '')))
    const others = clauses.filter((clause) => !samples.includes(clause))
    const isTopic = clauses.indexOf(one) > 0 && clauses.slice(0, clauses.indexOf(one)).every(({ values }) => values.length === 0)
    return isTopic || same(words) || isNamedIn(others, labels) ? one.words : null
  }
}
