/**
 * Where a rate bears out what was done of how many, what is told to be left is the rest.
 *
 *   受理42件。…调解成功40件，成功率95.2%，未成功的3件        2: 40 of 42 are 95.2%
 *   网点48个，达标44个，达标率91.7%，尚未达标的6个            4
 *   抽检60批次，合格57批次，合格率95%，不合格4批次            3
 *
 * Only the first count behind the rate in its paragraph, told by a negation of what was done or as what is left over.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'

/** So many counts back the whole may stand. */
const MOST = 4
/** How far before a count its own words stand, and how far a rate may stand behind its part. */
const LABEL = 14
/** So many characters may stand between a rate and what is left. */
const FAR = 16

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  return {
    not: new RegExp(`(?:[${cue(lexicon, 'negations').join('')}]|${words('not-yet')})[能有]?([\\p{Script=Han}]{2})`, 'u'),
    /** 未检的76台件 */
    notAct: new RegExp(
      `^(?:[${cue(lexicon, 'negations').join('')}]|${words('not-yet')})([\\p{Script=Han}])(?:${words('result-links')})?$`,
      'u',
    ),
    left: new RegExp(`^(?:${words('left-over')})(?:${words('result-links')})?$`, 'u'),
    apart: new RegExp(words('of-which'), 'u'),
  }
})

export const restCount = defineCheck({
  kind: 'sum',
  *examine(context) {
    for (const [at, { values, table }] of context.groups.entries())
      for (const [index, stated] of table ? [] : values.entries()) {
        if (stated.role !== 'actual' || stated.unit !== '%' || !isExact(stated)) continue
        const done = values[index - 1]
        const rest = values[index + 1]
        if (done === undefined || rest === undefined || !isCount(done) || !isCount(rest) || rest.unit !== done.unit) continue
        // 不合格的有面粉2批次、瓶装水1批次: the rest is more than the first of its list.
        const more = values[index + 2]
        if (more?.unit === rest.unit && flat(context.between(rest.evidence.end, more.evidence.start)).startsWith('、')) continue
        const whole = wholeOf(context, at, index, stated, done)
        if (whole === null || !isRest(context, stated, done, rest)) continue
        const right = whole.value - done.value
        if (right === rest.value) continue
        yield {
          severity: 'error' as const,
          claimed: rest.value,
          recomputed: right,
          evidence: [rest.evidence, whole.evidence, done.evidence],
          message: `“${whole.evidence.quote}”减去“${done.evidence.quote}”应余${right}${whole.unit}，文中写作“${rest.evidence.quote}”，请核对`,
        }
      }
  },
})

/** The count before, of the sentence or the one before it, that the rate bears out as the whole. */
function wholeOf({ groups }: CheckContext, at: number, index: number, stated: CheckedValue, done: CheckedValue): CheckedValue | null {
  const [before, own] = [groups[at - 1], groups[at]]
  const isSameBlock = before?.table === false && before.values[0]?.evidence.block === done.evidence.block
  const counts = [...(isSameBlock ? before.values : []), ...(own?.values.slice(0, index - 1) ?? [])].filter(
    (value) => isCount(value) && value.unit === done.unit && value.value > done.value,
  )
  const step = writtenStep(stated.evidence.quote, stated.value)
  const wholes = counts.slice(-MOST).filter(({ value }) => roundsTo((done.value / value) * 100, stated.value, step))
  const [whole, more] = wholes
  return whole !== undefined && (more === undefined || more.value === whole.value) ? whole : null
}

/** 未成功的, 尚未达标的, 不合格, 剩下: right behind the rate, and of the same act. */
function isRest({ between, lexicon }: CheckContext, stated: CheckedValue, done: CheckedValue, rest: CheckedValue): boolean {
  const { not, notAct, left, apart } = patterns(lexicon)
  const said = flat(between(stated.evidence.end, rest.evidence.start))
  if (said.length > FAR || /[0-9]/u.test(said) || apart.test(said)) return false
  const label = said.split(/[，。；、：]/u).at(-1) ?? ''
  if (left.test(label)) return true
  const act = not.exec(label)?.[1]
  const did = flat(between(done.evidence.start - LABEL, done.evidence.start))
    .split(/[，。；、：]/u)
    .at(-1)
  const behind = flat(between(done.evidence.end, stated.evidence.start))
  const brief = notAct.exec(label)?.[1]
  if (brief !== undefined) return `${did}${behind}`.includes(brief)
  return act !== undefined && `${did}${behind}`.includes(act) && label.replace(not, '').replace(/[的有为家户个]/gu, '').length <= UNSAID
}

/** So many characters beside the negated act may say something more. */
const UNSAID = 2

const isCount = (value: CheckedValue): boolean =>
  value.role === 'actual' && !/^[%‰]|个百分点|分|倍|元/u.test(value.unit) && isExact(value) && !/[万亿]/u.test(value.evidence.quote)
