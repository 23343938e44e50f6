/**
 * What is told to have doubled did so, by the two counts that its paragraph tells before it.
 *
 *   2019年底…24项。…到2020年底增加到41项，实现翻番        it grew by 70.8%
 *   接到88件，上年同期为63件，同比增长近一倍              39.7%
 *   接到122件，上年同期为63件，同比增长近一倍             holds
 *
 * Only between the last two counts of one unit, of different periods; what an exact figure tells is the matter of delta.ts.
 */
import { atStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'
import { statedChanges } from './levels.ts'

/** So many characters may stand between the last count and the word. */
const FAR = 16
/** As much may a rough word be off, as a share of what it says came of the base. */
const ROUGHLY = 0.12

export const doubled = defineCheck({
  kind: 'delta',
  *examine(context) {
    const { groups, between } = context
    const judged = new Set(statedChanges(context).map(({ change }) => change))
    for (const [at, { values, table }] of groups.entries())
      for (const [index, change] of table ? [] : values.entries()) {
        if (change.role !== 'change' || judged.has(change) || !/[倍番]/u.test(change.evidence.quote)) continue
        const last = values[index - 1]
        if (last === undefined || flat(between(last.evidence.end, change.evidence.start)).length > FAR) continue
        const pair = pairOf(context, at, values.slice(0, index))
        if (pair === null) continue
        const [now, earlier] = pair
        const times = 1 + Math.abs(change.value) / (change.unit === '%' ? 100 : 1)
        const is = now.value / earlier.value
        if (Math.abs(is - times) <= times * ROUGHLY || (change.comparator.startsWith('>') && is > times)) continue
        const shown = atStep((is - 1) * 100, 0.1)
        yield {
          severity: 'error' as const,
          claimed: change.value,
          recomputed: Number(atStep(change.unit === '%' ? (is - 1) * 100 : is - 1, 0.1)),
          words: { claimed: change.evidence.quote, recomputed: `${is < 1 ? '下降' : '增长'}${shown.replace('-', '')}%` },
          evidence: [change.evidence, now.evidence, earlier.evidence],
          message: `由“${earlier.evidence.quote}”到“${now.evidence.quote}”${is < 1 ? '下降' : '增长'}${shown.replace('-', '')}%，文中写作“${change.evidence.quote}”，请核对`,
        }
      }
  },
})

/** The later count and the earlier: a base in the sentence itself, else the one count of that unit in the sentence before. */
function pairOf({ groups }: CheckContext, at: number, before: readonly CheckedValue[]): readonly [CheckedValue, CheckedValue] | null {
  const now = before.findLast(isLevel)
  if (now === undefined) return null
  const base = before.findLast((value) => value.role === 'reference' && isAlike(value, now))
  const levels = before.filter((value) => isLevel(value) && value.unit === now.unit)
  if (base !== undefined) return levels.length === 1 ? [now, base] : null
  const sentence = groups[at - 1]
  if (sentence === undefined || sentence.table || levels.length > 1) return null
  const [earlier, more] = sentence.values.filter((value) => isAlike(value, now) && value.evidence.block === now.evidence.block)
  return earlier !== undefined && more === undefined && (earlier.period ?? '') < (now.period ?? '') ? [now, earlier] : null
}

const isLevel = (value: CheckedValue): boolean => value.role === 'actual' && isCount(value)
const isAlike = (value: CheckedValue, now: CheckedValue): boolean =>
  value.unit === now.unit && value.county === now.county && isCount(value)
const isCount = (value: CheckedValue): boolean => isExact(value) && value.value > 0 && !/^[%‰]|个百分点|位/u.test(value.unit)
