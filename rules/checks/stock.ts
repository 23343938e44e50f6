/**
 * What there is of a thing at the time of the report is told as one count.
 *
 *   绿色食品累计27个。…在现有29个绿色食品基础上新增3个     a warning: one digit of the two is another
 *
 * Only counts that say that they are of all there is (累计, 现有, 共有), of one indicator and one word for it.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'
import { areNearlyAlike } from './digits.ts'

/** How far before a count its word stands. */
const REACH = 6

const patterns = perLexicon((lexicon) => ({
  all: new RegExp(`(?:${wordPattern(cue(lexicon, 'all-there-is'))})[有达到为]{0,2}$`, 'u'),
  word: new RegExp(`(?:${wordPattern(cue(lexicon, 'all-there-is'))})$`, 'u'),
}))

export const stock = defineCheck({
  kind: 'restated',
  *examine(context) {
    const first = new Map<string, CheckedValue>()
    for (const value of context.values) {
      const key = keyOf(context, value)
      const other = key === null ? undefined : first.get(key)
      if (key !== null && other === undefined) first.set(key, value)
      if (other === undefined || other.value === value.value || !areNearlyAlike(other.value, value.value, 1)) continue
      yield {
        severity: 'warning' as const,
        claimed: value.value,
        recomputed: other.value,
        evidence: [value.evidence, other.evidence],
        message: `${other.name}前文写作“${other.evidence.quote}”，此处写作“${value.evidence.quote}”，说法不一，请核对后统一`,
      }
    }
  },
})

function keyOf({ between, lexicon }: CheckContext, value: CheckedValue): string | null {
  const { indicator, unit, county, evidence, subject, breakdown, role } = value
  if (indicator === null || breakdown !== null || subject === null || evidence.cell !== undefined || !isExact(value)) return null
  if ((role !== 'actual' && role !== 'target') || unit.startsWith('%') || unit === '个百分点' || !Number.isInteger(value.value)) return null
  const { all, word } = patterns(lexicon)
  if (!all.test(flat(between(evidence.start - REACH, evidence.start)))) return null
  return JSON.stringify([indicator, flat(between(subject.start, subject.end)).replace(word, ''), unit, county])
}
