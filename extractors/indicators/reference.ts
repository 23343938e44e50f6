/** The baseline of a level that belongs to the other side of a comparison, by the words around it. */
import { firstMonth, lastMonth, type Period, previousQuarter, readPeriods, sameLastYear, yearOf } from '../quantities/period.ts'
import { baseline, basisAt, earlierPeriod, toldIn } from './baseline.ts'
import { lastBasis } from './cues.ts'
import type { RoleContext } from './role-context.ts'
import type { RoleCues } from './role-cues.ts'
import type { Basis } from './value.ts'

/** The baseline of a level that belongs to the other side of a comparison, or null. */
export function referenceBasis(cues: RoleCues, context: RoleContext): Basis | null {
  const { lead, after, period } = context
  if (cues.levelBefore.test(lead)) return null
  if (cues.referenceBefore.test(lead) && !cues.sinceBefore.test(lead) && !(context.counting && DEED_OF.test(lead))) {
    const named = basisAt(cues, lead, period)
    if (named && named !== 'target' && !(named === 'average' && isOwnAverage(cues, context))) return named
  }
  if (context.level !== null && cues.sameTime.test(lead)) return 'yoy'
  // 92.4%，2019年91.0%: an earlier year's level of the same thing stands beside the report's own.
  const besides = context.bare && !isOfPlan(context) ? earlierPeriod(lead, period) : null
  if (besides) return besides
  if (context.bare && !context.planned && !cues.targetVerb.test(context.sentenceBefore) && isQuarterBefore(lead, period)) return 'qoq'
  // （12件降至10件）
  if (context.bare && cues.arrivesAfter.test(after)) return toldIn(cues, context.sentenceBefore, period) ?? 'previous'
  if (LEVEL_OF.test(after) && cues.setAgainst.test(lead)) {
    const named = lastBasis(cues, lead)
    return named && named.basis !== 'target' ? named.basis : cues.peerCompared.test(lead) ? 'peer' : 'average'
  }
  // 超过了平均的48%
  if (MEAN_BEFORE.test(lead) && cues.setAgainst.test(lead)) return 'average'
  if (cues.sideOfArea.test(lead) && !cues.requiredBefore.test(lead)) return 'average'
  if (cues.aside.test(lead) && after.startsWith('）') && lastBasis(cues, lead)?.basis !== 'target')
    return cues.peerCompared.test(lead) ? 'peer' : cues.placeIn.test(lead) ? 'average' : (earlierPeriod(lead, period) ?? 'previous')
  const compared = cues.comparedBefore.exec(lead)
  const told = (compared ?? cues.setAgainst.exec(lead))?.[0]
  if (told !== undefined) {
    const year = earlierPeriod(told, period)
    if (year) return year
    // 比一季度的87.5%高, in a report of the half year.
    const [part] = period === null ? [] : readPeriods(told, yearOf(period))
    if (part && period !== null && isPartOf(part.period, period)) return 'previous'
  }
  // 与全疆白棉一级46.9%比, 跟玛纳斯县的95.6%比: a place's level between the two words of a comparison.
  if (compared && cues.comparedAfter.test(after) && lastBasis(cues, lead)?.basis !== 'target') {
    if (cues.peerCompared.test(lead) || OTHER_PLACE.test(compared[0])) return 'peer'
    if (cues.placeIn.test(compared[0])) return 'average'
  }
  if (compared && /前的?$/u.test(lead)) return 'previous'
  if (compared && context.level !== null && cues.comparedAfter.test(after) && lastBasis(cues, lead) === null) return 'peer'
  if (cues.fromBefore.test(lead) && cues.toAfter.test(after))
    return toldIn(cues, context.clauseBefore, period) ?? whenSince(context) ?? baseline(cues, { ...context, near: null }) ?? 'previous'
  return null
}

/** 2023年含糖15.6%、2024年15.8%, in a plan of 2023 to 2025: a year that is planned for is no other side. */
const isOfPlan = ({ planned, planFrom, lead }: RoleContext): boolean =>
  planned && planFrom !== undefined && readPeriods(lead, null).some((said) => said.yearWritten && yearOf(said.period) >= Number(planFrom))

/** The first quarter of the first half, a month of the year: over before the report's own end. */
const isPartOf = (part: Period, period: Period): boolean =>
  part !== period && firstMonth(part) >= firstMonth(period) && lastMonth(part) < lastMonth(period)

/** 6月份才把窗口由18个并成12个: the clause says itself when. */
const whenSince = ({ clauseBefore, period }: RoleContext): Basis | null =>
  period !== null && readPeriods(clauseBefore, yearOf(period)).length > 0 ? 'previous' : null

/** 容重均值794克/升: the mean of what was measured, where no place and no comparison makes it another's. */
const isOwnAverage = (cues: RoleCues, { lead, clauseBefore }: RoleContext): boolean =>
  cues.ownAverage.test(lead) && !cues.placeIn.test(lead) && !cues.setAgainst.test(lead) && !cues.comparedIn.test(clauseBefore)

/** 对去年出问题的两家: a deed of last year tells which, and no level. */
const DEED_OF = /[对给向让把将][^，。；、0-9]{0,4}[年季月期][^，。；、0-9的]{2,10}的$/u

/** 跟玛纳斯县的: a place beyond the prefecture. */
const OTHER_PLACE = /^[与跟同和比较]\p{Script=Han}{2,6}(?:市|州|县)的?$/u

/** 四季度是6.3%, in a report of the first quarter: the last year's. */
function isQuarterBefore(lead: string, period: Period | null): boolean {
  const said = period === null ? undefined : readPeriods(lead, yearOf(period)).at(-1)
  return (
    said !== undefined &&
    period !== null &&
    !said.yearWritten &&
    said.period !== period &&
    sameLastYear(said.period) === previousQuarter(period)
  )
}

const MEAN_BEFORE = /平均的$/u
/** 93.5%的水平 */
const LEVEL_OF = /^(?:之间)?的(?:总体|整体|平均)?水平/u
