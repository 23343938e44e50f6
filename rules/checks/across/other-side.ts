/** Which county or area a change is told against in its own clause: 比托里县低1.4个百分点, 高于全地区平均水平0.4个百分点. */
import { fold } from '../../../extractors/language/fold.ts'
import { wordPattern } from '../../../extractors/language/word-pattern.ts'
import { cue } from '../../../extractors/lexicon.ts'
import { perLexicon } from '../../../extractors/per-lexicon.ts'
import { createRegionReader } from '../../../extractors/quantities/region.ts'
import type { CheckedValue } from '../check.ts'
import type { Readable } from '../statement.ts'
import { owners } from './owner.ts'

const REACH = 40
/** So many characters between the other side and the change may say something that no list knows; more are of a part (比托里县建材低). */
const UNKNOWN = 2
const BESIDE = ['compared-with', 'stands-above', 'stands-below', 'compared']
const COMPARING = [
  'moved-up',
  'moved-down',
  'up',
  'down',
  'gap-down',
  'gap-after',
  'asked-levels',
  'base-average',
  'more-or-less',
  'rate-verbs',
]

/** The owner (owner.ts), where the clause names just one behind a word that compares; else null. */
export const otherSide = perLexicon((lexicon) => {
  const regionsOf = createRegionReader(lexicon)
  const beside = new RegExp(`(?:${wordPattern(BESIDE.flatMap((group) => cue(lexicon, group)))})$`, 'u')
  const comparing = new RegExp(wordPattern(COMPARING.flatMap((group) => cue(lexicon, group))), 'gu')
  return ({ evidence, basis }: CheckedValue, { text, blocks }: Readable): string | null => {
    if (basis !== 'peer' && basis !== 'average') return null
    const from = Math.max(blocks[evidence.block]?.span.start ?? 0, evidence.start - REACH)
    const clause =
      fold(text.slice(from, evidence.start))
        .text.split(/[，。；：、]/u)
        .at(-1) ?? ''
    const named = regionsOf(clause)
    const [other] = named
    if (other === undefined || named.length > 1 || !beside.test(clause.slice(0, other.span.start))) return null
    if (
      clause
        .slice(other.span.end)
        .replace(comparing, '')
        .replace(/[0-9.的]/gu, '').length > UNKNOWN
    )
      return null
    return other.kind === 'county' ? other.region : other.kind === 'area' ? owners(lexicon)(other.region) : null
  }
})
