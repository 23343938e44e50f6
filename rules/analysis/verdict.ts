/**
 * The verdict, by the contract's thresholds and no others: weak when comparison is absent, or problems and measures are both below, or most of it is copied; else
 * review when any criterion is below its top level or a good part is copied; else pass.
 */
import type { CopyingShare, Criteria, Verdict } from './assessment.ts'

/** Copied share of the body from which the verdict is weak, and from which it is looked at. */
const COPIED_WEAK = 0.6
const COPIED_REVIEW = 0.3

export function verdict({ comparison, problems, causes, measures }: Criteria, copying: CopyingShare | null): Verdict {
  const copied = copying?.share ?? 0
  if (comparison.level === 'absent') return 'weak'
  if (problems.level !== 'specific' && measures.level !== 'concrete') return 'weak'
  if (copied >= COPIED_WEAK) return 'weak'
  const top =
    comparison.level === 'adequate' && problems.level === 'specific' && causes.level === 'present' && measures.level === 'concrete'
  return top && copied < COPIED_REVIEW ? 'pass' : 'review'
}
