/**
 * The two levels that a stated change lies between: in a sentence those stated before it, in a table those of its row. A sentence that only compares
 * (与二季度98.5%的定检率相比，上升0.8个百分点) goes on from the level that the sentence before gives of the same indicator.
 */
import { createSubjectTest } from '../../extractors/indicators/generic.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { readPeriods, yearOf } from '../../extractors/quantities/period.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, sameSubject, sameThing, type ValueGroup } from './check.ts'
import { flat } from './counts.ts'
import { levelCompared, levelReached, levelsBehind, movementBehind } from './levels-behind.ts'
import { levelsInOrder } from './levels-in-order.ts'
import { levelsNamed } from './levels-named.ts'
import { levelsOfPeriods } from './levels-period.ts'
import { levelsToTarget } from './levels-target.ts'
import { distance, readingsOf } from './readings.ts'

export interface StatedChange {
  readonly change: CheckedValue
  readonly now: CheckedValue
  readonly earlier: CheckedValue
  /** 是上年同期的3倍: the one level by the other, and no growth. */
  readonly isTimes?: boolean
  /** 年均增长9.3%: over so many years, for each of which the change is told. */
  readonly years?: number
}

const known = new WeakMap<CheckContext, readonly StatedChange[]>()

/** Every exact change of the groups whose two levels stand with it, exact too. */
export function statedChanges(context: CheckContext): readonly StatedChange[] {
  const found = known.get(context) ?? [...findChanges(context)]
  known.set(context, found)
  return found
}

function* findChanges(context: CheckContext): Iterable<StatedChange> {
  const { groups } = context
  for (const [at, { values, table }] of groups.entries()) {
    const sentenceBefore = groups[at - 1]
    const held: StatedChange[] = []
    for (const [index, change] of values.entries()) {
      if (change.role !== 'change' || !isExact(change)) continue
      const before = values.slice(0, index)
      const levels = table
        ? levelsOfRow(values, change)
        : (levelsNamed(context, at, change) ??
          levelsBehind(before, change, values.slice(index + 1), context) ??
          levelsBefore(before, change, context) ??
          levelsBefore([...goneOnFrom(sentenceBefore, change, before), ...before], change, context) ??
          levelsInOrder(values, index, context) ??
          movementBehind(change, values[index + 1], values[index + 2], context) ??
          levelReached(before, change, values[index + 1], context) ??
          levelsToTarget(before, change, context) ??
          levelsToTarget([...goneOnFrom(sentenceBefore, change, before), ...before], change, context, true) ??
          levelCompared(before, change, context) ??
          levelsOfPeriods(before, change) ??
          levelsOfPeriods(listedBefore(sentenceBefore, change, before, context), change, true))
      // 比上年的101件增长6.9%，上年增幅为21.7%: what the levels bear out has been told; the other is of another time.
      if (
        levels === null ||
        held.some(({ change: last, now, earlier }) => last.unit === change.unit && now === levels.now && earlier === levels.earlier)
      )
        continue
      const isTimes = change.unit === '倍' && context.between(change.evidence.start - 1, change.evidence.start) === '的'
      const years = yearsOf(context, change, levels)
      if (years === null) continue
      if (bearsOut(change, levels.now, levels.earlier)) held.push({ change, ...levels })
      yield { change, ...levels, isTimes, years }
    }
  }
}

/** Over how many years a change is told for each of them: 1 where it is told as a whole, null where the levels do not say. */
function yearsOf({ lexicon, between }: CheckContext, { evidence }: CheckedValue, { now, earlier }: Levels): number | null {
  if (!eachYear(lexicon).test(between(Math.max(0, evidence.start - REACH_OF_YEARLY), evidence.start))) return 1
  if (now.period === null || earlier.period === null) return null
  const years = yearOf(now.period) - yearOf(earlier.period)
  return years > 1 ? years : null
}

const eachYear = perLexicon((lexicon) => new RegExp(`(?:${wordPattern(cue(lexicon, 'each-year'))})[^，。；0-9]{0,6}$`, 'u'))
const REACH_OF_YEARLY = 12

/** The levels of the sentence before, where this one gives none itself and speaks of an indicator that the lexicon has. */
function goneOnFrom(sentence: ValueGroup | undefined, change: CheckedValue, own: readonly CheckedValue[]): readonly CheckedValue[] {
  if (sentence === undefined || sentence.table || change.indicator === null || own.some(({ role }) => role === 'actual')) return []
  return sentence.values.filter(
    ({ role, indicator, evidence }) => role === 'actual' && indicator === change.indicator && evidence.block === change.evidence.block,
  )
}

/** 一季度31件，二季度28件，三季度36件，四季度25件…。四季度环比下降30.6%: the sentence before lists the periods, and this one gives no figure before its change. */
function listedBefore(
  sentence: ValueGroup | undefined,
  change: CheckedValue,
  own: readonly CheckedValue[],
  { between }: CheckContext,
): readonly CheckedValue[] {
  const last = sentence?.values.at(-1)
  if (sentence === undefined || last === undefined || sentence.table || own.some(({ role }) => role !== 'change')) return []
  const said = flat(between(last.evidence.end, own[0]?.evidence.start ?? change.evidence.start))
  if (/[0-9]/u.test(said.split('。').at(-1) ?? '')) return []
  return sentence.values.filter(({ evidence }) => evidence.block === change.evidence.block)
}

