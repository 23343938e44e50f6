/**
 * A whole folder through all stages: collected, looked up in the cache, processed by the workers where it is not there, and put together.
 *
 * Results come in any order and leave in one: the same folder gives the same result at any number of jobs, with or without a cache.
 */
import type { Format } from '../extractors/document.ts'
import type { Limits } from '../extractors/formats/reading.ts'
import { createIdentifier } from '../extractors/identity/identity.ts'
import type { SegmenterEngine } from '../extractors/language/segmenter.ts'
import type { RunResult } from '../reports/contract/records.ts'
import { cacheKey, type ResultCache } from './cache.ts'
import { collect, isSubmission } from './collect.ts'
import { type Refusal, rejectedRecord, type SourceFile } from './document-record.ts'
import type { DocumentInput, KitOptions } from './kit.ts'
import type { Knowledge } from './knowledge.ts'
import { everything, parseOnly } from './only.ts'
import { overAll } from './over-all.ts'
import { loadReceipts } from './receipts.ts'
import { type DocumentResult, type Fault, internalError, sourceOf, stages, unread } from './stages.ts'
import { walk } from './walk.ts'
import { createWorkers, type Workers, type WorkOutcome } from './workers.ts'

export interface Progress {
  readonly done: number
  /** Files known so far; archives add to it as they are opened. */
  readonly found: number
  readonly cached: number
  readonly rejected: number
}

export interface BatchOptions {
  readonly input: string
  readonly jobs: number
  readonly limits: Limits
  readonly cache: ResultCache
  readonly segmenter: SegmenterEngine
  /** A pattern, or a county and period; null for the whole folder. */
  readonly only: string | null
  /** Folders below the input that are no submissions: the result folder, the cache. */
  readonly except: readonly string[]
  readonly knowledge: Knowledge
  /** The version of this program. */
  readonly version: string
  readonly workerFile: URL
  readonly signal: AbortSignal | null
  readonly onProgress: (progress: Progress) => void
}

export interface Batch {
  readonly result: RunResult
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
  const receipts = await loadReceipts(files, limits)
  const identify = createIdentifier(knowledge.lexicon)
  const tally = createTally(submissions.length, options.onProgress)
  const perDocument = createProcessor(options, tally, (source, format, refusal) => rejectedRecord(source, format, refusal, identify))
  try {
    for await (const collected of collect(submissions, { limits, identify })) {
      signal?.throwIfAborted()
      const { file } = 'record' in collected ? collected.record : collected.input
      if (!only.file(file)) tally.skip()
      else if ('record' in collected) tally.add(unread(collected.record))
      else await orStopped(perDocument.take(collected.input, collected.format), signal)
    }
    await orStopped(perDocument.finish(), signal)
  } finally {
    await perDocument.close()
  }
  const wanted = tally.results.filter(({ document }) => only.document(document))
  return {
    result: overAll(wanted, receipts),
    faults: wanted.flatMap(({ fault }) => (fault === null ? [] : [fault])).sort((a, b) => (a.file < b.file ? -1 : 1)),
    remarks: [...unreadable.map((folder) => `文件夹“${folder}”无法打开，其中的文件未读取`), ...receipts.remarks],
    cached: tally.cached(),
    durations: tally.durations,
  }
}

/** Waits for the work, or throws the signal's reason as soon as it is given. */
async function orStopped(work: Promise<void>, signal: AbortSignal | null): Promise<void> {
  if (signal === null) return work
  let stop: () => void = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop)
  })
  work.catch(() => {})
  try {
    signal.throwIfAborted()
    await Promise.race([work, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

interface Tally {
  readonly results: DocumentResult[]
  readonly durations: Record<string, number>
  readonly add: (result: DocumentResult, fromCache?: boolean) => void
  readonly skip: () => void
  readonly cached: () => number
}

function createTally(found: number, onProgress: (progress: Progress) => void): Tally {
  const results: DocumentResult[] = []
  const counts = { done: 0, found, cached: 0, rejected: 0 }
  const step = (): void => {
    counts.done++
    counts.found = Math.max(counts.found, counts.done)
    onProgress(counts)
  }
  return {
    results,
    durations: {},
    add(result, fromCache = false) {
      results.push(result)
      if (fromCache) counts.cached++
      if (result.document.status === 'rejected') counts.rejected++
      step()
    },
    skip: step,
    cached: () => counts.cached,
  }
}

interface Processor {
  /** Resolves when there is room for the next file. */
  readonly take: (input: DocumentInput, format: Format) => Promise<void>
  /** Resolves when every file taken has its result. */
  readonly finish: () => Promise<void>
  readonly close: () => Promise<void>
}

/** From the cache, or by workers, which are started only when a file is not there. */
function createProcessor(
  { jobs, limits, cache, segmenter, knowledge, version, workerFile }: BatchOptions,
  tally: Tally,
  reject: (source: SourceFile, format: Format, refusal: Refusal) => DocumentResult['document'],
): Processor {
  const kit: KitOptions = { lexicon: knowledge.lexicon, limits, segmenter, kind: null }
  const { fileMs, workerMiB, ...contentLimits } = limits
  const basis = [version, stages, knowledge.lexiconHash, contentLimits, segmenter]
  const writing: Promise<void>[] = []
  let workers: Workers | null = null

  const settle = (source: SourceFile, format: Format, key: string, outcome: WorkOutcome): void => {
    if ('refusal' in outcome) return tally.add(unread(reject(source, format, outcome.refusal)))
    if ('crash' in outcome) {
      const fault = { file: source.file, stage: 'worker', stack: outcome.crash }
      return tally.add({ ...unread(reject(source, format, internalError('worker'))), fault })
    }
    for (const [stage, ms] of Object.entries(outcome.durations)) tally.durations[stage] = (tally.durations[stage] ?? 0) + ms
    if (outcome.lasting) writing.push(cache.put(key, outcome.json))
    tally.add(parseResult(outcome.json))
  }

  return {
    async take(input, format) {
      const key = cacheKey([...basis, input.sha256, input.file])
      const kept = await cache.get(key)
      if (kept !== null) return tally.add(parseResult(kept), true)
      workers ??= createWorkers({ workerFile, jobs, kit })
      const source = sourceOf(input)
      await workers.submit('processTask', input, (outcome) => settle(source, format, key, outcome))
    },
    async finish() {
      await workers?.idle()
    },
    async close() {
      await workers?.close()
      await Promise.all(writing)
      await cache.trim()
    },
  }
}

const parseResult = (json: Uint8Array): DocumentResult =>
  JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString('utf8')) as DocumentResult
