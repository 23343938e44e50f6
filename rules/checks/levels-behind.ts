/** The levels of a change that follow it, or stand on either side of it, in its sentence. */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { yearOf } from '../../extractors/quantities/period.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, sameSubject, sameThing } from './check.ts'
import { flat } from './counts.ts'

interface Levels {
  readonly now: CheckedValue
  readonly earlier: CheckedValue
}

/**
 * 合格率98.0%，同比提升0.6个百分点（上年为98.6%）: the reference stands right behind the change, or behind the other change of the pair (增加24件，增长7.9%，上年
 * 同期为300件), and nothing is said of it but whose it is.
 */
export function levelsBehind(
  before: readonly CheckedValue[],
  change: CheckedValue,
  behind: readonly CheckedValue[],
  { between }: CheckContext,
): Levels | null {
  const [next] = behind
  const isPair = next?.role === 'change' && next.basis === change.basis && next.unit !== change.unit && sameSubject(next, change)
  const [last, earlier] = isPair ? [next, behind[1]] : [change, next]
  if (earlier?.role !== 'reference' || !isOfBasis(earlier, change) || change.basis === null || !areOfOne(earlier, change)) return null
  const said = flat(between(last.evidence.end, earlier.evidence.start))
  const after = flat(between(earlier.evidence.end, earlier.evidence.end + 2)).slice(0, 1)
  if (!(BRACKETED.test(said) && /[）)]/u.test(after)) && !(OWN_CLAUSE.test(said) && /[，。；]/u.test(after))) return null
  const at = before.findLastIndex(({ role }) => role !== 'change')
  const isBare = /^[（(]$/u.test(said)
  const now = isBare ? before.findLast(({ role, unit }) => role === 'actual' && unit === earlier.unit) : before[at]
  if (!isBare && !before.slice(at + 1).every((value) => value.basis === change.basis && sameSubject(value, change))) return null
  // 占83.5%，比年初提高4.1个百分点（年初79.4%）: a share is a level as well.
  if (
    (now?.role !== 'actual' && now?.role !== 'share') ||
    now.unit !== earlier.unit ||
    !areOfOne(now, earlier) ||
    !isExact(now) ||
    !isExact(earlier)
  )
    return null
  const isOnly = before.every(
    (value) => value === now || value.role !== 'actual' || !sameSubject(value, now) || value.period !== now.period,
  )
  return isOnly ? { now, earlier } : null
}

/** 比上年净增137台（上年末1735台）: the end of last year is last year's. */
function isOfBasis({ basis, period }: CheckedValue, change: CheckedValue): boolean {
  if (basis === change.basis) return true
  const year = change.period === null ? 0 : yearOf(change.period)
  return change.basis === 'yoy' && basis === 'previous' && period !== null && yearOf(period) === year - 1
}

/** 合格率 and 上年同期合格率; what another county or the average has is not of the same county. */
function areOfOne(one: CheckedValue, other: CheckedValue): boolean {
  if (OF_OTHERS.has(one.basis ?? other.basis ?? '') && sameThing(one, other)) return true
  if (sameSubject(one, other)) return true
  if (one.county === other.county && one.breakdown !== null && JSON.stringify(one.breakdown) === JSON.stringify(other.breakdown))
    return true
  const areNamed = one.indicator === null && other.indicator === null && one.county === other.county
  return (
    areNamed && Math.min(one.name.length, other.name.length) >= NAMED && (one.name.endsWith(other.name) || other.name.endsWith(one.name))
  )
}

const OF_OTHERS: ReadonlySet<string> = new Set(['average', 'peer'])
/** A shorter name (率) ends any. */
const NAMED = 3

/** 同比增长1倍，由36件增加到68件: both levels follow. */
export function movementBehind(
  change: CheckedValue,
  earlier: CheckedValue | undefined,
  now: CheckedValue | undefined,
  { between, lexicon }: CheckContext,
): Levels | null {
  if (
    !earlier ||
    !now ||
    earlier.unit !== now.unit ||
    !isExact(earlier) ||
    !isExact(now) ||
    earlier.role === 'change' ||
    now.role !== 'actual'
  )
    return null
  const led = flat(between(change.evidence.end, earlier.evidence.start))
  const moved = flat(between(earlier.evidence.end, now.evidence.start))
  return patterns(lexicon).led.test(led) && MOVED.test(moved) ? { now, earlier } : null
}

/** 较上年同期（92.5%）提高2.7个百分点，达到94.2%: the base right before the change, and right behind it the level that was reached. */
export function levelReached(
  before: readonly CheckedValue[],
  change: CheckedValue,
  now: CheckedValue | undefined,
  { between, lexicon }: CheckContext,
): Levels | null {
  const earlier = before.at(-1)
  if (earlier?.role !== 'reference' || earlier.basis !== change.basis || now?.role !== 'actual') return null
  if (earlier.unit !== now.unit || !isExact(earlier) || !isExact(now) || !sameSubject(earlier, change) || !sameSubject(now, change))
    return null
  if (before.some((value) => value.role === 'actual' && sameSubject(value, change))) return null
  const moved = flat(between(earlier.evidence.end, change.evidence.start))
  const { reached } = patterns(lexicon)
  return BASED.test(moved) && reached.test(flat(between(change.evidence.end, now.evidence.start))) ? { now, earlier } : null
}

/** 合格率90.6%，比化肥的91.7%高1.1个百分点: what stands behind 比 is the other side, whatever it was read as. */
export function levelCompared(before: readonly CheckedValue[], change: CheckedValue, { between, lexicon }: CheckContext): Levels | null {
  const [now, earlier] = before.slice(-2)
  if (now?.role !== 'actual' || earlier === undefined || !SIDES.has(earlier.role) || now.unit !== earlier.unit) return null
  if (!isExact(now) || earlier.upper !== undefined || earlier.comparator === '~') return null
  if (now.unit !== (change.unit === '个百分点' ? '%' : change.unit)) return null
  const led = flat(between(now.evidence.end, earlier.evidence.start))
  return patterns(lexicon).compared.test(led) && MOVED.test(flat(between(earlier.evidence.end, change.evidence.start)))
    ? { now, earlier }
    : null
}

const SIDES: ReadonlySet<string> = new Set(['actual', 'target', 'reference'])

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  return {
    led: new RegExp(`^[，,（(](?:${words('from')})[\\p{Script=Han}]{0,6}$`, 'u'),
    compared: new RegExp(`^[，,](?:${words('compared')})[^，。；：、0-9]{1,10}$`, 'u'),
    reached: new RegExp(`^[，,](?:${words('moved-up', 'moved-down')})?(?:${words('to', 'rate-verbs')})了?$`, 'u'),
  }
})

const MOVED = /^[\p{Script=Han}]{1,6}$/u
/** ）相比上升, 的水平提高 */
const BASED = /^[）)]?[，,]?[\p{Script=Han}]{1,8}$/u
const BRACKETED = /^[（(][^，。；：、（()）]{0,14}$/u
const OWN_CLAUSE = /^，[^，。；、（()）]{1,12}(?:[为是]|[\p{Script=Han}]率)$/u
