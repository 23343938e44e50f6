/**
 * A part is not more than its whole.
 *
 *   抽查120批次，合格117批次     holds
 *   抽查120批次，合格127批次     one finding
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { writtenStep } from '../../extractors/quantities/rounding.ts'
import { type CheckedValue, defineCheck, type Slip, type ValueGroup } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { countsOf, flat } from './counts.ts'

/** So many characters before a count say that it is of each. */
const EACH = 3
/** How far before a count its clause is read. */
const CLAUSE = 14

const patterns = perLexicon((lexicon) => ({
  part: new RegExp(
    `^[，,、其中有]{0,4}[^，。；：、0-9]{0,4}?(?:${wordPattern([...cue(lexicon, 'count-passed'), ...cue(lexicon, 'count-failed')])})(?:${wordPattern(cue(lexicon, 'result-links'))})?$`,
    'u',
  ),
  whole: new RegExp(wordPattern(cue(lexicon, 'count-sampled')), 'u'),
  done: new RegExp(
    `^[，,、其中已有]{0,4}(?:${wordPattern(cue(lexicon, 'done-to-some'))}){1,2}(?:${wordPattern(cue(lexicon, 'result-links'))})?$`,
    'u',
  ),
  /** 每万人报告8份: no whole of anything. */
  averaged: new RegExp(wordPattern(cue(lexicon, 'averages')), 'u'),
  /** 黄芪、当归各2批次: of each of them. */
  each: new RegExp(`(?:${wordPattern(cue(lexicon, 'each'))})$`, 'u'),
  /** 覆盖82户，其中完成的有87户 */
  ofWhich: new RegExp(`^[，,；（(](?:${wordPattern(cue(lexicon, 'of-which'))})[^，。；、0-9]{0,10}$`, 'u'),
  /** 应评46家，已评50家: the verb, captured. */
  due: new RegExp(`(?:${wordPattern(cue(lexicon, 'due'))})([\\p{Script=Han}]{1,3})$`, 'u'),
  does: new RegExp(`^[，,、](?:${wordPattern(cue(lexicon, 'done'))})([\\p{Script=Han}]{1,3})$`, 'u'),
  found: new RegExp(`(?:${wordPattern([...cue(lexicon, 'count-found'), ...cue(lexicon, 'found-things')])})[^，。；、0-9]{0,6}$`, 'u'),
}))

export const part = defineCheck({
  kind: 'range',
  *examine(context) {
    const { part: isPart, whole: isWhole, done, found, ofWhich, each, averaged, due, does } = patterns(context.lexicon)
    for (const group of context.groups) {
      if (group.table) continue
      const counts = countsOf(context, group)
      for (const [index, { value, before }] of counts.entries()) {
        const whole = counts[index - 1]
        if (!whole || whole.value.unit !== value.unit || value.value <= whole.value.value) continue
        if (averaged.test(clauseBefore(context, whole.value, CLAUSE, true))) continue
        if (each.test(flat(context.between(whole.value.evidence.start - EACH, whole.value.evidence.start)))) continue
        const isOfTried = isPart.test(before) && isWhole.test(whole.before) && !isPart.test(whole.before)
        // 查出隐患16处，整改18处: what was found is all that can be put right.
        // 投诉350件、举报54件，按期办结404件: of all of them.
        const isMost = counts.slice(0, index).every((other) => other.value.unit !== value.unit || other === whole)
        const isFound = (done.test(before) || (isMost && isPart.test(before))) && found.test(whole.before) && !done.test(whole.before)
        const isDue = isDone(due.exec(whole.before)?.[1], does.exec(before)?.[1])
        // 受理128件，办结50件；其中产品类76件: of what was taken in.
        const isOfLast =
          ofWhich.test(before) &&
          !isPart.test(whole.before) &&
          !done.test(whole.before) &&
          counts.slice(0, index).every((other) => other.value.unit !== value.unit || other.value.value < value.value)
        if (!isOfTried && !isFound && !isOfLast && !isDue && (isPart.test(before) || !isRated(group, whole.value, value, before))) continue
        // 发现93处，整改95处，整改率102.2%: the rate says it too, and is told.
        const over = (value.value / whole.value.value) * 100
        const rate = group.values.find((each) => each.unit === '%' && each.value > 100 && Math.abs(each.value - over) < 0.1)
        if (rate !== undefined && isDue) yield ofRate(rate, value, whole.value)
        if (rate !== undefined) continue
        yield {
          severity: 'error',
          claimed: value.value,
          recomputed: whole.value.value,
          evidence: [value.evidence, whole.value.evidence],
          message: `“${before.replace(/^[，,、]+/u, '')}${value.evidence.quote}”多于总数“${whole.value.evidence.quote}”，请核对`,
        }
      }
    }
  },
})

/** 发出通知18份，回复19份，回复率94.4%: the rate of what it is, not over 100%, says that it is a part of the other. */
function isRated({ values }: ValueGroup, whole: CheckedValue, part: CheckedValue, before: string): boolean {
  const rate = values[values.indexOf(part) + 1]
  const verb = before.replace(/^[，,、]/u, '')
  if (rate?.unit !== '%' || rate.role !== 'actual' || rate.value > 100 || verb.length !== VERB || !rate.name.endsWith(`${verb}率`))
    return false
  const meant = (whole.value * rate.value) / 100
  return Math.abs(meant - Math.round(meant)) <= (whole.value * writtenStep(rate.evidence.quote, rate.value)) / 200 + 1e-9
}

/** 应评46家，已评50家，完成率108.7% */
const ofRate = (rate: CheckedValue, done: CheckedValue, due: CheckedValue): Slip => ({
  severity: 'warning',
  claimed: rate.value,
  recomputed: 100,
  evidence: [rate.evidence, done.evidence, due.evidence],
  message: `应做“${due.evidence.quote}”，已做“${done.evidence.quote}”，多于应做的，“${rate.evidence.quote}”超过100%，请核对`,
})

/** What was due and what was done, by one verb. */
const isDone = (due: string | undefined, done: string | undefined): boolean => due !== undefined && due === done

/** A rate is called by the two characters of its verb. */
const VERB = 2
