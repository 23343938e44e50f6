/**
 * What falls to each is the whole divided by how many they are.
 *
 *   查处6件，货值8.4万元，平均每件1.6万元          1.4
 *   人均培训12学时，参训85人，累计1,200学时        1,020
 *   发明专利76件，每万人口拥有3.8件，人口25万人     3.0
 *   救援38次，平均每次用时21分钟                   holds: the whole is not told
 *
 * How many they are is told in the unit that the average names (每件, 人均), the whole in its own; each just once in the sentence. Only what differs by a slip
 * of the hand is told: an average may be of more than the sentence says.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { firstMonth, lastMonth } from '../../extractors/quantities/period.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip, type ValueGroup } from './check.ts'
import { flat } from './counts.ts'
import { areNearlyAlike } from './digits.ts'

/** How far before a figure it is told that it is an average. */
const REACH = 12
const LEVELS: ReadonlySet<string> = new Set(['actual', 'target'])

/** Captures the unit that an average is by. */
const patterns = perLexicon((lexicon) => {
  const per = wordPattern(cue(lexicon, 'per-each'))
  const units = wordPattern(cue(lexicon, 'counting-units'))
  return {
    each: new RegExp(`(?:${per})([千万]|十万|百万)?(${units}|\\p{Script=Han})[^，。；：、0-9]{0,4}$`, 'u'),
    by: new RegExp(`()(${units})均[^，。；：、0-9]{0,8}$`, 'u'),
    /** 批次/千人 */
    ratio: new RegExp(`^[^/]+/([千万]|十万|百万)?(${units})$`, 'u'),
  }
})

export const perUnit = defineCheck({
  kind: 'rate',
  *examine(context) {
    for (const group of context.groups)
      for (const average of group.table ? [] : group.values) {
        if (!LEVELS.has(average.role) || !isExact(average) || average.value <= 0) continue
        const by = unitOf(context, average)
        if (by !== null) yield* likeliest(context, by.scale, pairsOf(context, group, average, by.unit), average)
      }
  },
})

function unitOf(
  { between, document, lexicon }: CheckContext,
  { evidence, unit: average }: CheckedValue,
): { unit: string; scale: number } | null {
  const from = Math.max(document.blocks[evidence.block]?.span.start ?? 0, evidence.start - REACH)
  const said = flat(between(from, evidence.start))
  const { each, by, ratio } = patterns(lexicon)
  const [, scale = '', unit] = ratio.exec(average) ?? each.exec(said) ?? by.exec(said) ?? []
  return unit === undefined ? null : { unit, scale: SCALES[scale] ?? 1 }
}

/** 每万人 is by ten thousand of them. */
const SCALES: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6 }

type Pair = Pick<Average, 'whole' | 'count'>

/** 平均每月 of a year: by the twelve that its period has. */
function stretchesOf({ period, evidence }: CheckedValue, unit: string): Average['count'] | null {
  if (period === null || !/^[月季]$/u.test(unit)) return null
  const months = monthsOf(period)
  const count = unit === '月' ? months : months / 3
  return count > 1 && Number.isInteger(count)
    ? { value: count, evidence: { ...evidence, quote: `${count}个${unit === '月' ? '月' : '季度'}` } }
    : null
}

function monthsOf(period: string): number {
  const [from, to] = [firstMonth(period), lastMonth(period)].map((month) => month.split('-').map(Number))
  return ((to?.[0] ?? 0) - (from?.[0] ?? 0)) * MONTHS + (to?.[1] ?? 0) - (from?.[1] ?? 0) + 1
}

const MONTHS = 12

