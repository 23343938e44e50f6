/**
 * What the text says in words of a table's lines is so there.
 *
 *   | 食品 | 43 | 服装 | 29 | 交通工具 | 35 | …服装投诉量排在第二位        交通工具 is
 *   | 工业产品 | 91.2 | 92.8 | 92.1 | …工业产品合格率逐季上升              it fell
 *   | 餐饮 | 95.6 | 96.1 | …餐饮环节较去年同期略有回升                     it fell
 *   | 沙湾市 | 99.81 | 乌苏市 | 99.88 | …我市供电可靠率高于乌苏市          it is below
 *   | 受理 | 26 | 办结 | 24 | …均全部办结（见下表）                        two are not
 *   | 目标 | 90% | 实际 | 88.5% | …各项指标均已达到目标                     one has not
 *
 * Of several lines that may be meant, the claim holds if it does in one of them.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { chineseNumeral } from '../../extractors/quantities/numeral.ts'
import { previousQuarter, readPeriods, sameLastYear, yearOf } from '../../extractors/quantities/period.ts'
import { countyName } from '../../extractors/quantities/region.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { type Clause, clausesWith, type Point, type TableLine, tableLines } from './table-lines.ts'

const FEWEST = 3
/** A shorter label may be of anything. */
const NAMED = 2

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  const told = (group: string, moved: string): string => `${words(group)}|(?:${words('told-degrees')})(?:${words(moved)})`
  const all = words('all-of-them')
  return {
    extreme: new RegExp(
      `(?<most>${words('is-most')})|(?<least>${words('is-least')})|(?:排名|排在|位居|位列|[居排列在])第(?<place>[一二三四五六七八九十]|[0-9]{1,2})(?:[位名]|$)`,
      'u',
    ),
    trend: new RegExp(
      `(?<up>${words('trend-up')}|(?:${words('in-a-row')})(?:(?<nup>[二三四五六两])(?:个?季度|年|个?月))?(?:${words('moved-up')}))|(?<down>${words('trend-down')}|(?:${words('in-a-row')})(?:(?<ndown>[二三四五六两])(?:个?季度|年|个?月))?(?:${words('moved-down')}))`,
      'u',
    ),
    moved: new RegExp(`(?<up>${told('improving', 'moved-up')})|(?<down>${told('worsening', 'moved-down')})`, 'u'),
    yoy: new RegExp(words('base-yoy'), 'u'),
    qoq: new RegExp(words('base-qoq'), 'u'),
    side: new RegExp(
      `^(?<own>[^，。；：、0-9]{2,20}?)(?:(?<above>${words('stands-above')})|(?<below>${words('stands-below')}))(?<other>[^，。；：、0-9]{2,10})[，。；]?$`,
      'u',
    ),
    done: new RegExp(
      `(?:${all})(?:在[^，。；0-9]{2,8}内)?(?:${all}|已|按期|按时|及时)*(?<verb>${words('count-passed', 'done-to-some', 'counted-acts')})(?:$|[，。；：（(）])`,
      'u',
    ),
    targets: new RegExp(
      `(?:${words('every-one')})[^，。；0-9]{0,10}(?:${all})[^，。；0-9]{0,4}(?:${words('claims-reached')}|${words('stands-above')}|完成)[^，。；0-9]{0,8}(?:${words('asked-levels')})|(?:${words('every-one')})[^，。；0-9]{0,10}(?:${all})[^，。；0-9]{0,4}(?:${words('met-target', 'over-target')})`,
      'u',
    ),
    fillers: new RegExp(words('claim-fillers'), 'gu'),
    other: new RegExp(`^(?:${words('the-rest')})`, 'u'),
    bad: new RegExp(words('bad-things'), 'u'),
    /** 禽蛋掉得最多: of how far it moved. */
    ofChange: new RegExp(
      `${words('rank-of-change', 'rise-sizes', 'fall-sizes', 'moved-up', 'moved-down', 'rank-up', 'rank-down')}|得$`,
      'u',
    ),
    any: new RegExp(
      `${words(
        'is-most',
        'is-least',
        'in-a-row',
        'trend-up',
        'trend-down',
        'improving',
        'worsening',
        'told-degrees',
        'stands-above',
        'stands-below',
        'all-of-them',
      )}|第`,
      'u',
    ),
  }
})

