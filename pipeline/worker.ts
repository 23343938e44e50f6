/**
 * A worker thread: the stages for one file after another, with the knowledge that it was given when it started.
 *
 * Results go back as JSON text in bytes: cheap to send, and what the cache keeps. What a task does not need is not loaded.
 */
import type { MessagePort } from 'node:worker_threads'
import Tinypool from 'tinypool'
import type { DocumentInput, KitOptions } from './reading-kit.ts'
import type { Durations } from './stages.ts'

export interface Task {
  readonly input: DocumentInput
  /** Told when work on the file begins, so that starting a worker does not count against the file's time. */
  readonly started: MessagePort
}

/** `broken`: the knowledge itself does not serve, and no file can be processed. */
export type TaskAnswer = TaskOutcome | { readonly broken: string }

export interface TaskOutcome {
  readonly json: Uint8Array
  readonly durations: Durations
  /** False where the result must not be kept for another run: a mistake of this program. */
  readonly lasting: boolean
}

const options = (): KitOptions => Tinypool.workerData as KitOptions

const fullKit = once(async () => (await import('./kit.ts')).createKit(options()))
const readingKit = once(async () => (await import('./reading-kit.ts')).createReadingKit(options()))

/** All stages: a `DocumentResult`. */
export const processTask = (task: Task): Promise<TaskAnswer> =>
  withKit(task, fullKit, async (kit, input) => {
    const { processDocument } = await import('./stages.ts')
    const { result, durations } = await processDocument(kit, input)
    return { json: encoded(result), durations, lasting: result.fault === null }
  })

/** Reading only: an `Inspection`. */
export const inspectTask = (task: Task): Promise<TaskAnswer> =>
  withKit(task, readingKit, async (kit, input) => {
    const { inspectDocument } = await import('./inspect.ts')
    return { json: encoded(await inspectDocument(kit, input)), durations: {}, lasting: false }
  })

async function withKit<Tools>(
  { input, started }: Task,
  ready: () => Promise<Tools>,
  work: (kit: Tools, input: DocumentInput) => Promise<TaskOutcome>,
): Promise<TaskAnswer> {
  let kit: Tools
  try {
    kit = await ready()
  } catch (error) {
    return { broken: error instanceof Error ? error.message : String(error) }
  }
  started.postMessage('started')
  started.close()
  return work(kit, input)
}

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined
  return () => {
    made ??= make()
    return made
  }
}

const encoded = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
