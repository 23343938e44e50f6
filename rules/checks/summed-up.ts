/**
 * A summary says of a rate what the body says of it.
 *
 *   流通领域商品质量抽检90批次，合格83批次，合格率92.2%。…综上，商品质量抽检合格率92.8%。     a warning: 92.2
 *
 * The body's bare rate is named by what its sentence counts first. Compared only where one rate of the body alone bears the summary's name.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { agreement, isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type ValueGroup } from './check.ts'
import { countsOf, flat } from './counts.ts'
import { specificName } from './specific-name.ts'

const REACH = 40
/** A shorter name may be of several things. */
const NAMED = 7

const pattern = perLexicon(
  (lexicon) => new RegExp(`(?:^|[。\\n])[^，。0-9]{0,4}(?:${wordPattern(cue(lexicon, 'summary-leads'))})[，,][^。]*$`, 'u'),
)

export const summedUp = defineCheck({
  kind: 'restated',
  *examine(context) {
    const summary = pattern(context.lexicon)
    const told: { readonly name: string; readonly value: CheckedValue }[] = []
    for (const group of context.groups) {
      if (group.table) continue
      const own = group.values.find(isPlainRate)
      if (own === undefined) continue
      const name = specificName(context.lexicon)(own.name)
      const from = Math.max(context.document.blocks[own.evidence.block]?.span.start ?? 0, own.evidence.start - REACH)
      if (
        own.indicator === null &&
        name !== null &&
        name.length >= NAMED &&
        summary.test(`\n${context.between(from, own.evidence.start)}`)
      ) {
        const same = told.filter((each) => each.name.endsWith(name) && each.value.county === own.county && each.value.period === own.period)
        const [first] = same
        if (same.length === 1 && first !== undefined && agreement(first.value, own) === 'apart')
          yield {
            severity: 'warning' as const,
            claimed: own.value,
            recomputed: first.value.value,
            evidence: [own.evidence, first.value.evidence],
            message: `${name}前文写作“${first.value.evidence.quote}”，此处写作“${own.evidence.quote}”，说法不一，请核对后统一`,
          }
        continue
      }
      const counted = countedName(context, group, own)
      if (counted !== null) told.push({ name: counted, value: own })
    }
  },
})

const isPlainRate = (value: CheckedValue): boolean => value.unit === '%' && value.role === 'actual' && isExact(value)

/** What the sentence counts first, with the rate's own words: 商品质量抽检 and 合格率. */
function countedName(context: CheckContext, group: ValueGroup, rate: CheckedValue): string | null {
  const first = countsOf(context, group)[0]?.value
  if (first === undefined || first.evidence.start > rate.evidence.start || rate.subject === null) return null
  return `${first.name}${flat(context.between(rate.subject.start, rate.subject.end))}`
}