type Levels = Pick<StatedChange, 'now' | 'earlier'>

/** The reference stated last before a change, with nothing but changes against it between, and the one level that it is compared with. */
function levelsBefore(before: readonly CheckedValue[], change: CheckedValue, context: CheckContext): Levels | null {
  const at = before.findLastIndex(({ role }) => role !== 'change')
  const reference = before.findLastIndex(
    (value, index) =>
      value.role === 'reference' || isOfYearBefore(value, context) || isSetAgainst(value, before[index - 1], change, context),
  )
  const between = before.slice(reference + 1)
  const earlier = oneOfSeveral(before, reference, between, change, context) ?? before[reference]
  // 由61.5%提高到68.2%，增长6.7%: the change does not say against what.
  const isBased =
    earlier?.basis === change.basis ||
    (earlier?.role === 'actual' && change.basis === 'yoy') ||
    (change.basis === null && earlier?.basis === 'previous' && at === reference + 1)
  if (!earlier || !isBased || between.some(({ role, basis }) => role === 'change' && basis !== change.basis)) return null
  // 由95.8%提高到98.4%: the level follows its reference; otherwise nothing but changes stands between.
  if (at !== reference && !(at === reference + 1 && REACHED.has(before[at]?.role ?? ''))) return null
  const moved = before[reference + 1]
  // 演练11场，去年同期6场；培训340人次，同比增长21%: what stands between is a level of something else.
  if (at !== reference && moved?.role === 'actual' && moved.unit !== earlier.unit) return null
  if (
    moved !== undefined &&
    REACHED.has(moved.role) &&
    moved.unit === earlier.unit &&
    isExact(moved) &&
    isExact(earlier) &&
    areOneMovement(earlier, moved, change, context)
  )
    return { now: moved, earlier }
  if (moved?.role === 'target') return null
  const unnamed = saysNothing(earlier, context)
  // 摊位从11家减到5家，小吃涨了三成价: the change names something else.
  if (unnamed && moved !== undefined && namesMore(moved, change, context)) return null
  const isAbout = OF_OTHERS.has(change.basis ?? '') ? sameThing : sameSubject
  if (!unnamed && !isAbout(earlier, change) && !isChangeItself(change, context.lexicon)) return null
  const alike = before.filter((value) => value !== earlier && value.unit === earlier.unit && (unnamed || isAbout(value, earlier)))
  const reached = alike.filter((value) => value.role === 'actual' && !isOfYearBefore(value, context))
  // 安排经费96万元，较上年的80万元增长20%: a plan's level.
  const levels = reached.length > 0 ? reached : alike.filter((value) => isPlanned(value, earlier, change, before, context))
  // 公共服务83.4分；行政服务90.6分，三季度91.5分: of several, the one that the reference was read as being of.
  const own =
    levels.length > 1 && !levels.some((value) => bearsOut(change, value, earlier))
      ? levels.filter((value) => isAbout(value, earlier))
      : levels
  const now = own[0]
  return now && own.length === 1 && isExact(now) && isExact(earlier) ? { now, earlier } : null
}

/** 比甲县97.2%、乙县96.1%分别低2.2个百分点和1.1个百分点: each change has its own. */
function oneOfSeveral(
  before: readonly CheckedValue[],
  last: number,
  since: readonly CheckedValue[],
  change: CheckedValue,
  { between, lexicon }: CheckContext,
): CheckedValue | undefined {
  const basis = before[last]?.basis
  const first = before.findLastIndex((value, at) => at <= last && (value.role !== 'reference' || value.basis !== basis)) + 1
  const run = before.slice(first, last + 1)
  const latest = run.at(-1)
  if (latest === undefined || run.length === 1) return undefined
  const said = flat(between(latest.evidence.end, change.evidence.start))
  return severally(lexicon).test(said) ? run[since.filter(({ role }) => role === 'change').length] : undefined
}

const severally = perLexicon((lexicon) => new RegExp(wordPattern(cue(lexicon, 'respectively')), 'u'))

const bearsOut = (change: CheckedValue, now: CheckedValue, earlier: CheckedValue): boolean =>
  readingsOf({ change, now, earlier }).some((reading) => distance({ change, now, earlier }, reading) <= 0)

/** 由88%提高到95%，即提高7个百分点 may be planned. */
const REACHED: ReadonlySet<string> = new Set(['actual', 'target'])

/** A level of a plan with nothing but the comparison between it and its base; 年初安排120万元 may be read as where something began. */
function isPlanned(
  value: CheckedValue,
  earlier: CheckedValue,
  change: CheckedValue,
  before: readonly CheckedValue[],
  { between }: CheckContext,
): boolean {
  const isOfPlan = value.role === 'target' || (value.role === 'reference' && value.basis === 'previous' && value.period === change.period)
  if (!isOfPlan || value.period === earlier.period || before.indexOf(value) !== before.indexOf(earlier) - 1) return false
  const said = flat(between(value.evidence.end, earlier.evidence.start))
  return said.length <= COMPARED && !/[。；]/u.test(said)
}

