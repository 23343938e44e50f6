/**
 * What is told to be the most, the least or at a place is so among the figures that the document gives, wherever they stand.
 *
 *   | 化肥 | 93.3 | 成品油 | 87.5 | …化肥合格率为全部产品最低                    成品油 is
 *   | 化工 | 93.1 | 95.7 | 棉纺 | 92.0 | 96.9 | …化工升幅最大                   棉纺 rose by more
 *   …按浓度由高到低排，新市区站列倒数第二                                       it is the last
 *   前三位的分别是家电、预付卡、化妆品                                         粮油 is before 化妆品
 *
 * Of several lines that may be meant, the claim holds if it does in one of them.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { chineseNumeral } from '../../extractors/quantities/numeral.ts'
import { type CheckContext, defineCheck, type Slip } from './check.ts'
import { type Comparable, comparables, contentOf, isAbout, type Named, pointNamed, shown } from './comparable.ts'
import { type Clause, clausesWith, type Point } from './table-lines.ts'

const FEWEST = 3

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const number = '[一二三四五六七八九十]|[0-9]{1,2}'
  return {
    any: new RegExp(`${words('is-most', 'is-least', 'most', 'least', 'in-turn', 'foremost')}|第(?:${number})`, 'u'),
    /** 化肥合格率为全部产品‹最低› */
    behind: new RegExp(
      `(?<most>${words('is-most', 'most')})(?!的)|(?<least>${words('is-least', 'least')})(?!的)|(?:${words('placed')})(?<end>倒数)?第(?<place>${number})(?![一二三四五六七八九十0-9类批次轮期季])`,
      'u',
    ),
    /** 最高的是A站, 前三位的分别是A、B、C */
    names: new RegExp(
      `(?:(?<most>${words('is-most', 'most')})|(?<least>${words('is-least', 'least')})|(?:${words('foremost')})(?<count>${number})[位名]?)的?[^，。；0-9]{0,6}?(?:${words('in-turn')}|是|为)(?<listed>[^，。；0-9]{2,60})`,
      'u',
    ),
    order: new RegExp(
      `(?:(?<down>${words('greatest-first')})|(?<up>${words('least-first')}))[^，。；0-9]{0,6}?(?:${words('in-turn')})(?<listed>[^，。；0-9]{4,80})`,
      'u',
    ),
    /** ‹四类产品中›蔬菜合格率最低, 化肥合格率‹为全部产品›最低 */
    scope: new RegExp(
      `^在?(?:${words('scope-leads')})[^，0-9]{0,6}?(?:${words('among')})|(?:为|是|在|居|列)(?:${words('scope-leads')})[^，0-9]{0,6}$`,
      'u',
    ),
    ofChange: new RegExp(words('rank-of-change', 'rise-sizes', 'fall-sizes'), 'u'),
    fall: new RegExp(words('fall-sizes'), 'u'),
    other: new RegExp(`^(?:${words('the-rest', 'table-sum', 'whole-rows', 'part-sums')})|${words('base-average')}`, 'u'),
    bad: new RegExp(words('bad-things'), 'u'),
    joined: new RegExp(`[、]|(?:${words('joined')})`, 'u'),
    not: new RegExp(`[${cue(lexicon, 'negations').join('')}]$`, 'u'),
  }
})

export const namedPlaces = defineCheck({
  kind: 'direction',
  *examine(context) {
    for (const clause of clausesWith(context, patterns(context.lexicon).any)) {
      const slip = inOrder(context, clause) ?? listed(context, clause) ?? placed(context, clause)
      if (slip !== null) yield slip
    }
  },
})

/** The points of a line in order, without what several of them make up. */
function ranked({ lexicon }: CheckContext, { points }: Comparable, isLeast: boolean): readonly Point[] {
  const { other } = patterns(lexicon)
  return points
    .filter(({ label }) => !other.test(label))
    .sort((a, b) => (isLeast ? a.value.value - b.value.value : b.value.value - a.value.value))
}