/** The one whole told in the average's unit, with each count of what it is by; both of one unit (每百万件36件): the lesser by the greater. */
function pairsOf({ lexicon }: CheckContext, { values }: ValueGroup, average: CheckedValue, unit: string): readonly Pair[] {
  const told = (units: ReadonlySet<string>): readonly CheckedValue[] =>
    values.filter((value) => value !== average && units.has(value.unit) && value.role === average.role)
  // 4.4批次/千人: of what is counted in 批次.
  const own = average.unit.split('/')[0] ?? average.unit
  const amounts = told(new Set([own]))
  // 解决难题132个，户均1.8个；其中质量类58个: what stands before it.
  const before = amounts.filter(({ evidence }) => evidence.end <= average.evidence.start)
  const [whole, ...more] = before.length > 0 && own !== unit ? before : amounts
  if (own === unit) {
    const [count] = more
    if (whole === undefined || count === undefined || more.length > 1 || !isExact(whole) || !isExact(count)) return []
    return whole.value < count.value ? [{ whole, count }] : [{ whole: count, count: whole }]
  }
  const stretch = whole === undefined ? null : stretchesOf(whole, unit)
  if (whole !== undefined && stretch !== null && more.length === 0 && isExact(whole)) return [{ whole, count: stretch }]
  const counts = told(families(lexicon).get(unit) ?? new Set([unit]))
  if (whole === undefined || more.length > 0 || !isExact(whole) || !counts.every(isExact)) return []
  return counts.filter((count) => count !== whole).map((count) => ({ whole, count }))
}

/** 每案 of 27起, 户均 of 31家: units that are said for each other. */
const families = perLexicon((lexicon) => {
  const known = new Map<string, Set<string>>()
  for (const units of cue(lexicon, 'unit-families').map((family) => family.split('/')))
    for (const unit of units) known.set(unit, new Set([...(known.get(unit) ?? []), ...units]))
  return known
})

/** Of several counts, the only one that the average can be meant to be of; none where one bears it out. */
function* likeliest(context: CheckContext, scale: number, pairs: readonly Pair[], average: CheckedValue): Iterable<Slip> {
  const isIt = ({ whole, count }: Pair): boolean =>
    Math.abs(whole.value / (count.value / scale) - average.value) <= writtenStep(average.evidence.quote, average.value)
  if (pairs.some(isIt)) return
  const [slip, more] = pairs.flatMap((pair) => [...compare(context, { average, scale, ...pair })])
  if (slip !== undefined && more === undefined) yield slip
}

interface Average {
  readonly average: CheckedValue
  readonly whole: CheckedValue
  readonly count: Pick<CheckedValue, 'value' | 'evidence'>
  readonly scale: number
}

function* compare({ between }: CheckContext, { average, whole, count, scale }: Average): Iterable<Slip> {
  const times = count.value / scale
  if (times <= 1 || whole.period !== average.period || /[。；;]/u.test(between(...ends(average, whole)))) return
  const step = writtenStep(average.evidence.quote, average.value)
  const slack = writtenStep(whole.evidence.quote, whole.value) / times + step
  const exact = whole.value / times
  if (Math.abs(exact - average.value) <= slack) return
  const isOfWhole = whole.evidence.start > average.evidence.start
  const [claim, right] = isOfWhole ? [whole, average.value * times] : [average, exact]
  const own = writtenStep(claim.evidence.quote, claim.value)
  if (!areNearlyAlike(claim.value / own, Math.round(right / own), 1)) return
  const shown = Number((Math.round(right / own) * own).toPrecision(12))
  const words = (value: number): string => `${atStep(value, Math.min(1, own))}${claim.unit}`
  yield {
    severity: 'warning',
    claimed: claim.value,
    recomputed: shown,
    evidence: [claim, isOfWhole ? average : whole, count]
      .map(({ evidence }) => evidence)
      .filter(({ start }, at, all) => all.findIndex((each) => each.start === start) === at),
    message: `按“${count.evidence.quote}”与“${(isOfWhole ? average : whole).evidence.quote}”计算应为${words(shown)}，文中写作“${claim.evidence.quote}”，请核对`,
  }
}

/** The words between two figures. */
const ends = (one: CheckedValue, other: CheckedValue): [number, number] => [
  Math.min(one.evidence.end, other.evidence.end),
  Math.max(one.evidence.start, other.evidence.start),
]
