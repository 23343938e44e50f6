/** How one file would be judged: what a county's writer looks at before sending. */
import type { Limits } from '../extractors/formats/reading.ts'
import { defaultEngine } from '../extractors/language/segmenter-engine.ts'
import type { ReportContext } from '../reports/context.ts'
import type { DocumentKind, RunResult } from '../reports/contract/records.ts'
import { periodWords } from '../reports/wording.ts'
import { compareVersions } from '../rules/resubmission/revision.ts'
import { currentKnowledge } from './compiled-knowledge.ts'
import type { DocumentResult, Fault } from './document-result.ts'
import type { Knowledge } from './knowledge.ts'
import { overAll } from './over-all.ts'
import { noReceipts } from './receipts.ts'
import { versionOf } from './resubmissions.ts'
import { processInWorker, processSources } from './single.ts'
import { noSources, type SourceFolders } from './sources.ts'
import { ownWorkerFile } from './worker-file.ts'

export interface CheckOptions {
  readonly path: string
  /** The kind that the writer says the document is of; null to have it told by title and text. */
  readonly kind: DocumentKind | null
  readonly limits: Limits
  /** An earlier version of the same report, to tell what became of its shortcomings. */
  readonly previous?: string
  /** What the report is compared against; by default the superior documents of the package. */
  readonly sources?: SourceFolders
  readonly knowledge?: Knowledge
  readonly workerFile?: URL
}

export interface Check {
  readonly result: RunResult
  readonly context: ReportContext
  readonly fault: Fault | null
  /** Why the earlier version was not compared, in Chinese; null where it was, or where none was given. */
  readonly notCompared: string | null
}

export async function check({ path, kind, limits, previous, ...given }: CheckOptions): Promise<Check> {
  const { lexicon, scheme } = given.knowledge ?? (await currentKnowledge())
  const kit = { lexicon, scheme, limits, segmenter: defaultEngine, kind }
  const workerFile = given.workerFile ?? ownWorkerFile
  const processed = await processInWorker(path, kit, workerFile)
  const sources = await processSources(given.sources ?? noSources, { ...kit, kind: null }, workerFile)
  const over = (one: DocumentResult): RunResult => overAll([one, ...sources], noReceipts, { lexicon, scheme })
  const result = over(processed)
  const context = { lexicon, scheme, inputName: processed.document.file }
  if (previous === undefined) return { result, context, fault: processed.fault, notCompared: null }
  const earlier = await processInWorker(previous, kit, workerFile)
  const notCompared = difference(earlier, processed)
  const judged = (one: DocumentResult, { assessments }: RunResult) => versionOf(one, new Map(assessments.map((each) => [each.file, each])))
  const revisions = notCompared === null ? [compareVersions(judged(earlier, over(earlier)), judged(processed, result))] : []
  return { result: { ...result, revisions }, context, fault: processed.fault ?? earlier.fault, notCompared }
}

/** Two versions of one report are of one county, period and kind; what one of them does not say is not held against it. */
function difference({ document: earlier }: DocumentResult, { document: later }: DocumentResult): string | null {
  if (earlier.status === 'rejected') return `上一稿未能读取：${earlier.message ?? ''}`
  if (later.status === 'rejected') return null
  const differs = (one: string | null, other: string | null): boolean => one !== null && other !== null && one !== other
  if (differs(earlier.county, later.county))
    return `上一稿是${earlier.county}的，这一稿是${later.county}的，没有对照；请用 --previous 指定${later.county}同一期报告的上一稿`
  if (differs(earlier.period, later.period))
    return `上一稿是${periodWords(earlier.period)}的，这一稿是${periodWords(later.period)}的，没有对照；请用 --previous 指定同一期报告的上一稿`
  return earlier.kind === later.kind ? null : '两份文件的文种不同，没有对照；如都是质量分析报告，可加 --as analysis'
}
