/**
 * Where several levels are each set against another, and all are told to be above it or below it, each is.
 *
 *   一等品率97.8%，地区平均96.9%；色牢度94.5%，地区平均95.6%。两项指标都高于地区平均      94.5 is not
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { chineseNumeral } from '../../extractors/quantities/numeral.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type ValueGroup } from './check.ts'
import { flat } from './counts.ts'

/** So far behind the last level all of them are told of. */
const REACH = 36
/** So many characters may stand between a level and the one it is set against. */
const FAR = 14

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const all = (...groups: string[]): RegExp =>
    new RegExp(
      `^[^，。；0-9]{0,4}[，。；](?:([两三四五六七八])(?:项|者|类|个|方面)|各项|各类|以上)[^，。；0-9]{0,6}?(?:${words('all-of-them')})(?:${words(...groups)})[^，。；0-9]{2,10}(?:[，。；]|$)`,
      'u',
    )
  return { above: all('stands-above'), below: all('stands-below') }
})

export const eachPair = defineCheck({
  kind: 'direction',
  *examine(context) {
    const { above, below } = patterns(context.lexicon)
    for (const group of context.groups) {
      const last = group.values.at(-1)
      if (group.table || last === undefined || group.values.length < 4) continue
      const end = Math.min(context.document.blocks[last.evidence.block]?.span.end ?? last.evidence.end, last.evidence.end + REACH)
      const said = flat(context.between(last.evidence.end, end))
      const [higher, lower] = [above.exec(said), below.exec(said)]
      const claim = higher ?? lower
      if (claim === null) continue
      const pairs = pairsOf(context, group)
      if (pairs.length < 2 || (claim[1] !== undefined && numberOf(claim[1]) !== pairs.length)) continue
      const wrong = pairs.find(({ now, other }) => (higher === null ? now.value >= other.value : now.value <= other.value))
      if (wrong === undefined) continue
      yield {
        severity: 'error' as const,
        claimed: wrong.now.value,
        recomputed: wrong.other.value,
        evidence: [wrong.now.evidence, wrong.other.evidence],
        message: `“${wrong.now.evidence.quote}”并不${higher === null ? '低于' : '高于'}“${wrong.other.evidence.quote}”，文中说“${claim[0].replace(/^[^，。；]*[，。；]|[，。；]$/gu, '')}”，请核对`,
      }
    }
  },
})

const numberOf = (word: string): number | null => (word === '两' ? 2 : chineseNumeral(word))

interface Pair {
  readonly now: CheckedValue
  readonly other: CheckedValue
}

/** Levels with the other side right behind them, all of one basis, and no level without. */
function pairsOf({ between }: CheckContext, { values }: ValueGroup): readonly Pair[] {
  const levels = values.filter(({ role }) => role === 'actual' || role === 'reference' || role === 'target')
  const pairs: Pair[] = []
  for (let at = 0; at + 1 < levels.length; at += 2) {
    const [now, other] = [levels[at] as CheckedValue, levels[at + 1] as CheckedValue]
    const isPair = now.role === 'actual' && other.role !== 'actual' && now.unit === other.unit && isExact(now) && isExact(other)
    if (!isPair || flat(between(now.evidence.end, other.evidence.start)).length > FAR) return []
    pairs.push({ now, other })
  }
  return levels.length % 2 === 0 && pairs.every(({ other }) => other.basis === pairs[0]?.other.basis) ? pairs : []
}