export const toldOfTable = defineCheck({
  kind: 'direction',
  *examine(context) {
    const lines = tableLines(context)
    if (lines.length === 0) return
    const { any } = patterns(context.lexicon)
    for (const clause of clausesWith(context, any)) {
      for (const told of [extreme, trend, moved, side, allDone, allReached]) {
        const slip = told(context, clause, lines)
        if (slip !== null) yield slip
      }
    }
  },
})

/** The claim's own words as the first evidence. */
function slipAt(
  context: CheckContext,
  clause: Clause,
  word: string,
  given: Pick<Slip, 'recomputed' | 'message'> & { readonly points: readonly Point[] },
): Slip {
  const start = clause.start + clause.text.indexOf(word)
  const end = start + word.length
  return {
    severity: 'error',
    claimed: word,
    recomputed: given.recomputed,
    evidence: [
      { quote: context.document.text.slice(start, end), start, end, block: clause.block },
      ...given.points.map(({ value }) => value.evidence),
    ],
    message: given.message,
  }
}

/** The one point of a line that words name; the longest label where one holds another. */
function pointNamed(points: readonly Point[], words: string): Point | undefined {
  const named = points.filter(({ label }) => nameIn(label, words)).sort((a, b) => b.label.length - a.label.length)
  const [first] = named
  return first !== undefined && named.every(({ label }) => first.label.includes(label)) ? first : undefined
}

const nameIn = (label: string, words: string): boolean => label.length >= NAMED && words.includes(label.replace(/类$/u, ''))

/** Two characters next to each other in both. */
const shares = (one: string, other: string): boolean =>
  [...one].some((_, at) => at + 1 < one.length && other.includes(one.slice(at, at + 2)))

/** 北驿网点万件申诉率‹最高›, 服装鞋帽类投诉量排在‹第二位› */
function extreme(context: CheckContext, clause: Clause, lines: readonly TableLine[]): Slip | null {
  const { extreme: pattern, fillers, ofChange, other, bad } = patterns(context.lexicon)
  const found = pattern.exec(clause.text)
  if (found?.groups === undefined) return null
  const { least, place: counted } = found.groups
  const before = clause.text.slice(0, found.index)
  if (ofChange.test(before) || /[0-9]/u.test(before)) return null
  const place = counted === undefined ? null : /[0-9]/u.test(counted) ? Number(counted) : chineseNumeral(counted)
  const isLeast = least !== undefined
  const columns = lines.filter(
    ({ isColumn, points, unit }) =>
      isColumn &&
      unit !== '位' &&
      points.filter(({ label }) => !other.test(label)).length >= FEWEST &&
      points.every(({ value }) => value.role === 'actual'),
  )
  const named = columns.flatMap((column) => {
    const point = pointNamed(column.points, before)
    return point === undefined ? [] : [{ column, point }]
  })
  const [first] = named
  if (first === undefined) return null
  const [head = '', ...rest] = before.split(first.point.label.replace(/类$/u, ''))
  const said = rest.join('').replace(/^类/u, '').replace(fillers, '')
  // 其中塔城市最高 of a list that stands before it, 与…相比: another thing is named too.
  if (
    rest.length === 0 ||
    head.length > LEAD ||
    first.column.points.some(({ label }) => label !== first.point.label && nameIn(label, before))
  )
    return null
  const own = chosen(context, named, said)
  const holds = ({ column: { points }, point }: (typeof own)[number]): boolean => {
    const others = points.filter(({ label }) => !other.test(label))
    const above = others.filter(({ value }) => (isLeast ? value.value < point.value.value : value.value > point.value.value)).length
    const even = others.filter(({ value }) => value.value === point.value.value).length
    const is = place ?? 1
    return (is > above && is <= above + even) || (place !== null && RATED.has(point.value.unit) && bad.test(said))
  }
  const [slipping] = own
  if (slipping === undefined || own.some(holds)) return null
  const inOrder = [...slipping.column.points]
    .filter(({ label }) => !other.test(label))
    .sort((a, b) => (isLeast ? a.value.value - b.value.value : b.value.value - a.value.value))
  const meant = inOrder[(place ?? 1) - 1]
  if (meant === undefined) return null
  return slipAt(context, clause, found[0], {
    recomputed: meant.label,
    points: [slipping.point, meant],
    message: `文中说“${slipping.point.label}”${said}${found[0]}，表中“${slipping.point.label}”为“${slipping.point.value.evidence.quote}”，${place === null ? found[0].replace(/^居/u, '') : `第${place}位`}的是“${meant.label}”（“${meant.value.evidence.quote}”），请核对`,
  })
}

