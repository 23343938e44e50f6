/** What a criterion looked at and did not count, without the sentences that are already shown as what its level rests on. */
import type { Criterion, Rejected } from '../rules/analysis/assessment.ts'

export const setAside = ({ evidence, rejected }: Pick<Criterion<string>, 'evidence' | 'rejected'>): readonly Rejected[] =>
  rejected.filter(({ evidence: { start, end } }) => !evidence.some((shown) => shown.start === start && shown.end === end))
