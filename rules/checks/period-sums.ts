/**
 * The quarters or halves of a year that a sentence counts make up what it counts for the year.
 *
 *   四个季度分别为32件、41件、57件、63件，全年共183件     193
 *   全年召开4次，其中上半年3次、下半年2次                  5
 */
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type ValueGroup } from './check.ts'

/** What is counted anew in each period; a stock (在用设备) is not added up. */
const FLOWS: ReadonlySet<string> = new Set(['件', '起', '批次', '次', '人次', '场次', '期', '份', '家次', '元'])
const WHOLES: readonly (readonly string[])[] = [
  ['Q1', 'Q2', 'Q3', 'Q4'],
  ['H1', 'H2'],
]

export const periodSums = defineCheck({
  kind: 'sum',
  *examine(context) {
    for (const group of context.groups) if (!group.table) yield* ofGroup(context, group)
  },
})

function* ofGroup({ lexicon }: CheckContext, { values }: ValueGroup) {
  const isShare = new Set(lexicon.indicators.filter(({ kind }) => kind === 'ratio').map(({ id }) => id))
  const counts = values.filter(
    (value) => FLOWS.has(value.unit) && isExact(value) && COUNTED.has(value.role) && !isShare.has(value.indicator ?? ''),
  )
  for (const whole of counts) {
    if (!/^[0-9]{4}$/u.test(whole.period ?? '')) continue
    for (const parts of WHOLES) {
      const found = parts.map((part) => counts.filter(({ period, unit }) => period === `${whole.period}-${part}` && unit === whole.unit))
      if (!found.every((each) => each.length === 1)) continue
      const added = found.reduce((sum, [part]) => sum + (part?.value ?? 0), 0)
      if (added === whole.value || counts.some((other) => other.period === whole.period && other !== whole && other.unit === whole.unit))
        continue
      yield {
        severity: 'error' as const,
        claimed: whole.value,
        recomputed: added,
        evidence: [whole.evidence, ...found.map(([part]) => (part as CheckedValue).evidence)],
        message: `各期相加为${added}${whole.unit}，全年写作“${whole.evidence.quote}”，请核对`,
      }
    }
  }
}

const COUNTED: ReadonlySet<string> = new Set(['actual', 'reference'])