/** So many characters may stand before the thing's name. */
const LEAD = 10

/** The columns that the words name; else those that count where they say 量, those of rates where they say 率, those of the report's own period. */
function chosen<One extends { readonly column: TableLine }>(
  { identity }: CheckContext,
  named: readonly One[],
  said: string,
): readonly One[] {
  const isOfPeriod = ({ column }: One): boolean => column.points.some(({ value }) => value.period === identity.period)
  const ofPeriod = named.filter(isOfPeriod)
  const near = ofPeriod.length > 0 ? ofPeriod : named
  const byName = near.filter(({ column }) => shares(column.name, said))
  if (byName.length > 0) return byName
  if (/率$/u.test(said))
    return near.every(({ column }) => column.unit === near[0]?.column.unit) ? near : near.filter(({ column }) => column.unit === '%')
  if (/[量数]$/u.test(said)) return near.filter(({ column }) => !/^[%元分]|个百分点/u.test(column.unit))
  return named.length === 1 ? named : []
}

/** Points of one thing in the order of their periods, of one length. */
function inTime(points: readonly Point[]): readonly Point[] {
  const dated = points.filter(({ value: { period, role } }) => period !== null && (role === 'actual' || role === 'reference'))
  const lengths = new Set(dated.map(({ value: { period } }) => period?.length))
  const periods = new Set(dated.map(({ value: { period } }) => period))
  return lengths.size === 1 && periods.size === dated.length
    ? [...dated].sort((a, b) => ((a.value.period ?? '') < (b.value.period ?? '') ? -1 : 1))
    : []
}

/** Lines in time that a clause names; the ones with the longest name. */
function linesInTime(lines: readonly TableLine[], words: string, fewest: number): readonly (readonly Point[])[] {
  const named = lines.filter(({ name, points }) => nameIn(name, words) && inTime(points).length >= fewest)
  const longest = Math.max(0, ...named.map(({ name }) => name.length))
  return named.filter(({ name }) => name.length === longest).map(({ points }) => inTime(points))
}

/** 工业产品监督抽查合格率‹逐季上升› */
function trend(context: CheckContext, clause: Clause, lines: readonly TableLine[]): Slip | null {
  const found = patterns(context.lexicon).trend.exec(clause.text)
  if (found?.groups === undefined || /[0-9]/u.test(clause.text.slice(found.index))) return null
  const { up, nup, ndown } = found.groups
  const rises = up !== undefined
  const said = nup ?? ndown
  const steps = said === undefined ? Number.POSITIVE_INFINITY : (chineseNumeral(said.replace('两', '二')) ?? Number.POSITIVE_INFINITY)
  const series = linesInTime(lines, clause.text.slice(0, found.index), FEWEST).map((points) => points.slice(-steps - 1))
  const turns = series.map((points) =>
    points.findIndex(({ value }, at) => at > 0 && (rises ? value.value < valueAt(points, at - 1) : value.value > valueAt(points, at - 1))),
  )
  const [points, at] = [series[0], turns[0]]
  if (points === undefined || at === undefined || turns.some((turn) => turn < 0)) return null
  const [earlier, now] = [points[at - 1] as Point, points[at] as Point]
  return slipAt(context, clause, found[0], {
    recomputed: `${now.label}${rises ? '下降' : '上升'}`,
    points: [now, earlier],
    message: `表中由“${earlier.value.evidence.quote}”（${earlier.label}）到“${now.value.evidence.quote}”（${now.label}）是${rises ? '下降' : '上升'}，文中写作“${found[0]}”，请核对`,
  })
}

