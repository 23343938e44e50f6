/**
 * A whole folder through all stages: collected, looked up in the cache, processed by the workers where it is not there, and put together.
 *
 * Results come in any order and leave in one: the same folder gives the same result at any number of jobs, with or without a cache.
 */
import { basename, resolve } from 'node:path'
import { createIdentifier } from '../extractors/identity/identity.ts'
import { tellingName } from '../extractors/identity/input-folder.ts'
import { compareText } from '../reports/contract/order.ts'
import type { DocumentRecord, RunResult } from '../reports/contract/records.ts'
import { isSubmitted } from '../reports/coverage.ts'
import { collect, isInArchive, isSubmission } from './collect.ts'
import { copyDocuments } from './copying.ts'
import { rejectedRecord } from './document-record.ts'
import { type Fault, unread } from './document-result.ts'
import type { Helpers } from './helpers.ts'
import { everything, parseOnly } from './only.ts'
import { putTogether, settle } from './over-all.ts'
import { createProcessor, type ProcessorOptions } from './processor.ts'
import { loadReceipts } from './receipts.ts'
import { soundBatch } from './set-aside.ts'
import { collectSources, findSources, type SourceFolders } from './sources.ts'
import { createTally, type Progress } from './tally.ts'
import { walk } from './walk.ts'

export interface BatchOptions extends Omit<ProcessorOptions, 'inputName'> {
  readonly input: string
  /** A pattern, or a county and period; null for the whole folder. */
  readonly only: string | null
  /** What submissions are compared against. */
  readonly sources: SourceFolders
  /** Folders below the input that are no submissions: the result folder, the cache. */
  readonly except: readonly string[]
  readonly signal: AbortSignal | null
  readonly onProgress: (progress: Progress) => void
  readonly helpers: Helpers
}

export interface Batch {
  readonly result: RunResult
  /** Its records that have been held against the contract. */
  readonly verified: ReadonlySet<object>
  readonly faults: readonly Fault[]
  /** Sentences for the user: folders that could not be opened, rows of the register that name no file. */
  readonly remarks: readonly string[]
  readonly cached: number
  /** Milliseconds by stage, over all files and workers. */
  readonly durations: Readonly<Record<string, number>>
}

/** Throws when the batch as a whole cannot be done, and the signal's reason when it is stopped; what was finished by then is in the cache. */
export async function runBatch(options: BatchOptions): Promise<Batch> {
  const { limits, knowledge, signal } = options
  const only = options.only === null ? everything : parseOnly(options.only, knowledge.lexicon)
  const { files, unreadable } = await walk(options.input, { except: options.except })
  const submissions = files.filter(isSubmission)
  const sources = await findSources(options.sources)
  const inputName = tellingName(knowledge.lexicon, basename(resolve(options.input)))
  const identify = createIdentifier(knowledge.lexicon, inputName)
  const inArchives: string[] = []
  const tally = createTally(submissions.length, sources.files.length, options.onProgress)
  const perDocument = createProcessor({ ...options, inputName }, tally, (source, format, refusal) =>
    rejectedRecord(source, format, refusal, identify),
  )
  try {
    for await (const collected of collect(submissions, { limits, identify })) {
      signal?.throwIfAborted()
      const { file } = 'record' in collected ? collected.record : collected.input
      if (isInArchive(file)) inArchives.push(file)
      if (!only.file(file)) tally.skip()
      else if ('record' in collected) tally.add(unread(collected.record))
      else await orStopped(perDocument.take(collected.input, collected.format), signal)
    }
    for await (const collected of collectSources(sources, { limits, identify })) {
      signal?.throwIfAborted()
      if ('record' in collected) tally.add(unread(collected.record))
      else await orStopped(perDocument.take(collected.input, collected.format), signal)
    }
    await orStopped(perDocument.finish(), signal)
  } finally {
    await perDocument.close()
  }
  const wanted = tally.results.filter(({ document }) => !isSubmitted(document) || only.document(document))
  const receipts = await loadReceipts(files, inArchives, limits)
  const batch = settle(wanted, receipts, knowledge)
  const copies = await orStopped(options.helpers.findCopies(copyDocuments(batch.settled, knowledge)), signal)
  const asFound = new Set<object>(
    wanted.flatMap(({ values, achievements, facts, practices, checks }) => [...values, ...achievements, ...facts, ...practices, ...checks]),
  )
  const { result, faults } = soundBatch(putTogether(batch, copies, knowledge), asFound)
  return {
    result,
    verified: recordsOf(result),
    faults: [...wanted.flatMap(({ fault }) => (fault === null ? [] : [fault])), ...faults].sort((a, b) => compareText(a.file, b.file)),
    remarks: [
      ...[...unreadable, ...sources.unreadable].map((folder) => `文件夹“${folder}”无法打开，其中的文件未读取`),
      ...receipts.remarks,
      ...wanted.flatMap(({ document }) => unreadSource(document)),
    ],
    cached: tally.cached(),
    durations: tally.durations,
  }
}

/** Each of them has been held against the contract; a document's own is looked at once more, because it may have been marked. */
const recordsOf = ({ values, earlier, achievements, facts, practices, assessments, copies, checks }: RunResult): ReadonlySet<object> =>
  new Set([values, earlier, achievements, facts, practices, assessments, copies, checks].flat())

/** A document to compare against that could not be read: nothing can be said of it. */
const unreadSource = (document: DocumentRecord): string[] =>
  isSubmitted(document) || document.status !== 'rejected' ? [] : [`对照文件“${document.file}”未能读取，没有与它比对：${document.message}`]

/** Waits for the work, or throws the signal's reason as soon as it is given. */
async function orStopped<Result>(work: Promise<Result>, signal: AbortSignal | null): Promise<Result> {
  if (signal === null) return work
  let stop: () => void = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop)
  })
  work.catch(() => {})
  try {
    signal.throwIfAborted()
    return await Promise.race([work, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
