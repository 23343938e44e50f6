/** How one file would be judged: what a county's writer looks at before sending. */
import type { Limits } from '../extractors/formats/reading.ts'
import { defaultEngine } from '../extractors/language/segmenter-engine.ts'
import type { ReportContext } from '../reports/context.ts'
import type { DocumentKind, RunResult } from '../reports/contract/records.ts'
import { currentKnowledge } from './compiled-knowledge.ts'
import type { Fault } from './document-result.ts'
import type { Knowledge } from './knowledge.ts'
import { overAll } from './over-all.ts'
import { noReceipts } from './receipts.ts'
import { processInWorker, processSources } from './single.ts'
import { noSources, type SourceFolders } from './sources.ts'
import { ownWorkerFile } from './worker-file.ts'

export interface CheckOptions {
  readonly path: string
  /** The kind that the writer says the document is of; null to have it told by title and text. */
  readonly kind: DocumentKind | null
  readonly limits: Limits
  /** What the report is compared against; by default the superior documents of the package. */
  readonly sources?: SourceFolders
  readonly knowledge?: Knowledge
  readonly workerFile?: URL
}

export interface Check {
  readonly result: RunResult
  readonly context: ReportContext
  readonly fault: Fault | null
}

export async function check({ path, kind, limits, ...given }: CheckOptions): Promise<Check> {
  const { lexicon, scheme } = given.knowledge ?? (await currentKnowledge())
  const workerFile = given.workerFile ?? ownWorkerFile
  const processed = await processInWorker(path, { lexicon, scheme, limits, segmenter: defaultEngine, kind }, workerFile)
  const sources = await processSources(
    given.sources ?? noSources,
    { lexicon, scheme, limits, segmenter: defaultEngine, kind: null },
    workerFile,
  )
  const result = overAll([processed, ...sources], noReceipts, { lexicon, scheme })
  return { result, context: { lexicon, scheme, inputName: processed.document.file }, fault: processed.fault }
}
