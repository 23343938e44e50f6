/**
 * Rates of the grades of one thing (A级率, B级率, C级率) are not over 100% together.
 *
 *   A级率58.3%，B级率36.9%，C级率4.8%     holds
 *   A级率58.3%，B级率38.9%，C级率4.8%     102
 */
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'

/** So many grades make a list. */
const FEWEST = 3

export const gradedRates = defineCheck({
  kind: 'sum',
  *examine(context) {
    for (const { values, table } of context.groups) {
      if (table) continue
      for (const run of runs(context, values)) {
        const added = Number(run.reduce((all, { value }) => all + value, 0).toPrecision(8))
        const slack = run.reduce((all, { evidence, value }) => all + writtenStep(evidence.quote, value) / 2, 0)
        if (added <= 100 + slack + 1e-9) continue
        yield {
          severity: 'error' as const,
          claimed: 100,
          recomputed: added,
          evidence: run.map(({ evidence }) => evidence),
          message: `各等级相加为${added}%，超过100%，请核对`,
        }
      }
    }
  },
})

const scalesOf = perLexicon((lexicon) => cue(lexicon, 'grade-scales').map((scale) => scale.split('/')))

/** Rates side by side whose names are those of grades that follow one another. */
function runs({ between, lexicon }: CheckContext, values: readonly CheckedValue[]): CheckedValue[][] {
  const scales = scalesOf(lexicon)
  const found: CheckedValue[][] = []
  for (const [index, value] of values.entries()) {
    if (value.unit !== '%' || value.role === 'change' || !isExact(value)) continue
    const before = values[index - 1]
    const run = found.at(-1)
    const isNext = before !== undefined && run?.at(-1) === before && follows(before.name, value.name, scales)
    if (isNext && /^[，、；][^，。；、0-9]{0,10}$/u.test(flat(between(before.evidence.end, value.evidence.start)))) run.push(value)
    else found.push([value])
  }
  return found.filter((run) => run.length >= FEWEST)
}

/** 校园食堂A级率 and B级率: the same end, and the next grade of one scale before it. */
const follows = (one: string, other: string, scales: readonly (readonly string[])[]): boolean =>
  scales.some((scale) =>
    scale.some((grade, at) => {
      const next = scale[at + 1]
      const end = next !== undefined && other.startsWith(next) ? other.slice(next.length) : null
      return end !== null && end.length > 0 && one.endsWith(`${grade}${end}`)
    }),
  )
