/**
 * The verdict, by the contract's thresholds and no others: weak when comparison is absent, or problems and measures are both below, or most of it is copied; else
 * review when any criterion is below its top level or a good part is copied; else pass.
 */

import type { CopyingShare } from '../copying/copy.ts'
import { copiedFrom } from '../copying/thresholds.ts'
import type { Criteria, Verdict } from './assessment.ts'

export function verdict({ comparison, problems, causes, measures }: Criteria, copying: Pick<CopyingShare, 'share'> | null): Verdict {
  const copied = copying?.share ?? 0
  if (comparison.level === 'absent') return 'weak'
  if (problems.level !== 'specific' && measures.level !== 'concrete') return 'weak'
  if (copied >= copiedFrom.weak) return 'weak'
  const top =
    comparison.level === 'adequate' && problems.level === 'specific' && causes.level === 'present' && measures.level === 'concrete'
  return top && copied < copiedFrom.review ? 'pass' : 'review'
}
