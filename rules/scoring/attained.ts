/**
 * Whether a county met an indicator's target over the whole year. A county is counted only where every number that its documents allow meets it.
 *
 *   全年合格率92.08%, target ≥91                            met: its own figure of the year goes before all others
 *   四个季度 91.7、92.3、93.3、95.5, target ≥91             met: whatever their weights, the year lies between them
 *   前三季度 0起，第四季度 0起, target =0                    met: counts add up
 *   第三季度 92%, nothing else                              unknown: the other quarters are not known
 *   90%以上, target ≥91                                     unknown
 *
 * Which values serve a period is settled as for an item (`read/take.ts`); what a reviewer entered for an item goes before what was read.
 */
import type { Value } from '../../extractors/indicators/value.ts'
import type { Indicator } from '../../extractors/lexicon.ts'
import { type Asking, itemsAskingLevel } from './asking.ts'
import type { CountyFeed } from './county-feed.ts'
import { decimal, infinity, zero } from './decimal.ts'
import { allowed, closed, exactly, type Interval, meet, plus, satisfies, type Truth, threshold } from './interval.ts'
import { domainOf, type Office } from './office.ts'
import type { IndicatorOperand } from './operand.ts'
import { monthsOf, type Service, servicesOf } from './period.ts'
import { enteredInterval, entryOf, entryWords } from './read/entered.ts'
import { type Taken, take } from './read/take.ts'
import { pointsIn } from './scheme-items.ts'
import type { Use } from './trace.ts'

export interface Attained {
  readonly answer: Truth
  readonly uses: readonly Use[]
  /** Decisions that took part, with what they entered. */
  readonly entered: readonly { readonly decision: number; readonly words: string }[]
  /** Why it is unknown, in Chinese; empty where it is not. */
  readonly open: string
  /** True where one document says that the target is met and another that it is not. */
  readonly disputed?: true
}

type Reading = Pick<Attained, 'uses' | 'entered' | 'open'> & { readonly period: string; readonly allowed: Interval | null }

/** By its own figures; where these do not say it of the whole year and none of them denies it, by the count without which there is none. */
export function attainedInYear(office: Office, county: CountyFeed, indicator: Indicator): Attained {
  const own = attainedBy(office, county, indicator)
  const cause = indicator.noneWithout === undefined ? undefined : office.indicators.get(indicator.noneWithout)
  const target = office.scheme.targets[indicator.id]
  if (own.answer !== 'unknown' || cause === undefined || target === undefined) return own
  const asked = threshold(target.op, target.value)
  const bearsOut = ({ allowed: part }: Reading): boolean => part !== null && satisfies(part, asked) === 'yes'
  const silent = wholeYear(office, county, indicator) === null && piecesOfYear(office, county, indicator).every(bearsOut)
  if (!silent || satisfies(exactly(zero), asked) !== 'yes') return own
  const scheme = { ...office.scheme, targets: { [cause.id]: { op: '=' as const, value: 0 } } }
  const none = attainedBy({ ...office, scheme }, county, cause)
  return none.answer === 'yes' ? { ...none, uses: [...own.uses, ...none.uses], entered: [...own.entered, ...none.entered] } : own
}

function attainedBy(office: Office, county: CountyFeed, indicator: Indicator): Attained {
  const target = office.scheme.targets[indicator.id]
  if (target === undefined) return { answer: 'unknown', uses: [], entered: [], open: '方案没有目标值' }
  const asked = threshold(target.op, target.value)
  const whole = wholeYear(office, county, indicator)
  const pieces = piecesOfYear(office, county, indicator)
  if (whole !== null) {
    const more = pieces.find(({ allowed: part }) => isMore(part, whole.allowed, indicator))
    if (more !== undefined) return answered([{ ...whole, open: CONFLICT }, more], 'unknown')
    return answered([whole], whole.allowed === null ? 'unknown' : satisfies(whole.allowed, asked))
  }
  if (pieces.some(({ open }) => open !== '')) return answered(pieces, 'unknown')
  const known = pieces.flatMap(({ allowed }) => (allowed === null ? [] : [allowed]))
  if (indicator.kind === 'count') return answered(pieces, known.length === 0 ? 'unknown' : satisfies(summed(known, pieces), asked))
  if (indicator.kind === 'change' || !coversYear(pieces)) return answered(pieces, 'unknown')
  const truths = new Set(known.map((each) => satisfies(each, asked)))
  const [only] = truths.size === 1 ? truths : []
  return answered(pieces, only ?? 'unknown')
}

