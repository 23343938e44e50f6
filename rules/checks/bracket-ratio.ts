/**
 * A rate is the ratio that stands in brackets behind it.
 *
 *   合格率94.6%（54/56）      96.4
 *   合格率96.4%（54/56）      holds
 */
import { atStep, roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { defineCheck } from './check.ts'

const RATIO = /^[（(]([0-9]{1,3}(?:,?[0-9]{3}){0,2})[/／]([0-9]{1,3}(?:,?[0-9]{3}){0,2})[^0-9./／%）)]{0,3}[）)]/u
/** So many characters hold a ratio in its brackets. */
const REACH = 24
const LEVELS: ReadonlySet<string> = new Set(['actual', 'reference', 'share'])

export const bracketRatio = defineCheck({
  kind: 'rate',
  *examine({ groups, between }) {
    for (const { values } of groups)
      for (const rate of values) {
        if (rate.unit !== '%' || !LEVELS.has(rate.role) || !isExact(rate)) continue
        const behind = between(rate.evidence.end, rate.evidence.end + REACH)
        const [words, part, whole] = RATIO.exec(behind) ?? []
        if (words === undefined || part === undefined || whole === undefined) continue
        const [some, all] = [figureOf(part), figureOf(whole)]
        if (all === 0 || some > all) continue
        const is = (some / all) * 100
        const step = writtenStep(rate.evidence.quote, rate.value)
        if (roundsTo(is, rate.value, step)) continue
        const shown = atStep(is, step)
        yield {
          severity: Math.abs(is - rate.value) < step ? 'warning' : 'error',
          claimed: rate.value,
          recomputed: Number(shown),
          evidence: [rate.evidence],
          message: `括号里的${part}/${whole}是${shown}%，文中写作“${rate.evidence.quote}”，请核对`,
        }
      }
  },
})

const figureOf = (written: string): number => Number(written.replaceAll(',', ''))
