/**
 * Figures that are told to stand in order of size do.
 *
 *   从高到低依次为甲县96.4%、乙县93.1%、丙县94.7%      93.1 stands before 94.7
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'

const FEWEST = 3
/** How far before a list its order is told. */
const REACH = 24

const patterns = perLexicon((lexicon) => {
  const told = (group: string): RegExp => new RegExp(`(?:${wordPattern(cue(lexicon, group))})[^。；0-9]{0,16}$`, 'u')
  const any = new RegExp(wordPattern([...cue(lexicon, 'greatest-first'), ...cue(lexicon, 'least-first')]), 'u')
  return { down: told('greatest-first'), up: told('least-first'), any }
})

export const ordered = defineCheck({
  kind: 'direction',
  *examine(context) {
    const { down, up, any } = patterns(context.lexicon)
    for (const { values, table } of context.groups) {
      const [start, end] = [values[0]?.evidence.start ?? 0, values.at(-1)?.evidence.start ?? 0]
      if (table || values.length < FEWEST || !any.test(context.between(start - REACH, end))) continue
      for (const run of runs(context, values)) {
        const [first] = run as [CheckedValue]
        const said = flat(context.between(first.evidence.start - REACH, first.evidence.start))
        const falls = down.test(said)
        if (!falls && !up.test(said)) continue
        const at = run.findIndex(({ value }, index) => {
          const last = run[index - 1]?.value ?? value
          return falls ? value > last : value < last
        })
        const [before, wrong] = [run[at - 1], run[at]]
        if (before === undefined || wrong === undefined) continue
        yield {
          severity: 'error' as const,
          claimed: before.value,
          recomputed: wrong.value,
          evidence: [before.evidence, wrong.evidence],
          message: `文中说${falls ? '由高到低' : '由低到高'}排列，而“${before.evidence.quote}”排在“${wrong.evidence.quote}”之前，请核对`,
        }
      }
    }
  },
})

/** Levels of one unit in one list, nothing but a mark and a name between them. */
function runs({ between }: CheckContext, values: readonly CheckedValue[]): readonly (readonly CheckedValue[])[] {
  const found: CheckedValue[][] = []
  for (const value of values) {
    if (!isExact(value) || !LEVELS.has(value.role)) continue
    const run = found.at(-1)
    const last = run?.at(-1)
    const said = last === undefined ? '' : flat(between(last.evidence.end, value.evidence.start))
    if (run !== undefined && last?.unit === value.unit && /^[）)]?[、，,和及与][^，。；、0-9]{0,12}$/u.test(said)) run.push(value)
    else found.push([value])
  }
  return found.filter((run) => run.length >= FEWEST)
}

const LEVELS: ReadonlySet<string> = new Set(['actual', 'share', 'reference'])
