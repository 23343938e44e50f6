/**
 * A rate of days is the days counted with it over the days of its period.
 *
 *   优良天数338天，优良率92.6% in a report of 2018     holds: of 365
 *   优良天数338天，优良率94.6%                          92.6
 *
 * Days on which nothing was measured are not counted, so this is a warning, and none where at most a tenth of the days is missing and the rate is 100%.
 */
import { firstMonth, lastMonth } from '../../extractors/quantities/period.ts'
import { atStep, roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { defineCheck } from './check.ts'
import { flat } from './counts.ts'
import { areNearlyAlike } from './digits.ts'

const FAR = 12

export const goodDays = defineCheck({
  kind: 'rate',
  *examine({ groups, between }) {
    for (const { values, table } of groups) {
      if (table) continue
      for (const [index, stated] of values.entries()) {
        const days = values[index - 1]
        if (days?.unit !== '天' || !isExact(days) || stated.unit !== '%' || !isExact(stated) || stated.period === null) continue
        if (stated.role !== 'actual' && stated.role !== 'share') continue
        const said = flat(between(days.evidence.end, stated.evidence.start))
        if (days.role !== 'actual' || days.period !== stated.period || said.length > FAR || /[。；;]/u.test(said)) continue
        const all = daysOf(stated.period)
        const step = writtenStep(stated.evidence.quote, stated.value)
        if (
          days.value > all ||
          stated.value >= 100 ||
          [all, all + 1].some((count) => roundsTo((days.value / count) * 100, stated.value, step))
        )
          continue
        // Far apart, the rate is of something else.
        const exact = (days.value / all) * 100
        if (Math.abs(exact - stated.value) > NEARLY && !areNearlyAlike(exact, stated.value, step)) continue
        yield {
          severity: 'warning' as const,
          claimed: stated.value,
          recomputed: Number(atStep(exact, step)),
          evidence: [stated.evidence, days.evidence],
          message: `“${days.evidence.quote}”按全期${all}天计为${atStep(exact, step)}%，文中写作“${stated.evidence.quote}”，如有效监测天数不足请注明，请核对`,
        }
      }
    }
  },
})

const NEARLY = 5

/** How many days a period has. */
function daysOf(period: string): number {
  const [from, to] = [`${firstMonth(period)}-01`, lastMonth(period)]
  const [year = 0, month = 0] = to.split('-').map(Number)
  return Math.round((Date.UTC(year, month, 1) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
