/**
 * A sentence that lists all there is, down to the rest, makes up what the sentence before counts.
 *
 *   受理投诉46件，办结44件。投诉内容上，渗漏21件、开裂13件、门窗8件、其他6件     48
 *
 * Told only where it nearly makes up just one count of the sentence before, and no count of the paragraph is what it does make up.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { type CheckContext, defineCheck } from './check.ts'
import { countsOf, flat, type LabelledCount } from './counts.ts'

/** So many counts make a list. */
const LISTED = 3
/** How far off, as a share of the whole, the list may be and still be its parts. */
const NEARLY = 0.1

const patterns = perLexicon((lexicon) => ({
  rest: new RegExp(`^[、，和及](?:${wordPattern(cue(lexicon, 'the-rest'))})`, 'u'),
  results: new RegExp(wordPattern(['count-passed', 'count-failed', 'count-results'].flatMap((group) => cue(lexicon, group))), 'u'),
  open: new RegExp(`^(?:${wordPattern(cue(lexicon, 'open-lists'))})`, 'u'),
}))

export const wholeBefore = defineCheck({
  kind: 'sum',
  *examine(context) {
    for (const [at, group] of context.groups.entries()) {
      const before = context.groups[at - 1]
      if (group.table || before === undefined || before.table) continue
      const parts = countsOf(context, group)
      const unit = parts[0]?.value.unit
      if (!listsAll(context, parts) || before.values[0]?.evidence.block !== parts[0]?.value.evidence.block) continue
      const added = parts.reduce((all, { value }) => all + value.value, 0)
      const wholes = before.values.filter((value) => value.unit === unit && value.comparator === '=')
      if (wholes.length === 0 || wholes.some(({ value }) => value === added)) continue
      const [whole, more] = countsOf(context, before).filter((count) => count.value.unit === unit && isNear(context, count, added))
      if (whole === undefined || more !== undefined) continue
      yield {
        severity: 'warning' as const,
        claimed: whole.value.value,
        recomputed: added,
        evidence: [whole.value.evidence, ...parts.map(({ value }) => value.evidence)],
        message: `其后所列各项相加为${added}${whole.value.unit}，此处写作“${whole.value.evidence.quote}”，请核对`,
      }
    }
  },
})

/** Counts of one unit side by side, of which the last is the rest of them. */
function listsAll({ lexicon, between }: CheckContext, parts: readonly LabelledCount[]): boolean {
  const [first, last] = [parts[0], parts.at(-1)]
  if (parts.length < LISTED || first === undefined || last === undefined) return false
  const { rest, open } = patterns(lexicon)
  const goesOn = parts
    .slice(1)
    .every(({ value, before }) => value.unit === first.value.unit && /^[、，和及][^，。；：0-9]{1,14}$/u.test(before))
  const { end } = last.value.evidence
  return goesOn && rest.test(last.before) && !open.test(flat(between(end, end + 2)))
}

function isNear({ lexicon }: CheckContext, { value, before, after }: LabelledCount, added: number): boolean {
  const label = `${before.split(/[，,、；。]/u).at(-1) ?? ''}${after}`
  return Math.abs(value.value - added) <= value.value * NEARLY && !patterns(lexicon).results.test(label)
}
