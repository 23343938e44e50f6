/**
 * A stated change is the difference of the two levels stated with it.
 *
 *   合格率90.5%，较上年同期的89.4%提高1.1个百分点     holds
 *   办结率由95.8%提高到98.4%，提高3.6个百分点          one finding: 2.6
 *   投诉52件，比上年的65件下降20%                      holds
 *
 * A change of a rate written with % may be meant as points or as percent; it holds if either does. Levels that are bounds or estimates prove nothing.
 */
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { type CheckedValue, defineCheck, type Slip, sameSubject } from './check.ts'

export const delta = defineCheck({
  kind: 'delta',
  *examine({ groups }) {
    for (const { values, table } of groups) {
      for (const [index, change] of values.entries()) {
        if (change.role !== 'change' || change.comparator !== '=' || change.upper !== undefined) continue
        const levels = table ? levelsOfRow(values, change) : levelsBefore(values.slice(0, index), change)
        if (levels) yield* compare(change, levels.now, levels.earlier)
      }
    }
  },
})

interface Levels {
  readonly now: CheckedValue
  readonly earlier: CheckedValue
}

const exact = ({ comparator, upper }: CheckedValue): boolean => comparator === '=' && upper === undefined

/** The reference stated last before a change, with no other change between, and the level that it is compared with. */
function levelsBefore(before: readonly CheckedValue[], change: CheckedValue): Levels | null {
  const sinceChange = before.slice(before.findLastIndex(({ role }) => role === 'change') + 1)
  const earlier = sinceChange.findLast(({ role }) => role === 'reference')
  if (!earlier || earlier.basis !== change.basis || !sameSubject(earlier, change)) return null
  const now = before.findLast((value) => value.role === 'actual' && value.unit === earlier.unit && sameSubject(value, earlier))
  const others = before.filter((value) => value.role === 'actual' && value.unit === earlier.unit && sameSubject(value, earlier))
  return now && others.length === 1 && exact(now) && exact(earlier) ? { now, earlier } : null
}

/** A row with just one level of this period, one of the period compared with, and their change. */
function levelsOfRow(row: readonly CheckedValue[], change: CheckedValue): Levels | null {
  const rates = (value: CheckedValue): boolean => (value.unit === '%') === (change.unit === '个百分点' || change.unit === '%')
  const now = row.filter((value) => value.role === 'actual' && rates(value) && value.evidence.end <= change.evidence.start)
  const earlier = row.filter((value) => value.role === 'reference' && rates(value) && value.basis === change.basis)
  const [only, against] = [now[0], earlier[0]]
  return now.length === 1 && earlier.length === 1 && only && against && only.unit === against.unit && exact(only) && exact(against)
    ? { now: only, earlier: against }
    : null
}

function* compare(change: CheckedValue, now: CheckedValue, earlier: CheckedValue): Iterable<Slip> {
  const step = (value: CheckedValue): number => writtenStep(value.evidence.quote, value.value)
  const difference = now.value - earlier.value
  const slack = (step(now) + step(earlier) + step(change)) / 2 + 1e-9
  const asDifference = Math.abs(difference - change.value) <= slack
  const percent = earlier.value === 0 ? Number.NaN : (difference / Math.abs(earlier.value)) * 100
  const percentSlack =
    step(change) / 2 +
    (Math.abs(percent) + 100) * ((step(now) / 2 + step(earlier) / 2) / Math.max(1, Math.abs(earlier.value))) * 0.01 +
    1e-9
  const counted = Number.isInteger(now.value) && Number.isInteger(earlier.value) && now.unit !== '%'
  const asPercent = Math.abs(percent - change.value) <= (counted ? step(change) / 2 + 1e-9 : percentSlack * 100)
  const isPercent = change.unit === '%'
  const holds =
    change.unit === '个百分点'
      ? asDifference
      : isPercent
        ? asPercent || (now.unit === '%' && asDifference)
        : change.unit === now.unit
          ? asDifference
          : true
  if (holds) return
  const recomputed = isPercent && now.unit !== '%' ? percent : difference
  const shown = atStep(recomputed, step(change))
  yield {
    severity: 'error',
    claimed: change.value,
    recomputed: Number(shown),
    evidence: [change.evidence, now.evidence, earlier.evidence],
    message: `由“${earlier.evidence.quote}”到“${now.evidence.quote}”，变化应为${shown}${change.unit}，文中写作“${change.evidence.quote}”（${change.value}${change.unit}），请核对`,
  }
}
