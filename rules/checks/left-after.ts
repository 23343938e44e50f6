/**
 * What is told to be left of a whole is what its parts leave.
 *
 *   自查问题46个，5月改完31个，6月又改15个，还剩4个          11 and 4, or 15 and none
 *   计划12公里，已完成10.2公里，完成率85%，剩余2.8公里       1.8
 *
 * The parts follow the whole one by one, a clause each; only what is off by a slip of the hand is told.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { flat } from './counts.ts'
import { areNearlyAlike } from './digits.ts'
import { failedWords } from './rate-words.ts'

/** So many parts are told one by one. */
const MOST = 4

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  return {
    left: new RegExp(`[，,；、](?:(?:${words('left-over')})(?:${words('result-links')})?|(?:${words('saved')})[^，。；、0-9]{0,6})$`, 'u'),
    allElse: new RegExp(`^[，,](?:${words('count-passed')})$`, 'u'),
    failed: new RegExp(failedWords(lexicon), 'u'),
    passed: new RegExp(`^(?:${words('all-of-them')})?(?:${words('count-passed')})`, 'u'),
    apart: new RegExp(words('of-which', 'newly-added', 'asked-first', 'list-goes-on'), 'u'),
  }
})

export const leftAfter = defineCheck({
  kind: 'sum',
  *examine(context) {
    for (const { values, table } of context.groups)
      for (const [index, rest] of table ? [] : values.entries()) {
        if (!isAmount(rest) || rest.role === 'target') continue
        const last = values[index - 1]
        if (last === undefined) continue
        const said = flat(context.between(last.evidence.end, rest.evidence.start))
        const { left, allElse } = patterns(context.lexicon)
        const rate = values[index + 1]
        const isLeft = left.test(said)
        if (!isLeft && !(allElse.test(said) && rate?.unit === '%' && isExact(rate))) continue
        const slip = slipOf(context, values.slice(0, index), rest, isLeft ? undefined : rate)
        if (slip !== null) yield slip
      }
  },
})

function slipOf(context: CheckContext, before: readonly CheckedValue[], rest: CheckedValue, rate: CheckedValue | undefined): Slip | null {
  const told = before.filter((value) => value.unit === rest.unit && isAmount(value))
  const [whole, ...parts] = told.slice(-MOST - 1)
  if (whole === undefined || parts.length === 0 || parts.some(({ role }) => role === 'target')) return null
  if (told.length > MOST + 1 || !parts.every((part, at) => followsOn(context, part, parts[at - 1] ?? whole))) return null
  const step = Math.min(...[whole, rest, ...parts].map(({ evidence, value }) => writtenStep(evidence.quote, value)))
  const added = parts.reduce((all, { value }) => all + value, 0)
  const right = tidy(whole.value - added)
  if (Math.abs(right - rest.value) < step / 2 || (rate === undefined && isLeftOfOne(context, whole, parts, rest))) return null
  // 微生物超标5份，感官超标1份，合格56份，合格率90%: one may fail twice, but the rate says how many passed.
  const failedAll =
    parts.length > 1 && parts.every((part) => patterns(context.lexicon).failed.test(clauseBefore(context, part, LABEL, true)))
  if (rate !== undefined && !(failedAll && roundsTo((right / whole.value) * 100, rate.value, writtenStep(rate.evidence.quote, rate.value))))
    return null
  const claims = [rest, ...parts].flatMap((claim) => {
    const meant = tidy(claim.value + right - rest.value)
    return meant > 0 && areNearlyAlike(claim.value / step, meant / step, 1) ? [{ claim, meant }] : []
  })
  const [found] = claims
  if (found === undefined) return null
  const scale = /万/u.test(found.claim.evidence.quote) ? 1e4 : 1
  return {
    severity: 'warning',
    claimed: found.claim.value,
    recomputed: found.meant,
    evidence: [found.claim, ...[whole, ...parts, rest].filter((value) => value !== found.claim)].map(({ evidence }) => evidence),
    message: `“${whole.evidence.quote}”减去${parts.map(({ evidence }) => `“${evidence.quote}”`).join('、')}应余${tidy(right / scale)}${scale === 1 ? '' : '万'}${rest.unit}，文中写作“${rest.evidence.quote}”，请核对`,
  }
}

/** 60批次，不合格4批次，复检3批次，余下56批次: what one of them leaves; not where each of them failed and the rest passed. */
function isLeftOfOne(context: CheckContext, whole: CheckedValue, parts: readonly CheckedValue[], rest: CheckedValue): boolean {
  const { failed, passed } = patterns(context.lexicon)
  const failedAll = parts.every((part) => failed.test(clauseBefore(context, part, LABEL, true)))
  const passedAll = passed.test(flat(context.between(rest.evidence.end, rest.evidence.end + LABEL)))
  return !(failedAll && passedAll) && parts.some((part) => tidy(whole.value - part.value) === rest.value)
}

/** So far before a count its own words stand, and behind it. */
const LABEL = 14

/** A clause of its own behind the one before, of what the whole is and not of what is in a part of it. */
function followsOn({ between, lexicon }: CheckContext, part: CheckedValue, last: CheckedValue): boolean {
  const said = flat(between(last.evidence.end, part.evidence.start))
  return (
    /^[^、。]*[，；,][^、。]*$/u.test(said) && !patterns(lexicon).apart.test(said) && part.period?.slice(0, 4) === last.period?.slice(0, 4)
  )
}

const tidy = (amount: number): number => Number(amount.toPrecision(12))

const isAmount = (value: CheckedValue): boolean =>
  (value.role === 'actual' || value.role === 'target') && !/^[%‰]|个百分点|分$|倍|位/u.test(value.unit) && isExact(value) && value.value > 0