const valueAt = (points: readonly Point[], at: number): number => points[at]?.value.value ?? 0

/** 餐饮环节较去年同期‹略有回升› */
function moved(context: CheckContext, clause: Clause, lines: readonly TableLine[]): Slip | null {
  const found = patterns(context.lexicon).moved.exec(clause.text)
  if (found?.groups === undefined || /[0-9]/u.test(clause.text.slice(found.index)) || /[：:]$/u.test(clause.text)) return null
  const { up } = found.groups
  const before = clause.text.slice(0, found.index)
  const { yoy, qoq } = patterns(context.lexicon)
  const series = linesInTime(lines, before, 2)
  const rises = up !== undefined
  const year = context.identity.period === null ? 0 : yearOf(context.identity.period)
  const pairs = series.map((points): readonly [Point, Point] | null => {
    const now = points.findLast(({ value: { period } }) => period === context.identity.period) ?? points.at(-1)
    const period = now?.value.period
    if (now === undefined || period === null || period === undefined) return null
    const named = readPeriods(before, year)
      .map((mention) => mention.period)
      .filter((each) => each !== period)
    const other =
      named.length === 1
        ? named[0]
        : yoy.test(before)
          ? sameLastYear(period)
          : qoq.test(before) && /-Q/u.test(period)
            ? previousQuarter(period)
            : undefined
    const earlier = points.find(({ value }) => value.period === other)
    return earlier === undefined || earlier === now ? null : [now, earlier]
  })
  const [pair] = pairs
  if (
    pair === undefined ||
    pairs.some((each) => each === null || (rises ? each[0].value.value > each[1].value.value : each[0].value.value < each[1].value.value))
  )
    return null
  if (pair === null) return null
  const [now, earlier] = pair
  const is = now.value.value === earlier.value.value ? '持平' : rises ? '下降' : '上升'
  return slipAt(context, clause, found[0], {
    recomputed: is,
    points: [now, earlier],
    message: `表中由“${earlier.value.evidence.quote}”到“${now.value.evidence.quote}”是${is}，文中写作“${found[0]}”，请核对`,
  })
}

/** 我市供电可靠率‹高于›乌苏市: two rows, in the column of the report's own period. */
function side(context: CheckContext, clause: Clause, lines: readonly TableLine[]): Slip | null {
  const found = patterns(context.lexicon).side.exec(clause.text)
  if (found?.groups === undefined) return null
  const { own = '', other = '', above, below } = found.groups
  const { identity, lexicon } = context
  const county = lexicon.regions.counties.find(({ id }) => id === identity.countyId)
  const ownName = county === undefined ? null : countyName(county, identity.period)
  const pairs = lines
    .filter(({ isColumn, unit, points }) => isColumn && RATED.has(unit) && points.some(({ value }) => value.period === identity.period))
    .flatMap(({ points, total }) => {
      const all = total === undefined ? points : [...points, total]
      const second = pointNamed(all, other)
      const first = pointNamed(all, own) ?? all.find(({ label }) => label === ownName)
      const isRest = second !== undefined && other.replace(second.label, '').length <= REST
      return first !== undefined && isRest && first !== second && first.value.period === second.value.period
        ? [[first, second] as const]
        : []
    })
  const [pair] = pairs
  const isSo = ([one, two]: readonly [Point, Point]): boolean =>
    above === undefined ? one.value.value <= two.value.value : one.value.value >= two.value.value
  if (pair === undefined || pairs.some(isSo)) return null
  const [first, second] = pair
  const word = above ?? below ?? ''
  const is = above === undefined ? '高于' : '低于'
  return slipAt(context, clause, word, {
    recomputed: is,
    points: [first, second],
    message: `表中“${first.label}”为“${first.value.evidence.quote}”，${is}“${second.label}”的“${second.value.evidence.quote}”，文中写作“${word}”，请核对`,
  })
}

