/**
 * Pairs of a whole and what failed (or passed) of it, and last the pair of them all: where the wholes add up, so do the parts.
 *
 *   冷饮8批次2批次不合格，糕点26批次3批次不合格，熟肉12批次1批次不合格，三类46批次7批次不合格     6
 *   县级28批次，合格27批次；省级16批次，合格16批次。两级44批次，合格42批次                         43
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { countsOf, flat, type LabelledCount } from './counts.ts'
import { failedWords } from './rate-words.ts'

/** So many characters may stand between a whole and its part. */
const FAR = 10
/** So many pairs back are added up. */
const MOST = 8

interface Pair {
  readonly whole: CheckedValue
  readonly part: CheckedValue
  readonly isFailed: boolean
}

const patterns = perLexicon((lexicon) => ({
  failed: new RegExp(failedWords(lexicon), 'u'),
  allPassed: new RegExp(`^(?:${wordPattern(cue(lexicon, 'all-of-them'))})(?:${wordPattern(cue(lexicon, 'count-passed'))})`, 'u'),
  passed: new RegExp(wordPattern(cue(lexicon, 'count-passed')), 'u'),
}))

export const pairedTotals = defineCheck({
  kind: 'sum',
  *examine(context) {
    for (const counts of blocksOf(context)) {
      const pairs = pairsOf(context, counts)
      for (const [at, all] of pairs.entries()) yield* compare(all, pairs.slice(Math.max(0, at - MOST), at))
    }
  },
})

/** The counts of each paragraph. */
function blocksOf(context: CheckContext): readonly (readonly LabelledCount[])[] {
  const blocks = new Map<number, CheckedValue[]>()
  for (const { values, table } of context.groups)
    for (const value of table ? [] : values) blocks.set(value.evidence.block, [...(blocks.get(value.evidence.block) ?? []), value])
  return [...blocks.values()].map((values) => countsOf(context, { values, table: false }))
}

function pairsOf({ between, lexicon }: CheckContext, counts: readonly LabelledCount[]): readonly Pair[] {
  const { failed, passed, allPassed } = patterns(lexicon)
  return counts.flatMap((part, at): Pair[] => {
    // 采样12份全部合格: all of them passed.
    if (allPassed.test(part.after)) return [{ whole: part.value, part: part.value, isFailed: false }]
    const whole = counts[at - 1]?.value
    if (whole === undefined || whole.unit !== part.value.unit || whole.value < part.value.value) return []
    const said = flat(between(whole.evidence.end, part.value.evidence.start))
    const label = `${said.split(/[，,、]/u).at(-1) ?? ''}${part.after}`
    const isFailed = failed.test(label)
    if (said.length > FAR || /[。；;]/u.test(said) || (!isFailed && !passed.test(label))) return []
    return [{ whole, part: part.value, isFailed }]
  })
}

/** The pairs right before that make up a whole, two of them or more. */
function* compare(all: Pair, before: readonly Pair[]): Iterable<Slip> {
  const runs = before.map((_, from) => before.slice(from)).filter((run) => run.length > 1 && run.every((pair) => isLike(pair, all)))
  const run = runs.find((each) => sum(each.map(({ whole }) => whole)) === all.whole.value)
  if (run === undefined) return
  const added = sum(run.map(({ part }) => part))
  if (added === all.part.value) return
  yield {
    severity: 'error',
    claimed: all.part.value,
    recomputed: added,
    evidence: [all.part.evidence, all.whole.evidence, ...run.map(({ part }) => part.evidence)],
    message: `“${all.whole.evidence.quote}”的各项中${all.isFailed ? '不合格' : '合格'}的相加为${added}${all.part.unit}，文中写作“${all.part.evidence.quote}”，请核对`,
  }
}

const isLike = (one: Pair, other: Pair): boolean => one.isFailed === other.isFailed && one.part.unit === other.part.unit

const sum = (values: readonly CheckedValue[]): number => Number(values.reduce((all, { value }) => all + value, 0).toPrecision(12))
