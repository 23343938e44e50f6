/**
 * Whether any counts of a sentence give a rate, be they named as its counts or not: then it is not wrong, only of something else than was thought.
 *
 *   抽检建材30批次、农资40批次，合格68批次，合格率97.1%     68 of 70
 *   抽检210批次，其中羊肉96批次、…，检出3批次，合格率98.6%   all but 3 of 210
 */
import { roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import type { CheckedValue } from './check.ts'

/** So many counts back are tried. */
const MOST = 8

export function isBorneOut(stated: CheckedValue, before: readonly CheckedValue[]): boolean {
  const step = writtenStep(stated.evidence.quote, stated.value)
  // Counts before the last rate are spent on it, but may be the whole of a later part.
  const lastRate = before.findLast(({ unit, role }) => unit === '%' && role !== 'change')?.evidence.end ?? 0
  const counts = before
    .filter(
      ({ role, unit, comparator }) =>
        (role === 'actual' || role === 'target' || role === stated.role) && !unit.startsWith('%') && comparator === '=',
    )
    .slice(-MOST)
  const last = counts.at(-1)
  const wholes = counts.flatMap((_, from) => sumsFrom(counts, from))
  // 210批次…，检出3批次: what is told last may be what is left.
  if (
    last !== undefined &&
    wholesBehind(counts).some((whole) => whole > last.value && roundsTo((1 - last.value / whole) * 100, stated.value, step))
  )
    return true
  return counts.some(
    ({ value, unit, evidence }) =>
      evidence.start >= lastRate &&
      wholes.some(
        (whole) => whole.unit === unit && whole.sum >= value && whole.sum > 0 && roundsTo((value / whole.sum) * 100, stated.value, step),
      ),
  )
}

/** A count alone, and together with those of its unit that follow it. */
function sumsFrom(counts: readonly CheckedValue[], from: number): { unit: string; sum: number }[] {
  const unit = counts[from]?.unit ?? ''
  let sum = 0
  return counts.slice(from).flatMap((count) => {
    if (count.unit !== unit) return []
    sum += count.value
    return [{ unit, sum }]
  })
}

/** What the last count may be left of: any count before it of its unit, and a list that stands right before it (汽油30批次、柴油20批次，不合格2批次). */
function wholesBehind(counts: readonly CheckedValue[]): number[] {
  const last = counts.at(-1)
  const same = counts.filter((count) => count !== last && count.unit === last?.unit)
  const wholes = same.map(({ value }) => value)
  // 发现53处，已整改51处，余下2处: left of the first, and not of both.
  if (wholes.some((one) => wholes.some((other) => one - other === last?.value))) return wholes
  let sum = 0
  for (const count of counts.slice(0, -1).reverse().slice(0, LISTED)) {
    if (count.unit !== last?.unit) break
    sum += count.value
    wholes.push(sum)
  }
  return wholes
}

/** So many counts may be listed before what is left of them. */
const LISTED = 4
