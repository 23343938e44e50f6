/**
 * A change is just the difference of the level and the base beside it, and goes the other way, whatever each was called.
 *
 *   保护层厚度符合率87.8%，比上年同期的90.2%上升2.4个百分点          it is below
 *   全地区优良路率84.6%；托里县79.3%，高于全地区平均5.3个百分点      it is below
 *
 * Why: that a figure is to its last digit the difference of the two beside it is no chance. Told only where the levels have not been found by their names
 * (levels.ts), and where none of them bears the change out as it is told.
 */
import { isExact } from './agree.ts'
import { type CheckedValue, defineCheck, type Slip, type ValueGroup } from './check.ts'
import { type StatedChange, statedChanges } from './levels.ts'
import { moveWords } from './move-words.ts'
import { distance, isTurned, type Reading, readingsOf } from './readings.ts'
import { isOfOther, isWayless } from './wayless.ts'

export const turned = defineCheck({
  kind: 'direction',
  *examine(context) {
    const judged = new Set(statedChanges(context).map(({ change }) => change))
    for (const [at, group] of context.groups.entries())
      for (const [index, change] of group.table ? [] : group.values.entries()) {
        if (change.role !== 'change' || judged.has(change) || !isExact(change) || change.value === 0) continue
        const { between, lexicon } = context
        if (isWayless(between, change, lexicon) || isOfOther(between, change.evidence.start, lexicon)) continue
        const slip = slipOf([...againstBase(context.groups, at, index), ...againstOthers(group, index)])
        if (slip !== null) yield slip
      }
  },
})

/** The base right before the change with every level of its sentence before it, or the last of the sentence before. */
function againstBase(groups: readonly ValueGroup[], at: number, index: number): readonly StatedChange[] {
  const values = groups[at]?.values ?? []
  const [earlier, change] = [values[index - 1], values[index]]
  if (earlier === undefined || change === undefined || !BASES.has(earlier.role) || !isLevel(earlier, change)) return []
  if (change.basis !== null && earlier.role !== 'target' && earlier.basis !== change.basis) return []
  const own = values.slice(0, index - 1).filter((value) => isNow(value, earlier) && isLevel(value, change))
  return own.map((now) => ({ change, now, earlier }))
}

/** Against an average or another county: the level right before the change is one county's, the other stands before it. */
function againstOthers({ values }: ValueGroup, index: number): readonly StatedChange[] {
  const [now, change] = [values[index - 1], values[index]]
  if (now?.role !== 'actual' || change === undefined || !OF_OTHERS.has(change.basis ?? '') || !isLevel(now, change)) return []
  return values
    .slice(0, index - 1)
    .filter(
      (value) => value.indicator !== null && value.indicator === now.indicator && value.county !== now.county && isLevel(value, change),
    )
    .map((earlier) => ({ change, now, earlier }))
}

/** 去年为71.4%，比全疆的75.8%: last year's own level may be set against an average too. */
const isNow = ({ role, basis, period }: CheckedValue, earlier: CheckedValue): boolean =>
  role === 'actual' || (role === 'reference' && basis === 'yoy' && OF_OTHERS.has(earlier.basis ?? '') && period === earlier.period)

const BASES: ReadonlySet<string> = new Set(['reference', 'target'])
const OF_OTHERS: ReadonlySet<string> = new Set(['average', 'peer'])

const isLevel = (value: CheckedValue, { unit }: CheckedValue): boolean =>
  isExact(value) && LEVELS.has(value.role) && value.unit === (unit === '个百分点' ? '%' : unit)
const LEVELS: ReadonlySet<string> = new Set(['actual', 'reference', 'target'])

/** The difference as it is, which rounding does not touch. */
const exactly = (reading: Reading): Reading => ({ ...reading, slack: 0 })

function slipOf(pairs: readonly StatedChange[]): Slip | null {
  if (pairs.some((pair) => readingsOf(pair).some((reading) => distance(pair, exactly(reading)) <= 0))) return null
  const [found, more] = pairs.flatMap((pair) => {
    const reading = readingsOf(pair).find((each) => isTurned(pair, each))
    return reading === undefined ? [] : [pair]
  })
  if (found === undefined || more !== undefined) return null
  const { change, now, earlier } = found
  return {
    severity: 'error',
    claimed: change.value,
    recomputed: -change.value,
    words: { claimed: moveWords(String(change.value), change.unit), recomputed: moveWords(String(-change.value), change.unit) },
    evidence: [change.evidence, now.evidence, earlier.evidence],
    message: `“${now.evidence.quote}”与“${earlier.evidence.quote}”相比，应为${moveWords(String(-change.value), change.unit)}，文中写作${moveWords(String(change.value), change.unit)}（“${change.evidence.quote}”），请核对`,
  }
}
