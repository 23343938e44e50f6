/**
 * A movement goes the way its word says, and so does a comparison.
 *
 *   合格率由92%上升到95%             holds
 *   合格率由92%上升到91%             one finding
 *   合格率91.2%，高于上年同期的92%   one finding
 *   合格率91.2%，上年为92%，提高0.8个百分点   one finding: the figure is right
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { type CheckedValue, defineCheck, type Slip, sameSubject, sameThing } from './check.ts'
import { isExplained } from './explained.ts'
import { type StatedChange, statedChanges } from './levels.ts'
import { distance, isTurned, readingsOf } from './readings.ts'
import { isWayless } from './wayless.ts'

/** How many characters of a comparison may stand between its two figures. */
const REACH = 24

const patterns = perLexicon((lexicon) => {
  const words = (group: string): string => `(?:${wordPattern(cue(lexicon, group))})`
  const to = words('to')
  const negated = cue(lexicon, 'negations').join('')
  return {
    up: new RegExp(`^[^，。；0-9]{0,8}?${words('moved-up')}${to}[^，。；0-9]{0,8}$`, 'u'),
    down: new RegExp(`^[^，。；0-9]{0,8}?${words('moved-down')}${to}[^，。；0-9]{0,8}$`, 'u'),
    above: new RegExp(`^[，,]?[^，。；0-9${negated}]{0,6}?${words('stands-above')}`, 'u'),
    below: new RegExp(`^[，,]?[^，。；0-9${negated}]{0,6}?${words('stands-below')}`, 'u'),
    except: new RegExp(`${words('exceptions')}|${words('one-of-two')}`, 'u'),
    within: new RegExp(`^的?[^，。；0-9]{0,4}?${words('within-target')}`, 'u'),
  }
})

export const direction = defineCheck({
  kind: 'direction',
  *examine(context) {
    const { groups, between, lexicon } = context
    const { up, down, above, below, except, within } = patterns(lexicon)
    for (const stated of statedChanges(context))
      if (!isExplained(context, stated) && !isWayless(between, stated.change, lexicon)) yield* turned(stated)
    for (const { values, table } of groups) {
      if (table) continue
      let listed: Listed | null = null
      for (const [index, second] of values.entries()) {
        const last = values[index - 1]
        const first = levelBefore(values, index)
        if (
          listed !== null &&
          last !== undefined &&
          GOES_ON.test(between(last.evidence.end, second.evidence.start)) &&
          isOtherSide(second)
        ) {
          yield* comparison(listed.first, second, listed.said, listed.isAbove, !listed.isAbove)
          continue
        }
        listed = null
        if (first === undefined || first.unit !== second.unit || !isExact(first) || !isExact(second)) continue
        const said = between((last ?? first).evidence.end, second.evidence.start).replace(/\s/gu, '')
        if (within.test(between(second.evidence.end, second.evidence.end + REACH))) yield* outside(first, second, said)
        if (isOtherSide(first) && isLevel(second)) yield* movement(first, second, said, up.test(said), down.test(said))
        else if (first.role === 'actual' && isOtherSide(second) && said.length <= REACH && isAbout(first, second) && !except.test(said)) {
          if (above.test(said) || below.test(said)) listed = { first, said, isAbove: above.test(said) }
          yield* comparison(first, second, said, above.test(said), below.test(said))
        }
      }
    }
  },
})

/** 低于甲县（93.8%）和乙县（92.4%）: what is set against the first holds against those that are listed with it. */
interface Listed {
  readonly first: CheckedValue
  readonly said: string
  readonly isAbove: boolean
}