const CONFLICT = '材料说法不一'

/** Whether a part of the year counts more events than all of it is said to have had. */
const isMore = (part: Interval | null, whole: Interval | null, { kind, direction }: Indicator): boolean =>
  (kind === 'count' || direction === 'zero') && part !== null && whole !== null && part.from.gt(whole.to)

function answered(readings: readonly Reading[], answer: Truth): Attained {
  const reasons = readings.flatMap(({ open }) => (open === '' ? [] : [open]))
  const open = reasons.length > 0 ? reasons.join('；') : readings.length === 0 ? '没有读到数值' : '所报数值不足以判断全年'
  return {
    answer,
    uses: readings.flatMap(({ uses }) => uses),
    entered: readings.flatMap(({ entered }) => entered),
    open: answer === 'unknown' ? open : '',
    ...(reasons.some((reason) => reason.startsWith(CONFLICT)) ? { disputed: true } : {}),
  }
}

/** The year's own figure, or last year's where the scheme's item asks for that (上年造林成活率); null where none is stated. */
function wholeYear(office: Office, county: CountyFeed, indicator: Indicator): Reading | null {
  const year = String(office.scheme.year)
  const asking = itemsAskingLevel(office.scheme, indicator.id)
  const yearly = asking.filter(({ operand }) => operand.periods?.some((each) => each === 'annual' || each === 'last-year'))
  const entered = enteredFor(office, county, yearly, null)
  if (entered !== null) return { ...entered, period: year }
  const periods: Service[] = asksLastYear(office, indicator.id) ? ['last-year', 'own'] : ['own']
  const own = { indicator: indicator.id, periods }
  return readingOf(office, county, own, year, indicator) ?? asAsked(office, county, indicator, yearly)
}

/** What an item takes in the quarter that asks for the year's figure, where it takes that quarter's own too; of events a quarter says nothing of the others. */
function asAsked(office: Office, county: CountyFeed, indicator: Indicator, yearly: readonly Asking<IndicatorOperand>[]): Reading | null {
  if (indicator.kind === 'count' || indicator.direction === 'zero') return null
  const { items, quarters, year } = office.scheme
  for (const { item: id, operand } of yearly) {
    const item = items.find((each) => each.id === id)
    const at = item && quarters.findLast(({ quarter }) => pointsIn(item, quarter) !== null)
    if (at === undefined || operand.periods?.includes('own') !== true) continue
    const { periods } = operand
    const reading = readingOf(office, county, { indicator: indicator.id, periods }, `${year}-${at.quarter}`, indicator)
    if (reading !== null) return reading
  }
  return null
}

/** Readings of parts of the year that follow one another from January on, each as long as can be; a gap is passed over to the next quarter. */
function piecesOfYear(office: Office, county: CountyFeed, indicator: Indicator): Reading[] {
  const { year, quarters } = office.scheme
  const january = year * 12
  const stated = new Set((county.values.get(indicator.id) ?? []).flatMap(({ period }) => (period === null ? [] : [period])))
  for (const { quarter } of quarters) stated.add(`${year}-${quarter}`)
  const spans = [...stated].flatMap((period) => {
    const months = monthsOf(period)
    const isWhole = months?.from === january && months.to === january + 11
    return months === null || isWhole || months.to >= january + 12 ? [] : [{ period, ...months }]
  })
  spans.sort((a, b) => a.from - b.from || b.to - a.to || (a.period < b.period ? -1 : 1))
  const quarterly = itemsAskingLevel(office.scheme, indicator.id).filter(({ operand }) => operand.periods === undefined)
  const pieces: Reading[] = []
  let next = january
  for (const { period, from, to } of spans) {
    if (from < next) continue
    const entered = enteredFor(office, county, quarterly, period)
    const reading = entered ?? readingOf(office, county, { indicator: indicator.id, periods: ['own'] }, period, indicator)
    if (reading === null) continue
    pieces.push({ ...reading, period })
    next = to + 1
  }
  return pieces
}

