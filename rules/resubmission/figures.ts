/**
 * Every figure that the later version states otherwise, no longer, or for the first time.
 *
 * A figure is known again by what it is of (indicator, part, role, baseline, period, region), and else by the sentence around it.
 */
import type { Evidence } from '../../extractors/document.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import { maskedSentence } from './context.ts'
import type { Version } from './revision.ts'

export interface ChangedFigure {
  readonly name: string
  /** null where the later version states it for the first time. */
  readonly before: Evidence | null
  /** null where it is no longer stated. */
  readonly after: Evidence | null
}

export function changedFigures(earlier: Version, later: Version): ChangedFigure[] {
  const same = pairs(earlier.values, later.values, (value) => `${meaning(value)}\n${reading(value)}`)
  const byMeaning = pairs(same.before, same.after, meaning)
  const sentence = new Map([
    ...byMeaning.before.map((value) => [value, maskedSentence(earlier.text, value.evidence)] as const),
    ...byMeaning.after.map((value) => [value, maskedSentence(later.text, value.evidence)] as const),
  ])
  const bySentence = pairs(byMeaning.before, byMeaning.after, (value) => `${value.role}\n${value.unit}\n${sentence.get(value) ?? ''}`)
  const changed = [...byMeaning.matched, ...bySentence.matched].filter(([before, after]) => reading(before) !== reading(after))
  return [
    ...changed.map(([before, after]) => ({ name: after.name, before: before.evidence, after: after.evidence })),
    ...bySentence.before.map(({ name, evidence }) => ({ name, before: evidence, after: null })),
    ...bySentence.after.map(({ name, evidence }) => ({ name, before: null, after: evidence })),
  ].sort((one, other) => weight(one) - weight(other) || place(one) - place(other))
}

/** What was changed comes first, then what was put in, then what was left out. */
const weight = ({ before, after }: ChangedFigure): number => (before === null ? 1 : after === null ? 2 : 0)

const place = ({ before, after }: ChangedFigure): number => (after ?? before)?.start ?? 0

const meaning = ({ indicator, name, breakdown, role, basis, period, county, unit }: Value): string =>
  JSON.stringify([indicator ?? name, breakdown, role, basis, period, county, unit])

const reading = ({ value, upper, comparator }: Value): string => JSON.stringify([value, upper ?? null, comparator])

interface Paired {
  readonly matched: readonly (readonly [Value, Value])[]
  readonly before: readonly Value[]
  readonly after: readonly Value[]
}

/** Pairs values of one key in their order; what is left over on either side stays. */
function pairs(before: readonly Value[], after: readonly Value[], keyOf: (value: Value) => string): Paired {
  const waiting = new Map<string, Value[]>()
  for (const value of after) waiting.set(keyOf(value), [...(waiting.get(keyOf(value)) ?? []), value])
  const matched: (readonly [Value, Value])[] = []
  const left: Value[] = []
  for (const value of before) {
    const other = waiting.get(keyOf(value))?.shift()
    if (other === undefined) left.push(value)
    else matched.push([value, other])
  }
  const taken = new Set(matched.map(([, value]) => value))
  return { matched, before: left, after: after.filter((value) => !taken.has(value)) }
}