/** So many characters may stand between the two: ，较2019年的 */
const COMPARED = 10

/** What another county or the average stands beside is not of the same county. */
const OF_OTHERS: ReadonlySet<string> = new Set(['average', 'peer'])

/** 复工率91.4%，‹比2月末62.9%›高出28.5%: set against the level before it, whatever it was read as. */
function isSetAgainst(
  value: CheckedValue,
  now: CheckedValue | undefined,
  change: CheckedValue,
  { between, lexicon }: CheckContext,
): boolean {
  if (value.role !== 'actual' || now?.role !== 'actual' || now.unit !== value.unit || change.basis !== null) return false
  return (
    setAgainst(lexicon).test(flat(between(now.evidence.end, value.evidence.start))) && change.evidence.start - value.evidence.end <= BESIDE
  )
}

/** So many characters may stand between a level set against another and how far it is off. */
const BESIDE = 6
const setAgainst = perLexicon(
  (lexicon) => new RegExp(`^[，,](?:${wordPattern(cue(lexicon, 'set-against'))})[^，。；、0-9]{0,4}[0-9]{0,2}[^，。；、0-9]{0,6}$`, 'u'),
)

/** 2021年的头六个月是96.9%: last year's level, without a word of comparison. */
function isOfYearBefore({ role, period, evidence }: CheckedValue, { identity, between }: CheckContext): boolean {
  if (role !== 'actual' || period === null || identity.period === null) return false
  const year = Number(identity.period.slice(0, 4))
  // 2018年为61件；其中发明4件: the second names no year.
  const clause =
    flat(between(evidence.start - OWN_YEAR, evidence.start))
      .split(/[。；]/u)
      .at(-1) ?? ''
  return Number(period.slice(0, 4)) === year - 1 && readPeriods(clause, year).some((mention) => mention.period.startsWith(String(year - 1)))
}

/** How far before a level its year is named. */
const OWN_YEAR = 24

/** 由61.5%提高到68.2%，提高6.7%: nothing but the movement stands between the three, whatever each was read as. */
function areOneMovement(earlier: CheckedValue, now: CheckedValue, change: CheckedValue, { between, lexicon }: CheckContext): boolean {
  const moved = flat(between(earlier.evidence.end, now.evidence.start))
  const by = flat(between(now.evidence.end, change.evidence.start))
  return MOVED.test(moved) && MOVED_BY.test(by) && by.replace(moveWords(lexicon), '').length <= UNSAID
}

/** The clause of a change says more than its movement. */
function namesMore(last: CheckedValue, change: CheckedValue, { between, lexicon }: CheckContext): boolean {
  const said = flat(between(last.evidence.end, change.evidence.start))
  return /[，。；]/u.test(said) && (said.split(/[，。；]/u).at(-1) ?? '').replace(moveWords(lexicon), '').length > NAMES
}

/** So many characters beside the words of movement name something. */
const NAMES = 6

/** 客户投诉下降四成 is of something else: so many characters beside the words of movement. */
const UNSAID = 2
const moveWords = perLexicon(
  (lexicon) =>
    new RegExp(wordPattern(['up', 'down', 'moved-up', 'moved-down', 'more-or-less'].flatMap((group) => cue(lexicon, group))), 'gu'),
)

const MOVED = /^[\p{Script=Han}]{1,6}$/u
const MOVED_BY = /^[，,（(]?[\p{Script=Han}]{1,6}$/u

/** 得到的是96.9%: the reference names nothing that it could be of, and is of what was stated before it. */
function saysNothing({ indicator, name }: CheckedValue, { lexicon }: CheckContext): boolean {
  return indicator === null && !subjectTest(lexicon).says(name)
}

const subjectTest = perLexicon((lexicon) => ({ says: createSubjectTest(lexicon) }))

/** 投诉总量同比变化: the indicator is a change; the levels that it rests on are not of it. */
export const isChangeItself = ({ indicator }: CheckedValue, lexicon: Lexicon): boolean =>
  lexicon.indicators.some(({ id, kind }) => id === indicator && kind === 'change')

/** A row with just one level of this period, one of the period compared with, and their change. */
function levelsOfRow(row: readonly CheckedValue[], change: CheckedValue): Levels | null {
  const rates = (value: CheckedValue): boolean => (value.unit === '%') === (change.unit === '个百分点' || change.unit === '%')
  const now = row.filter((value) => value.role === 'actual' && rates(value) && value.evidence.end <= change.evidence.start)
  const earlier = row.filter((value) => value.role === 'reference' && rates(value) && value.basis === change.basis)
  const [only, against] = [now[0], earlier[0]]
  return now.length === 1 && earlier.length === 1 && only && against && only.unit === against.unit && isExact(only) && isExact(against)
    ? { now: only, earlier: against }
    : null
}
