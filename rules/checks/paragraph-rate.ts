/**
 * A rate is that of two counts of its paragraph, wherever in it they stand and whatever they are called.
 *
 *   共抽查126批次，其中建材54批次。经检验，合格120批次。总体合格率为95.8%      95.2
 *   年度任务是更换公平秤130台，覆盖11个乡镇。已更换112台，完成率82.6%         86.2
 *   抽查滴灌带等72批次，67批次符合标准要求，合格率为95.8%                      93.1
 *
 * The part is what the rate's verb says, else the count right before the rate; the whole is what was tried, due or planned before it. Only where no two
 * counts of the paragraph bear the rate out, and where one pair is left, or one that differs from it by a slip of the hand.
 */

import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { areNearlyAlike } from './digits.ts'
import { saysNoMore } from './named-counts.ts'
import { amountsOfBlock, isGivenBy, type Operand } from './operands.ts'
import { failedWords } from './rate-words.ts'

/** How far before a rate its name stands. */
const REACH = 24
/** So many characters may stand between the last count and the rate. */
const FAR = 16
/** So many points a slip is off, where nothing but the words speaks for the pair. */
const OFF = 15

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  return {
    rate: new RegExp(
      `(?<lead>[\\p{Script=Han}“”（）]*?)(?<verb>[\\p{Script=Han}]{2})(?:${words('to-the-end')})?率(?:${words('rate-verbs')})?(?:了|约)?$`,
      'u',
    ),
    pass: new RegExp(`^(?:${words('count-passed')})$`, 'u'),
    /** 完成率, 合格率: of whatever was done, be it called so or not. */
    general: new RegExp(`^(?:${words('count-passed', 'done-to-some')})$`, 'u'),
    passed: new RegExp(words('count-passed', 'meets-standard'), 'u'),
    failed: new RegExp(failedWords(lexicon), 'u'),
    whole: new RegExp(
      words('count-sampled', 'count-found', 'due', 'asked-first', 'planned-first', 'total-words', 'all-there-is', 'sum-leads'),
      'u',
    ),
    tried: new RegExp(words('count-sampled'), 'gu'),
    all: new RegExp(words('own-whole'), 'u'),
    part: new RegExp(words('of-which', 'among'), 'u'),
    done: new RegExp(words('done-already', 'done', 'planned-done'), 'u'),
    not: new RegExp(`[${cue(lexicon, 'negations').join('')}]`, 'u'),
  }
})

export const paragraphRate = defineCheck({
  kind: 'rate',
  *examine(context) {
    const rates = context.values.filter(({ unit, role, evidence }) => unit === '%' && role !== 'change' && evidence.cell === undefined)
    for (const [index, stated] of rates.entries()) {
      if ((stated.role !== 'actual' && stated.role !== 'target') || !isExact(stated)) continue
      const slip = examineRate(context, stated, rates[index - 1])
      if (slip !== null) yield slip
    }
  },
})

interface Pair {
  readonly part: Operand
  readonly whole: Operand
  readonly exact: number
}

/** The counts before another rate are spent on it. */
function examineRate(context: CheckContext, stated: CheckedValue, last: CheckedValue | undefined): Slip | null {
  const found = patterns(context.lexicon).rate.exec(clauseBefore(context, stated, REACH, true))
  if (found?.groups === undefined) return null
  const { lead = '', verb = '' } = found.groups
  const counts = amountsOfBlock(context, stated)
  if (
    counts.length < 2 ||
    isGivenBy(
      stated,
      counts.map(({ value }) => value),
    ) ||
    isLeftBySum(stated, counts)
  )
    return null
  const before = counts.filter(({ value }) => value.evidence.end <= stated.evidence.start && value.period === stated.period)
  const part = partOf(context, stated, before, verb)
  if (part === null || part !== before.at(-1) || (last !== undefined && part.value.evidence.start < last.evidence.start)) return null
  const wholes = wholesOf(context, before, part)
  if (patterns(context.lexicon).all.test(lead) && severalBefore(context, before, part)) return null
  const pairs = wholes.flatMap((whole): readonly Pair[] => {
    const exact = rateOf(context, part, whole, verb)
    return exact === null || !saysNoMore(lead.replace(patterns(context.lexicon).tried, ''), whole.label, context.lexicon)
      ? []
      : [{ part, whole, exact }]
  })
  const step = writtenStep(stated.evidence.quote, stated.value)
  const near = pairs.filter(({ exact }) => areNearlyAlike(exact, stated.value, step))
  const [pair, more] = near.length > 0 ? near : pairs
  if (pair === undefined || more !== undefined || roundsTo(pair.exact, stated.value, step)) return null
  return Math.abs(pair.exact - stated.value) > OFF ? null : slipOf(stated, pair, step)
}

