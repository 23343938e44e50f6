/**
 * How far two named counties are apart is the difference of what the document gives for each.
 *
 *   最高的乌苏市与最低的和布克赛尔县相差1.6个百分点, and 98.8 and 97.0 in the table     1.8
 */

import { guardedPattern, wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { countyName, createRegionReader } from '../../extractors/quantities/region.ts'
import { atStep, roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip, type ValueGroup } from './check.ts'
import { flat } from './counts.ts'

/** How far before the figure the two are named. */
const REACH = 48

const readers = perLexicon((lexicon) => ({
  read: createRegionReader(lexicon),
  each: new RegExp(wordPattern(cue(lexicon, 'each')), 'u'),
  // Nothing but 与 between the two: 最高的甲与最低的乙 are named.
  ends: new RegExp(
    `^[，,；][^，。；0-9]{0,8}?(?:${wordPattern(cue(lexicon, 'most'))})[与和同跟、]?(?:${wordPattern(cue(lexicon, 'least'))})(?:之间)?(?:${wordPattern(cue(lexicon, 'apart'))})[^，。；、0-9]{0,3}$`,
    'u',
  ),
  apart: new RegExp(
    `^(?:的?|[，,][^，。；、0-9]{0,6}?)${guardedPattern(cue(lexicon, 'apart'), cue(lexicon, 'apart:misfires'))}[^，。；、0-9]{0,3}$`,
    'u',
  ),
}))

export const apart = defineCheck({
  kind: 'delta',
  *examine(context) {
    const levels = new Map<string, CheckedValue[]>()
    for (const value of context.values)
      if (value.indicator !== null && isExact(value) && (value.role === 'actual' || value.role === 'reference')) {
        const key = keyOf(value, value.county)
        levels.set(key, [...(levels.get(key) ?? []), value])
      }
    yield* sideBySide(context)
    yield* extremes(context)
    for (const change of context.values) {
      if (change.role !== 'change' || change.indicator === null || change.evidence.cell !== undefined || !isExact(change)) continue
      const [one, other, more] = countiesOf(context, change).map((county) => onlyLevel(levels.get(keyOf(change, county))))
      if (!one || !other || more !== undefined || isToldBefore(context, change)) continue
      yield* compare(change, one, other)
    }
  },
})

/** 额敏县98.6%、裕民县97.1%，相差2.5个百分点: two levels right before their difference. */
function* sideBySide(context: CheckContext): Iterable<Slip> {
  const { groups, between, lexicon } = context
  const { apart: word, ends } = readers(lexicon)
  for (const [at, { values, table }] of groups.entries()) {
    if (table) continue
    for (const [index, change] of values.entries()) {
      const [last, other] = values
        .slice(0, index)
        .filter(({ role }) => role !== 'change')
        .slice(-2)
      const areOfTwoKinds = last?.role === 'reference' && other?.role === 'reference' && last.basis !== other.basis
      const one = areOfTwoKinds ? ownLevel(groups.slice(0, at), values.slice(0, index), other) : last
      if (one === undefined || other === undefined || other !== values[index - 1] || !isExact(change) || change.unit === '%') continue
      // 去年同期89天，距目标差85天: how far it is to what is asked for.
      if (change.basis === 'target') continue
      const unit = change.unit === '个百分点' ? '%' : change.unit
      if (![one, other].every((level) => level.unit === unit && isExact(level) && LEVELS.has(level.role))) continue
      const said = flat(between(other.evidence.end, change.evidence.start))
      if (!word.test(said) || ends.test(said)) continue
      if (!isToldBefore(context, change)) yield* compare(change, one, other)
    }
  }
}

/** 97.9%（去年97.2%）；低于全地区98.2%，差0.3个百分点: of two other sides, neither is the county's own, which stands before them. */
function ownLevel(
  groups: readonly ValueGroup[],
  before: readonly CheckedValue[],
  { unit, evidence: { block } }: CheckedValue,
): CheckedValue | undefined {
  const last = groups.at(-1)
  const near = [...(last?.table === false && last.values[0]?.evidence.block === block ? last.values : []), ...before]
  return near.findLast((value) => value.role === 'actual' && value.unit === unit)
}

/** 99.2%、98.6%、99.7%，最高与最低相差1.1个百分点: the most and the least of the levels listed before. */
function* extremes(context: CheckContext): Iterable<Slip> {
  const { ends } = readers(context.lexicon)
  for (const { values, table } of context.groups)
    for (const [index, change] of table ? [] : values.entries()) {
      const levels = values.slice(0, index).filter(({ role }) => LEVELS.has(role))
      const last = levels.at(-1)
      const unit = change.unit === '个百分点' ? '%' : change.unit
      if (last === undefined || levels.length < LISTED || last !== values[index - 1] || !isExact(change)) continue
      if (!levels.every((level) => level.unit === unit && isExact(level) && level.role === last.role)) continue
      if (!ends.test(flat(context.between(last.evidence.end, change.evidence.start)))) continue
      const inOrder = [...levels].sort((a, b) => a.value - b.value)
      // Far off, it is said of more than the levels listed here.
      const spread = (inOrder.at(-1)?.value ?? 0) - (inOrder[0]?.value ?? 0)
      if (Math.abs(spread - Math.abs(change.value)) > FAR_OFF) continue
      yield* compare(change, inOrder.at(-1) as CheckedValue, inOrder[0] as CheckedValue)
    }
}

/** A slip of a difference is seldom larger. */
const FAR_OFF = 1.05
/** So many levels make a list. */
const LISTED = 3

const LEVELS: ReadonlySet<string> = new Set(['actual', 'reference'])

function* compare(change: CheckedValue, one: CheckedValue, other: CheckedValue): Iterable<Slip> {
  const step = writtenStep(change.evidence.quote, change.value)
  const off = Math.abs(one.value - other.value)
  const slack = (writtenStep(one.evidence.quote, one.value) + writtenStep(other.evidence.quote, other.value) + step) / 2
  if (Math.abs(off - Math.abs(change.value)) <= slack + 1e-9) return
  yield {
    severity: 'error',
    claimed: Math.abs(change.value),
    recomputed: Number(atStep(off, step)),
    evidence: [change.evidence, one.evidence, other.evidence],
    message: `“${one.evidence.quote}”（${one.county ?? ''}）与“${other.evidence.quote}”（${other.county ?? ''}）相差${atStep(off, step)}${change.unit}，文中写作“${change.evidence.quote}”，请核对`,
  }
}

/** 今年81.4分，上年84.9分；塔城市85.6分，差4.2分: any two levels of its sentence are as far apart. */
function isToldBefore({ groups }: CheckContext, change: CheckedValue): boolean {
  const { values = [] } = groups.find((group) => group.values.includes(change)) ?? {}
  const unit = change.unit === '个百分点' ? '%' : change.unit
  const levels = values.filter((value) => LEVELS.has(value.role) && value.unit === unit && isExact(value)).map(({ value }) => value)
  const step = writtenStep(change.evidence.quote, change.value)
  return levels.some((one) => levels.some((other) => roundsTo(one - other, Math.abs(change.value), step)))
}

const keyOf = ({ indicator, period, unit }: CheckedValue, county: string | null): string =>
  JSON.stringify([indicator, period, unit === '个百分点' ? '%' : unit, county])

/** The level that the document gives for a county, if it gives one. */
function onlyLevel(levels: readonly CheckedValue[] | undefined): CheckedValue | null {
  const [first] = levels ?? []
  return first !== undefined && (levels ?? []).every(({ value }) => value === first.value) ? first : null
}

/** The counties that the sentence names before a difference; nothing else is compared there. */
function countiesOf({ between, document, lexicon }: CheckContext, { evidence, period }: CheckedValue): string[] {
  const { read, each } = readers(lexicon)
  const from = Math.max(document.blocks[evidence.block]?.span.start ?? 0, evidence.start - REACH)
  const said =
    flat(between(from, evidence.start))
      .split(/[。；;]/u)
      .at(-1) ?? ''
  if (/[0-9]/u.test(said) || each.test(said)) return []
  const named = read(said)
  if (named.some(({ kind }) => kind !== 'county')) return []
  return [...new Set(named.map(({ region }) => region))].flatMap((id) => {
    const county = lexicon.regions.counties.find((known) => known.id === id)
    return county ? [countyName(county, period)] : []
  })
}
