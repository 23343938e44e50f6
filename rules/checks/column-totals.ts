/**
 * What the text counts for a whole stretch is what a table's column makes up of its parts.
 *
 *   | 一季度 | 12 |  | 二季度 | 15 |  | 三季度 | 18 |  | 四季度 | 14 |   全年立案69件      59
 *
 * The rows' periods must make up the text's; where the text's figure stands in the table too, or another sum does, nothing is said.
 */
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { areNearlyAlike } from './digits.ts'
import { makeUp } from './make-ups.ts'
import { figureTables } from './table-figures.ts'

/** How far off, as a share, a total may be that is no slip of the hand in one digit. */
const NEARLY = 0.1
/** The last characters of a name say what is counted. */
const LAST = 2

export const columnTotals = defineCheck({
  kind: 'sum',
  *examine(context) {
    const lines = linesOf(context)
    for (const value of lines.length === 0 ? [] : context.values) {
      if (value.evidence.cell !== undefined || value.role !== 'actual' || !isExact(value) || !Number.isInteger(value.value)) continue
      const made = lines.filter((line) => makesUp(line, value))
      const [line, more] = made
      if (line === undefined || more !== undefined) continue
      const added = line.reduce((all, each) => all + each.value, 0)
      if (!areNearlyAlike(value.value, added, 1) && Math.abs(value.value - added) > added * NEARLY) continue
      if (value.value === added || context.values.some((other) => other.evidence.cell !== undefined && other.value === value.value))
        continue
      yield {
        severity: 'error' as const,
        claimed: value.value,
        recomputed: added,
        evidence: [value.evidence, ...line.map(({ evidence }) => evidence)],
        message: `表中各期相加为${added}${value.unit}，文中写作“${value.evidence.quote}”，请核对`,
      }
    }
  },
})

/** Rows and columns of tables, each its exact counts. */
const linesOf = (context: CheckContext): readonly (readonly CheckedValue[])[] =>
  figureTables(context)
    .flatMap(({ rows, columns }) => [...rows, ...columns])
    .map(({ figures }) => figures.flatMap((figure) => figure?.value ?? []))

/** The counts of one line whose periods make up that of a count of the text, and that are called as it is. */
function makesUp(line: readonly CheckedValue[], { unit, period, county, name }: CheckedValue): boolean {
  const parts = line.filter((each) => each.period !== period)
  const [first] = parts
  if (first === undefined || parts.length !== line.length || unit === '%') return false
  const areAlike = parts.every((each) => each.unit === unit && each.county === county && each.role === 'actual' && isExact(each))
  return (
    areAlike &&
    parts.every((each) => each.name.slice(-LAST) === name.slice(-LAST)) &&
    makeUp(
      period,
      parts.map((each) => each.period),
    )
  )
}
