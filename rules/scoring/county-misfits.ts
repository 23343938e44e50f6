/** What a county's documents state and what people entered does not fit: told once for each decision. */
import { periodWords } from '../../extractors/quantities/period-words.ts'
import type { CountyWork } from './county-work.ts'
import type { ScoredMisfit } from './score.ts'

export function misfitsOf({ county, quarters, yearly }: CountyWork): ScoredMisfit[] {
  const ofValues = [...county.values.values()]
    .flat()
    .flatMap(({ decision, misfit = '', period, name }): ScoredMisfit[] =>
      decision === undefined || misfit === '' ? [] : [{ decision, period: period ?? '', what: name, words: misfit }],
    )
  const ofItems = [...quarters.flatMap(({ items }) => items), ...yearly].flatMap(({ trace, period, item }) =>
    trace.misfits.map(({ decision, words }): ScoredMisfit => ({ decision, period, what: item.name, words })),
  )
  const told = new Map<string, ScoredMisfit>()
  for (const each of [...ofValues, ...ofItems])
    if (!told.has(`${each.decision}\n${each.words}`)) told.set(`${each.decision}\n${each.words}`, each)
  return [...told.values()].sort((a, b) => a.decision - b.decision)
}

/** As a warning of the county. */
export const misfitWarning = ({ decision, period, what, words }: ScoredMisfit): string =>
  `人工决定第 ${decision} 条（${period === '' ? '' : `${periodWords(period)}的`}“${what}”）：${words}`
