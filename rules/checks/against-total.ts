/**
 * What the text tells of a table's total is so.
 *
 *   | 额敏县 | 33 | … | 全地区 | 150 |   额敏县差评33件，占全地区的26%              22
 *   | 合计 | 150 |                        三类合计合格147批次，总合格率98.7%         98
 *   | 合计 | 97 |                         隐患总数较上季度的124处减少19.8%           21.8
 *
 * The words must say that it is of all; where any total of the tables in that unit bears the figure out, nothing is said.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { flat } from './counts.ts'
import { areNearlyAlike } from './digits.ts'
import { moveWords } from './move-words.ts'
import { distance, isTurned, readingsOf } from './readings.ts'
import { type FigureTable, figureTables } from './table-figures.ts'

/** How far before a figure its words stand. */
const REACH = 16
/** So many points off a rate may be and still be of the total. */
const NEAR = 3

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  return {
    total: new RegExp(`^(?:${words('table-sum', 'whole-rows')})$`, 'u'),
    ofAll: new RegExp(`^[，,](?:${words('share')})(?:${words('whole-rows', 'total-words', 'stated-sum')})的?(?:约|近)?$`, 'u'),
    inAll: new RegExp(words('total-words', 'stated-sum'), 'u'),
  }
})

interface Total {
  readonly value: CheckedValue
  /** The other figures of its column. */
  readonly column: readonly CheckedValue[]
}

export const againstTotal = defineCheck({
  kind: 'rate',
  *examine(context) {
    const totals = figureTables(context).flatMap((table) => totalsOf(context, table))
    if (totals.length === 0) return
    for (const { values, table } of context.groups)
      for (const [index, stated] of table ? [] : values.entries()) {
        const before = values[index - 1]
        if (before === undefined || !isExact(stated) || !isExact(before) || before.unit.startsWith('%')) continue
        if (stated.role === 'change') yield* ofChange(context, stated, before, totals)
        else if (stated.unit === '%') yield* ofRate(context, stated, before, totals)
      }
  },
})

const totalsOf = ({ lexicon }: CheckContext, { rows, columns }: FigureTable): Total[] =>
  rows.flatMap(({ label, figures }) =>
    patterns(lexicon).total.test(label)
      ? figures.flatMap((figure, column) =>
          figure === undefined
            ? []
            : [
                {
                  value: figure.value,
                  column: (columns[column]?.figures ?? []).flatMap((each) => (each === undefined || each === figure ? [] : each.value)),
                },
              ],
        )
      : [],
  )

/** 占全地区的26% of a count that its column gives, and 合计合格147批次，总合格率98.7% of the one total of that unit and period. */
function* ofRate(context: CheckContext, stated: CheckedValue, part: CheckedValue, totals: readonly Total[]): Iterable<Slip> {
  if (part.role !== 'actual') return
  const { ofAll, inAll } = patterns(context.lexicon)
  const said = flat(context.between(part.evidence.end, stated.evidence.start))
  const isShare = stated.role === 'share' && ofAll.test(said)
  const isRate =
    stated.role === 'actual' && /^[，,][^，。；0-9]{0,8}率[为达是]?$/u.test(said) && inAll.test(clauseBefore(context, part, REACH, false))
  if (!isShare && !isRate) return
  const wholes = totals.filter(
    ({ value, column }) =>
      value.unit === part.unit &&
      value.value >= part.value &&
      (isShare ? column.some((each) => each.value === part.value) : value.period === part.period && value.role === 'actual'),
  )
  const step = writtenStep(stated.evidence.quote, stated.value)
  const [whole, more] = wholes.map(({ value }) => value)
  if (whole === undefined || more !== undefined || roundsTo((part.value / whole.value) * 100, stated.value, step)) return
  const exact = (part.value / whole.value) * 100
  if (isRate && Math.abs(exact - stated.value) > NEAR) return
  const shown = atStep(exact, Math.min(step, 0.1))
  yield {
    severity: 'error',
    claimed: stated.value,
    recomputed: Number(shown),
    evidence: [stated.evidence, part.evidence, whole.evidence],
    message: `表中合计为“${whole.evidence.quote}”，“${part.evidence.quote}”是它的${shown}%，文中写作“${stated.evidence.quote}”，请核对`,
  }
}

/** 隐患总数较上季度的124处减少19.8%: of the one total that it would be of but for a digit, or its way. */
function* ofChange(context: CheckContext, change: CheckedValue, earlier: CheckedValue, totals: readonly Total[]): Iterable<Slip> {
  if (
    earlier.role !== 'reference' ||
    earlier.basis !== change.basis ||
    !patterns(context.lexicon).inAll.test(clauseBefore(context, earlier, REACH, false))
  )
    return
  const levels = totals.map(({ value }) => value).filter(({ unit, role }) => unit === earlier.unit && role === 'actual')
  const read = levels.flatMap((now) =>
    readingsOf({ change, now, earlier }).map((reading) => ({ stated: { change, now, earlier }, reading })),
  )
  if (read.some(({ stated, reading }) => distance(stated, reading) <= 0)) return
  const step = writtenStep(change.evidence.quote, change.value)
  const [found, more] = read.filter(
    ({ stated, reading }) =>
      isTurned(stated, reading) ||
      (Math.sign(reading.figure) === Math.sign(change.value) &&
        ((change.unit === '%' && Math.abs(reading.figure - change.value) <= NEAR) ||
          areNearlyAlike(Math.abs(change.value), Number(atStep(Math.abs(reading.figure), step)), step))),
  )
  if (found === undefined || more !== undefined) return
  const { stated, reading } = found
  const shown = atStep(reading.figure, step)
  yield {
    kind: isTurned(stated, reading) ? 'direction' : 'delta',
    severity: 'error',
    claimed: change.value,
    recomputed: Number(shown),
    evidence: [change.evidence, stated.now.evidence, earlier.evidence],
    message: `表中合计为“${stated.now.evidence.quote}”，与“${earlier.evidence.quote}”相比应为${moveWords(shown, change.unit)}，文中写作${moveWords(String(change.value), change.unit)}（“${change.evidence.quote}”），请核对`,
  }
}
