/**
 * A share that is told roughly is one that its counts bear out.
 *
 *   办理1260笔，其中线上602笔，占比过半                     47.8% is not more than half
 *   收到9件。其中扬尘5件，占六成以上；异味3件，噪声1件       55.6: of what the list makes up
 *   办理1260笔，其中线上702笔，占比过半                     holds
 *
 * The whole is what the list of the part makes up, or what 其中 says that it is a part of. Where more than one count could be meant, the share holds if
 * one of them bears it out.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact, isStatedCount } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type ValueGroup } from './check.ts'
import { flat } from './counts.ts'

/** So many characters may stand between a part and its share. */
const FAR = 14
/** So many percent off is not 近七成 any more. */
const ROUGHLY = 6
/** 报告11份，医疗机构上报占九成以上: more characters before 占 name something else. */
const LEAD = 3
/** So many counts of a list are added. */
const MOST = 8

const patterns = perLexicon((lexicon) => {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  return {
    bare: new RegExp(`^[，,（(]([^，。；、0-9]{0,8}?)(?:${words('bare-shares')})(?:${words('rate-verbs')}|已|均|也|了)?$`, 'u'),
    named: new RegExp(
      `(?:^|[，。；])([^，。；、0-9的]{2,8}?)(?:${words('bare-shares')})(?:${words('rate-verbs')}|已|均|也|了|过|近|超)?$`,
      'u',
    ),
    within: new RegExp(`^[，,；。（(]?(?:${words('of-which')})|(?:${words('among')})[，,]?[^，。；]{0,8}$`, 'u'),
    goesOn: /^[、，；][^。；0-9]{1,10}$/u,
  }
})

export const roughShares = defineCheck({
  kind: 'rate',
  *examine(context) {
    for (const [at, { values, table }] of context.groups.entries())
      for (const [index, share] of table ? [] : values.entries()) {
        if (!isRough(share)) continue
        const named = ofItsName(context, at, share, values.slice(0, index))
        const part = named ?? values[index - 1]
        if (part === undefined || !isStatedCount(part)) continue
        const said = named === undefined ? flat(context.between(part.evidence.end, share.evidence.start)) : NAMED_SHARE
        const lead = patterns(context.lexicon).bare.exec(said)?.[1]
        const wholes =
          lead !== undefined && (lead.length <= LEAD || part.name.includes(lead))
            ? wholesOf(context, at, part, beforeOf(context, at, part, values.slice(0, index - 1)))
            : wholeBehind(context, values[index - 2], part, share, said)
        if (said.length > FAR) continue
        if (wholes.length === 0 || wholes.some((whole) => holds(share, (part.value / whole.value) * 100))) continue
        const whole = wholes[0] as CheckedValue
        const shown = atStep((part.value / whole.value) * 100, 0.1)
        yield {
          severity: 'error' as const,
          claimed: share.value,
          recomputed: Number(shown),
          words: { claimed: share.evidence.quote, recomputed: `${shown}%` },
          evidence: [share.evidence, part.evidence, whole.evidence],
          message: `“${part.evidence.quote}”是“${whole.evidence.quote}”的${shown}%，文中写作“${share.evidence.quote}”，请核对`,
        }
      }
  },
})

/** What its sentence counts before a part that stands in the sentence before. */
function beforeOf({ groups }: CheckContext, at: number, part: CheckedValue, own: readonly CheckedValue[]): readonly CheckedValue[] {
  const earlier = groups[at]?.values.includes(part) === true ? undefined : groups[at - 1]?.values
  return earlier === undefined ? own.slice(0, own.includes(part) ? own.indexOf(part) : own.length) : earlier.slice(0, earlier.indexOf(part))
}

/** What stands between a part and its share where the share itself names the part. */
const NAMED_SHARE = '，占'

/** 质量类26件、合同类9件、其他6件。‹质量类›占比过六成: the one count of its sentence or the one before that the share names. */
function ofItsName(context: CheckContext, at: number, share: CheckedValue, before: readonly CheckedValue[]): CheckedValue | undefined {
  const { groups, lexicon, between } = context
  const name = patterns(lexicon).named.exec(flat(between(share.evidence.start - FAR, share.evidence.start)))?.[1]
  if (name === undefined) return undefined
  const sentence = groups[at - 1]
  const earlier = sentence !== undefined && !sentence.table ? sentence.values : []
  const [part, more] = [...earlier, ...before].filter(
    (value) => isStatedCount(value) && value.name === name && value.evidence.block === share.evidence.block,
  )
  return more === undefined ? part : undefined
}

