/** The documents of a batch as the search for copied text takes them, and its answer put into their assessments. */
import { cue, type Lexicon } from '../extractors/lexicon.ts'
import { isSubmitted } from '../reports/coverage.ts'
import { byFile } from '../reports/grouped.ts'
import type { Assessment } from '../rules/analysis/assessment.ts'
import { withCopying } from '../rules/analysis/with-copying.ts'
import type { CopiedPassage } from '../rules/copying/copy.ts'
import type { CopyDocument } from '../rules/copying/copy-document.ts'
import type { Copies } from '../rules/copying/find-copies.ts'
import type { Origin } from '../rules/copying/order.ts'
import type { DocumentResult } from './document-result.ts'
import { createIds } from './ids.ts'
import type { Knowledge } from './knowledge.ts'

export interface Copying {
  readonly passages: readonly CopiedPassage[]
  readonly assessments: readonly Assessment[]
}

/** The documents of a batch that have a text of their own. `results`: duplicates marked, days of receipt set. */
export const copyDocuments = (results: readonly DocumentResult[], { lexicon }: Pick<Knowledge, 'lexicon'>): CopyDocument[] =>
  results.filter(({ text, document }) => text !== null && document.status !== 'duplicate').map((result) => copyDocument(result, lexicon))

/** `copies`: found among the documents of these results. */
export function copying(results: readonly DocumentResult[], { passages, shares }: Copies, { scheme }: Pick<Knowledge, 'scheme'>): Copying {
  const documents = new Map(results.map(({ document }) => [document.file, document]))
  const idOf = createIds()
  const own = byFile(passages)
  return {
    passages: passages.map((passage) => {
      const { sha256 = '', county = null } = documents.get(passage.file) ?? {}
      const source = documents.get(passage.source)?.sha256 ?? ''
      return { id: idOf('copy', { sha256, county, kind: `${passage.sourceClass} ${source}`, place: passage }), ...passage }
    }),
    assessments: results.flatMap(({ assessment, document, values }) => {
      if (assessment === null || !isSubmitted(document)) return []
      const from = { passages: own.get(document.file) ?? [], values }
      return [withCopying(assessment, shares.get(document.file) ?? null, from, scheme.analysis)]
    }),
  }
}

function copyDocument({ document, text, trace }: DocumentResult, lexicon: Lexicon): CopyDocument {
  const { file, county, period, receivedAt, kind, title } = document
  const area = lexicon.regions.areas.some(({ name }) => name === county)
  const origin = area ? 'superior' : originOf(file)
  return {
    file,
    text: text?.text ?? '',
    blocks: text?.blocks ?? [],
    trace,
    origin,
    county: area ? null : (lexicon.regions.counties.find(({ names }) => names.some(({ name }) => name === county))?.id ?? county),
    period,
    receivedAt,
    examined: origin === 'submission' && kind !== 'data' && kind !== 'evidence',
    againstOwnPast: kind === 'analysis',
    template:
      originOf(file) === 'superior' && cue(lexicon, 'copying-templates').some((word) => title.includes(word) || file.includes(word)),
  }
}

export const originOf = (file: string): Origin =>
  file.startsWith('superior:') ? 'superior' : file.startsWith('history:') ? 'history' : 'submission'
