/**
 * A rank is the place that the document's own figures give, and moves the way its word says.
 *
 *   表1 乌苏市 91.6 塔城市 88.4 沙湾县 90.2 …乌苏市、塔城市、沙湾县分居第一、第二、第三      塔城市 is third
 *   由上年第五位下降到第三位                                                               it went up
 *
 * Only where the figures of all counties stand in one column or one sentence, and only one such series could be meant; where it is not known whether more
 * is better, a rank from either end will do.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { countyName, createRegionReader } from '../../extractors/quantities/region.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { flat } from './counts.ts'
import { sharesName } from './shares-name.ts'

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const moved = (...groups: string[]): RegExp => new RegExp(`^[^，。；0-9]{0,4}?(${words(...groups)})(?:${words('to')})?了?$`, 'u')
  return {
    up: moved('moved-up', 'rank-up'),
    down: moved('moved-down', 'rank-down'),
    /** 降幅居第二: of how far it moved, not of the level. */
    ofChange: new RegExp(words('rank-of-change'), 'u'),
    bad: new RegExp(words('bad-things'), 'u'),
  }
})

/** How far before a rank the words stand that say of what it is. */
const REACH = 20

export const rank = defineCheck({
  kind: 'direction',
  *examine(context) {
    const ranks = context.values.filter((value) => value.role === 'rank' && isExact(value))
    if (ranks.length === 0) return
    const all = seriesOf(context)
    for (const { values, table } of context.groups)
      for (const [index, value] of values.entries()) {
        if (value.role !== 'rank' || !isExact(value)) continue
        if (table) continue
        yield* movement(context, values[index - 1], value)
        yield* places(context, values[index - 1], value, values[index + 1])
        if (all.length > 0 && values[index + 1]?.role !== 'change') yield* place(context, value, all)
      }
  },
})

/** 由上年第五位‹下降›到第三位 */
function* movement({ between, lexicon }: CheckContext, from: CheckedValue | undefined, to: CheckedValue): Iterable<Slip> {
  if (from?.role !== 'rank' || !isExact(from) || from.county !== to.county || from.value === to.value) return
  const said = flat(between(from.evidence.end, to.evidence.start))
  const { up, down } = patterns(lexicon)
  const [rises, falls] = [up.exec(said)?.[1], down.exec(said)?.[1]]
  const word = rises ?? falls
  if (word === undefined || (rises !== undefined) === to.value < from.value) return
  const is = rises === undefined ? '上升' : '下降'
  yield {
    severity: 'error',
    claimed: word,
    recomputed: is,
    words: {
      claimed: `由${from.evidence.quote}${word}到${to.evidence.quote}`,
      recomputed: `由${from.evidence.quote}${is}到${to.evidence.quote}`,
    },
    evidence: [to.evidence, from.evidence],
    message: `由“${from.evidence.quote}”到“${to.evidence.quote}”是${is}，文中写作${word}，请核对`,
  }
}

/** 由第六位上升到第三位，前移2位: by how many it moved. */
function* places(
  { between }: CheckContext,
  from: CheckedValue | undefined,
  to: CheckedValue,
  moved: CheckedValue | undefined,
): Iterable<Slip> {
  if (from?.role !== 'rank' || moved?.role !== 'change' || moved.unit !== to.unit || ![from, to, moved].every(isExact)) return
  const right = Math.abs(from.value - to.value)
  const [said, since] = [flat(between(from.evidence.end, to.evidence.start)), flat(between(to.evidence.end, moved.evidence.start))]
  if (from.county !== to.county || Math.abs(moved.value) === right || right === 0 || said.length > FAR || since.length > FAR) return
  if (/[、。；;]/u.test(`${said}${since}`)) return
  yield {
    kind: 'delta',
    severity: 'error',
    claimed: Math.abs(moved.value),
    recomputed: right,
    evidence: [moved.evidence, to.evidence, from.evidence],
    message: `由“${from.evidence.quote}”到“${to.evidence.quote}”移动了${right}${to.unit}，文中写作“${moved.evidence.quote}”，请核对`,
  }
}

/** So many characters may stand between two places, and behind them. */
const FAR = 10

