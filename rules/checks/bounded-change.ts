/**
 * What is asked of a change fits the bounds that are asked of its two ends.
 *
 *   由2020年的91.5%提高到94%以上，提升1.5个百分点以上      2.5
 *
 * Only where the level asked for and the change bear the same bound, and nothing but the movement stands between the three.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const moved = words('moved-up', 'moved-down')
  return {
    to: new RegExp(`^[^，。；、0-9]{0,4}?(?:${moved})(?:${words('to')})[^，。；、0-9]{0,4}$`, 'u'),
    by: new RegExp(`^[，,（(][^，。；、0-9]{0,2}?(?:${moved})[了约近]?$`, 'u'),
  }
})

export const boundedChange = defineCheck({
  kind: 'delta',
  *examine({ groups, lexicon, between }) {
    const { to, by } = patterns(lexicon)
    for (const { values, table } of groups)
      for (const [index, change] of table ? [] : values.entries()) {
        const [level, base] = [values[index - 1], values[index - 2]]
        if (change.role !== 'change' || !isBound(change) || level === undefined || base === undefined) continue
        if (level.comparator !== change.comparator || level.upper !== undefined || !isExact(base) || base.unit !== level.unit) continue
        if (change.unit !== (level.unit === '%' ? '个百分点' : level.unit)) continue
        const isOne =
          to.test(flat(between(base.evidence.end, level.evidence.start))) &&
          by.test(flat(between(level.evidence.end, change.evidence.start)))
        const right = Number((level.value - base.value).toPrecision(12))
        const step = writtenStep(change.evidence.quote, change.value)
        if (!isOne || Math.abs(right - change.value) < step / 2 + 1e-9) continue
        const shown = atStep(Math.abs(right), step)
        yield {
          severity: 'error' as const,
          claimed: change.value,
          recomputed: Number(atStep(right, step)),
          evidence: [change.evidence, level.evidence, base.evidence],
          message: `由“${base.evidence.quote}”到“${level.evidence.quote}”相差${shown}${change.unit}，文中写作“${change.evidence.quote}”，请核对`,
        }
      }
  },
})

const isBound = ({ comparator, upper }: CheckedValue): boolean => upper === undefined && comparator !== '=' && comparator !== '~'
