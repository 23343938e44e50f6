/** The name of a rate in the document's own words, right before its figure (抽测合格率, 完成率), where the lexicon calls it something else or nothing. */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import type { CheckContext, CheckedValue } from './check.ts'
import { flat } from './counts.ts'

const REACH = 24

const patterns = perLexicon((lexicon) => new RegExp(`([\\p{Script=Han}]{1,12}率)(?:${wordPattern(cue(lexicon, 'rate-verbs'))})?$`, 'u'))

export function writtenRate({ between, document, lexicon }: CheckContext, { evidence, name }: CheckedValue): string {
  const from = Math.max(document.blocks[evidence.block]?.span.start ?? 0, evidence.start - REACH)
  return patterns(lexicon).exec(flat(between(from, evidence.start)))?.[1] ?? name
}