const isRough = ({ role, unit, comparator, upper, value, evidence }: CheckedValue): boolean =>
  (role === 'share' || role === 'actual') &&
  unit === '%' &&
  (comparator !== '=' || isWorded(evidence.quote)) &&
  upper === undefined &&
  value > 0 &&
  value < 100

/** 三分之一, 八成: rough without saying so. */
const isWorded = (quote: string): boolean => !/[0-9０-９]/u.test(quote)

function holds({ comparator, value }: CheckedValue, exact: number): boolean {
  if (comparator === '~' || comparator === '=') return Math.abs(exact - value) <= ROUGHLY
  return comparator === '>' || comparator === '>=' ? exact >= value - HALF : exact <= value + HALF
}

/** Half a percent: 六成以上 may be said of 59.7. */
const HALF = 0.5

/** What the part may be a part of: the one count that its list makes up, else every count of its unit before it. */
function wholesOf(context: CheckContext, stated: number, part: CheckedValue, before: readonly CheckedValue[]): readonly CheckedValue[] {
  const at = context.groups[stated]?.values.includes(part) === true ? stated : stated - 1
  const { groups, between, document, lexicon } = context
  const [own, sentence] = [groups[at], groups[at - 1]]
  const isSameBlock = sentence !== undefined && !sentence.table && sentence.values.at(-1)?.evidence.block === part.evidence.block
  const all = [...(isSameBlock ? sentence.values : []), ...before].filter(
    (value) => isStatedCount(value) && value.unit === part.unit && value.period === part.period && value.county === part.county,
  )
  const listed = own === undefined ? 0 : sumFrom(context, own, part)
  const made = all.filter(({ value }) => value === listed)
  if (made.length > 0) return made.slice(0, 1)
  const last = [...before].reverse().find((value) => value.evidence.end <= part.evidence.start)
  const block = document.blocks[part.evidence.block]?.span.start ?? 0
  const led = flat(between(Math.max(block, last?.evidence.end ?? part.evidence.start - FAR), part.evidence.start))
  const larger = all.filter(({ value }) => value > part.value)
  if (patterns(lexicon).within.test(led.split('。').at(-1) ?? '')) return larger
  // 企业48家，规模以上12家，占比25%；通过认证9家，占比不足一成: of what another share of the sentence is of.
  return larger.filter((whole) => before.some((share, index) => isShareOf(share, before[index - 1], whole)))
}

/** 办件4.2万件，主动评价3.15万件，超过八成的‹办件›: the count right before the part, by the name that stands behind the share. */
function wholeBehind(
  { between }: CheckContext,
  whole: CheckedValue | undefined,
  part: CheckedValue,
  { evidence }: CheckedValue,
  said: string,
): readonly CheckedValue[] {
  if (whole === undefined || !isStatedCount(whole) || whole.unit !== part.unit || whole.value < part.value || !/^[，,]$/u.test(said))
    return []
  const name = /^的([\p{Script=Han}]{2})/u.exec(flat(between(evidence.end, evidence.end + FAR)))?.[1]
  const isOfOne =
    whole.period === part.period && whole.county === part.county && !/[。；]/u.test(between(whole.evidence.end, part.evidence.start))
  return name !== undefined && whole.name.endsWith(name) && isOfOne ? [whole] : []
}

const isShareOf = (share: CheckedValue, part: CheckedValue | undefined, whole: CheckedValue): boolean =>
  part !== undefined &&
  part !== whole &&
  share.role === 'share' &&
  isExact(share) &&
  part.unit === whole.unit &&
  roundsTo((part.value / whole.value) * 100, share.value, writtenStep(share.evidence.quote, share.value))

/** What a part makes up with the counts that its list goes on with. */
function sumFrom({ between, lexicon }: CheckContext, { values }: ValueGroup, part: CheckedValue): number {
  let [added, last] = [part.value, part]
  for (const next of values.slice(values.indexOf(part) + 1).slice(0, MOST)) {
    if (next.role === 'share' || next.unit === '%') {
      last = next
      continue
    }
    if (
      !isStatedCount(next) ||
      next.unit !== part.unit ||
      !patterns(lexicon).goesOn.test(flat(between(last.evidence.end, next.evidence.start)))
    )
      break
    added += next.value
    last = next
  }
  return added
}
