/**
 * A change that no two levels near it bear out, and that two of them would if it went the other way or had one digit another, was meant to be theirs.
 *
 *   …合格率99.0%。去年同期合格率97.8%，今年比去年低1.2个百分点     it is above
 *   …55批次，合格率90.9%。塑料管材合格率80%，比总体低11.9个百分点  10.9: what the paragraph gives for all
 *
 * Why: whose a level is can often not be told by words. That a figure is exactly the difference but for its way or one digit is seldom chance where only
 * one pair could be meant: the level of its own sentence, or the last before it, and the one of the other side that its own words name.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { previousQuarter, sameLastYear } from '../../extractors/quantities/period.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'
import { areNearlyAlike } from './digits.ts'
import { type StatedChange, statedChanges } from './levels.ts'
import { moveWords } from './move-words.ts'
import { distance, isLastDigit, isTurned, type Reading, readingsOf } from './readings.ts'
import { sharesName } from './shares-name.ts'
import { isOfOther, isWayless } from './wayless.ts'

/** So many levels back are tried whether they bear a change out. */
const MOST = 16
/** So many sentences back the level may stand that a change goes on from. */
const BACK = 2
/** How far before a change its other side is named. */
const REACH = 10
/** The last characters of a rate's name say what it counts. */
const LAST = 3

const patterns = perLexicon((lexicon) => ({
  whole: new RegExp(
    `(?:${wordPattern(cue(lexicon, 'compared-with'))})[\\p{Script=Han}]{0,2}?(?:${wordPattern(cue(lexicon, 'own-whole'))})[^，。；0-9]{0,6}$`,
    'u',
  ),
  total: new RegExp(wordPattern([...cue(lexicon, 'stated-sum'), ...cue(lexicon, 'sum-leads')]), 'u'),
}))

export const nearChange = defineCheck({
  kind: 'delta',
  *examine(context) {
    const judged = new Set(statedChanges(context).map(({ change }) => change))
    for (const [at, group] of context.groups.entries())
      for (const [index, change] of group.table ? [] : group.values.entries()) {
        if (change.role !== 'change' || judged.has(change) || !isExact(change) || change.value === 0) continue
        const pairs = [...named(context, at, index), ...nearest(context, at, index)]
        const slip = pairs.map((stated) => (isBorneOut(context, at, stated) ? null : slipOf(stated, context))).find((each) => each !== null)
        if (slip) yield slip
      }
  },
})

function named(context: CheckContext, at: number, index: number): StatedChange[] {
  const stated = pairOf(context, at, index)
  return stated === null ? [] : [stated]
}

/** The last level before a change in its paragraph with each of those before it that its words may set it against. */
function nearest({ groups, between }: CheckContext, at: number, index: number): (StatedChange & { readonly isOther?: boolean })[] {
  const change = groups[at]?.values[index] as CheckedValue
  const own = groups[at]?.values.slice(0, index) ?? []
  const before = groups
    .slice(Math.max(0, at - BACK), at + 1)
    .filter(({ table }) => !table)
    .flatMap(({ values }) => values)
    .filter((value) => isBefore(value, change) && isCompared(value, change))
    .slice(-TRIED)
  const last = before.at(-1)
  if (last === undefined || change.evidence.start - last.evidence.end > FAR) return []
  if (change.basis === null) return ofTwo(before, last, own, change)
  const earlier = before.findLast((value) => isOtherSide(value, change))
  const levels = before.filter((value) => value.role === 'actual' && value !== earlier && !isOtherSide(value, change))
  // 去年同期扦样52份: whatever it was read as, it is of what the words right before it name.
  const said = earlier === undefined ? '' : flat(between(earlier.evidence.start - REACH, earlier.evidence.start))
  const named = levels.filter(({ name, unit }) => unit === earlier?.unit && name.length > 1 && said.endsWith(name))
  if (earlier && named[0] && named.length === 1 && !areAlike(named[0], earlier)) return [{ change, now: named[0], earlier }]
  const now = levels.findLast((value) => areAlike(change, value)) ?? levels.at(-1)
  if (!earlier || !now || now.unit !== earlier.unit || !areAlike(now, earlier) || !areAlike(change, now)) return []
  // 供电可靠率99.812%，其中城网99.931%、农网99.764%: what the sentence begins with may be meant as well.
  const [first] = levels.filter((value) => value.unit === earlier.unit && own.includes(value))
  const others = first !== undefined && first !== now && areAlike(first, earlier) ? [{ change, now: first, earlier, isOther: true }] : []
  return [{ change, now, earlier }, ...others]
}

