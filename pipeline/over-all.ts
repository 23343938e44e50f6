/**
 * What is done over all documents, from their compact results: order, days of receipt, duplicates, checks across documents, copying, what the counties' own earlier
 * figures add, ids. In any order in, always the same out.
 *
 * Of documents that are only compared against (`superior:`, `history:`) nothing is kept but their record and their text, and the levels that the counties' own earlier
 * submissions state; a county's earlier figures are named to it from both.
 */
import type { Value } from '../extractors/indicators/value.ts'
import type { Lexicon } from '../extractors/lexicon.ts'
import { byPlace, compareText } from '../reports/contract/order.ts'
import type { RunResult } from '../reports/contract/records.ts'
import { isSubmitted } from '../reports/coverage.ts'
import { distinctiveTerms } from '../rules/analysis/distinctive-terms.ts'
import { addKnownFigures } from '../rules/analysis/own-past.ts'
import { checkAcross } from '../rules/checks/across/index.ts'
import type { Finding } from '../rules/checks/finding.ts'
import { type Copies, findCopies } from '../rules/copying/find-copies.ts'
import { createVersionOrder } from '../rules/versions/version-order.ts'
import { copyDocuments, copying, originOf } from './copying.ts'
import type { DocumentResult } from './document-result.ts'
import { markDuplicates } from './duplicates.ts'
import { createIds, distinctIds } from './ids.ts'
import type { Knowledge } from './knowledge.ts'
import type { Receipts } from './receipts.ts'
import { resubmissions } from './resubmissions.ts'

type Known = Pick<Knowledge, 'lexicon' | 'scheme'>

/** A batch in order, with days of receipt, and duplicates marked: what copied text is looked for in. */
export interface Settled {
  /** Every result, by file. */
  readonly all: readonly DocumentResult[]
  readonly submitted: readonly DocumentResult[]
  /** The submitted, and behind them what is only compared against. */
  readonly settled: readonly DocumentResult[]
}

export function overAll(results: readonly DocumentResult[], receipts: Receipts, knowledge: Known): RunResult {
  const batch = settle(results, receipts, knowledge)
  return putTogether(batch, findCopies(copyDocuments(batch.settled, knowledge)), knowledge)
}

export function settle(results: readonly DocumentResult[], { receivedAt }: Receipts, { lexicon, scheme }: Known): Settled {
  const all = [...results]
    .sort((a, b) => compareText(a.document.file, b.document.file))
    .map((result) => ({ ...result, document: { ...result.document, receivedAt: receivedAt(result.document.file) } }))
  const submitted = markDuplicates(
    all.filter(({ document }) => isSubmitted(document)),
    createVersionOrder(lexicon, scheme.letters.counted),
  )
  return { all, submitted, settled: [...submitted, ...all.filter(({ document }) => !isSubmitted(document))] }
}

/** `copies`: found among the settled documents. */
export function putTogether({ all, submitted, settled }: Settled, copies: Copies, { lexicon, scheme }: Known): RunResult {
  const versions = createVersionOrder(lexicon, scheme.letters.counted)
  const { passages, assessments } = copying(settled, copies, { scheme })
  const distinct = distinctIds()
  const placed = <Record extends Parameters<typeof byPlace>[0]>(records: readonly Record[]): Record[] =>
    [...records].sort(byPlace).map(distinct)
  return {
    documents: placed(settled.map(({ document }) => document)),
    values: placed(submitted.flatMap(({ values }) => values)),
    earlier: placed(history(all).flatMap(({ values, text }) => (text === null ? [] : values.filter(isKnownLevel)))),
    achievements: placed(submitted.flatMap(({ achievements }) => achievements)),
    facts: placed(submitted.flatMap(({ facts }) => facts)),
    practices: placed(submitted.flatMap(({ practices }) => practices)),
    assessments: placed(
      addKnownFigures(
        assessments,
        [...submitted, ...history(all)].flatMap(({ values }) => values),
        { lexicon, thresholds: scheme.analysis },
      ),
    ),
    checks: placed([...submitted.flatMap(({ checks }) => checks), ...acrossDocuments([...submitted, ...history(all)], lexicon)]),
    copies: placed(passages),
    revisions: resubmissions(all, versions, assessments),
    terms: distinctiveTerms(
      submitted.flatMap(({ document, assessment, terms }) =>
        assessment === null ? [] : [{ file: document.file, period: document.period, terms }],
      ),
    ),
    texts: settled.flatMap(({ text }) => (text === null ? [] : [text])),
  }
}

/** What a rule may compare with. */
const isKnownLevel = ({ indicator, role }: Value): boolean => indicator !== null && role === 'actual'

/** What a county reported before, given to compare with. */
const history = (all: readonly DocumentResult[]): readonly DocumentResult[] =>
  all.filter(({ document: { file } }) => originOf(file) === 'history')

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
