/**
 * What is done over all documents, from their compact results: order, days of receipt, duplicates, checks across documents, copying, what the counties' own earlier
 * figures add, ids. In any order in, always the same out.
 *
 * Of documents that are only compared against (`superior:`, `history:`) nothing is kept but their record and their text.
 */
import type { Lexicon } from '../extractors/lexicon.ts'
import { byPlace, compareText } from '../reports/contract/order.ts'
import type { RunResult } from '../reports/contract/records.ts'
import { isSubmitted } from '../reports/coverage.ts'
import { distinctiveTerms } from '../rules/analysis/distinctive-terms.ts'
import { addKnownFigures } from '../rules/analysis/own-past.ts'
import { checkAcross } from '../rules/checks/across/index.ts'
import type { Finding } from '../rules/checks/finding.ts'
import { createVersionOrder } from '../rules/versions/version-order.ts'
import { copying } from './copying.ts'
import type { DocumentResult } from './document-result.ts'
import { markDuplicates } from './duplicates.ts'
import { createIds, distinctIds } from './ids.ts'
import type { Knowledge } from './knowledge.ts'
import type { Receipts } from './receipts.ts'
import { resubmissions } from './resubmissions.ts'

export function overAll(
  results: readonly DocumentResult[],
  { receivedAt }: Receipts,
  { lexicon, scheme }: Pick<Knowledge, 'lexicon' | 'scheme'>,
): RunResult {
  const sorted = [...results]
    .sort((a, b) => compareText(a.document.file, b.document.file))
    .map((result) => ({ ...result, document: { ...result.document, receivedAt: receivedAt(result.document.file) } }))
  const versions = createVersionOrder(lexicon, scheme.letters.counted)
  const submitted = markDuplicates(
    sorted.filter(({ document }) => isSubmitted(document)),
    versions,
  )
  const settled = [...submitted, ...sorted.filter(({ document }) => !isSubmitted(document))]
  const { passages, assessments } = copying(settled, { lexicon, scheme })
  const distinct = distinctIds()
  const placed = <Record extends Parameters<typeof byPlace>[0]>(records: readonly Record[]): Record[] =>
    [...records].sort(byPlace).map(distinct)
  return {
    documents: placed(settled.map(({ document }) => document)),
    values: placed(submitted.flatMap(({ values }) => values)),
    achievements: placed(submitted.flatMap(({ achievements }) => achievements)),
    facts: placed(submitted.flatMap(({ facts }) => facts)),
    assessments: placed(
      addKnownFigures(
        assessments,
        submitted.flatMap(({ values }) => values),
        { lexicon, thresholds: scheme.analysis },
      ),
    ),
    checks: placed([...submitted.flatMap(({ checks }) => checks), ...acrossDocuments(submitted, lexicon)]),
    copies: placed(passages),
    revisions: resubmissions(sorted, versions, assessments),
    terms: distinctiveTerms(
      submitted.flatMap(({ document, assessment, terms }) =>
        assessment === null ? [] : [{ file: document.file, period: document.period, terms }],
      ),
    ),
    texts: settled.flatMap(({ text }) => (text === null ? [] : [text])),
  }
}

function acrossDocuments(settled: readonly DocumentResult[], lexicon: Lexicon): Finding[] {
  const idOf = createIds()
  const records = new Map(settled.map(({ document }) => [document.file, document]))
  const compared = settled.flatMap(({ document, values, achievements, text }) =>
    text === null || (document.status !== 'ok' && document.status !== 'partial')
      ? []
      : [{ ...document, submitted: isSubmitted(document), values, achievements, text }],
  )
  return checkAcross(compared, lexicon).map((finding) => {
    const { sha256 = '', county = null } = records.get(finding.file) ?? {}
    return { id: idOf('check', { sha256, county, kind: finding.kind, place: finding.evidence[0] ?? null }), ...finding }
  })
}
