/** An assessment once it is known what was copied: the verdict that the share makes, and what the county is told of it. */
import type { CopyingShare } from '../copying/copy.ts'
import type { Assessment } from './assessment.ts'
import { feedback } from './feedback.ts'
import type { Thresholds } from './thresholds.ts'
import { verdict } from './verdict.ts'

export function withCopying(assessment: Assessment, copying: CopyingShare | null, thresholds: Thresholds): Assessment {
  const judged = { ...assessment, copying, verdict: verdict(assessment.criteria, copying) }
  return { ...judged, feedback: feedback(judged, thresholds) }
}