const RATED: ReadonlySet<string> = new Set(['%', '分'])
/** 乌苏市‹水平›: so much more may be said of the other side. */
const REST = 2

/** 均在规定时限内‹全部办结›: the column that the verb names and the one before it, row by row. */
function allDone(context: CheckContext, clause: Clause, lines: readonly TableLine[]): Slip | null {
  const found = patterns(context.lexicon).done.exec(clause.text)
  const { verb } = found?.groups ?? {}
  // The table stands right behind what speaks of it.
  if (found === null || verb === undefined || /[0-9]/u.test(clause.text) || /率/u.test(clause.text)) return null
  const near = lines.filter(({ isColumn, above }) => isColumn && above - clause.block >= 0 && above - clause.block <= 1)
  const parts = near.filter(
    ({ name, unit }) =>
      name.includes(verb) && !name.includes('率') && !name.includes(`不${verb}`) && !name.includes(`未${verb}`) && unit !== '%',
  )
  const [part, more] = parts
  const whole = part === undefined ? undefined : near.find(({ at, unit }) => at === part.at - 1 && unit === part.unit)
  if (part === undefined || more !== undefined || whole === undefined) return null
  const wrong = part.points.flatMap((one) => {
    const all = whole.points.find(({ label }) => label === one.label)
    return all !== undefined && all.value.value > one.value.value ? [[one, all] as const] : []
  })
  const [first] = wrong
  if (first === undefined || wrong.length === part.points.length) return null
  const [one, all] = first
  const word = found[0].replace(/[，。；：（(）]$/u, '')
  return slipAt(context, clause, word, {
    recomputed: `${one.label}${one.value.evidence.quote}/${all.value.evidence.quote}`,
    points: [one, all],
    message: `表中“${one.label}”${whole.name}“${all.value.evidence.quote}”，${part.name}“${one.value.evidence.quote}”，文中写作“${word}”，请核对`,
  })
}

/** 表1所列各项指标均已达到目标: each row's level against its target. */
function allReached(context: CheckContext, clause: Clause): Slip | null {
  const found = patterns(context.lexicon).targets.exec(clause.text)
  if (found === null) return null
  const { bad } = patterns(context.lexicon)
  const rows = context.groups.filter(({ table }) => table).map(({ values }) => values)
  const pairs = rows.flatMap((values): (readonly [CheckedValue, CheckedValue])[] => {
    const [target, moreTargets] = values.filter(({ role }) => role === 'target')
    const [now, more] = values.filter(({ role }) => role === 'actual')
    return target !== undefined && now !== undefined && moreTargets === undefined && more === undefined && target.unit === now.unit
      ? [[now, target] as const]
      : []
  })
  const wrong = pairs.find(([now, target]) => {
    const isLess = target.comparator.startsWith('<')
    if (target.comparator === '~' || (!isLess && !target.comparator.startsWith('>') && bad.test(now.name))) return false
    return isLess ? now.value > target.value : now.value < target.value
  })
  if (pairs.length < 2 || wrong === undefined) return null
  const [now, target] = wrong
  return slipAt(context, clause, found[0], {
    recomputed: `${now.evidence.quote}未达到${target.evidence.quote}`,
    points: [now, target].map((value) => ({ label: value.name, value })),
    message: `表中${now.name}为“${now.evidence.quote}”，未达到“${target.evidence.quote}”的目标，文中写作“${found[0]}”，请核对`,
  })
}
