/**
 * A difference of two rates is in 个百分点; % is a share of the earlier rate.
 *
 *   合格率90.5%，较上年同期的89.4%提高1.1个百分点     holds
 *   合格率90.5%，较上年同期的89.4%提高1.1%            a warning: 1.1 points, but 1.2%
 *   合格率98.7%，较上年同期的97.9%提高0.8%            holds: it is both
 *
 * A figure that fits neither reading is the matter of delta.ts.
 */
import { atStep, roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { defineCheck } from './check.ts'
import { statedChanges } from './levels.ts'
import { difference, relative } from './readings.ts'

export const unit = defineCheck({
  kind: 'unit',
  *examine(context) {
    for (const stated of statedChanges(context)) {
      const { change, now, earlier } = stated
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
