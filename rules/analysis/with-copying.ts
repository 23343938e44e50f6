/** An assessment once it is known what was copied: the verdict that the share makes, and what the county is told of it. */
import { type CopyingShare, earlierShare } from '../copying/copy.ts'
import type { Assessment } from './assessment.ts'
import { type CopiedFrom, withoutCopied } from './copied-evidence.ts'
import { feedback } from './feedback.ts'
import type { Thresholds } from './thresholds.ts'
import { verdict } from './verdict.ts'

/** Where what lowers the verdict may have been written here first, a person has to look: writer and copier cannot be told apart, and stand alike. */
export function withCopying(assessment: Assessment, copying: CopyingShare | null, from: CopiedFrom, thresholds: Thresholds): Assessment {
  const own = withoutCopied(assessment, from, thresholds)
  const judged = { ...own, copying, verdict: verdict(own.criteria, copying) }
  const isOpen = copying !== null && verdict(own.criteria, { share: earlierShare(copying) }) !== judged.verdict
  const asked = isOpen ? { ...judged, reviewSuggested: true, doubt: 1 } : judged
  return { ...asked, feedback: feedback(asked, thresholds) }
}