/** Set against nothing that is named: the last two levels of the sentence, or of the one before where it has none. */
function ofTwo(before: readonly CheckedValue[], last: CheckedValue, own: readonly CheckedValue[], change: CheckedValue): StatedChange[] {
  const isNone = !own.some((value) => isCompared(value, change))
  return before
    .slice(0, -1)
    .reverse()
    .filter((other) => other.role === 'actual' && (isNone ? areAlike(other, last) : own.includes(other) && own.includes(last)))
    .map((other) => ({ change, now: other, earlier: last }))
    .filter(({ now, earlier }) => earlier.role === 'actual' && now.unit === earlier.unit)
}

const isBefore = ({ evidence }: CheckedValue, change: CheckedValue): boolean =>
  evidence.block === change.evidence.block && evidence.end <= change.evidence.start

/** What the change says that it is against. */
function isOtherSide({ role, basis, period }: CheckedValue, change: CheckedValue): boolean {
  if (change.basis === 'target') return role === 'target'
  if (role === 'target') return false
  if (basis === change.basis) return true
  const { period: now } = change
  if (role !== 'actual' || now === null || period === null) return false
  return change.basis === 'yoy'
    ? period === sameLastYear(now)
    : change.basis === 'qoq' && /-Q/u.test(now) && period === previousQuarter(now)
}

/** One indicator, or names of which one ends the other. */
function areAlike(one: CheckedValue, other: CheckedValue): boolean {
  if (one.indicator !== null && other.indicator !== null) return one.indicator === other.indicator
  return [one, other].some(isUnnamed) || one.name.endsWith(other.name) || other.name.endsWith(one.name) || isShortFor(one.name, other.name)
}

/** 家政满意率 of 家政服务满意率: the shorter begins and ends as the longer does, and leaves out what stands between. */
function isShortFor(one: string, other: string): boolean {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one]
  if (short.length <= LAST + 1 || long.slice(-LAST) !== short.slice(-LAST) || long.slice(0, 2) !== short.slice(0, 2)) return false
  let at = 0
  for (const character of long) if (character === short[at]) at++
  return at === short.length
}

/** Its name was only taken from the words beside it. */
const isUnnamed = ({ indicator, name, unit, confidence }: CheckedValue): boolean =>
  indicator === null && (name === unit || name === '%' || confidence < GUESSED)

const GUESSED = 0.7

const isCompared = (value: CheckedValue, change: CheckedValue): boolean =>
  change.unit === '%'
    ? value.role !== 'change' && value.role !== 'share' && isExact(value) && !value.unit.startsWith('%')
    : isLevel(value, change)

const TRIED = 6
const FAR = 40

/** The one pair that a change could be the difference of. */
function pairOf(context: CheckContext, at: number, index: number): StatedChange | null {
  const { values = [] } = context.groups[at] ?? {}
  const change = values[index] as CheckedValue
  const own = values.slice(0, index).filter((value) => isLevel(value, change))
  const earlier = own.findLast((value) => value.role === 'reference')
  if (earlier !== undefined && earlier === own.at(-1)) {
    if (change.basis !== earlier.basis || own.length > 1) return null
    const now = levelBefore(context, at, change)
    return now !== undefined && areOneThing(now, earlier) ? { change, now, earlier } : null
  }
  const [now, more] = namedLast(context, own, change)
  if (now?.role !== 'actual' || more !== undefined) return null
  const whole = wholeBefore(context, at, change)
  return whole === null ? null : { change, now, earlier: whole }
}

/** 依次为88.5%、81.3%、90.4%，拖后腿的是小反刍兽疫，比…低: of several levels, the one whose name stands between them and the change. */
function namedLast({ between }: CheckContext, levels: readonly CheckedValue[], change: CheckedValue): readonly CheckedValue[] {
  const last = levels.at(-1)
  if (last === undefined || levels.length === 1) return levels
  const said = flat(between(last.evidence.end, change.evidence.start))
  const named = levels.filter(({ name }) => name.length > NAMED && said.includes(name.slice(0, NAMED)))
  return named.length === 1 ? named : levels
}
/** So many characters at the head of its name tell it from the others. */
const NAMED = 3

