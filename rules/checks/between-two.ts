/**
 * The difference of two things that its clause names is that of their levels.
 *
 *   农资合格率92.5%，建材合格率90.8%，农资比建材低1.7个百分点     农资 is above
 *   流通环节98.5%，种植环节97.2%，前者比后者高1.5个百分点         1.3
 *   三类分别为93.3%、88.2%、91.7%，农膜最低，比最高的化肥低6.1个百分点   5.1
 *   秋季普查…合格率98.4%…。春季合格率98.9%，秋季较春季上升0.5个百分点    it fell: named at the head of a sentence before
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { readPeriods } from '../../extractors/quantities/period.ts'
import { createRegionReader } from '../../extractors/quantities/region.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'
import { areNearlyAlike } from './digits.ts'
import { difference, distance, isLastDigit, isTurned } from './readings.ts'

/** How far before a difference its clause is read. */
const REACH = 40
/** How far before a level its name stands. */
const LABEL = 24
const LEVELS: ReadonlySet<string> = new Set(['actual', 'reference'])

const patterns = perLexicon((lexicon) => {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const [former = '', latter = ''] = cue(lexicon, 'former-latter')
  return {
    two: new RegExp(
      `([\\p{Script=Han}]{2,12}?)(?:比|较)([\\p{Script=Han}]{2,10}?)(?:的[^，。；0-9]{0,6})?(${words('up')}|${words('down')})[了出约]?$`,
      'u',
    ),
    base: new RegExp(['base-yoy', 'base-qoq', 'base-average', 'base-target', 'base-previous'].map(words).join('|'), 'u'),
    regions: createRegionReader(lexicon),
    /** 农膜最低 */
    place: new RegExp(`(?:${words('most')}|${words('least')})$`, 'u'),
    /** 最高的化肥 */
    which: new RegExp(`(?<=[比较])(?:${words('most')}|${words('least')})的`, 'u'),
    former,
    latter,
  }
})

export const betweenTwo = defineCheck({
  kind: 'delta',
  *examine(context) {
    for (const [at, { values, table }] of context.groups.entries())
      for (const [index, change] of table ? [] : values.entries()) {
        if (change.role !== 'change' || !isExact(change)) continue
        const names = namesOf(context, change)
        if (names === null) continue
        const before = values.slice(0, index)
        const pair = levelsOf(context, change, before, names)
        if (pair !== null) yield* compare(change, ...pair)
        else yield* fromSentenceBefore(context, at, change, before, names)
      }
  },
})

/** What is told to be more, and than what. */
function namesOf(context: CheckContext, change: CheckedValue): readonly [string, string] | null {
  const { two, base, regions, place, which } = patterns(context.lexicon)
  const from = Math.max(context.document.blocks[change.evidence.block]?.span.start ?? 0, change.evidence.start - REACH)
  const clauses = flat(context.between(from, change.evidence.start)).split(/[，。；：、（）]/u)
  const clause = (clauses.at(-1) ?? '').replace(which, '')
  // 农膜最低，比最高的化肥低…: the clause before says what.
  const before = (clauses.at(-2) ?? '').replace(place, '')
  const [, one = '', other = ''] = two.exec(clause) ?? (/[0-9]/u.test(before) ? null : two.exec(`${before}${clause}`)) ?? []
  if (one === '' || other.length < NAMED || base.test(other) || regions(other).length > 0 || readPeriods(other, 2000).length > 0)
    return null
  return [one, other]
}

/** A shorter name may be of anything. */
const NAMED = 2

const isLevelFor = (value: CheckedValue, { unit }: CheckedValue): boolean =>
  LEVELS.has(value.role) && value.unit === (unit === '个百分点' ? '%' : unit) && isExact(value)

type Names = readonly [string, string]

