/**
 * Whether a bare rate is that of the whole field its paragraph speaks of: nothing but the plain counts of it stands before it in its sentence.
 *
 *   一看工业产品。…抽查47批次，合格率95.7%          of the whole
 *   抽查建材47批次，合格率95.7%                     of a part
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import type { CheckContext, CheckedValue } from './check.ts'
import { flat } from './counts.ts'

const REACH = 60
/** Below this the field was guessed. */
const SURE = 0.7

const pattern = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => `(?:${wordPattern(groups.flatMap((group) => cue(lexicon, group)))})`
  const count = `[0-9]+${words('counting-units')}`
  return new RegExp(
    `^共?(?:监督)?${words('count-sampled')}${count}，(?:(?:其中)?${words('count-passed', 'count-failed')}${count}，)?${words('pass-rates')}(?:为|达到|达)?$`,
    'u',
  )
})

export function countedPlainly({ between, document, lexicon }: CheckContext): (value: CheckedValue) => boolean {
  const plain = pattern(lexicon)
  return ({ evidence, indicator, confidence, unit }) => {
    if (indicator === null || unit !== '%' || confidence < SURE || evidence.cell !== undefined) return false
    const from = Math.max(document.blocks[evidence.block]?.span.start ?? 0, evidence.start - REACH)
    const sentence = flat(between(from, evidence.start))
      .split(/[。；：]/u)
      .at(-1)
    return sentence !== undefined && plain.test(sentence)
  }
}
