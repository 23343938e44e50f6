/**
 * A figure that the document writes again has the same digits in the same order.
 *
 *   共出动执法人员320人次。…累计出动执法人员302人次。       a warning: two digits have changed places
 *   有效注册商标2,314件。…有效注册商标2,374件。             a warning: one digit of four is another
 *   检查企业126家。…检查企业128家。                         holds: two things may be called the same
 *
 * Why: counts of one name may be of different things, so that a difference alone says nothing (restated.ts); digits that have changed places do.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { readPeriods } from '../../extractors/quantities/period.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'

/** With fewer digits, swapped ones say nothing; with fewer than the second, neither does one that is another. */
const SWAPPED = 3
const MISTYPED = 4
const LONGEST = 12
/** So many figures of one shape are kept to compare with. */
const KEPT = 8
/** A shorter name (检查企业) may be of several things. */
const NAMED = 4

const leads = perLexicon(
  (lexicon) =>
    new RegExp(
      `^(?:${wordPattern(['statement-leads', 'other-stretches', 'stated-sum', 'sum-leads'].flatMap((group) => cue(lexicon, group)))})`,
      'u',
    ),
)

export const retyped = defineCheck({
  kind: 'restated',
  *examine(context) {
    const alike = new Map<string, CheckedValue[]>()
    for (const value of context.values) {
      if (value.role !== 'actual' || value.unit === '%' || !isExact(value) || value.breakdown !== null) continue
      const keys = keysOf(value)
      if (keys.length === 0) continue
      const earlier = keys.flatMap((key) => alike.get(key) ?? [])
      const other = earlier.find((each) => each.value !== value.value && isOneThing(context, each, value))
      if (other !== undefined && !earlier.some((each) => each.value === value.value)) yield slip(other, value)
      for (const key of keys) {
        const kept = alike.get(key) ?? []
        if (kept.length < KEPT) alike.set(key, [...kept, value])
      }
    }
  },
})

/** Equal for figures with the same digits in another order, and for long ones that differ in one digit. */
function keysOf({ evidence: { quote }, unit, county, period }: CheckedValue): string[] {
  if (quote.length < SWAPPED) return []
  const written = /[0-9]+(?:\.[0-9]+)?/u.exec(flat(quote).normalize('NFKC').replaceAll(',', ''))?.[0] ?? ''
  const digits = written.replace('.', '')
  if (digits.length < SWAPPED || digits.length > LONGEST) return []
  const shape = JSON.stringify([written.indexOf('.'), unit, county, period])
  const masked = digits.length < MISTYPED ? [] : [...digits].map((_, at) => `${digits.slice(0, at)}*${digits.slice(at + 1)}`)
  return [[...digits].sort().join(''), ...masked].map((key) => `${key} ${shape}`)
}

function isOneThing({ lexicon }: CheckContext, one: CheckedValue, other: CheckedValue): boolean {
  if (one.indicator !== null || other.indicator !== null) return one.indicator === other.indicator
  const [a, b] = [one, other].map(({ name }) => core(name, leads(lexicon))) as [string, string]
  // 全市1064台‹在用电梯›运行平稳: what a name begins with where it stands behind its figure.
  return Math.min(a.length, b.length) >= NAMED && (a.endsWith(b) || b.endsWith(a) || isBehind(other, b, a))
}

/** The name of a count of before opens what stands behind this one. */
const isBehind = ({ subject, evidence }: CheckedValue, name: string, before: string): boolean =>
  subject !== null && subject.start >= evidence.end && name.startsWith(before)

/** A name without when it was and how it was summed up. */
function core(name: string, lead: RegExp): string {
  let rest = name
  for (const { span } of readPeriods(name, 2000).reverse()) rest = rest.slice(0, span.start) + rest.slice(span.end)
  for (let match = lead.exec(rest); match !== null && match[0] !== ''; match = lead.exec(rest)) rest = rest.slice(match[0].length)
  return rest
}

const slip = (first: CheckedValue, other: CheckedValue) => ({
  severity: 'warning' as const,
  claimed: other.value,
  recomputed: first.value,
  evidence: [other.evidence, first.evidence],
  message: `${first.name}前文写作“${first.evidence.quote}”，此处写作“${other.evidence.quote}”，数字相近，可能有一处抄错，请核对`,
})
