/**
 * What was added is the difference of the two levels told right behind it.
 *
 *   消费维权站新增5个，总数由31个增至37个     5 more than 31 are 36
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { isExact } from './agree.ts'
import { type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'

/** How far before a count its word stands. */
const REACH = 6

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  return {
    added: new RegExp(`(?:${words('newly-added')})[了约]?$`, 'u'),
    from: new RegExp(`^[，,（(][^，。；0-9]{0,6}(?:${words('from')})[^，。；0-9]{0,6}$`, 'u'),
    moved: new RegExp(`^(?:${words('moved-up')})(?:${words('to')})$`, 'u'),
  }
})

export const growth = defineCheck({
  kind: 'delta',
  *examine({ groups, between, lexicon }) {
    const { added, from, moved } = patterns(lexicon)
    for (const { values, table } of groups)
      for (const [index, more] of table ? [] : values.entries()) {
        const [earlier, now] = values.slice(index + 1, index + 3)
        if (earlier === undefined || now === undefined || ![more, earlier, now].every((value) => isCount(value, more.unit))) continue
        if (!added.test(flat(between(more.evidence.start - REACH, more.evidence.start)))) continue
        const led = flat(between(more.evidence.end, earlier.evidence.start))
        if (!from.test(led) || !moved.test(flat(between(earlier.evidence.end, now.evidence.start)))) continue
        const right = earlier.value + more.value
        if (right === now.value) continue
        yield {
          severity: 'error' as const,
          claimed: now.value,
          recomputed: right,
          evidence: [now.evidence, earlier.evidence, more.evidence],
          message: `“${earlier.evidence.quote}”加上新增的“${more.evidence.quote}”应为${right}${more.unit}，文中写作“${now.evidence.quote}”，请核对`,
        }
      }
  },
})

const isCount = (value: CheckedValue, unit: string): boolean =>
  value.unit === unit && !unit.startsWith('%') && unit !== '个百分点' && isExact(value) && !/[万亿]/u.test(value.evidence.quote)
