/** The level that a gap to a target is of: 托里县96.7%，排名第七，距97%的目标差0.3个百分点. */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { writtenStep } from '../../extractors/quantities/rounding.ts'
import type { CheckContext, CheckedValue } from './check.ts'
import { flat } from './counts.ts'
import { isMoreBetter } from './wayless.ts'

/** So many characters may stand between target and gap. */
const FAR = 12

/** 目标97%，低于目标1.4个百分点: which side of it the level is, and not only how far off. */
const sideOfTarget = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  return new RegExp(`^[，,](?:${words('stands-above', 'stands-below')})(?:${words('asked-levels')})[了约近]?$`, 'u')
})

/** 年度目标为85%，目前距目标还差1.5个百分点: the target again, and how far it is. */
const fromTarget = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  return new RegExp(
    `^[，,][^，。；、0-9]{0,4}?(?:${words('gap-from', 'gap-over')})[^，。；、0-9]{0,4}?(?:${words('asked-levels')})[^，。；、0-9]{0,4}$`,
    'u',
  )
})

const overTarget = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  return new RegExp(`^[，,](?:${words('stands-above', 'stands-below')})[了约近]?$`, 'u')
})

const bareTarget = perLexicon((lexicon) => new RegExp(`(?:${wordPattern(cue(lexicon, 'asked-levels'))})$`, 'u'))

/** The target right before the gap, and the last level before it of the same county and name in its half of the sentence. */
export function levelsToTarget(
  before: readonly CheckedValue[],
  change: CheckedValue,
  { between, lexicon }: CheckContext,
  isAcross = false,
): { readonly now: CheckedValue; readonly earlier: CheckedValue } | null {
  const target = before.at(-1)
  if (change.basis !== 'target' || target?.role !== 'target' || target.comparator === '~' || target.upper !== undefined) return null
  const said = flat(between(target.evidence.end, change.evidence.start))
  const isAgain = fromTarget(lexicon).test(said)
  const isTold = sideOfTarget(lexicon).test(said) || (isAgain && isMoreBetter(lexicon, change))
  const isOver = overTarget(lexicon).test(said)
  if (said.length > FAR || (/[，。；、（）]/u.test(said) && !isTold && !isOver && !isAgain)) return null
  const now = before.findLast(({ role, unit }) => role === 'actual' && unit === target.unit)
  if (now === undefined || now.comparator !== '=' || now.upper !== undefined) return null
  // 距95%的目标还有1.7个百分点的路要走: how far it is, whichever way it was read.
  const gap = Math.abs(now.value - target.value)
  const isRight = Math.abs(gap - Math.abs(change.value)) <= writtenStep(change.evidence.quote, change.value) / 2 + 1e-9
  if (isRight && !isTold) return null
  const isNamed = now.indicator === change.indicator && now.name === change.name
  // 漏损率13.2%，上级给的控制值是12%，超出1.2个百分点: a target that only says what it is, right behind the level.
  const isBare = target.indicator === null && change.indicator === null && bareTarget(lexicon).test(target.name)
  const isBehind = isBare && before.at(-2) === now && flat(between(now.evidence.end, target.evidence.start)).length <= FAR
  const isOne = now.county === change.county && (isNamed || isBehind)
  return isOne && (isAcross || !/[。；]/u.test(between(now.evidence.end, change.evidence.start)))
    ? { now, earlier: { ...target, comparator: '=' } }
    : null
}
