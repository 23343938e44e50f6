/**
 * A figure of the paragraph that a table stands behind is what the table's counts make up.
 *
 *   安排经费86万元，明细如下 | 46 | 28.5 | 15 | 6.5 |              96
 *   餐饮环节合格率为93.7% | 餐饮 | 抽检92 | 合格86 |                93.5
 *
 * A sum only where one column could be meant and it is off by a slip of the hand; a rate only where the table has none of its own, of the row that it names.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact, isStatedCount } from './agree.ts'
import { asWritten, inItsUnit } from './as-written.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { areNearlyAlike } from './digits.ts'
import { type Point, type TableLine, tableLines } from './table-lines.ts'
import { writtenRate } from './written-rate.ts'

const FEWEST = 3
/** So many blocks may stand between: the table's caption, or nothing. */
const NEAR = 1
/** How far before a rate its row is named. */
const REACH = 30
/** A rate's own name may say so much more than its verb. */
const BARE = 2
/** So far off, as a share of it, a total may be meant as the column's. */
const NEARLY = 0.06

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  return {
    sums: new RegExp(`^(?:${words('table-sum', 'part-sums')})$`, 'u'),
    not: new RegExp(`[${cue(lexicon, 'negations').join('')}]$`, 'u'),
    done: new RegExp(`^(?:${words('done-already')})?$`, 'u'),
  }
})

export const tableBehind = defineCheck({
  kind: 'sum',
  *examine(context) {
    const lines = tableLines(context)
    if (lines.length === 0) return
    for (const { values, table } of context.groups)
      for (const value of table ? [] : values) {
        if (value.evidence.cell !== undefined || value.role !== 'actual' || !isExact(value)) continue
        const near = lines.filter(({ above }) => above - value.evidence.block >= 0 && above - value.evidence.block <= NEAR)
        if (near.length === 0) continue
        const slip = value.unit === '%' ? rateOf(context, value, values, near) : isStatedCount(value) ? sumOf(context, value, near) : null
        if (slip !== null) yield slip
      }
  },
})

function sumOf(context: CheckContext, stated: CheckedValue, lines: readonly TableLine[]): Slip | null {
  const columns = lines.filter(({ isColumn, unit, points }) => isColumn && unit === stated.unit && points.length >= FEWEST)
  const ofSums = columns.filter(({ name }) => patterns(context.lexicon).sums.test(name))
  const [column, more] = ofSums.length > 0 ? ofSums : columns
  if (column === undefined || more !== undefined || column.total !== undefined || !column.points.every(({ value }) => isStatedCount(value)))
    return null
  const figures = column.points.map(({ value }) => value.value)
  const added = Number(figures.reduce((all, value) => all + value, 0).toPrecision(12))
  if (added === stated.value || stated.value <= Math.max(...figures) || context.values.some(({ value }) => value === added)) return null
  const step = writtenStep(stated.evidence.quote, stated.value)
  const isMeant = areNearlyAlike(stated.value / step, added / step, 1) || Math.abs(added - stated.value) <= added * NEARLY
  if (!isMeant || Math.abs(asWritten(stated, added) - asWritten(stated, stated.value)) < 1e-9 || Math.abs(added - stated.value) < step)
    return null
  return {
    severity: 'warning',
    claimed: stated.value,
    recomputed: added,
    evidence: [stated.evidence, ...column.points.map(({ value }) => value.evidence)],
    message: `表中${column.points.length}行${column.name === '' ? '' : `“${column.name}”`}相加为${inItsUnit(stated, added)}，文中写作“${stated.evidence.quote}”，请核对`,
  }
}

function rateOf(context: CheckContext, stated: CheckedValue, own: readonly CheckedValue[], lines: readonly TableLine[]): Slip | null {
  const name = writtenRate(context, stated)
  const verb = /([\p{Script=Han}]{2})率$/u.exec(name)?.[1]
  const { not, done } = patterns(context.lexicon)
  if (verb === undefined || lines.some(({ unit }) => unit === '%')) return null
  // Its sentence may give the counts itself.
  if (own.some((value) => isStatedCount(value) && value.evidence.start < stated.evidence.start && value.role === 'actual')) return null
  const isOfVerb = ({ name: header }: TableLine): boolean => header.endsWith(verb) && !not.test(header.slice(0, -verb.length))
  const columns = lines.filter(({ isColumn, unit }) => isColumn && !/[%元分]/u.test(unit))
  const [part, more] = columns.filter(isOfVerb)
  const whole = columns.find(({ at, unit }) => part !== undefined && at === part.at - 1 && unit === part.unit)
  if (part === undefined || more !== undefined || whole === undefined) return null
  const clause = clauseBefore(context, stated, REACH, false)
  const named = part.points.filter(({ label }) => label.length > 1 && clause.includes(label))
  const lead = name.slice(0, -verb.length - 1)
  const row = named.length === 1 ? named[0] : named.length === 0 && (lead.length <= BARE || done.test(lead)) ? part.total : undefined
  const all = row === undefined ? undefined : row === part.total ? whole.total : whole.points.find(({ label }) => label === row.label)
  return row === undefined || all === undefined ? null : compare(stated, row, all)
}

function compare(stated: CheckedValue, { value: part, label }: Point, { value: whole }: Point): Slip | null {
  if (whole.value <= 0 || part.value > whole.value) return null
  const step = writtenStep(stated.evidence.quote, stated.value)
  const exact = (part.value / whole.value) * 100
  if (Math.abs(exact - stated.value) <= step / 2 + 1e-9) return null
  const shown = atStep(exact, Math.min(step, 0.1))
  return {
    kind: 'rate',
    severity: 'warning',
    claimed: stated.value,
    recomputed: Number(shown),
    evidence: [stated.evidence, part.evidence, whole.evidence],
    message: `表中“${label}”为“${whole.evidence.quote}”与“${part.evidence.quote}”，算得${shown}%，文中写作“${stated.evidence.quote}”，请核对`,
  }
}