/** The figures of all counties, one each. */
type Series = readonly CheckedValue[]

function seriesOf({ values, groups, lexicon }: CheckContext): readonly Series[] {
  const columns = new Map<string, CheckedValue[]>()
  const add = (key: string, value: CheckedValue): void => void columns.set(key, [...(columns.get(key) ?? []), value])
  for (const value of values.filter(isLevel)) {
    const cell = /^(.*![A-Z]+)[0-9]+$/u.exec(value.evidence.cell ?? '')?.[1]
    if (cell !== undefined) add(`${cell} ${value.unit} ${value.period}`, value)
  }
  for (const [at, { values: own, table }] of groups.entries())
    for (const value of table ? [] : own.filter(isLevel)) add(`${at} ${value.unit} ${value.period} ${value.indicator}`, value)
  const counties = lexicon.regions.counties.length
  return [...columns.values()]
    .map((column) => column.filter(({ county }) => county !== null && /[县市]$/u.test(county)))
    .filter((column) => column.length === counties && new Set(column.map(({ county }) => county)).size === counties)
}

const isLevel = (value: CheckedValue): boolean => value.role === 'actual' && isExact(value)

function* place(context: CheckContext, value: CheckedValue, all: readonly Series[]): Iterable<Slip> {
  const { ofChange, bad } = patterns(context.lexicon)
  const led =
    flat(context.between(value.evidence.start - REACH, value.evidence.start))
      .split('。')
      .at(-1) ?? ''
  if (ofChange.test(led)) return
  const whose = countyOf(context, value, all)
  const ofPeriod = all.filter((series) => series[0]?.period === value.period && series.some(({ county }) => county === whose))
  const named = ofPeriod.filter((series) => isNamed(value, series[0] as CheckedValue))
  const scored = ofPeriod.filter((series) => series[0]?.unit === '分')
  const [series, more] = named.length > 0 ? named : value.indicator === null ? scored : []
  if (series === undefined || more !== undefined) return
  const own = series.find(({ county }) => county === whose)
  if (own === undefined) return
  const [first] = series as [CheckedValue]
  const direction = context.lexicon.indicators.find(({ id }) => id === first.indicator)?.direction
  const isLess = direction === 'lower'
  const isKnown = first.unit === '分' || direction === 'higher' || isLess
  const placesOf = (less: boolean): readonly [number, number] => {
    const better = series.filter((other) => (less ? other.value < own.value : other.value > own.value)).length
    return [better + 1, better + series.filter((other) => other.value === own.value).length]
  }
  const within = ([from, to]: readonly [number, number]): boolean => value.value >= from && value.value <= to
  if (within(placesOf(isLess)) || ((!isKnown || bad.test(first.name)) && within(placesOf(!isLess)))) return
  const [is] = placesOf(isLess)
  const beside = series.find((other) => other !== own && placeIs(series, other, isLess) === value.value)
  yield {
    severity: 'error',
    claimed: value.evidence.quote.replace(/[位名]$/u, ''),
    recomputed: `第${is}`,
    evidence: [value.evidence, own.evidence, ...(beside === undefined ? [] : [beside.evidence])],
    message: `${own.county}“${own.evidence.quote}”在各县（市）中居第${is}，文中写作“${value.evidence.quote}”，请核对`,
  }
}

/** 额敏县居全地区第四位: the county whose rank it is, where it was read as the area's. */
function countyOf(context: CheckContext, value: CheckedValue, all: readonly Series[]): string | null {
  if (all.some((series) => series.some(({ county }) => county === value.county))) return value.county
  const named = regions(context.lexicon)(clauseBefore(context, value, REACH, true)).findLast(({ kind }) => kind === 'county')
  const known = context.lexicon.regions.counties.find(({ id }) => id === named?.region)
  return known === undefined ? value.county : countyName(known, value.period)
}

const regions = perLexicon(createRegionReader)

const placeIs = (series: Series, own: CheckedValue, isLess: boolean): number =>
  1 + series.filter((other) => (isLess ? other.value < own.value : other.value > own.value)).length

const isNamed = (value: CheckedValue, level: CheckedValue): boolean =>
  value.indicator !== null ? value.indicator === level.indicator : sharesName(value.name, level.name)
