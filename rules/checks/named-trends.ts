/**
 * What is told to rise, fall or turn over several periods does so in the figures that the document gives for them, wherever they stand.
 *
 *   | 工业产品 | 91.2 | 92.8 | 92.1 | …工业产品合格率逐季上升                 it fell
 *   | 1月 | 2月 | 3月 | / | 62 | 48 | 71 | …投诉量呈先升后降走势              it fell and rose
 *   一至四季度合格率分别为93.1%、94.5%、93.8%和95.6%，合格率逐季上升         93.8 is below 94.5
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { chineseNumeral } from '../../extractors/quantities/numeral.ts'
import { type CheckContext, defineCheck, type Slip } from './check.ts'
import { type Comparable, comparables, contentOf, isAbout } from './comparable.ts'
import { listBefore } from './list-before.ts'
import { type Clause, clausesWith, type Point } from './table-lines.ts'

const FEWEST = 3
/** A shorter name may be of anything. */
const NAMED = 2

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  const trend = (all: string, moved: string, count: string): string =>
    `${words(all)}|(?:${words('in-a-row')})(?:(?<${count}>[二三四五六两])个?(?:季度|年|月))?(?:${words('told-degrees')})?(?:${words(moved)})`
  const claim = `(?<up>${trend('trend-up', 'moved-up', 'nup')})|(?<down>${trend('trend-down', 'moved-down', 'ndown')})|(?<updown>${words('up-then-down')})|(?<downup>${words('down-then-up')})|(?<turnedup>${words('turned-up')})|(?<turneddown>${words('turned-down')})`
  return {
    claim: new RegExp(claim, 'u'),
    leads: new RegExp(`(?:${words('trend-leads')})+$`, 'u'),
    stretch: new RegExp(words('trend-stretches'), 'gu'),
    whole: new RegExp(words('in-total', 'own-whole'), 'u'),
    ofChange: new RegExp(words('rank-of-change', 'rise-sizes', 'fall-sizes'), 'u'),
  }
})

type Shape = (ways: readonly number[]) => boolean

const rises: Shape = (ways) => ways.every((way) => way >= 0)
const falls: Shape = (ways) => ways.every((way) => way <= 0)
/** One turn, and no other. */
const turns =
  (from: number): Shape =>
  (ways) => {
    const at = ways.indexOf(-from)
    return (
      at > 0 && ways.slice(0, at).every((way) => way === from || way === 0) && ways.slice(at).every((way) => way === -from || way === 0)
    )
  }
const endsWith =
  (way: number): Shape =>
  (ways) =>
    ways.at(-1) === way

interface Claim {
  readonly word: string
  readonly shape: Shape
  /** 连续三年: over so many steps. */
  readonly steps: number
}

export const namedTrends = defineCheck({
  kind: 'direction',
  *examine(context) {
    for (const clause of clausesWith(context, patterns(context.lexicon).claim)) {
      const found = patterns(context.lexicon).claim.exec(clause.text)
      const claim = found === null ? null : claimOf(found)
      if (found === null || claim === null || /[0-9]/u.test(clause.text.slice(found.index))) continue
      const before = clause.text.slice(0, found.index)
      const first = chineseNumeral(FIRST.exec(before)?.[1] ?? '') || undefined
      const series = seriesFor(context, clause, before).map((points) => points.slice(0, first).slice(-claim.steps - 1))
      const [points] = series
      if (points === undefined || series.some((each) => each.length < FEWEST || claim.shape(waysOf(each)))) continue
      yield told(context, clause, claim, points)
    }
  },
})

/** ‹前三季度›逐季走高、四季度回落: of so many of them. */
const FIRST = /前([二三四五六七八九])个?(?:季度|年|月)/u

function claimOf({ 0: word, groups = {} }: RegExpExecArray): Claim | null {
  const { up, down, updown, downup, turnedup, turneddown } = groups
  const said = groups['nup'] ?? groups['ndown']
  const steps = said === undefined ? Number.POSITIVE_INFINITY : (chineseNumeral(said.replace('两', '二')) ?? Number.POSITIVE_INFINITY)
  const shape =
    up !== undefined
      ? rises
      : down !== undefined
        ? falls
        : updown !== undefined
          ? turns(1)
          : downup !== undefined
            ? turns(-1)
            : turnedup !== undefined
              ? endsWith(1)
              : turneddown !== undefined
                ? endsWith(-1)
                : null
  return shape === null ? null : { word, shape, steps }
}

const waysOf = (points: readonly Point[]): readonly number[] =>
  points.slice(1).map(({ value }, at) => Math.sign(value.value - (points[at]?.value.value ?? 0)))

/** The list right before; else every series of the document that is about what the words say. */
function seriesFor(context: CheckContext, clause: Clause, before: string): readonly (readonly Point[])[] {
  const { leads, stretch, whole, ofChange } = patterns(context.lexicon)
  const said = contentOf(context, before.replace(leads, '').replace(stretch, '').replace(whole, ''))
  const listed = listBefore(context, clause)
  // 不合格率分别为24.0%、16.5%、8.2%，质量逐年提升: what is told is not of the list.
  if (listed !== null) return said === '' || listed.some(({ value: { name } }) => name.includes(said)) ? [listed] : []
  if (said.length < NAMED) return []
  const isOfChanges = ofChange.test(said)
  const all = comparables(context).filter((line) => line.isOfChanges === isOfChanges && inTime(line).length >= FEWEST)
  const named = all.filter(({ name }) => name.length >= NAMED && said.includes(name))
  const longest = Math.max(0, ...named.map(({ name }) => name.length))
  const own =
    longest > 0
      ? named.filter(({ name }) => name.length === longest)
      : all.filter((line) => isAbout(context, line, said.replace(ofChange, '')))
  return own.map((line) => (isOfChanges ? inTime(line).map(sized) : inTime(line)))
}

/** How large a change is, whichever way it went. */
const sized = (point: Point): Point => ({ ...point, value: { ...point.value, value: Math.abs(point.value.value) } })

/** Points of periods of one length, in order. */
function inTime({ points }: Comparable): readonly Point[] {
  const dated = points.filter(({ value: { period } }) => period !== null)
  const lengths = new Set(dated.map(({ value: { period } }) => period?.length))
  const periods = new Set(dated.map(({ value: { period } }) => period))
  return lengths.size === 1 && periods.size === dated.length
    ? [...dated].sort((a, b) => ((a.value.period ?? '') < (b.value.period ?? '') ? -1 : 1))
    : []
}

function told({ document }: CheckContext, clause: Clause, { word, shape }: Claim, points: readonly Point[]): Slip {
  const start = clause.start + clause.text.indexOf(word)
  const end = start + word.length
  const ways = waysOf(points)
  const turned = ways.findIndex((_, at) => !shape(ways.slice(0, at + 1)))
  const [earlier, now] = [points[Math.max(0, turned)] as Point, points[Math.max(0, turned) + 1] as Point]
  const went = ways.map((way) => (way > 0 ? '升' : way < 0 ? '降' : '平')).join('、')
  return {
    severity: 'error',
    claimed: word,
    recomputed: went,
    evidence: [{ quote: document.text.slice(start, end), start, end, block: clause.block }, now.value.evidence, earlier.value.evidence],
    message: `${points.map(({ value }) => `“${value.evidence.quote}”`).join('、')}依次是${went}，文中写作“${word}”，请核对`,
  }
}
