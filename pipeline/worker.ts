/**
 * A worker thread: the stages for one file after another, with the knowledge that it was given when it started.
 *
 * Results go back as JSON text in bytes: cheap to send, and what the cache keeps.
 */
import type { MessagePort } from 'node:worker_threads'
import Tinypool from 'tinypool'
import { inspectDocument } from './inspect.ts'
import { createKit, type DocumentInput, type Kit, type KitOptions } from './kit.ts'
import { type Durations, processDocument } from './stages.ts'

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

let kit: Kit | undefined

/** All stages: a `DocumentResult`. */
export const processTask = (task: Task): Promise<TaskAnswer> =>
  withKit(task, async (ready, input) => {
    const { result, durations } = await processDocument(ready, input)
    return { json: encoded(result), durations, lasting: result.fault === null }
  })

/** Reading only: an `Inspection`. */
export const inspectTask = (task: Task): Promise<TaskAnswer> =>
  withKit(task, async (ready, input) => ({ json: encoded(await inspectDocument(ready, input)), durations: {}, lasting: false }))

async function withKit({ input, started }: Task, work: (ready: Kit, input: DocumentInput) => Promise<TaskOutcome>): Promise<TaskAnswer> {
  try {
    kit ??= createKit(Tinypool.workerData as KitOptions)
  } catch (error) {
    return { broken: error instanceof Error ? error.message : String(error) }
  }
  started.postMessage('started')
  started.close()
  return work(kit, input)
}

const encoded = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
