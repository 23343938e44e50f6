/**
 * How far a plan is carried out is what was done of what was planned.
 *
 *   预算80万元，已支出62万元，支出进度75.5%     77.5
 *   完成年内40台任务的57.5%；累计38台，完成85%    95: of the task told before
 *   计划检定1200台，完成960台，完成率82%          80
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { isBorneOut } from './borne-out.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { amountsOf, flat, type LabelledCount, roundedBy } from './counts.ts'
import { areNearlyAlike } from './digits.ts'

/** So many characters may stand between what was done and the rate. */
const FAR = 14

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  return {
    rate: new RegExp(`^[，,（(][^，。；：、0-9]{0,6}(?:${words('progress-rates')})(?:${words('rate-verbs')})?$`, 'u'),
    completes: new RegExp(`^[，,](?:${words('completes')})[了约]?$`, 'u'),
    planned: new RegExp(words('planned-amounts'), 'u'),
    task: new RegExp(words('planned-first'), 'u'),
    did: new RegExp(`(?:${words('planned-done')})[^，。；0-9]{0,6}$`, 'u'),
  }
})

export const progress = defineCheck({
  kind: 'rate',
  *examine(context) {
    for (const { values, table } of context.groups)
      for (const [index, stated] of table ? [] : values.entries()) {
        if (stated.unit !== '%' || stated.role === 'change' || !isExact(stated)) continue
        const beside = amountsBefore(context, stated, values.slice(0, index))
        // 计划…15部，实际完成12部，完成率85%: what was done makes it no target.
        const isPlan = stated.role === 'target' && beside?.done.role !== 'actual'
        const found = (isPlan ? null : beside) ?? ofTask(context, stated, values.slice(0, index))
        if (found === null || isBorneOut(stated, values.slice(0, index))) continue
        const { done, planned, slack } = found
        const exact = (done.value / planned.value) * 100
        const step = writtenStep(stated.evidence.quote, stated.value)
        if (Math.abs(exact - stated.value) <= step / 2 + exact * slack + 1e-9) continue
        const shown = atStep(exact, Math.min(step, 0.1))
        yield {
          severity: Math.abs(exact - stated.value) < step ? ('warning' as const) : ('error' as const),
          claimed: stated.value,
          recomputed: Number(shown),
          evidence: [stated.evidence, done.evidence, planned.evidence],
          message: `“${planned.evidence.quote}”完成“${done.evidence.quote}”，算得${shown}%，文中写作“${stated.evidence.quote}”，请核对`,
        }
      }
  },
})

const already = perLexicon((lexicon) => new RegExp(wordPattern(cue(lexicon, 'done-already')), 'u'))

interface Amounts {
  readonly planned: CheckedValue
  readonly done: CheckedValue
  /** How far the two can be off because they are rounded, as a share. */
  readonly slack: number
}

/** 累计38台，完成85%: of the one task of that unit that the sentence told. */
function ofTask(context: CheckContext, stated: CheckedValue, before: readonly CheckedValue[]): Amounts | null {
  const done = before.at(-1)
  if (done === undefined || done.role === 'change' || !isExact(done) || done.unit.startsWith('%')) return null
  // 截至9月底已培训186人, read as of the plan that it is a part of.
  if (done.role === 'target' && !already(context.lexicon).test(clauseBefore(context, done, FAR, true))) return null
  if (!patterns(context.lexicon).completes.test(flat(context.between(done.evidence.end, stated.evidence.start)))) return null
  const { task } = patterns(context.lexicon)
  const [planned, more] = before.filter(
    (value) =>
      value !== done && value.unit === done.unit && (value.role === 'target' || task.test(clauseBefore(context, value, FAR, true))),
  )
  const isRounded = [planned, done].some((value) => /[万亿]/u.test(value?.evidence.quote ?? ''))
  if (planned === undefined || more !== undefined || planned.value <= 0 || !isExact(planned) || isRounded) return null
  // 完成41.7% may be of the year's task, told elsewhere: only where a slip of the hand explains it.
  const exact = (done.value / planned.value) * 100
  return areNearlyAlike(exact, stated.value, writtenStep(stated.evidence.quote, stated.value)) ? { planned, done, slack: 0 } : null
}

/** ‹年初预算›120万元，至9月底支出78万元: what was planned at the year's beginning may be read as a level of then. */
function plannedFirst({ between }: CheckContext, before: readonly CheckedValue[]): readonly LabelledCount[] | null {
  const [first, second] = before.slice(-2)
  if (first?.role !== 'reference' || second?.role !== 'actual' || first.basis !== 'previous' || first.unit !== second.unit) return null
  return [
    { value: first, before: flat(between(first.evidence.start - FAR, first.evidence.start)), after: '' },
    { value: second, before: flat(between(first.evidence.end, second.evidence.start)), after: '' },
  ]
}

/** The two amounts right before a rate, the first planned and the second done. */
function amountsBefore(context: CheckContext, stated: CheckedValue, before: readonly CheckedValue[]): Amounts | null {
  const { rate, planned, did } = patterns(context.lexicon)
  const [first, second] = plannedFirst(context, before) ?? amountsOf(context, { values: before, table: false }).slice(-2)
  if (first === undefined || second === undefined || second.value !== before.at(-1) || first.value.unit !== second.value.unit) return null
  const said = flat(context.between(second.value.evidence.end, stated.evidence.start))
  if (said.length > FAR || !rate.test(said) || first.value.value <= 0) return null
  const label = first.before.split(/[。；，,]/u).at(-1) ?? ''
  if (!planned.test(label) && first.value.role !== 'target') return null
  if (!did.test(second.before) || /[。；;]/u.test(second.before) || planned.test(second.before.split(/[，,]/u).at(-1) ?? '')) return null
  const off = (each: typeof first): number => (each.value.value > 0 ? roundedBy(each) / each.value.value : 0)
  return { planned: first.value, done: second.value, slack: off(first) + off(second) }
}