/** The levels of the two in the sentence before their difference. */
function levelsOf(
  context: CheckContext,
  change: CheckedValue,
  before: readonly CheckedValue[],
  [one, other]: Names,
): [CheckedValue, CheckedValue] | null {
  const { former, latter } = patterns(context.lexicon)
  const levels = before.filter((value) => isLevelFor(value, change))
  if (one.endsWith(former) && other === latter) {
    const [first, second] = levels.slice(-2)
    return first && second && levels.length === 2 ? [first, second] : null
  }
  const [first, second] = [one, other].map((name) => onlyCalled(context, levels, name))
  return first && second && first !== second ? [first, second] : null
}

/** The one level that is called so: by the words that its indicator was read from (a list tells them apart), or by those right before it. */
function onlyCalled(context: CheckContext, levels: readonly CheckedValue[], name: string): CheckedValue | undefined {
  const read = levels.filter(({ subject }) => subject !== null && flat(context.between(subject.start, subject.end)).startsWith(name))
  if (read.length === 1) return read[0]
  const [level, more] = levels.filter((each) => isCalled(context, each, name))
  return more === undefined ? level : undefined
}

/** 秋季普查…合格率98.4%。春季合格率98.9%，秋季较春季上升0.5个百分点: the sentence before is of the one, told by the same rate; only where a slip of the hand explains it. */
function* fromSentenceBefore(
  context: CheckContext,
  at: number,
  change: CheckedValue,
  before: readonly CheckedValue[],
  names: Names,
): Iterable<Slip> {
  const sentence = context.groups[at - 1]
  const own = before.filter((value) => isLevelFor(value, change))
  const [first, second] = names.map((name) => onlyCalled(context, own, name))
  const known = first ?? second
  const lead = sentence?.values[0]
  if (sentence === undefined || sentence.table || lead === undefined || known === undefined || (first && second)) return
  if (lead.evidence.block !== change.evidence.block) return
  const asked = names[first === undefined ? 0 : 1]
  const opening = flat(context.between(lead.evidence.start - LABEL, lead.evidence.start))
    .split(/[。；]/u)
    .at(-1)
  if (opening?.includes(asked) !== true) return
  const [level, more] = sentence.values.filter((value) => isLevelFor(value, change) && value.name.slice(-LAST) === known.name.slice(-LAST))
  if (level === undefined || more !== undefined) return
  const stated = first === undefined ? { change, now: level, earlier: known } : { change, now: known, earlier: level }
  const reading = difference(stated)
  const step = writtenStep(change.evidence.quote, change.value)
  if (isTurned(stated, reading) || areNearlyAlike(Math.abs(reading.figure), Math.abs(change.value), step))
    yield* compare(change, stated.now, stated.earlier)
}

/** The last characters of a rate's name say what it counts. */
const LAST = 3

/** The words right before a level name it. */
function isCalled({ between, document }: CheckContext, { evidence }: CheckedValue, name: string): boolean {
  const from = Math.max(document.blocks[evidence.block]?.span.start ?? 0, evidence.start - LABEL)
  const label =
    flat(between(from, evidence.start))
      .split(/[0-9%，。；、]/u)
      .at(-1) ?? ''
  return label.includes(name)
}

function* compare(change: CheckedValue, now: CheckedValue, earlier: CheckedValue): Iterable<Slip> {
  const stated = { change, now, earlier }
  const reading = difference(stated)
  // 比乙多20%: a share of the other, which is more than one thing could be meant by.
  if (change.unit === '%' || distance(stated, reading) <= 0 || isLastDigit(stated, reading)) return
  const shown = atStep(reading.figure, writtenStep(change.evidence.quote, change.value))
  const turned = isTurned(stated, reading)
  yield {
    kind: turned ? 'direction' : 'delta',
    severity: 'error',
    claimed: change.value,
    recomputed: Number(shown),
    words: { claimed: told(String(change.value), change.unit), recomputed: told(shown, change.unit) },
    evidence: [change.evidence, now.evidence, earlier.evidence],
    message: `“${now.evidence.quote}”比“${earlier.evidence.quote}”${told(shown, change.unit)}，文中写作${told(String(change.value), change.unit)}（“${change.evidence.quote}”），请核对`,
  }
}

const told = (figure: string, unit: string): string => `${figure.startsWith('-') ? '低' : '高'}${figure.replace('-', '')}${unit}`
