/**
 * Every figure that the later version states otherwise, for the first time, or no longer: in this order, each by place; and numbers that are no values.
 *
 * A figure is known again by what it is of (indicator, part, role, baseline, period, region), and else by the sentence around it.
 */
import type { Evidence } from '../../extractors/document.ts'
import type { Basis, Value } from '../../extractors/indicators/value.ts'
import { maskedSentence } from './context.ts'
import type { Version } from './revision.ts'
import { changedNumbers } from './written-numbers.ts'

export interface ChangedFigure {
  /** What it is of, and what it says of that: 会议次数（同比变化）. */
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
  const told = [
    ...changed.map(([before, after]) => ({ name: nameOf(after), before: before.evidence, after: after.evidence })),
    ...bySentence.before.map((value) => ({ name: nameOf(value), before: value.evidence, after: null })),
    ...bySentence.after.map((value) => ({ name: nameOf(value), before: null, after: value.evidence })),
  ]
  return [...told, ...changedNumbers(earlier, later, told)].sort((one, other) => weight(one) - weight(other) || place(one) - place(other))
}

/** What was changed is looked at first: a figure taken out with its sentence says little. */
const weight = ({ before, after }: ChangedFigure): number => (before !== null && after !== null ? 0 : after !== null ? 1 : 2)

const place = ({ before, after }: ChangedFigure): number => (after ?? before)?.start ?? 0

const ROLES: Readonly<Record<Value['role'], string>> = {
  actual: '',
  target: '目标',
  reference: '参照值',
  change: '变化',
  share: '占比',
  rank: '位次',
}
const CHANGES: Readonly<Partial<Record<Basis, string>>> = {
  yoy: '同比变化',
  qoq: '环比变化',
  target: '与目标的差距',
  average: '与平均水平的差距',
}
const REFERENCES: Readonly<Partial<Record<Basis, string>>> = {
  yoy: '上年同期',
  qoq: '上期',
  target: '目标',
  average: '平均水平',
  peer: '其他县市',
}

function nameOf({ name, role, basis }: Value): string {
  const ofBasis = basis === null ? undefined : role === 'change' ? CHANGES[basis] : role === 'reference' ? REFERENCES[basis] : undefined
  const says = ofBasis ?? ROLES[role]
  return says === '' || name.includes(says) ? name : `${name}（${says}）`
}

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
