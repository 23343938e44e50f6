/**
 * A difference of two rates is in 个百分点; % is a share of the earlier rate.
 *
 *   合格率90.5%，较上年同期的89.4%提高1.1个百分点     holds
 *   合格率90.5%，较上年同期的89.4%提高1.1%            a warning: 1.1 points, but 1.2%
 *   合格率98.7%，较上年同期的97.9%提高0.8%            holds: it is both
 *
 *   投诉75件，上年同期96件，下降21.9个百分点           an error: counts do not differ by points
 *
 * A figure that fits neither reading is the matter of delta.ts.
 */
import { atStep, roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { type CheckedValue, defineCheck, type Slip } from './check.ts'
import { type StatedChange, statedChanges } from './levels.ts'
import { difference, relative } from './readings.ts'

export const unit = defineCheck({
  kind: 'unit',
  *examine(context) {
    for (const stated of statedChanges(context)) {
      const { change, now, earlier } = stated
      if (change.unit === '个百分点' && isCount(now) && earlier.unit === now.unit) yield* ofCount(stated)
      if (now.unit !== '%' || change.unit !== '%') continue
      const points = difference(stated)
      const percent = relative(stated)
      const step = writtenStep(change.evidence.quote, change.value)
      if (percent === null || !roundsTo(points.figure, change.value, step) || roundsTo(percent.figure, change.value, step)) continue
      const size = (figure: number): string => atStep(Math.abs(figure), step)
      yield {
        severity: 'warning',
        claimed: change.value,
        recomputed: Number(atStep(percent.figure, step)),
        evidence: [change.evidence, now.evidence, earlier.evidence],
        message: `由“${earlier.evidence.quote}”到“${now.evidence.quote}”，相差${size(points.figure)}个百分点，按增减幅度算是${size(percent.figure)}%；文中写作“${change.evidence.quote}”，如指两数之差，单位应为“个百分点”，请核对`,
      }
    }
  },
})

const isCount = ({ unit }: CheckedValue): boolean => !unit.startsWith('%') && unit !== '个百分点'

/** 投诉75件，上年同期96件，下降21.9个百分点 */
function* ofCount(stated: StatedChange): Iterable<Slip> {
  const { change, now, earlier } = stated
  const percent = relative(stated)
  const step = writtenStep(change.evidence.quote, change.value)
  if (percent === null || !roundsTo(Math.abs(percent.figure), Math.abs(change.value), step)) return
  const shown = atStep(Math.abs(percent.figure), step)
  yield {
    severity: 'error',
    claimed: change.value,
    recomputed: Number(atStep(percent.figure, step)),
    evidence: [change.evidence, now.evidence, earlier.evidence],
    message: `由“${earlier.evidence.quote}”到“${now.evidence.quote}”是增减${shown}%，不是${shown}个百分点；文中写作“${change.evidence.quote}”，请核对`,
  }
}