const GOES_ON = /^[)）]?[、和及与]\p{Script=Han}{2,8}(?:的|[(（])?$/u

/** 92.9%，排第三，仅低于乌苏市（93.8%）; 97.8%，比上年同期下降0.7个百分点，高于全地区98.3%: what else is told of the level is passed over. */
const levelBefore = (values: readonly CheckedValue[], index: number): CheckedValue | undefined =>
  values.slice(0, index).findLast(({ role }) => role !== 'rank' && role !== 'change')

/** Of the same county, or set against another's or an average. */
const isAbout = (first: CheckedValue, second: CheckedValue): boolean =>
  second.basis === 'average' || second.basis === 'peer' ? sameThing(first, second) : sameSubject(first, second)

/** 不良率35.2%，控制在32%以下的目标之内 */
function* outside(now: CheckedValue, target: CheckedValue, said: string): Iterable<Slip> {
  if (now.role !== 'actual' || target.role !== 'target' || now.comparator !== '=' || said.length > REACH || !sameSubject(now, target))
    return
  const isUpper = target.comparator === '<=' || target.comparator === '<'
  if (!isUpper || now.value <= target.value) return
  yield {
    severity: 'error',
    claimed: target.value,
    recomputed: now.value,
    evidence: [target.evidence, now.evidence],
    message: `“${now.evidence.quote}”不在“${target.evidence.quote}”之内，文中写作“${said.replace(/^[，,]/u, '')}”，请核对`,
  }
}

const isLevel = ({ role }: CheckedValue): boolean => role === 'actual' || role === 'target'
const isOtherSide = ({ role }: CheckedValue): boolean => role === 'reference' || role === 'target'
const isExact = ({ upper, comparator }: CheckedValue): boolean => upper === undefined && comparator !== '~'

function* turned(stated: StatedChange): Iterable<Slip> {
  const { change, now, earlier } = stated
  const readings = readingsOf(stated)
  if (readings.some((reading) => distance(stated, reading) <= 0) || !readings.some((reading) => isTurned(stated, reading))) return
  const [said, other] = change.value > 0 ? ['上升', '下降'] : ['下降', '上升']
  const magnitude = `${Math.abs(change.value)}${change.unit}`
  yield {
    severity: 'error',
    claimed: change.value,
    recomputed: -change.value,
    words: { claimed: `${said}${magnitude}`, recomputed: `${other}${magnitude}` },
    evidence: [change.evidence, now.evidence, earlier.evidence],
    message: `由“${earlier.evidence.quote}”到“${now.evidence.quote}”是${other}${magnitude}，文中写作${said}（“${change.evidence.quote}”），请核对`,
  }
}

function* movement(earlier: CheckedValue, now: CheckedValue, said: string, rises: boolean, falls: boolean): Iterable<Slip> {
  if (earlier.role !== 'reference' || (!rises && !falls) || now.value === earlier.value || rises === now.value > earlier.value) return
  const moved = rises ? '下降' : '上升'
  yield {
    severity: 'error',
    claimed: now.value,
    recomputed: earlier.value,
    words: {
      claimed: `由${earlier.evidence.quote}${said}${now.evidence.quote}`,
      recomputed: `由${earlier.evidence.quote}${moved}到${now.evidence.quote}`,
    },
    evidence: [now.evidence, earlier.evidence],
    message: `由“${earlier.evidence.quote}”到“${now.evidence.quote}”实际是${moved}，文中写作“${said}”，请核对`,
  }
}

/** No level is so many times below one that it is set against. */
const FAR_OFF = 4
/** 1.2件，低于地区平均0.5件: how far below, more often than below what. */
const FAR_BELOW = 2

function* comparison(now: CheckedValue, other: CheckedValue, said: string, higher: boolean, lower: boolean): Iterable<Slip> {
  if ((!higher && !lower) || now.comparator !== '=' || other.comparator !== '=') return
  // 只有79.6分，低于总体4.7分: a difference that was taken for the other side's level.
  if (other.value * (lower ? FAR_BELOW : FAR_OFF) < now.value) return
  if (higher ? now.value >= other.value : now.value <= other.value) return
  const [claim, stands] = [said.replace(/^[，,]/u, ''), higher ? '低于' : '高于']
  yield {
    severity: 'error',
    claimed: now.value,
    recomputed: other.value,
    words: {
      claimed: `${now.evidence.quote}${claim}${other.evidence.quote}`,
      recomputed: `${now.evidence.quote}${stands}${other.evidence.quote}`,
    },
    evidence: [now.evidence, other.evidence],
    message: `“${now.evidence.quote}”实际${stands}“${other.evidence.quote}”，文中写作“${claim}”，请核对`,
  }
}
