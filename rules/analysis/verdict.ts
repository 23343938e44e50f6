/**
 * The verdict, by the contract's thresholds and no others: weak when comparison is absent, or problems and measures are both below, or most of it is copied; else
 * review when any criterion is below its top level or a good part is copied; else pass.
 */

import type { CopyingShare } from '../copying/copy.ts'
import { copiedFrom } from '../copying/thresholds.ts'
import type { Criteria, Verdict } from './assessment.ts'

/** The criteria by their levels alone. */
export type CriterionLevels = { readonly [Name in keyof Criteria]: Criteria[Name]['level'] }

export const levelsOf = ({
  comparison,
  problems,
  causes,
  measures,
}: { readonly [Name in keyof Criteria]: Pick<Criteria[Name], 'level'> }): CriterionLevels => ({
  comparison: comparison.level,
  problems: problems.level,
  causes: causes.level,
  measures: measures.level,
})

export const verdict = (criteria: Criteria, copying: Pick<CopyingShare, 'share'> | null): Verdict =>
  verdictOfLevels(levelsOf(criteria), copying)

export function verdictOfLevels(levels: CriterionLevels, copying: Pick<CopyingShare, 'share'> | null): Verdict {
  const { comparison, problems, causes, measures } = levels
  const copied = copying?.share ?? 0
  if (comparison === 'absent') return 'weak'
  if (problems !== 'specific' && measures !== 'concrete') return 'weak'
  if (copied >= copiedFrom.weak) return 'weak'
  const top = comparison === 'adequate' && problems === 'specific' && causes === 'present' && measures === 'concrete'
  return top && copied < copiedFrom.review ? 'pass' : 'review'
}
