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
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { defineCheck, type Slip } from './check.ts'
import { isExplained } from './explained.ts'
import { type StatedChange, statedChanges } from './levels.ts'
import { distance, isLastDigit, isTurned, type Reading, readingsOf } from './readings.ts'

export const delta = defineCheck({
  kind: 'delta',
  *examine(context) {
    for (const stated of statedChanges(context)) if (!isExplained(context, stated)) yield* compare(stated)
  },
})

function* compare(stated: StatedChange): Iterable<Slip> {
  const readings = readingsOf(stated)
  const [meant] = readings
  if (meant && isLastDigit(stated, meant)) yield slipOf(stated, meant)
  if (!meant || readings.some((reading) => distance(stated, reading) <= 0 || isTurned(stated, reading))) return
  yield slipOf(stated, meant)
}

function slipOf(stated: StatedChange, meant: Reading): Slip {
  const { change, now, earlier } = stated
  const step = writtenStep(change.evidence.quote, change.value)
  const shown = atStep(meant.figure, step)
  const told = (figure: string): string => `${figure.startsWith('-') ? '下降' : '上升'}${figure.replace('-', '')}${change.unit}`
  return {
    severity: distance(stated, meant) < step / 2 ? 'warning' : 'error',
    claimed: change.value,
    recomputed: Number(shown),
    evidence: [change.evidence, now.evidence, earlier.evidence],
    message: `由“${earlier.evidence.quote}”到“${now.evidence.quote}”，应为${told(shown)}，文中写作${told(String(change.value))}（“${change.evidence.quote}”），请核对`,
  }
}
