/**
 * A stated change is the difference of the two levels stated with it.
 *
 *   合格率90.5%，较上年同期的89.4%提高1.1个百分点     holds
 *   办结率由95.8%提高到98.4%，提高3.6个百分点          one finding: 2.6
 *   投诉52件，比上年的65件下降20%                      holds
 *
 * A change of a rate written with % may be meant as points or as percent; it holds here if either does (unit.ts tells which). Levels that are bounds
 * or estimates prove nothing. A last digit that only the rounding of both levels could explain is a warning.
 */
import { atStep, roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { defineCheck, type Slip } from './check.ts'
import { isExplained } from './explained.ts'
import { type StatedChange, statedChanges } from './levels.ts'
import { moveWords } from './move-words.ts'
import { distance, isLastDigit, isTurned, type Reading, readingsOf } from './readings.ts'

export const delta = defineCheck({
  kind: 'delta',
  *examine(context) {
    let last: StatedChange | undefined
    for (const stated of statedChanges(context)) {
      if (!isExplained(context, stated) && !isToldAgain(stated, last)) yield* compare(stated)
      last = stated
    }
  },
})

/** 增加24件，增长7.9%，上年同期为300件: where the first does not fit the two levels, the second that goes with it is no slip of its own. */
function isToldAgain(stated: StatedChange, last: StatedChange | undefined): boolean {
  if (last === undefined || last.now !== stated.now || last.earlier !== stated.earlier || last.change.basis !== stated.change.basis)
    return false
  const before = last.now.value - last.change.value
  const isPair = last.change.unit === last.now.unit && stated.change.unit === '%' && last.now.unit !== '%' && before > 0
  const step = writtenStep(stated.change.evidence.quote, stated.change.value)
  return (
    isPair &&
    Math.abs(last.now.value - last.earlier.value - last.change.value) > 0 &&
    roundsTo((last.change.value / before) * 100, stated.change.value, step)
  )
}

function* compare(stated: StatedChange): Iterable<Slip> {
  const readings = readingsOf(stated)
  const [meant] = readings
  if (meant && isLastDigit(stated, meant)) yield slipOf(stated, meant)
  if (!meant || readings.some((reading) => distance(stated, reading) <= 0 || isTurned(stated, reading))) return
  yield slipOf(stated, meant)
}

function slipOf(stated: StatedChange, meant: Reading): Slip {
  const { change, now, earlier } = stated
  // 增长1倍 is told to a tenth all the same.
  const own = change.value === 0 && now.unit === '%' ? now : change
  const step = Math.min(writtenStep(own.evidence.quote, own.value), change.unit === '倍' ? 0.1 : Number.POSITIVE_INFINITY)
  const shown = atStep(meant.figure, step)
  const told = (figure: string): string => (stated.isTimes ? `${figure}倍` : moveWords(figure, change.unit))
  return {
    severity: distance(stated, meant) < step / 2 ? 'warning' : 'error',
    claimed: change.value,
    recomputed: Number(shown),
    evidence: [change.evidence, now.evidence, earlier.evidence],
    message: `由“${earlier.evidence.quote}”到“${now.evidence.quote}”，应为${stated.years === undefined || stated.years === 1 ? '' : `${stated.years}年间每年平均`}${told(shown)}，文中写作${told(String(change.value))}（“${change.evidence.quote}”），请核对`,
  }
}
