/** Which figures without a name of their own are of the level that stands before them. */
import type { Placed } from './juxtaposed.ts'
import type { ClauseView, JudgedValue, SentenceView } from './sentence-view.ts'

/** 每万人次, 折合每百户 */
const PER = /每\p{Script=Han}{1,6}$/u

/** 报告1420份/百万人，任务为1200份，多220份: a figure without a name is of the level that it is set against. */
export const isOfOne = ({ role, unit }: JudgedValue, before: readonly Placed[]): boolean =>
  role !== 'actual' && role !== 'share' && before.some(({ value }) => isUnitOf(value.unit, unit))

/** 每名监察员管设备310台，全地区人均185台: in the clause next to a level of its unit, and the only such figure there. */
export const isBeside = (
  { role, unit }: JudgedValue,
  clause: ClauseView,
  before: readonly Placed[],
  { clauses }: SentenceView,
): boolean => {
  const last = before.at(-1)
  return (
    role === 'actual' &&
    clause.values.length === 1 &&
    last !== undefined &&
    last.value.unit === unit &&
    last.value.role === 'actual' &&
    clauses.indexOf(clause) - clauses.indexOf(last.clause) === 1
  )
}

/** 投诉192件，折合每万人次6.1件: of what the clause before it counts. */
export const isPer = (
  { role, unit, evidence }: JudgedValue,
  { words }: ClauseView,
  before: readonly Placed[],
  { clauses }: SentenceView,
): boolean => {
  const last = before.at(-1)
  const isNext = last !== undefined && clauses[clauses.indexOf(last.clause) + 1]?.words === words
  return role === 'actual' && isNext && last.value.unit === unit && PER.test(words.slice(0, words.indexOf(evidence.quote)))
}

export const isUnitOf = (whole: string, unit: string): boolean => whole === unit || whole.startsWith(`${unit}/`)
