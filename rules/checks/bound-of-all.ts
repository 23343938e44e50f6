/**
 * What is told to hold of all, without their figures, holds of each row of the table that gives them.
 *
 *   | 塔城市 | 91.2 | … | 托里县 | 83.5 | …各县（市）得分均在85分以上      83.5 is not
 *
 * Only where one column of the document could be meant: of the same unit, and of the name that the claim gives or of all counties.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { tableLines } from './table-lines.ts'

/** How far before a bound it is told of what it holds. */
const REACH = 30
const FEWEST = 3
/** So many characters name a column that a claim ends with. */
const NAMED = 2
/** The end of a name that says what is counted (达标率). */
const ENDING = 2

const patterns = perLexicon((lexicon) => ({
  all: new RegExp(
    `(?:${wordPattern(cue(lexicon, 'all-of-them'))})(?:在|达|达到|达到了|保持在|稳定在|为|控制在|超过|高于|低于|不低于|不超过)?$`,
    'u',
  ),
  each: new RegExp(`^[^，。；]{0,6}?(?:${wordPattern(cue(lexicon, 'every-one'))})`, 'u'),
  between: new RegExp(`(?:${wordPattern(cue(lexicon, 'score-words'))}|率)(?:均|都|全部)?(?:在|为|介于)$`, 'u'),
  scored: new RegExp(wordPattern(cue(lexicon, 'score-words')), 'u'),
}))

export const boundOfAll = defineCheck({
  kind: 'direction',
  *examine(context) {
    const { all, between } = patterns(context.lexicon)
    const bounds = context.values.filter((value) => {
      if (value.evidence.cell !== undefined || value.role !== 'actual') return false
      const clause = clauseBefore(context, value, REACH, false)
      return value.upper === undefined ? BOUNDS.has(value.comparator) && all.test(clause) : all.test(clause) || between.test(clause)
    })
    if (bounds.length === 0) return
    const columns = columnsOf(context)
    if (columns.length === 0) return
    for (const bound of bounds) {
      const column = columnFor(context, bound, columns)
      const wrong = column?.find(({ value }) => !holds(bound, value))
      if (wrong === undefined) continue
      yield {
        severity: 'error' as const,
        claimed: bound.value,
        recomputed: wrong.value,
        evidence: [bound.evidence, wrong.evidence],
        message: `表中“${wrong.evidence.quote}”不在“${bound.evidence.quote}”之内，文中说均在其内，请核对`,
      }
    }
  },
})

const BOUNDS: ReadonlySet<string> = new Set(['>', '>=', '<', '<='])

function holds({ comparator, value: bound, upper }: CheckedValue, value: number): boolean {
  if (upper !== undefined) return value >= bound && value <= upper
  if (comparator === '>') return value > bound
  if (comparator === '>=') return value >= bound
  return comparator === '<' ? value < bound : value <= bound
}

interface Column {
  readonly header: string
  readonly values: readonly CheckedValue[]
}

/** The columns of levels, without the rows that say what all make up. */
const columnsOf = (context: CheckContext): readonly Column[] =>
  tableLines(context)
    .filter(({ isColumn }) => isColumn)
    .map(({ name, points }) => ({ header: name, values: points.map(({ value }) => value).filter(({ role }) => role === 'actual') }))
    .filter(({ values }) => values.length >= FEWEST)

function columnFor(context: CheckContext, bound: CheckedValue, columns: readonly Column[]): readonly CheckedValue[] | undefined {
  const { all, each, scored, between } = patterns(context.lexicon)
  const clause = clauseBefore(context, bound, REACH, false)
  const said = clause.replace(all, '').replace(bound.upper === undefined ? '' : /(?:均|都|全部)?(?:在|为|介于)$/u, '')
  const isNamed = ({ header }: Column): boolean => header.length >= NAMED && said.endsWith(header)
  if (
    bound.upper === undefined
      ? !all.test(clause) || !(each.test(clause) || columns.some(isNamed))
      : !(all.test(clause) || between.test(clause))
  )
    return undefined
  const isMeant = (column: Column): boolean => {
    const { header, values } = column
    const [first] = values
    if (first === undefined || values.some(({ unit, period }) => unit !== bound.unit || period !== bound.period)) return false
    if (isNamed(column)) return true
    if (bound.upper !== undefined) return false
    if (bound.indicator !== null) return first.indicator === bound.indicator || first.breakdown?.of === bound.indicator
    const ending = said.slice(-ENDING)
    return header.includes(ending) || (bound.unit === '分' && scored.test(header) && (scored.test(said) || each.exec(said)?.[0] === said))
  }
  const [column, more] = columns.filter(isMeant)
  return more === undefined ? column?.values : undefined
}
