/** What the lexicon lacks is known by the document's own name for it, where that says what it is (危化品检查覆盖率, not 合格率). */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { readPeriods } from '../../extractors/quantities/period.ts'

/** The name without its period; null where it could be of anything. */
export const specificName = perLexicon((lexicon) => {
  const unspecific = new RegExp(wordPattern(cue(lexicon, 'unspecific-names')), 'gu')
  return (name: string): string | null => {
    let rest = name
    for (const { span } of readPeriods(name, 2000).reverse()) rest = rest.slice(0, span.start) + rest.slice(span.end)
    return rest.replace(unspecific, '').length >= 2 ? rest : null
  }
})
