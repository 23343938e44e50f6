/** What is done over all documents, from their compact results: order, days of receipt, duplicates, ids, what the counties' own earlier figures add. In any order in, always the same out. */
import { byPlace, compareText } from '../reports/contract/order.ts'
import type { RunResult } from '../reports/contract/records.ts'
import { distinctiveTerms } from '../rules/analysis/distinctive-terms.ts'
import { addKnownFigures } from '../rules/analysis/own-past.ts'
import type { Scheme } from '../rules/scoring/scheme.ts'
import type { DocumentResult } from './document-result.ts'
import { markDuplicates } from './duplicates.ts'
import { distinctIds } from './ids.ts'
import type { Receipts } from './receipts.ts'

export function overAll(results: readonly DocumentResult[], { receivedAt }: Receipts, { analysis }: Pick<Scheme, 'analysis'>): RunResult {
  const sorted = [...results]
    .sort((a, b) => compareText(a.document.file, b.document.file))
    .map((result) => ({ ...result, document: { ...result.document, receivedAt: receivedAt(result.document.file) } }))
  const settled = markDuplicates(sorted)
  const distinct = distinctIds()
  const placed = <Record extends Parameters<typeof byPlace>[0]>(records: readonly Record[]): Record[] =>
    [...records].sort(byPlace).map(distinct)
  return {
    documents: placed(settled.map(({ document }) => document)),
    values: placed(settled.flatMap(({ values }) => values)),
    achievements: placed(settled.flatMap(({ achievements }) => achievements)),
    assessments: placed(
      addKnownFigures(
        settled.flatMap(({ assessment }) => (assessment === null ? [] : [assessment])),
        settled.flatMap(({ values }) => values),
        analysis,
      ),
    ),
    checks: placed(settled.flatMap(({ checks }) => checks)),
    terms: distinctiveTerms(
      settled.flatMap(({ document, assessment, terms }) =>
        assessment === null ? [] : [{ file: document.file, period: document.period, terms }],
      ),
    ),
    texts: settled.flatMap(({ text }) => (text === null ? [] : [text])),
  }
}