/** Values of equal standing may differ as long as all say the same of the target; what one document states and another denies is unknown. */
function readingOf(office: Office, county: CountyFeed, operand: IndicatorOperand, period: string, indicator: Indicator): Reading | null {
  const { settings } = office.scheme
  const taken = take(county, operand, period, settings)
  const { uses, passed } = taken
  if (taken.allowed === null) return null
  const domain = domainOf(office, operand)
  const values = new Map((county.values.get(indicator.id) ?? []).map((value) => [value.id, value]))
  const stated = [...uses, ...passed].flatMap(({ id }) => {
    const value = values.get(id)
    const serves =
      value !== undefined && value.breakdown === null && operand.periods?.some((each) => servicesOf(value.period, period).includes(each))
    return serves ? [value] : []
  })
  const { read, doubts } = asDoubted(office, taken, taken.allowed, domain, indicator)
  const open = [...doubts, ...(stated.some(({ unit }) => unit !== indicator.unit) ? ['单位与指标不同'] : [])]
  const target = office.scheme.targets[indicator.id]
  if (target !== undefined && open.length === 0) {
    const asked = threshold(target.op, target.value)
    const truths = new Set(stated.map((value) => truthOf(value, asked, domain, settings.approximate)))
    if (truths.has('yes') && truths.has('no')) open.push(`${CONFLICT}：${stated.map(({ evidence }) => evidence.quote).join('、')}`)
  }
  const possible = meet(read, domain)
  if (possible === null) open.push('数值超出可能范围')
  return { period, uses, entered: [], open: open.join('；'), allowed: open.length === 0 ? possible : null }
}

/** A doubt that leaves the answer as it is does not open it: both 94.75 and the 93.75 that its own counts give are above 91. */
function asDoubted(
  { scheme: { targets } }: Office,
  { doubts, doubtful }: Taken,
  read: Interval,
  domain: Interval,
  { id }: Indicator,
): { readonly read: Interval; readonly doubts: readonly string[] } {
  const target = targets[id]
  const possible = doubtful && meet(doubtful, domain)
  const isSame =
    doubts.length > 0 && target !== undefined && possible && satisfies(possible, threshold(target.op, target.value)) !== 'unknown'
  return isSame ? { read: possible, doubts: [] } : { read, doubts }
}

function truthOf({ comparator, value, upper }: Value, asked: Interval, domain: Interval, approximate: number): Truth {
  const read = meet(allowed(comparator, decimal(value), decimal(upper ?? value), approximate), domain)
  return read === null ? 'unknown' : satisfies(read, asked)
}

function enteredFor(
  office: Office,
  county: CountyFeed,
  asking: readonly Asking<IndicatorOperand>[],
  period: string | null,
): Reading | null {
  const { year, quarters, settings } = office.scheme
  const periods = period === null ? [...quarters.map(({ quarter }) => `${year}-${quarter}`), String(year)] : [period]
  for (const { item, operand } of asking)
    for (const at of [...periods].reverse()) {
      const entry = entryOf(office.entriesOf(county.id, at, item), operand)
      const given = entry === null ? null : enteredInterval(entry, settings.approximate)
      if (entry === null || given === null) continue
      return {
        period: at,
        allowed: given,
        uses: [],
        open: '',
        entered: [{ decision: entry.number, words: `复核录入 ${entryWords(entry)}` }],
      }
    }
  return null
}

/** Whether the scheme asks for the figure of the year before (上年造林成活率). */
export const asksLastYear = (office: Office, id: string): boolean =>
  itemsAskingLevel(office.scheme, id).some(({ operand }) => operand.periods?.[0] === 'last-year')

const monthsIn = (pieces: readonly Reading[]): number =>
  pieces.reduce((all, { period }) => {
    const span = monthsOf(period)
    return span === null ? all : all + span.to - span.from + 1
  }, 0)

const coversYear = (pieces: readonly Reading[]): boolean => monthsIn(pieces) === 12

/** What the months without a figure add is not known, but never less than nothing. */
function summed(known: readonly Interval[], pieces: readonly Reading[]): Interval {
  const total = known.reduce(plus, closed(zero, zero))
  return coversYear(pieces) ? total : { ...total, to: infinity, openTo: false }
}
