/**
 * A rate of one of the parts that a list makes up its whole of is that part's.
 *
 *   评定64个，其中优良52个、合格12个，优良率82.1%     81.3: 52 of the 64 that the two make up
 */
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { isBorneOut } from './borne-out.ts'
import { type CheckedValue, defineCheck } from './check.ts'
import { countsOf, flat } from './counts.ts'
import { writtenRate } from './written-rate.ts'

/** So many characters may stand between the list and the rate. */
const FAR = 10

export const listedRate = defineCheck({
  kind: 'rate',
  *examine(context) {
    for (const { values, table } of context.groups)
      for (const [index, stated] of table ? [] : values.entries()) {
        if (stated.role !== 'actual' || stated.unit !== '%' || !isExact(stated)) continue
        const verb = /([\p{Script=Han}]{2})率$/u.exec(writtenRate(context, stated))?.[1]
        const [whole, ...parts] = countsOf(context, { values: sinceLastRate(values.slice(0, index)), table: false })
        const last = parts.at(-1)
        if (verb === undefined || whole === undefined || last === undefined || parts.length < 2) continue
        const said = flat(context.between(last.value.evidence.end, stated.evidence.start))
        if (said.length > FAR || /[。；;]/u.test(said) || parts.some(({ value }) => value.unit !== whole.value.unit)) continue
        if (parts.reduce((all, { value }) => all + value.value, 0) !== whole.value.value) continue
        const named = parts.filter(({ before }) =>
          before
            .split(/[，,、]/u)
            .at(-1)
            ?.endsWith(verb),
        )
        const [part, more] = named
        if (part === undefined || more !== undefined || isBorneOut(stated, values.slice(0, index))) continue
        const exact = (part.value.value / whole.value.value) * 100
        const step = writtenStep(stated.evidence.quote, stated.value)
        if (Math.abs(exact - stated.value) <= step / 2 + 1e-9) continue
        const shown = atStep(exact, Math.min(step, 0.1))
        yield {
          severity: 'error' as const,
          claimed: stated.value,
          recomputed: Number(shown),
          evidence: [stated.evidence, part.value.evidence, whole.value.evidence],
          message: `“${whole.value.evidence.quote}”中${verb}“${part.value.evidence.quote}”，算得${shown}%，文中写作“${stated.evidence.quote}”，请核对`,
        }
      }
  },
})

const sinceLastRate = (before: readonly CheckedValue[]): readonly CheckedValue[] =>
  before.slice(before.findLastIndex(({ unit }) => unit === '%' || unit === '个百分点') + 1)