/** The last level of the sentences before, where the sentence itself gives none but that of the other side. */
function levelBefore({ groups }: CheckContext, at: number, change: CheckedValue): CheckedValue | undefined {
  const levels: CheckedValue[] = []
  for (const { values, table } of groups.slice(Math.max(0, at - BACK), at).reverse()) {
    if (table) break
    levels.push(...values.filter((value) => value.role === 'actual' && value.period === change.period && isLevel(value, change)).reverse())
  }
  // 例行监测合格率96.9%，监督抽查合格率100%。例行监测比起…: by its name rather than by its place.
  return levels.find(({ name }) => sharesName(name, change.name)) ?? levels[0]
}

/** 比总体低: the one rate of the paragraph before that follows a total, or is its first. */
function wholeBefore({ groups, between, lexicon }: CheckContext, at: number, change: CheckedValue): CheckedValue | null {
  const { whole, total } = patterns(lexicon)
  if (!whole.test(flat(between(change.evidence.start - REACH, change.evidence.start)))) return null
  const before = groups.slice(0, at).filter(({ table, values }) => !table && values[0]?.evidence.block === change.evidence.block)
  const levels = before.flatMap(({ values }) => values).filter((value) => value.role === 'actual' && isLevel(value, change))
  const [first, more] = levels
  if (first === undefined) return null
  if (more === undefined) return first
  const totals = levels.filter(({ evidence }) =>
    total.test(
      flat(between(evidence.start - TOTAL, evidence.start))
        .split(/[。；]/u)
        .at(-1) ?? '',
    ),
  )
  return totals.length === 1 ? (totals[0] ?? null) : null
}

/** How far before a rate the total may stand that it is of. */
const TOTAL = 30

const isLevel = (value: CheckedValue, { unit }: CheckedValue): boolean =>
  value.role !== 'change' && value.role !== 'share' && isExact(value) && value.unit === (unit === '个百分点' ? '%' : unit)

/** The same name, or names that end alike (合格率). */
function areOneThing(one: CheckedValue, other: CheckedValue): boolean {
  if (one.indicator !== null && other.indicator !== null) return one.indicator === other.indicator
  const areNamedAlike = one.name === other.name || sharesName(one.name, other.name)
  return [one, other].some(isUnnamed) || areNamedAlike || (one.unit === '%' && one.name.slice(-LAST) === other.name.slice(-LAST))
}

/** Any other two levels near it bear the change out. */
function isBorneOut({ groups }: CheckContext, at: number, { change, ...pair }: StatedChange): boolean {
  const own = [pair.now, pair.earlier]
  const levels = groups
    .slice(Math.max(0, at - MOST), at + 1)
    .flatMap(({ values }) => values)
    .filter((value) => isCompared(value, change))
    .slice(-MOST)
  return levels.some((now) =>
    levels.some(
      (earlier) =>
        !(own.includes(now) && own.includes(earlier)) &&
        readingsOf({ change, now, earlier }).some((reading) => distance({ change, now, earlier }, { ...reading, slack: 0 }) <= 0),
    ),
  )
}

function slipOf(stated: StatedChange & { readonly isOther?: boolean }, context: CheckContext): Slip | null {
  const { between, lexicon } = context
  const { change, now, earlier } = stated
  const wayless = isWayless(between, change, lexicon) || isOfOther(between, change.evidence.start, lexicon)
  const [reading] = readingsOf(stated)
  if (reading === undefined || isLastDigit(stated, reading)) return null
  const turned = isTurned(stated, reading)
  if (turned ? wayless || stated.isOther || now.role !== 'actual' || earlier.role === 'actual' : !isDigitOff(change, reading)) return null
  // Which way it went is not in question where a digit is.
  const figure = turned ? reading.figure : Math.sign(change.value) * Math.abs(reading.figure)
  const shown = atStep(figure, writtenStep(change.evidence.quote, change.value))
  return {
    kind: turned ? 'direction' : 'delta',
    severity: 'warning',
    claimed: change.value,
    recomputed: Number(shown),
    words: { claimed: moveWords(String(change.value), change.unit), recomputed: moveWords(shown, change.unit) },
    evidence: [change.evidence, now.evidence, earlier.evidence],
    message: `“${now.evidence.quote}”与“${earlier.evidence.quote}”相比，应为${moveWords(shown, change.unit)}，文中写作${moveWords(String(change.value), change.unit)}（“${change.evidence.quote}”），请核对`,
  }
}

/** The same way, and one digit another. */
function isDigitOff({ value, evidence }: CheckedValue, { figure }: Reading): boolean {
  const step = writtenStep(evidence.quote, value)
  return /[0-9]/u.test(evidence.quote) && areNearlyAlike(Math.abs(value), Math.abs(figure), step)
}