/** Lines in which places can be told: of the report's period, where there are any. */
function linesOf(context: CheckContext, isOfChanges: boolean): readonly Comparable[] {
  return comparables(context).filter(
    (line) =>
      line.by !== 'periods' &&
      line.isOfChanges === isOfChanges &&
      line.unit !== '位' &&
      isOfOneKind(line) &&
      ranked(context, line, false).length >= FEWEST,
  )
}

/** A county's row of several indicators is no list in which one could be first. */
const isOfOneKind = ({ points, isRow }: Comparable): boolean =>
  !isRow || new Set(points.map(({ value: { indicator } }) => indicator).filter((indicator) => indicator !== null)).size <= 1

const isNow = ({ identity }: CheckContext, { points }: Comparable): boolean => points.some(({ value }) => value.period === identity.period)

interface InLine extends Named {
  readonly line: Comparable
}

/** Where a name stands: every line that has it and is about what else is said; else the columns that could be meant by what kind of figure it says. */
function linesNamed(context: CheckContext, words: string, lines: readonly Comparable[]): readonly InLine[] {
  const all = lines.flatMap((line): readonly InLine[] => {
    const named = pointNamed(context, line, words)
    return named === undefined ? [] : [{ ...named, line }]
  })
  const about = ofPeriod(
    context,
    all.filter(({ line, rest }) => isAbout(context, line, rest)),
  )
  if (about.length > 0) return about
  const columns = ofPeriod(
    context,
    all.filter(({ line }) => line.isTable && !line.isRow),
  )
  const [first] = columns
  if (first === undefined || words.indexOf(first.point.label.slice(0, 2)) > LEAD) return []
  if (/率$/u.test(first.rest))
    return columns.every(({ line }) => line.unit === first.line.unit) ? columns : columns.filter(({ line }) => line.unit === '%')
  return /[量数]$/u.test(first.rest) ? columns.filter(({ line }) => !/^[%元分]|个百分点/u.test(line.unit)) : []
}

/** So many characters may stand before a thing's name where its line is only guessed. */
const LEAD = 10

/** Those of the report's own period, else those that are not set against as others'. */
function ofPeriod(context: CheckContext, found: readonly InLine[]): readonly InLine[] {
  const now = found.filter(({ line }) => isNow(context, line))
  const own = found.filter(({ line }) => line.points.every(({ value }) => value.role === 'actual'))
  return now.length > 0 ? now : own.length > 0 ? own : found
}

function placed(context: CheckContext, clause: Clause): Slip | null {
  const { behind, scope, ofChange, not, bad } = patterns(context.lexicon)
  const found = behind.exec(clause.text)
  if (found?.groups === undefined) return null
  const { least, end, place: counted } = found.groups
  const before = clause.text.slice(0, found.index)
  // 酸价最高5.8毫克: what is the most is told, and not which.
  if (/[0-9]/u.test(`${before}${clause.text.slice(found.index + found[0].length)}`) || not.test(before)) return null
  const place = counted === undefined ? 1 : /[0-9]/u.test(counted) ? Number(counted) : (chineseNumeral(counted) ?? 0)
  const isOfChanges = ofChange.test(before)
  const own = before.replace(scope, '').replace(ofChange, '')
  const lines = linesOf(context, isOfChanges)
  const named = linesNamed(context, own, lines)
  const isLeast = least !== undefined || end !== undefined || (isOfChanges && patterns(context.lexicon).fall.test(before))
  const isIn = ({ line, point }: InLine, fromLeast: boolean): boolean => {
    const others = ranked(context, line, fromLeast)
    const above = others.filter(({ value }) => (fromLeast ? value.value < point.value.value : value.value > point.value.value)).length
    const even = others.filter(({ value }) => value.value === point.value.value).length
    return place > above && place <= above + even
  }
  // 第二位 of what should be little may be told from either end.
  const isEitherWay = counted !== undefined
  const holds = (one: InLine): boolean =>
    isIn(one, isLeast) || (isEitherWay && RATED.has(one.line.unit) && bad.test(one.line.words) && isIn(one, !isLeast))
  const [slip] = named
  if (slip === undefined || named.some(holds)) return null
  const meant = ranked(context, slip.line, isLeast)[place - 1]
  return meant === undefined ? null : told(context, clause, found[0], slip.line, slip.point, meant)
}

