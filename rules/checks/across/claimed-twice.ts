/**
 * An honour is new once, and one county's.
 *
 * The same title and holder as newly obtained in reports of two quarters or years that do not overlap, or in the reports of two counties. A holder must
 * be named (…合作社, …镇…村): 县检测中心 is another in each county. Honours that are kept, renewed or told of an earlier time are not claimed anew.
 */
import type { Achievement } from '../../../extractors/achievements/achievement.ts'
import { foldText } from '../../../extractors/language/fold.ts'
import { wordPattern } from '../../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../../extractors/lexicon.ts'
import { perLexicon } from '../../../extractors/per-lexicon.ts'
import { readPeriods } from '../../../extractors/quantities/period.ts'
import { periodWords } from '../../../extractors/quantities/period-words.ts'
import { fileName } from '../../versions/file-name.ts'
import type { Comparable } from './comparable.ts'
import { type CrossFinding, elsewhere } from './compared-document.ts'

interface Claim {
  readonly source: Comparable
  readonly honour: Achievement
}

/** Shorter holders are not names. */
const SHORTEST = 5
/** How far beside the honour its clause is looked at. */
const REACH = 60

const patterns = perLexicon((lexicon) => ({
  kept: new RegExp(wordPattern(cue(lexicon, 'honour-kept')), 'u'),
  named: new RegExp(`(?:${wordPattern(cue(lexicon, 'named-holders'))})$`, 'u'),
  general: new RegExp(`^(?:${wordPattern(cue(lexicon, 'general-holders'))})`, 'u'),
}))

export function* claimedTwice(sources: readonly Comparable[], lexicon: Lexicon): Iterable<CrossFinding> {
  const claims = new Map<string, Claim[]>()
  for (const source of sources) {
    for (const honour of source.document.achievements) {
      if (honour.status !== 'obtained' || !isNamed(honour.holder, lexicon) || !isNew({ source, honour }, lexicon)) continue
      const key = JSON.stringify([plainTitle(honour.title), plainTitle(honour.holder)])
      claims.set(key, [...(claims.get(key) ?? []), { source, honour }])
    }
  }
  for (const [first, ...others] of claims.values()) {
    const other =
      first === undefined ? undefined : others.find((each) => each.source.county !== first.source.county || areApart(first, each))
    if (first !== undefined && other !== undefined) yield finding(first, other)
  }
}

function isNamed(holder: string, lexicon: Lexicon): boolean {
  const { named, general } = patterns(lexicon)
  return holder.length >= SHORTEST && named.test(holder) && !general.test(holder)
}

/** Not kept or renewed, and not told of a time before the report's. */
function isNew({ source, honour }: Claim, lexicon: Lexicon): boolean {
  const { text } = source.document.text
  const { start, end } = honour.evidence
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(/[。；;\n]/u)
      .at(-1) ?? ''
  const after = text.slice(end, end + REACH).split(/[。；;\n]/u)[0] ?? ''
  const clause = foldText(before + text.slice(start, end) + after)
  if (patterns(lexicon).kept.test(clause)) return false
  return readPeriods(clause, Number(source.period.slice(0, 4))).every(
    ({ period }) => source.period.startsWith(period) || period.startsWith(source.period),
  )
}

/** Periods of one length, so that neither holds the other: two quarters, two years. */
function areApart({ source: one }: Claim, { source: other }: Claim): boolean {
  return one.period !== other.period && one.period.length === other.period.length && one.isPeriodCertain && other.isPeriodCertain
}

const plainTitle = (title: string): string => foldText(title).replace(/[\s“”"《》]/gu, '')

function finding(first: Claim, second: Claim): CrossFinding {
  const [earlier, later] = first.source.period <= second.source.period ? [first, second] : [second, first]
  const isTwoCounties = earlier.source.county !== later.source.county
  const { title, holder, evidence } = later.honour
  const place = isTwoCounties
    ? `${earlier.source.document.county ?? ''}也在《${fileName(earlier.source.document.file)}》中报送`
    : `已在${periodWords(earlier.source.period)}的《${fileName(earlier.source.document.file)}》中作为新成果报送`
  return {
    file: later.source.document.file,
    kind: 'achievement',
    severity: 'warning',
    claimed: later.source.document.county ?? '',
    recomputed: isTwoCounties ? (earlier.source.document.county ?? '') : periodWords(earlier.source.period),
    evidence: [evidence, elsewhere(earlier.source.document.file, earlier.honour.evidence)],
    message: `“${holder}”获“${title}”${place}，请核对是否重复`,
  }
}
