/**
 * Whether a point only passes on what a superior's paper or meeting says: evidence of nobody's own analysis, in whatever part it stands.
 *
 *   《实施意见》指出，“壁厚不合格率达到8%，…导致管壁偏薄”      passed on
 *   按照《实施意见》要求，由市监局11月底前上门核验                  the county's own act
 *   《实施意见》要求“逐家核验”，我县3家已验2家                      its own clause stands behind
 */
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { passingOn } from '../copying/quotations.ts'
import { cueTest } from './cue-test.ts'

/** Fewer characters behind a quotation say nothing of their own. */
const SHORTEST = 6

export const createQuotation = perLexicon((lexicon): ((text: string) => boolean) => {
  const said = new RegExp(`${passingOn(lexicon)}[，：]?`, 'u')
  const according = cueTest(lexicon, 'according-openers')
  const own = cueTest(lexicon, 'own-county')
  return (text) => {
    const found = said.exec(text)
    if (!found) return false
    const before = text.slice(0, found.index)
    const rest = text.slice(found.index + found[0].length)
    const clause = before.slice(Math.max(...['，', '。', '；', '：'].map((mark) => before.lastIndexOf(mark))) + 1)
    if (according(clause) || before.length - clause.length > SHORTEST * 2 || own(rest)) return false
    if (!rest.startsWith('“') && !/[，：]$/u.test(found[0])) return false
    const end = rest.startsWith('“') ? rest.lastIndexOf('”') : rest.search(/[。；]/u)
    return end < 0 || rest.slice(end + 1).replace(/^[，。；”]+/u, '').length < SHORTEST
  }
})
