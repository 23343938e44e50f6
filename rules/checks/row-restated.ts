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
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { agreement, isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { type Comparable, comparables, contentOf, isAbout, pointNamed, shown } from './comparable.ts'
import { flat } from './counts.ts'
import type { Point } from './table-lines.ts'

/** How far before a figure its clause is read. */
const REACH = 26
/** A shorter rest says nothing of which column is meant. */
const NAMED = 2

/** 合格率, 办结率: the name of any rate of its kind. */
const BARE = 3

const patterns = perLexicon((lexicon) => ({
  most: new RegExp(`(?:${wordPattern(['is-most', 'is-least', 'most', 'least'].flatMap((group) => cue(lexicon, group)))})$`, 'u'),
  whole: new RegExp(wordPattern(cue(lexicon, 'own-whole')), 'u'),
  total: new RegExp(`^(?:${wordPattern(cue(lexicon, 'table-sum'))})`, 'u'),
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
        ...(point.workedOut === undefined ? {} : { kind: 'rate' }),
        severity: 'warning' as const,
        claimed: value.value,
        recomputed:
          point.workedOut === undefined
            ? point.value.value
            : Number(atStep(point.value.value, writtenStep(value.evidence.quote, value.value))),
        evidence: [value.evidence, point.value.evidence],
        message: `${point.label}${column}文中写作“${value.evidence.quote}”，表中${point.workedOut === undefined ? '为' : '算得'}“${shown(point)}”，请核对后统一`,
      }
    }
  },
})

interface Cell {
  readonly point: Point
  readonly column: string
}

/** The one cell that the words before a figure name, where the row does not hold the figure. */
function rowOf(context: CheckContext, value: CheckedValue): Cell | null {
  const said = wordsBefore(context, value)
  if (said.length < NAMED + NAMED) return null
  const named = comparables(context).flatMap((line) => cellNamed(context, line, value, said))
  const own = named.filter(({ point }) => point.value.period === value.period && point.value.role === 'actual')
  const [first, more] = own
  if (first === undefined || more !== undefined) return null
  const row = comparables(context).flatMap(({ points, isTable, isRow, name }) =>
    isTable ? points.filter(({ label }) => label === first.point.label || (isRow && name === first.point.label)) : [],
  )
  return row.some((point) => point.value.unit === value.unit && isSame(point, value)) ? null : first
}

/** 餐饮环节合格率最低，‹为›96.0%: where the clause names nothing, the one before it does. */
function wordsBefore(context: CheckContext, value: CheckedValue): string {
  const { links, most } = patterns(context.lexicon)
  const own = clauseBefore(context, value, REACH, true).replace(links, '')
  if (own !== '') return own
  const from = Math.max(context.document.blocks[value.evidence.block]?.span.start ?? 0, value.evidence.start - REACH)
  const before =
    flat(context.between(from, value.evidence.start))
      .split(/[，。；、]/u)
      .at(-2) ?? ''
  return most.test(before) ? before.replace(most, '') : ''
}

/** A row by its label, or what all rows make up where the words say that it is of all. */
function cellNamed(context: CheckContext, line: Comparable, value: CheckedValue, said: string): readonly Cell[] {
  const { whole, total } = patterns(context.lexicon)
  if (!line.isTable || line.isRow || line.unit !== value.unit) return []
  const all = whole.test(said) ? line.points.find(({ label }) => total.test(label)) : undefined
  const content = contentOf(context, said)
  // 总体合格率 may be of what its own sentence lists.
  if (all !== undefined) return content.length > BARE && isAbout(context, line, content) ? [{ point: all, column: line.name }] : []
  const found = pointNamed(context, line, said)
  if (found === undefined || found.rest.length < NAMED || !said.includes(found.point.label) || !isAbout(context, line, found.rest))
    return []
  return [{ point: found.point, column: line.name }]
}

/** A rate that is worked out is known as exactly as it is told. */
const isSame = (point: Point, value: CheckedValue): boolean =>
  point.workedOut === undefined
    ? agreement(point.value, value) !== 'apart'
    : Math.abs(point.value.value - value.value) < writtenStep(value.evidence.quote, value.value)