/** 抽检50批次，硫分超标3批次，灰分超标2批次，合格率90%: what several in a row are of one, or leave of it. */
function isLeftBySum({ value: rate, evidence }: CheckedValue, counts: readonly Operand[]): boolean {
  const step = writtenStep(evidence.quote, rate)
  return counts.some(({ value: first }, from) => {
    let sum = 0
    return counts.slice(from).some(({ value: each }) => {
      sum += each.unit === first.unit ? each.value : 0
      const shares = counts
        .filter(({ value }) => value.unit === first.unit && value.value > sum)
        .map(({ value }) => (sum / value.value) * 100)
      return shares.some((share) => roundsTo(share, rate, step) || roundsTo(100 - share, rate, step))
    })
  })
}

/** What the rate's verb says; else the last count, right before the rate. */
function partOf(context: CheckContext, stated: CheckedValue, before: readonly Operand[], verb: string): Operand | null {
  const { pass, passed, failed, not } = patterns(context.lexicon)
  const isNamed = ({ label }: Operand): boolean =>
    pass.test(verb) ? passed.test(label) || failed.test(label) : label.includes(verb) && !not.test(label.slice(0, label.indexOf(verb)))
  const last = before.at(-1)
  const named = before.findLast(isNamed)
  if (named !== undefined) return before.filter(isNamed).length === 1 || named === last ? named : null
  if (last === undefined || last.back !== before.at(-1)?.back) return null
  const gap = stated.evidence.start - last.value.evidence.end
  const { done, general } = patterns(context.lexicon)
  return gap <= FAR && general.test(verb) && done.test(last.label) ? last : null
}

/** What was tried, due or planned before the part; where nothing is called so, what is not one of several parts. */
function wholesOf({ lexicon }: CheckContext, before: readonly Operand[], { value: part }: Operand): readonly Operand[] {
  const { whole, part: ofWhich } = patterns(lexicon)
  const larger = before.filter(
    ({ value }) => value.evidence.end <= part.evidence.start && value.unit === part.unit && value.value >= part.value,
  )
  const named = larger.filter(({ label }) => whole.test(label) && !ofWhich.test(label))
  return named.length > 0 ? named : larger.filter(({ label }) => !ofWhich.test(label))
}

/** 抽样汽油40批次，柴油20批次…总体合格率: of all of them, which no one count tells. */
const severalBefore = ({ lexicon }: CheckContext, before: readonly Operand[], { value: part }: Operand): boolean =>
  before.filter(({ value, label }) => value.unit === part.unit && value.value > part.value && !patterns(lexicon).part.test(label)).length >
  1

/** Null where part and rate are not of one kind. */
function rateOf({ lexicon }: CheckContext, { value: part, label }: Operand, { value: whole }: Operand, verb: string): number | null {
  const { pass, failed } = patterns(lexicon)
  const share = (part.value / whole.value) * 100
  if (!failed.test(label)) return share
  return pass.test(verb) ? 100 - share : null
}

function slipOf(stated: CheckedValue, { part, whole, exact }: Pair, step: number): Slip {
  const shown = atStep(exact, Math.min(step, 0.1))
  return {
    severity: 'warning',
    claimed: stated.value,
    recomputed: Number(shown),
    evidence: [stated.evidence, part.value.evidence, whole.value.evidence],
    message: `按“${whole.value.evidence.quote}”与“${part.value.evidence.quote}”算得${shown}%，文中写作“${stated.evidence.quote}”，请核对`,
  }
}
