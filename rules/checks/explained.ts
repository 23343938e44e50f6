/**
 * Whether another level told near a change bears it out with one of the two that it was set against: then these are not the two that were meant.
 *
 *   合格率92.5%。二季度为94.9%；上年三季度为91.0%，今年高1.5个百分点     92.5 and 91.0, though 94.9 stands nearer
 */
import type { CheckContext, CheckedValue, ValueGroup } from './check.ts'
import type { StatedChange } from './levels.ts'
import { distance, isTurned, readingsOf } from './readings.ts'

/** So many levels back are tried. */
const MOST = 12

export function isExplained({ groups }: CheckContext, stated: StatedChange): boolean {
  const { change, now, earlier } = stated
  const at = groups.findIndex(({ values }) => values.includes(change))
  if (isOfSum(groups[at]?.values ?? [], stated)) return true
  const levels = levelsNear(groups.slice(Math.max(0, at - 1), at + 1), change).filter((value) => value !== now && value !== earlier)
  return levels.some((level) =>
    [
      { ...stated, now: level },
      { ...stated, earlier: level },
    ].some((other) =>
      readingsOf(other).some(
        (reading) => distance(other, { ...reading, slack: 0 }) <= 0 && reading.figure !== 0 && !isTurned(other, reading),
      ),
    ),
  )
}

/** Exact levels of a rate in the sentence of a change and the one before, in its paragraph. */
const levelsNear = (groups: readonly ValueGroup[], { evidence }: CheckedValue): readonly CheckedValue[] =>
  groups
    .filter(({ table }) => !table)
    .flatMap(({ values }) => values)
    .filter(
      (value) =>
        value.evidence.block === evidence.block &&
        value.unit === '%' &&
        value.role !== 'change' &&
        value.role !== 'share' &&
        value.comparator === '=' &&
        value.upper === undefined &&
        value.evidence.start < evidence.start,
    )
    .slice(-MOST)

/** 主持4项，参与5项，较上年合计的7项多了2项: of all that the sentence counts before it. */
function isOfSum(values: readonly CheckedValue[], { change, now, earlier }: StatedChange): boolean {
  if (now.unit === '%') return false
  const at = values.indexOf(now)
  const before = values
    .slice(0, at + 1)
    .filter(({ role, unit, comparator }) => role === 'actual' && unit === now.unit && comparator === '=')
  return before.slice(0, -1).some((_, from) => {
    const value = before.slice(from).reduce((all, each) => all + each.value, 0)
    const other = { change, now: { ...now, value }, earlier }
    return readingsOf(other).some((reading) => distance(other, { ...reading, slack: 0 }) <= 0 && reading.figure !== 0)
  })
}
