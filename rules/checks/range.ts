/**
 * A rate of a part of a whole is not over 100%. A degree of completion (完成任务的105%) and a growth may be.
 */
import { defineCheck } from './check.ts'

export const range = defineCheck({
  kind: 'range',
  *examine({ values, lexicon }) {
    const ratios = new Map(
      lexicon.indicators.filter(({ kind, unit }) => kind === 'ratio' && unit === '%').map(({ id, name }) => [id, name]),
    )
    for (const { indicator, unit, role, value, upper, evidence, breakdown } of values) {
      const name = ratios.get(indicator ?? breakdown?.of ?? '')
      if (name === undefined || unit !== '%' || role === 'change' || (upper ?? value) <= 100) continue
      yield {
        severity: 'error',
        claimed: upper ?? value,
        recomputed: 100,
        evidence: [evidence],
        message: `${name}不会超过100%，文中写作“${evidence.quote}”，请核对`,
      }
    }
  },
})
