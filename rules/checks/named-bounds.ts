/**
 * What is told to hold of all of several things holds of each that the document gives a figure for, wherever these stand.
 *
 *   | 塔城市 | 91.2 | … | 托里县 | 83.5 | …各县（市）得分均在85分以上          83.5 is not
 *   | 一季度 | 二季度 | 三季度 | / | 98.3% | 97.7% | 98.6% | …均达到98%以上     97.7% is not
 *   依次为98.7%、97.5%、100%、94.2%，四类合格率均在95%以上                  94.2% is not
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { type Comparable, comparables, contentOf, isAbout } from './comparable.ts'
import { listBefore } from './list-before.ts'
import type { Point } from './table-lines.ts'

/** How far before a bound it is told of what it holds. */
const REACH = 40
const FEWEST = 3

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  return {
    all: new RegExp(
      `(?:${words('all-of-them')})(?:在|达|达到|达到了|保持在|稳定在|为|控制在|超过|高于|低于|不低于|不超过|不到|不足)?$`,
      'u',
    ),
    /** 得分‹在›82分至94分之间 */
    between: new RegExp(`(?<=(?:${words('score-words')}|率))(?:在|为|介于)$`, 'u'),
    /** ‹各县（市）›得分, ‹以上四类›投诉 */
    scope: new RegExp(`^(?:以上|上述|这)?(?:${words('every-one', 'scope-leads')})(?:类|项|种|个|家)?`, 'u'),
    other: new RegExp(`^(?:${words('the-rest', 'table-sum', 'whole-rows', 'part-sums')})|${words('base-average')}`, 'u'),
    rest: new RegExp(words('the-rest', 'exceptions', 'except-leads'), 'u'),
    scored: new RegExp(words('score-words'), 'u'),
  }
})

export const namedBounds = defineCheck({
  kind: 'direction',
  *examine(context) {
    const { all, between, rest } = patterns(context.lexicon)
    for (const bound of context.values) {
      if (bound.evidence.cell !== undefined || bound.role !== 'actual' || (bound.upper === undefined && !BOUNDS.has(bound.comparator)))
        continue
      const clause = clauseBefore(context, bound, REACH, false)
      if (rest.test(clause) || (!all.test(clause) && (bound.upper === undefined || !between.test(clause)))) continue
      const wrong = wrongOf(context, bound, clause)
      if (wrong === undefined) continue
      yield {
        severity: 'error' as const,
        claimed: bound.value,
        recomputed: wrong.value.value,
        evidence: [bound.evidence, wrong.value.evidence],
        message: `${wrong.label === wrong.value.evidence.quote ? '' : `“${wrong.label}”为`}“${wrong.value.evidence.quote}”${wrong.label === wrong.value.evidence.quote ? '' : '，'}不在“${bound.evidence.quote}”之内，文中说均在其内，请核对`,
      }
    }
  },
})

const BOUNDS: ReadonlySet<string> = new Set(['>', '>=', '<', '<='])

/** One that the bound does not hold of, in every line that may be meant. */
function wrongOf(context: CheckContext, bound: CheckedValue, clause: string): Point | undefined {
  const lists = linesFor(context, bound, clause)
  const wrong = lists.map((points) => points.find(({ value }) => !holds(bound, value.value)))
  return wrong.includes(undefined) ? undefined : wrong[0]
}

/** The list right before; else the lines of the bound's unit and period that are about what the words say. */
function linesFor(context: CheckContext, bound: CheckedValue, clause: string): readonly (readonly Point[])[] {
  const { all, between, scope, other, scored } = patterns(context.lexicon)
  const start = bound.evidence.start - clause.length
  const list = listBefore(context, { start, block: bound.evidence.block })
  if (list !== null && list[0]?.value.unit === bound.unit) return [list]
  const said = contentOf(context, clause.replace(all, '').replace(between, '').replace(scope, ''))
  const isScored = bound.unit === '分' && scored.test(said)
  return comparables(context).flatMap((line): readonly (readonly Point[])[] => {
    const named = line.points.filter(({ label }) => label.length > 1 && said.includes(label))
    if (named.length > 0 && named.length >= FEWEST - 1 && line.unit === bound.unit) return [named]
    const points = line.points.filter(({ label, value }) => !other.test(label) && value.role === 'actual')
    if (line.unit !== bound.unit || line.isOfChanges || points.length < FEWEST || !isOfOneKind(line)) return []
    if (line.by !== 'periods' && points.some(({ value }) => value.period !== bound.period)) return []
    if (bound.indicator !== null && points.some(({ value }) => isOfAnother(value, bound.indicator))) return []
    const isHeader = !line.isRow && line.name.length > 1 && said.endsWith(line.name)
    const isMeant =
      isHeader ||
      (said.length > 1 ? isAbout(context, line, said) || (isScored && scored.test(line.name)) : line.isTable && scope.test(clause))
    return isMeant ? [points] : []
  })
}

const isOfAnother = ({ indicator, breakdown }: CheckedValue, asked: string | null): boolean =>
  (indicator ?? breakdown?.of ?? asked) !== asked

/** A county's row of several indicators is no list that one bound is of. */
const isOfOneKind = ({ points, isRow }: Comparable): boolean =>
  !isRow || new Set(points.map(({ value: { indicator } }) => indicator)).size <= 1

function holds({ comparator, value: bound, upper }: CheckedValue, value: number): boolean {
  if (upper !== undefined) return value >= bound && value <= upper
  if (comparator === '>') return value > bound
  if (comparator === '>=') return value >= bound
  return comparator === '<' ? value < bound : value <= bound
}
