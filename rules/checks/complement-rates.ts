/**
 * What passed and what failed make up 100%.
 *
 *   合格率94.2%，不合格率5.8%     holds
 *   合格率94.2%，不合格率6.8%     5.8
 *   完成率98%，剩余3%             2
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'
import { writtenRate } from './written-rate.ts'

/** How many characters may stand between the two. */
const FAR = 16

export const complementRates = defineCheck({
  kind: 'sum',
  *examine(context) {
    const negations = cue(context.lexicon, 'negations')
    for (const { values, table } of context.groups) {
      if (table) continue
      const rates = values.filter((value) => value.unit === '%' && LEVELS.has(value.role) && isExact(value))
      yield* rests(context, rates)
      for (const [index, second] of rates.entries()) {
        const first = rates[index - 1]
        if (first === undefined || !areComplements(context, first, second, negations)) continue
        const step = Math.max(stepOf(first), stepOf(second))
        if (Math.abs(first.value + second.value - 100) <= step / 2 + 1e-9) continue
        const right = atStep(100 - first.value, step)
        yield {
          severity: 'error' as const,
          claimed: second.value,
          recomputed: Number(right),
          evidence: [second.evidence, first.evidence],
          message: `“${first.evidence.quote}”与“${second.evidence.quote}”是互补的两个率，后者应为${right}%，请核对`,
        }
      }
    }
  },
})

const LEVELS: ReadonlySet<string> = new Set(['actual', 'share', 'target'])

/** 完成率98%，剩余3%: what is left of the one rate before it. */
function* rests(context: CheckContext, rates: readonly CheckedValue[]): Iterable<Slip> {
  const [first, second, more] = rates
  if (first === undefined || second === undefined || more !== undefined) return
  if (!restOf(context.lexicon).test(flat(context.between(first.evidence.end, second.evidence.start)))) return
  const step = Math.max(stepOf(first), stepOf(second))
  if (Math.abs(first.value + second.value - 100) <= step / 2 + 1e-9) return
  const right = atStep(100 - first.value, step)
  yield {
    severity: 'error',
    claimed: second.value,
    recomputed: Number(right),
    evidence: [second.evidence, first.evidence],
    message: `除去“${first.evidence.quote}”应余${right}%，文中写作“${second.evidence.quote}”，请核对`,
  }
}

const restOf = perLexicon((lexicon) => new RegExp(`^[，,；](?:${wordPattern(cue(lexicon, 'rest-of-whole'))})(?:的|为|约)?$`, 'u'))

const stepOf = ({ evidence, value }: CheckedValue): number => writtenStep(evidence.quote, value)

/** 合格率 and 不合格率, side by side; 建材合格率 and 不合格率 of something else are not. */
function areComplements(context: CheckContext, first: CheckedValue, second: CheckedValue, negations: readonly string[]): boolean {
  const said = flat(context.between(first.evidence.end, second.evidence.start))
  // 合格率97.7%，不合格7批次，不合格率2.7%: the count of what failed may stand between.
  if (said.length > FAR || /[。；;]/u.test(said) || /[0-9.]+[^0-9]*[0-9]/u.test(said)) return false
  const [one, other] = [writtenRate(context, first), writtenRate(context, second)]
  return negations.some((not) => isNegated(one, other, not) || isNegated(other, one, not))
}

function isNegated(plain: string, negated: string, not: string): boolean {
  const verb = plain.slice(-3)
  return verb.length === 3 && negated.endsWith(`${not}${verb}`) && !plain.endsWith(`${not}${verb}`)
}