const RATED: ReadonlySet<string> = new Set(['%', '分'])

/** 前三位的分别是家电、预付卡、化妆品; 最高的是A站 */
function listed(context: CheckContext, clause: Clause): Slip | null {
  const { names, joined, ofChange, fall } = patterns(context.lexicon)
  const found = names.exec(clause.text)
  if (found?.groups === undefined) return null
  const { least, count, listed: words = '' } = found.groups
  const given = words.split(joined).filter((each) => each.length > 1)
  const place = count === undefined ? 1 : /[0-9]/u.test(count) ? Number(count) : (chineseNumeral(count) ?? 0)
  if (given.length !== place) return null
  const before = clause.text.slice(0, found.index)
  const isOfChanges = ofChange.test(`${before}${found[0]}`)
  const isLeast = least !== undefined || (isOfChanges && fall.test(`${before}${found[0]}`))
  const own = contentOf(context, before.replace(ofChange, ''))
  const lines = linesOf(context, isOfChanges).filter((line) => isAbout(context, line, own))
  const wrong = lines.flatMap((line): readonly (readonly [Comparable, Point, Point])[] => {
    const points = given.map((name) => pointCalled(context, line, name))
    if (points.some((point) => point === undefined)) return []
    const all = ranked(context, line, isLeast)
    const last = all[place - 1] as Point
    const below = points.find((point) =>
      isLeast ? (point as Point).value.value > last.value.value : (point as Point).value.value < last.value.value,
    )
    const missing = all.slice(0, place).find((point) => !points.includes(point))
    return [[line, below ?? last, missing ?? last]]
  })
  const now = wrong.filter(([line]) => isNow(context, line))
  const [slip] = now.length > 0 ? now : wrong
  if (slip === undefined || (now.length > 0 ? now : wrong).some(([, below, missing]) => below === missing)) return null
  return told(context, clause, found[0].slice(found[0].indexOf(words)), slip[0], slip[1], slip[2])
}

/** A name of a list, and nothing more. */
function pointCalled(context: CheckContext, line: Comparable, name: string): Point | undefined {
  const named = pointNamed(context, line, name)
  return named !== undefined && isAbout(context, line, named.rest) ? named.point : undefined
}

/** 由低到高依次为A、B、C */
function inOrder(context: CheckContext, clause: Clause): Slip | null {
  const { order, joined } = patterns(context.lexicon)
  const found = order.exec(clause.text)
  if (found?.groups === undefined) return null
  const { up, listed: words = '' } = found.groups
  const given = words.split(joined).filter((each) => each.length > 1)
  const isUp = up !== undefined
  const own = contentOf(context, clause.text.slice(0, found.index))
  const wrong = linesOf(context, false).flatMap((line): readonly (readonly [Comparable, Point, Point] | null)[] => {
    const points = given.map((name) => pointCalled(context, line, name))
    if (points.length < FEWEST - 1 || points.some((point) => point === undefined) || !isAbout(context, line, own)) return []
    const at = points.findIndex((point, index) => {
      const last = points[index - 1]
      if (point === undefined || last === undefined) return false
      return isUp ? point.value.value < last.value.value : point.value.value > last.value.value
    })
    return [at < 0 ? null : [line, points[at - 1] as Point, points[at] as Point]]
  })
  const [slip] = wrong
  return slip === undefined || slip === null || wrong.includes(null) ? null : told(context, clause, words, slip[0], slip[1], slip[2])
}

function told({ document }: CheckContext, clause: Clause, word: string, { name }: Comparable, one: Point, meant: Point): Slip {
  const start = clause.start + clause.text.indexOf(word)
  const end = start + word.length
  const isSame = one.label === meant.label
  return {
    severity: 'error',
    claimed: word,
    recomputed: meant.label,
    evidence: [
      { quote: document.text.slice(start, end), start, end, block: clause.block },
      one.value.evidence,
      ...(isSame ? [] : [meant.value.evidence]),
    ],
    message: `${name}“${one.label}”为“${shown(one)}”，“${meant.label}”为“${shown(meant)}”，文中写作“${word}”，请核对`,
  }
}
