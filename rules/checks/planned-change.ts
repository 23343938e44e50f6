/**
 * A step that a plan tells beside its two levels is a change between them, though the plan makes a target of it.
 *
 *   占比由48%提高到56%，提高10个百分点        8
 *   有效发明专利由12件增到18件，增长60%       50
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import type { CheckContext, CheckedValue } from './check.ts'
import { flat } from './counts.ts'

const patterns = perLexicon((lexicon) => {
  const by = (group: string): RegExp => new RegExp(`^[，,（(、][^，。；0-9]{0,3}?(?:${wordPattern(cue(lexicon, group))})[了约近]?$`, 'u')
  return { up: by('moved-up'), down: by('moved-down') }
})

/** So many characters stand between the two levels (提高到). */
const FAR = 10

/** The values, with those steps as changes. */
export function withPlannedChanges(
  values: readonly CheckedValue[],
  { between, lexicon }: Pick<CheckContext, 'between' | 'lexicon'>,
): readonly CheckedValue[] {
  return values.map((value, index) => {
    const [from, to] = [values[index - 2], values[index - 1]]
    if (value.role !== 'target' || value.comparator !== '=' || to?.role !== 'target' || from?.role !== 'reference') return value
    if (from.unit !== to.unit || from.evidence.block !== value.evidence.block || value.evidence.cell !== undefined) return value
    if (!(value.unit === '个百分点' ? to.unit === '%' : value.unit === '%' || value.unit === to.unit)) return value
    if (flat(between(from.evidence.end, to.evidence.start)).length > FAR) return value
    const said = flat(between(to.evidence.end, value.evidence.start))
    const { up, down } = patterns(lexicon)
    const sign = up.test(said) ? 1 : down.test(said) ? -1 : 0
    return sign === 0
      ? value
      : { ...value, role: 'change', basis: from.basis, value: sign * value.value, county: to.county, period: to.period }
  })
}
