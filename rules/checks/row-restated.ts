/**
 * What the text gives for a row of a table by its name and its column's is what the table gives.
 *
 *   | 编织袋 | 30 | 28 | 93.3 | …编织袋合格率为93.1%
 *
 * Only where the words before the figure name row and column and say nothing more, and where no figure of the row is the one.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { agreement, isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { comparables, isAbout, pointNamed } from './comparable.ts'
import type { Point } from './table-lines.ts'

/** How far before a figure its clause is read. */
const REACH = 26
/** A shorter rest says nothing of which column is meant. */
const NAMED = 2

const patterns = perLexicon((lexicon) => ({
  links: new RegExp(`(?:${wordPattern([...cue(lexicon, 'result-links'), ...cue(lexicon, 'rate-verbs')])})$`, 'u'),
}))

export const rowRestated = defineCheck({
  kind: 'restated',
  *examine(context) {
    if (comparables(context).every(({ isTable }) => !isTable)) return
    for (const value of context.values) {
      if (value.evidence.cell !== undefined || value.role !== 'actual' || !isExact(value)) continue
      const found = rowOf(context, value)
      if (found === null) continue
      const { point, column } = found
      yield {
        severity: 'warning' as const,
        claimed: value.value,
        recomputed: point.value.value,
        evidence: [value.evidence, point.value.evidence],
        message: `${point.label}${column}文中写作“${value.evidence.quote}”，表中为“${point.value.evidence.quote}”，请核对后统一`,
      }
    }
  },
})

/** The one cell that the words before a figure name, where the row does not hold the figure. */
function rowOf(context: CheckContext, value: CheckedValue): { readonly point: Point; readonly column: string } | null {
  const said = clauseBefore(context, value, REACH, true).replace(patterns(context.lexicon).links, '')
  if (said.length < NAMED + NAMED) return null
  const named = comparables(context).flatMap((line) => {
    if (!line.isTable || line.isRow || line.unit !== value.unit) return []
    const found = pointNamed(context, line, said)
    if (found === undefined || found.rest.length < NAMED || !said.includes(found.point.label) || !isAbout(context, line, found.rest))
      return []
    return [{ point: found.point, column: line.name }]
  })
  const own = named.filter(({ point }) => point.value.period === value.period && point.value.role === 'actual')
  const [first, more] = own
  if (first === undefined || more !== undefined) return null
  const row = comparables(context).flatMap(({ points, isTable, isRow, name }) =>
    isTable ? points.filter(({ label }) => label === first.point.label || (isRow && name === first.point.label)) : [],
  )
  return row.some((point) => point.value.unit === value.unit && agreement(point.value, value) !== 'apart') ? null : first
}
