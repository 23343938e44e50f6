/** Gets the result of one file after another: from the cache, or by workers, which are started only when a file is not there. */
import type { Format } from '../extractors/document.ts'
import type { Limits } from '../extractors/formats/reading.ts'
import type { SegmenterEngine } from '../extractors/language/segmenter-engine.ts'
import { cacheKey, type ResultCache } from './cache.ts'
import type { Refusal, SourceFile } from './document-record.ts'
import { type DocumentResult, internalError, sourceOf, unread } from './document-result.ts'
import type { Knowledge } from './knowledge.ts'
import type { DocumentInput, KitOptions } from './reading-kit.ts'
import { stages } from './stages.ts'
import type { Tally } from './tally.ts'
import { createWorkers, type Workers, type WorkOutcome } from './workers.ts'

export interface ProcessorOptions {
  readonly jobs: number
  readonly limits: Limits
  readonly cache: ResultCache
  readonly knowledge: Knowledge
  readonly segmenter: SegmenterEngine
  /** A hash of the program itself: what another program made is made anew. */
  readonly program: string
  /** What the folder that the submissions were given in is called, where that tells something of them; else ''. */
  readonly inputName: string
  readonly workerFile: URL
}

export interface Processor {
  /** Resolves when there is room for the next file. */
  readonly take: (input: DocumentInput, format: Format) => Promise<void>
  /** Resolves when every file taken has its result. */
  readonly finish: () => Promise<void>
  readonly close: () => Promise<void>
}

/** From the cache, or by workers, which are started only when a file is not there. */
export function createProcessor(
  { jobs, limits, cache, knowledge, segmenter, program, inputName, workerFile }: ProcessorOptions,
  tally: Tally,
  reject: (source: SourceFile, format: Format, refusal: Refusal) => DocumentResult['document'],
): Processor {
  const kit: KitOptions = { lexicon: knowledge.lexicon, scheme: knowledge.scheme, limits, segmenter, kind: null, inputName }
  const { fileMs, workerMiB, ...contentLimits } = limits
  const basis = [program, stages, knowledge.lexiconHash, knowledge.schemeHash, contentLimits, segmenter, inputName]
  const writing: Promise<void>[] = []
  let workers: Workers | null = null

  const toResult = (source: SourceFile, format: Format, key: string, outcome: WorkOutcome): DocumentResult => {
    if ('refusal' in outcome) return unread(reject(source, format, outcome.refusal))
    if ('crash' in outcome) {
      const fault = { file: source.file, stage: 'worker', stack: outcome.crash }
      return { ...unread(reject(source, format, internalError('worker'))), fault }
    }
    tally.addDurations(outcome.durations)
    if (outcome.lasting) writing.push(cache.put(key, outcome.json))
    return parseResult(outcome.json)
  }

  return {
    async take(input, format) {
      const key = cacheKey([...basis, input.sha256, input.file])
      const kept = await cache.get(key)
      if (kept !== null) {
        tally.add(parseResult(kept), true)
        return
      }
      workers ??= createWorkers({ workerFile, jobs, kit })
      const source = sourceOf(input)
      await workers.submit('processTask', input, (outcome) => tally.add(toResult(source, format, key, outcome)))
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
